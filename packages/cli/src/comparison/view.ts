import { type Comparison, type Difference, touchedBy } from '@jingzhun/rules/compare';
import type { LoadedPolicy } from '@jingzhun/rules/load';
import type { Bilingual, ParameterFile } from '@jingzhun/schemas';
import type { Language } from '../language.ts';
import { PolicyWords } from '../wording/policy-words.ts';
import { type BothWords, differenceText, usedByText } from './difference-text.ts';
import { type ParameterRow, parameterRows } from './parameter-rows.ts';
import { groupLines, wholeLines } from './whole-text.ts';

/** A comparison in words: what a terminal and Markdown both show. */
export interface ComparisonView {
  readonly title: string;
  /** What is compared with what: releases and days. */
  readonly sides: string;
  readonly headline: string;
  readonly sections: readonly SectionView[];
}

export interface SectionView {
  readonly heading: string;
  readonly parameters: readonly ParameterRow[];
  /** What can change a decision. */
  readonly entries: readonly EntryView[];
  /** What changes none: citations and texts. */
  readonly texts: readonly EntryView[];
}

/** One rule, condition or other thing, with what differs in it. */
export interface EntryView {
  readonly title: string;
  readonly id: string;
  readonly clause: string;
  readonly lines: readonly string[];
  /** Whose decisions rest on it. */
  readonly usedBy: string;
}

export function comparisonView(
  comparison: Comparison,
  policies: { readonly before: LoadedPolicy; readonly after: LoadedPolicy },
  language: Language,
): ComparisonView {
  const words = wordsOf(policies, language);
  const { before, after, differences } = comparison;
  const title = words.after.say(after.title);
  const side = ({ policy, release, on }: Comparison['after']): string =>
    `${policy} ${release}${on === undefined ? '' : ` (${on})`}`;
  const sections = [...new Set(differences.map(({ section }) => section))];
  return {
    title: before.policy === after.policy ? title : `${words.before.say(before.title)} → ${title}`,
    sides: `${side(before)} → ${side(after).replace(before.policy === after.policy ? `${after.policy} ` : '', '')}`,
    headline: headlineOf(comparison, words.after),
    sections: sections.map((section) =>
      sectionView(
        section,
        differences.filter((each) => each.section === section),
        words,
        policies,
      ),
    ),
  };
}

/** Names are looked up on the own side first. */
export function wordsOf(
  { before, after }: { readonly before: LoadedPolicy; readonly after: LoadedPolicy },
  language: Language,
): BothWords {
  return {
    before: new PolicyWords([before, after], language),
    after: new PolicyWords([after, before], language),
  };
}

const counted = ['parameter', 'rule', 'condition', 'fact'] as const;
const nouns: Readonly<Record<(typeof counted)[number], Bilingual>> = {
  parameter: { zh: '项参数', en: 'parameter' },
  rule: { zh: '条规定', en: 'provision' },
  condition: { zh: '个共用条件', en: 'shared condition' },
  fact: { zh: '个推算项', en: 'derived fact' },
};

function headlineOf(comparison: Comparison, words: PolicyWords): string {
  const { differences } = comparison;
  if (differences.length === 0) return words.say({ zh: '两者内容相同。', en: 'Both say the same.' });
  const meaning = differences.filter(({ bears }) => bears === 'meaning');
  const parts = counted.flatMap((of) => countText(of, meaning, words));
  if (meaning.some(({ of }) => of === 'document')) {
    parts.unshift(words.say({ zh: '文件执行期', en: "the document's force" }));
  }
  const touched = touchedBy(comparison).size;
  const decided =
    parts.length === 0
      ? { zh: '判定不变。', en: 'No decision changes. ' }
      : {
          zh: `${parts.join('、')}有变，影响 ${touched} 条规定的判定。`,
          en: `Changed: ${parts.join(', ')}; the decisions of ${provisions(touched)} can differ. `,
        };
  const rest = namesIn(differences.filter(({ bears }) => bears !== 'meaning')).size;
  const told =
    rest === 0
      ? { zh: '', en: '' }
      : {
          zh: `另有 ${rest} 处改了出处或文字，不影响判定。`,
          en: `${rest} more differ in citation or text, which changes no decision.`,
        };
  return words.say({ zh: decided.zh + told.zh, en: decided.en + told.en }).trimEnd();
}

const namesIn = (differences: readonly Difference[]): Set<string> =>
  new Set(differences.map(({ of, name }) => `${of} ${name}`));

const provisions = (count: number): string => `${count} provision${count === 1 ? '' : 's'}`;

