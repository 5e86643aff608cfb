import type { Comparison, Difference } from '@jingzhun/rules/compare';
import type { ParameterFile } from '@jingzhun/schemas';
import { figureValue } from '../policies/figure-value.ts';
import { differenceLine } from './difference-lines.ts';
import type { EntryView, ParameterRow, SectionView } from './views.ts';
import type { Voices } from './voices.ts';

/** What differs between two sides: figures in a table, rules by section, and what changes no decision by name alone. */
export function comparisonView(
  { before, after, differences: all }: Comparison,
  voices: Voices,
): { readonly parameters: ParameterRow[]; readonly sections: SectionView[]; readonly texts: string[] } {
  // That two policies are two goes without saying.
  const other = before.policy !== after.policy;
  const differences = other ? all.filter(({ of, bears }) => bears === 'meaning' && of !== 'document') : all;
  const meant = differences.filter(({ bears }) => bears === 'meaning');
  const isFigure = ({ of, part }: Difference): boolean => of === 'parameter' && (part[0] ?? 'value') === 'value';
  const figures = meant.filter(isFigure);
  const rest = meant.filter((each) => !isFigure(each));
  const told = new Set(meant.map(({ of, name }) => `${of} ${name}`));
  const texts = differences.filter(({ bears, of, name }) => bears !== 'meaning' && !told.has(`${of} ${name}`));
  return {
    parameters: figures.flatMap((each) => parameterRows(each, voices)),
    sections: sectionsOf(rest, other ? { before: before.policy, after: after.policy } : undefined, voices),
    texts: [...new Set(texts.map((each) => titleOf(each, voices)))],
  };
}

function parameterRows(difference: Difference, voices: Voices): ParameterRow[] {
  const { name, part, clause = '', amendedBy, before, after, usedBy = [], side } = difference;
  const { words } = voices;
  const title = figureTitle(difference, voices);
  const source = (by: typeof amendedBy): string => (by === undefined ? clause : `${by.document} ${by.clause}`);
  const rules = usedBy.length === 0 ? '' : voices.ruleList(usedBy);
  if (part.length > 0) {
    const shown = (value: unknown, of: 'before' | 'after'): string => valueOn(value, name, of, voices);
    const days = voices.days(difference);
    return [
      { title, before: shown(before, 'before'), after: shown(after, 'after'), days, source: source(amendedBy), rules },
    ];
  }
  const whole = (after ?? before) as ParameterFile;
  if (!('values' in whole)) {
    const formula = voices.of(side).formula(whole.formula, '', whole.unit);
    return [{ title, ...beside(formula, side), days: '', source: clause, rules }];
  }
  return whole.values.map((entry) => ({
    title,
    ...beside(figureValue(entry.value, whole, voices.of(side)), side),
    days: voices.days(entry) || words.days.always,
    source: source(entry.amendedBy),
    rules,
  }));
}

const beside = (value: string, side: 'before' | 'after') =>
  side === 'after' ? { before: '—', after: value } : { before: value, after: '—' };

function figureTitle({ title, name, part }: Difference, voices: Voices): string {
  const own = title?.[voices.language] ?? name;
  const file = voices.parameter(name);
  const code = part[1];
  if (code === undefined || file === undefined || !('by' in file) || file.by === undefined) return own;
  return `${own} · ${voices.after.describe.value(file.by, code)}`;
}

function valueOn(value: unknown, name: string, side: 'before' | 'after', voices: Voices): string {
  const voice = voices.of(side);
  const file = voice.parameters.get(name) ?? voices.parameter(name);
  if (value === undefined || file === undefined) return '—';
  return figureValue(value as string | number, file, voice);
}

function sectionsOf(
  differences: readonly Difference[],
  policies: Readonly<Record<Difference['side'], string>> | undefined,
  voices: Voices,
): SectionView[] {
  const bySection = Map.groupBy(differences, ({ section, side }) =>
    policies === undefined ? section : `${side} ${section}`,
  );
  return [...bySection.values()].map((own) => ({
    ...(policies !== undefined && { policy: policies[(own[0] as Difference).side] }),
    ...headingOf(own[0] as Difference, voices),
    starts: turned(own, true, voices),
    ends: turned(own, false, voices),
    entries: [
      ...Map.groupBy(
        own.filter((each) => !isTurn(each)),
        ({ of, name }) => `${of} ${name}`,
      ).values(),
    ].map((each) => entryOf(each, voices)),
  }));
}

const isTurn = ({ of, part }: Difference): boolean => of === 'rule' && part[0] === 'inForce';

/** Titles of the rules that enter force, or are no longer in it. */
const turned = (differences: readonly Difference[], starts: boolean, voices: Voices): string[] =>
  differences.filter((each) => isTurn(each) && each.after === starts).map((each) => titleOf(each, voices));

function entryOf(differences: readonly Difference[], voices: Voices): EntryView {
  const first = differences[0] as Difference;
  const { of, clause = '', usedBy = [] } = first;
  return {
    title: titleOf(first, voices),
    clause,
    lines: differences.map((each) => differenceLine(each, voices)),
    rules: of === 'rule' || usedBy.length === 0 ? '' : voices.ruleList(usedBy),
  };
}

function titleOf({ of, name, title }: Difference, voices: Voices): string {
  const { subjects } = voices.words;
  if (of === 'rule' || of === 'listed') return title?.[voices.language] ?? voices.rule(name);
  const own = title?.[voices.language];
  const subject = subjects[of];
  return of === 'condition' || of === 'document' || of === 'release' ? (subject ?? name) : (own ?? subject ?? name);
}

/** The section's clause and title, as its side says. */
function headingOf({ section, side }: Difference, voices: Voices): Pick<SectionView, 'clause' | 'heading'> {
  const file = voices.section(side, section);
  return file === undefined
    ? { clause: '', heading: voices.words.subjects.document ?? '' }
    : { clause: file.clause, heading: file.title[voices.language] };
}
