import type { ParameterFile, RuleFile, SectionFile } from '@jingzhun/schemas';
import { digestOfFiles } from '../load/digest.ts';
import type { ComparedSide, Comparison, Difference, Side } from './comparison.ts';
import { contentsOf, type Holder, holders, type Located, partnersOf, subjects } from './contents.ts';
import { mergedOrder } from './order.ts';
import { parameterPieces } from './parameter.ts';
import { orderPiece, partPieces, recordPieces } from './part.ts';
import { type Data, type Piece, type Place, piece, same } from './piece.ts';
import { policyFileDifferences } from './policy-file.ts';
import { type DatedRule, isInForce, rulePieces } from './rule.ts';
import { type Users, usersIn } from './uses.ts';

/**
 * What differs between two states of a policy in meaning, citation and text; never in formatting. It works on the files
 * as written, so that formulas, conditions and readings are compared and not only what they come to.
 *
 * A side is a `LoadedPolicy`, or files alone. Where a side names a day (`on`), both are first brought to it, each to its
 * own if it has one: values and rules as they hold that day. Between two policies, parameters, conditions and facts are
 * set side by side by name, rules by id or, where none is shared, by the id without its first segment.
 *
 * @example
 * const [aid] = compare(released, drafted).differences.filter(({ bears }) => bears === 'meaning');
 * [aid.name, aid.from, aid.before, aid.after]; // ['universityAid', '2018-09-01', 5000, 6000]
 */
export function compare(before: Side, after: Side): Comparison {
  const [a, b] = [
    { ...before, on: before.on ?? after.on },
    { ...after, on: after.on ?? before.on },
  ];
  return { before: sideOf(a), after: sideOf(b), differences: differencesOf(a, b) };
}

function sideOf({ files, policy, on }: Side): ComparedSide {
  return {
    policy: files.policy.id,
    title: files.policy.document.title,
    release: policy?.release ?? files.policy.releases.at(-1)?.version ?? '',
    digest: policy?.digest ?? digestOfFiles(files),
    ...(on === undefined ? {} : { on }),
  };
}

function differencesOf(before: Side, after: Side): Difference[] {
  const dated = after.on !== undefined;
  const inPolicyFile = policyFileDifferences(before.files.policy, after.files.policy, {
    dated,
    inheriting: inheriting(after),
  });
  const users = usersOf(before, after);
  const contents = new Map(holders.map((holder) => [holder, heldDifferences(holder, before, after, users)]));
  const [old, now] = [before.files.sections, after.files.sections];
  const inSections = mergedOrder(Object.keys(old), Object.keys(now)).flatMap((section) => [
    ...sectionDifferences(section, old[section], now[section]),
    ...holders.flatMap((holder) => contents.get(holder)?.filter((each) => each.section === section) ?? []),
    ...togetherDifferences('exclusive', section, old[section], now[section]),
    ...togetherDifferences('successive', section, old[section], now[section]),
  ]);
  return [...inPolicyFile, ...inSections];
}

/** Rules of either side, followed only once they are asked for. */
function usersOf(before: Side, after: Side): Users {
  let both: readonly Users[] | undefined;
  return (of, name) => {
    both ??= [usersIn(after.files), usersIn(before.files)];
    return [...new Set(both.flatMap((users) => users(of, name)))];
  };
}

/** Rules whose force, or an end of it, is that of the policy. */
function inheriting({ files }: Side): string[] {
  return [...contentsOf(files, 'rules')]
    .filter(([, { file }]) => file.force?.from === undefined || file.force.to === undefined)
    .map(([id]) => id);
}

function sectionDifferences(
  name: string,
  before: SectionFile | undefined,
  after: SectionFile | undefined,
): Difference[] {
  const place: Place = { part: [], before: [], after: [], bears: 'text' };
  const own = ({ clause, title, summary }: SectionFile): Data => ({ clause, title, summary });
  const orders = (['rules', 'listed'] as const).flatMap((holder) =>
    orderPiece(Object.keys(before?.[holder] ?? {}), Object.keys(after?.[holder] ?? {}), {
      ...place,
      part: [holder],
      before: [holder],
      after: [holder],
    }),
  );
  const found =
    before === undefined || after === undefined
      ? [piece(before && own(before), after && own(after), place)]
      : [...recordPieces(own(before), own(after), { ...place, bears: 'meaning' }), ...orders];
  const { clause, title } = (after ?? before) as SectionFile;
  return found.map((each) => ({ of: 'section', name, title, ...each, clause, section: name }));
}