/** `3 条规定（新增 1）` */
function countText(of: (typeof counted)[number], differences: readonly Difference[], words: PolicyWords): string[] {
  const own = differences.filter((each) => each.of === of);
  const count = namesIn(own).size;
  if (count === 0) return [];
  const whole = (change: Difference['change']): number =>
    own.filter((each) => isWhole(each) && each.change === change).length;
  const turned = (starts: boolean): number => own.filter((each) => isTurn(each) && each.after === starts).length;
  const [added, removed, started, ended] = [whole('added'), whole('removed'), turned(true), turned(false)];
  const how = [
    ...(started === 0 ? [] : [words.say({ zh: `开始生效 ${started}`, en: `${started} enter force` })]),
    ...(ended === 0 ? [] : [words.say({ zh: `不再有效 ${ended}`, en: `${ended} no longer in force` })]),
    ...(added === 0 ? [] : [words.say({ zh: `新增 ${added}`, en: `${added} added` })]),
    ...(removed === 0 ? [] : [words.say({ zh: `取消 ${removed}`, en: `${removed} removed` })]),
  ];
  const noun = nouns[of];
  const all = words.say({ zh: `${count} ${noun.zh}`, en: `${count} ${noun.en}${count === 1 ? '' : 's'}` });
  if (how.length === 0) return [all];
  return [words.say({ zh: `${all}（${how.join('、')}）`, en: `${all} (${how.join(', ')})` })];
}

/** Added or taken away as a whole. */
const isWhole = ({ part, within, change }: Difference): boolean =>
  part.length === 0 && within === undefined && (change === 'added' || change === 'removed');

function sectionView(
  section: string,
  differences: readonly Difference[],
  words: BothWords,
  policies: { readonly before: LoadedPolicy; readonly after: LoadedPolicy },
): SectionView {
  const file = policies.after.files.sections[section] ?? policies.before.files.sections[section];
  const heading =
    file === undefined
      ? words.after.say({ zh: '文件本身', en: 'The document' })
      : `${file.clause}  ${words.after.say(file.title)}`;
  const isValue = ({ of, bears, part, change }: Difference): boolean =>
    of === 'parameter' && bears === 'meaning' && change !== 'rewritten' && (part[0] === 'value' || part.length === 0);
  const values = differences.filter(isValue);
  const others = differences.filter((each) => !isValue(each) || isWholeFormula(each));
  return {
    heading,
    parameters: values.flatMap((each) => parameterRows(each, words)),
    entries: [
      ...turnsOf(differences, true, words),
      ...turnsOf(differences, false, words),
      ...entriesOf(
        others.filter((each) => each.bears === 'meaning' && !isTurn(each)),
        words,
      ),
    ],
    texts: entriesOf(
      others.filter(({ bears }) => bears !== 'meaning'),
      words,
    ),
  };
}

const isTurn = ({ part }: Difference): boolean => part[0] === 'inForce';

/** Rules that are in force on one of two days only stand together. */
function turnsOf(differences: readonly Difference[], starts: boolean, { after: words }: BothWords): EntryView[] {
  const turned = differences.filter((each) => isTurn(each) && each.after === starts);
  if (turned.length === 0) return [];
  const title = starts ? { zh: '开始生效', en: 'Enter force' } : { zh: '不再有效', en: 'No longer in force' };
  const lines = turned.map(({ name }) =>
    words.say({ zh: `${words.ruleTitle(name)}（${name}）`, en: `${words.ruleTitle(name)} (${name})` }),
  );
  return [{ title: words.say(title), id: '', clause: '', lines, usedBy: '' }];
}

const isWholeFormula = ({ part, before, after }: Difference): boolean =>
  part.length === 0 && 'formula' in ((after ?? before) as ParameterFile);

function entriesOf(differences: readonly Difference[], words: BothWords): EntryView[] {
  const groups = new Map<string, Difference[]>();
  for (const difference of differences) {
    const key = `${difference.of} ${difference.name}`;
    groups.set(key, [...(groups.get(key) ?? []), difference]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [Difference, ...Difference[]];
    const own = first.side === 'after' ? words.after : words.before;
    return {
      title: titleOf(first, own),
      id: first.of === 'document' ? '' : first.name,
      clause: first.clause ?? '',
      lines: group.flatMap((each) => linesOf(each, words)).map(capital),
      usedBy: usedByText(first, words),
    };
  });
}

function linesOf(difference: Difference, words: BothWords): string[] {
  const { of, before, after, change } = difference;
  if ((of === 'exclusive' || of === 'successive') && change !== 'moved') return groupLines(before, after, words);
  if (!isWhole(difference) || of === 'exclusive' || of === 'successive') return [differenceText(difference, words)];
  return wholeLines(difference, difference.side === 'after' ? words.after : words.before);
}

/** A line begins with a capital, in a language that has them. */
const capital = (line: string): string => line.replace(/^[a-z]/, (letter) => letter.toUpperCase());

const subjectTitles: Readonly<Partial<Record<Difference['of'], Bilingual>>> = {
  document: { zh: '文件信息', en: 'The document' },
  release: { zh: '版本', en: 'Release' },
  section: { zh: '本部分', en: 'The section' },
  condition: { zh: '共用条件', en: 'Shared condition' },
  exclusive: { zh: '互斥的规定', en: 'Exclusive provisions' },
  successive: { zh: '相继的规定', en: 'Successive provisions' },
};

function titleOf({ of, title }: Difference, words: PolicyWords): string {
  const own = subjectTitles[of];
  return words.say(own ?? title ?? { zh: '', en: '' });
}
