import { nearestName } from '../nearest-name.ts';
import { type CodeSetName, vocabulary } from '../vocabulary.gen.ts';
import type { Code, QualifiedAlias } from '../vocabulary.ts';
import type { CellFault, Sets } from './cell-fault.ts';

interface Label {
  readonly code: Code;
  readonly alias?: QualifiedAlias;
}

export type CodeReading = { readonly code: string; readonly sets?: Sets } | CellFault;

/** Labels are compared without regard to width, case and white space. */
export const plainLabel = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

const labels = new Map<CodeSetName, ReadonlyMap<string, Label>>();

function labelsOf(set: CodeSetName): ReadonlyMap<string, Label> {
  const known = labels.get(set);
  if (known) return known;
  const all = new Map<string, Label>();
  const codes: readonly Code[] = vocabulary.codes[set].values;
  const add = (label: string, entry: Label) => {
    const plain = plainLabel(label);
    if (!all.has(plain)) all.set(plain, entry);
  };
  for (const code of codes) add(code.code, { code });
  for (const code of codes) add(code.zh, { code });
  for (const code of codes) {
    for (const alias of code.aliases ?? []) {
      if (typeof alias === 'string') add(alias, { code });
      else add(alias.as, { code, alias });
    }
  }
  labels.set(set, all);
  return all;
}

/** The code that an empty cell means, if the set has one. */
export const blankCode = (set: CodeSetName): string | undefined =>
  vocabulary.codes[set].values.find((code: Code) => code.blank)?.code;

const listed = (codes: readonly Code[], most = 16): string => {
  const names = codes.slice(0, most).map(({ zh }) => zh);
  return codes.length > most ? `${names.join('、')}…` : names.join('、');
};

/** The codes that a label leaves open: its own, and those that the reason names. */
function openCodes(set: CodeSetName, { code, alias }: Label): readonly Code[] {
  const words = new Set(alias?.why?.split(/[^a-z0-9-]+/));
  return vocabulary.codes[set].values.filter((each: Code) => each === code || words.has(each.code));
}

/** The code of a label: a code, its Chinese name, or another label in documents and exports. */
export function codeIn(cell: string, set: CodeSetName, hidden: boolean): CodeReading {
  const found = labelsOf(set).get(plainLabel(cell));
  const codes: readonly Code[] = vocabulary.codes[set].values;
  const shownZh = hidden ? '该值' : `“${cell.slice(0, 20)}”`;
  const shownEn = hidden ? 'the value' : JSON.stringify(cell.slice(0, 20));
  if (found === undefined) {
    const names = new Map(
      codes.flatMap(({ zh, aliases = [] }) =>
        [zh, ...aliases].map((label) => [typeof label === 'string' ? label : label.as, zh]),
      ),
    );
    const meant = hidden || cell.length > 20 ? undefined : nearestName(cell, names);
    return {
      code: 'unknown-code',
      zh: `${shownZh}不在可选值之内${meant === undefined ? '' : `，是否为“${meant}”`}。请写：${listed(codes)}`,
      en: `${shownEn} is none of the values${meant === undefined ? '' : `; did you mean ${meant}?`}; write one of: ${listed(codes)}`,
      fault: true,
    };
  }
  if (found.alias?.ask) {
    const open = openCodes(set, found);
    return {
      code: 'ambiguous-code',
      zh: `${shownZh}可能指几种情形，不作猜测。请写其中一种：${listed(open)}`,
      en: `${shownEn} leaves several values open; write the one that is meant: ${listed(open)}`,
      fault: true,
    };
  }
  const sets = found.alias?.sets;
  return sets === undefined ? { code: found.code.code } : { code: found.code.code, sets };
}