function heldDifferences(holder: Holder, before: Side, after: Side, users: Users): Difference[] {
  const [old, now] = [contentsOf(before.files, holder), contentsOf(after.files, holder)];
  const otherPolicy = before.files.policy.id !== after.files.policy.id;
  const partners = partnersOf(
    [...old.keys()],
    [...now.keys()],
    otherPolicy && (holder === 'rules' || holder === 'listed'),
  );
  const kept = new Set(partners.values());
  const names = mergedOrder(
    [...old.keys()].filter((name) => !kept.has(name)),
    [...now.keys()],
  );
  return names.flatMap((name) => {
    const a = old.get(partners.get(name) ?? (now.has(name) ? '' : name));
    const b = now.get(name);
    const subject = subjects[holder];
    const pieces = heldPieces(holder, a, b, before, after);
    if (pieces.length === 0) return [];
    const usedBy = subject === 'rule' || subject === 'listed' ? {} : { usedBy: users(subject, name) };
    return pieces.map((each): Difference => {
      const { section, clause, title } = (each.side === 'after' ? b : a) as Located;
      const named = {
        ...(a !== undefined && a.name !== name ? { was: a.name } : {}),
        ...(title === undefined ? {} : { title }),
      };
      return { of: subject, name, ...named, ...each, clause, ...usedBy, section };
    });
  });
}

function heldPieces(
  holder: Holder,
  before: Located | undefined,
  after: Located | undefined,
  { files: { policy: oldPolicy }, on: oldDay }: Side,
  { files: { policy }, on: day }: Side,
): Piece[] {
  const place: Place = {
    part: [],
    before: before?.path ?? [],
    after: after?.path ?? [],
    bears: holder === 'listed' ? 'text' : 'meaning',
  };
  const oldRule = before && { file: before.file as RuleFile, around: oldPolicy.force, on: oldDay };
  const newRule = after && { file: after.file as RuleFile, around: policy.force, on: day };
  if (before === undefined || after === undefined) {
    // What is not in force on the day is not there.
    const hidden = holder === 'rules' && ![oldRule, newRule].some((each) => each !== undefined && isInForce(each));
    return hidden ? [] : [piece(before?.file, after?.file, place)];
  }
  const days = { before: oldDay, after: day };
  const moved = oldPolicy.id === policy.id ? movedPieces(before, after, place) : [];
  return [...moved, ...changedPieces()];

  function changedPieces(): Piece[] {
    const [a, b] = [before?.file, after?.file];
    if (day === undefined && same(a, b)) return [];
    switch (holder) {
      case 'parameters':
        return parameterPieces(a as ParameterFile, b as ParameterFile, place, days);
      case 'rules':
        return rulePieces(oldRule as DatedRule, newRule as DatedRule, place);
      case 'conditions':
        return partPieces('when', a, b, place);
      default:
        return recordPieces(a as Data, b as Data, place);
    }
  }
}

function movedPieces(before: Located, after: Located, place: Place): Piece[] {
  if (before.section === after.section) return [];
  const bears = before.clause === after.clause ? 'text' : 'citation';
  return [piece(before.section, after.section, { ...place, part: ['section'], bears }, { change: 'moved' })];
}

/** What is declared of several rules together. It is proved by an analysis and decides nothing. */
function togetherDifferences(
  of: 'exclusive' | 'successive',
  section: string,
  before: SectionFile | undefined,
  after: SectionFile | undefined,
): Difference[] {
  const [old, now] = [before?.[of] ?? [], after?.[of] ?? []];
  const name = ({ rules }: { rules: readonly string[] }) => rules.join(' ');
  const names = [...new Set([...now, ...old].map(name))];
  const { clause, title } = (after ?? before) as SectionFile;
  const found = names.flatMap((each) => {
    const [a, b] = [old, now].map((list) => list.findIndex((entry) => name(entry) === each)) as [number, number];
    if (same(old[a], now[b])) return [];
    const place: Place = { part: [], before: [of, a], after: [of, b], bears: 'text' };
    return [{ of, name: each, title, ...piece(old[a], now[b], place), clause, section }];
  });
  const place: Place = { part: [], before: [of], after: [of], bears: 'text' };
  const order = orderPiece(old.map(name), now.map(name), place);
  return [...found, ...order.map((each) => ({ of, name: of, title, ...each, clause, section }))];
}
