import type { PolicyFile } from '@jingzhun/schemas';
import type { Difference } from './comparison.ts';
import { deeper, orderPiece, partPieces, recordPieces } from './part.ts';
import { type Data, type Piece, type Place, piece, same } from './piece.ts';

const top: Place = { part: [], before: [], after: [], bears: 'meaning' };

const placed = (of: Difference['of'], name: string, found: Piece): Difference => ({
  of,
  name,
  ...found,
  section: 'policy',
});

/** What differs in `policy.yaml`: the document, its force, the releases, the order of the sections. */
export function policyFileDifferences(
  before: PolicyFile,
  after: PolicyFile,
  options: { readonly dated: boolean; readonly inheriting: readonly string[] },
): Difference[] {
  const { document: oldDocument, force: oldForce, releases: oldReleases, sections: oldSections, ...old } = before;
  const { document, force, releases, sections, ...now } = after;
  // A document without a number is cited by its title.
  const cited = ({ part, bears }: Piece): Piece['bears'] => (part[0] === 'title' ? 'citation' : bears);
  const inDocument = recordPieces(oldDocument, document, deeper(top, 'document')).map((each) => {
    const found = { ...each, part: each.part.slice(1) };
    return placed('document', after.id, { ...found, bears: cited(found) });
  });
  const inForce = options.dated ? [] : partPieces('force', oldForce, force, deeper(top, 'force'));
  return [
    ...recordPieces(old, now, top).map((each) => placed('document', after.id, each)),
    ...inDocument,
    ...inForce.map((each) => ({ ...placed('document', after.id, each), usedBy: options.inheriting })),
    ...releaseDifferences(oldReleases, releases),
    ...sectionList(oldSections, sections, after.id),
  ];
}

function releaseDifferences(before: PolicyFile['releases'], after: PolicyFile['releases']): Difference[] {
  const versions = [...new Set([...after, ...before].map(({ version }) => version))];
  return versions.flatMap((version) => {
    const [a, b] = [before, after].map((list) => list.findIndex((each) => each.version === version)) as [
      number,
      number,
    ];
    const place: Place = { part: [], before: ['releases', a], after: ['releases', b], bears: 'text' };
    const [old, now] = [before[a], after[b]];
    const found =
      old === undefined || now === undefined ? [piece(old, now, place)] : recordPieces(old as Data, now as Data, place);
    return found.map((each) => placed('release', version, each));
  });
}

function sectionList(before: readonly string[], after: readonly string[], policy: string): Difference[] {
  if (same(before, after)) return [];
  const place = deeper(top, 'sections');
  const order = orderPiece(before, after, place);
  const other = [...before, ...after].some((name) => !(before.includes(name) && after.includes(name)));
  const own = other ? [piece(before, after, { ...place, bears: 'text' })] : [];
  return [...order, ...own].map((each) => placed('document', policy, each));
}
