import type { Difference } from '@jingzhun/rules/compare';
import type { Condition, RuleFile } from '@jingzhun/schemas';
import { say } from '../calculator/say.ts';
import { upperFirst } from '../calculator/upper-first.ts';
import type { FormulaLine } from '../policies/formula-lines.ts';
import { given } from '../policies/given.ts';
import { inMeasure } from '../policies/in-measure.ts';
import { howOften, type OutcomeView, outcomesOf } from '../policies/outcome-view.ts';
import type { PolicyVoice } from '../policies/policy-voice.ts';
import type { LineView } from './views.ts';
import type { Voices } from './voices.ts';

type Data = Readonly<Record<string, unknown>>;
type OutcomeRole = OutcomeView['role'];
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

const conditions: ReadonlySet<string> = new Set(['when', 'scope', 'delivered']);
const formulas: ReadonlySet<string> = new Set(['amount', 'value', 'actual', 'formula']);

/** One difference of a rule, condition or fact: what part of it, and how that read and reads. */
export function differenceLine(difference: Difference, voices: Voices): LineView {
  const { change, before, after, amendedBy } = difference;
  const { words } = voices;
  const note = [
    voices.days(difference),
    amendedBy === undefined ? '' : say(words.by, { ...amendedBy }),
    change === 'moved' || change === 'rewritten' ? words.changes[change] : '',
  ].filter(Boolean);
  const what = partName(difference, voices);
  const line = { what, note: note.join(words.comma) };
  if (change === 'moved' || change === 'rewritten') return line;
  const said = {
    ...(before === undefined ? {} : { before: shown(difference, before, voices.before, voices) }),
    ...(after === undefined ? {} : { after: shown(difference, after, voices.after, voices) }),
  };
  // What is named on one side and written out on the other reads the same. That it means the same is not known.
  if (said.before !== undefined && isSaidAlike(said.before, said.after))
    return { what, note: [...note, words.changes.alike].join(words.comma) };
  return { ...line, ...said };
}

const isSaidAlike = (one: FormulaLine, other: FormulaLine | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** `条件 › 符合其一即可`, `给付“助学金” 数额`. */
function partName({ of, name: id, part, within = [], change }: Difference, voices: Voices): string {
  const { words } = voices;
  const [first, entry, key] = part;
  const groups = within.map((group) => voices.after.words.groups[group]);
  if (first === undefined) {
    const whole = change === 'changed' ? words.parts.when : words.changes[change as 'added'];
    return [of === 'fact' && change === 'changed' ? words.parts.formula : whole, ...groups].filter(Boolean).join(' › ');
  }
  const label = (name: string): string => words.parts[name] ?? name;
  const whole =
    entry === undefined
      ? label(first)
      : say(words.ofPart, { whole: label(first), name: voices.partOf(id, entry, first) });
  const named = key === undefined ? whole : `${whole} ${label(key)}`;
  return voices.after.close([named, ...groups].join(' › '));
}

/** A formula in lines where it is long, as on the page of the policy; all else in one. */
function shown(difference: Difference, value: unknown, voice: PolicyVoice, voices: Voices): FormulaLine {
  const { of, name, part } = difference;
  const about = of === 'rule' ? voices.about(name) : (name.split('.')[0] ?? '');
  const formula = part.length === 0 && of !== 'rule' && isData(value) ? value.formula : value;
  if (typeof formula === 'string' && (part.length === 0 || formulas.has(part.at(-1) ?? '')))
    return voice.lines(formula, about, unitOf(difference, voices));
  return { text: textOf(difference, value, about, voice, voices) };
}

function textOf(difference: Difference, value: unknown, about: string, voice: PolicyVoice, voices: Voices): string {
  const { of, part } = difference;
  const key = part.at(-1) ?? '';
  if (isJoin(value)) return voice.words.groups[value.join];
  if (conditions.has(key) || (of === 'condition' && part.length === 0))
    return conditionText(value as Condition, voice, voices, about);
  if (part.length === 0)
    return of === 'rule' ? ruleText(value as RuleFile, voice, voices, about) : wholeText(value, voice);
  if (isData(value) && 'when' in value && part[0] === 'items')
    return conditionText(value.when as Condition, voice, voices, about);
  if (isData(value) && ('amount' in value || 'value' in value))
    return outcomeTexts({ [part[0] as OutcomeRole]: value }, voice, about).join();
  const said = partText(key, value, voice, voices, about, unitOf(difference, voices));
  const [list = '', entry = ''] = part;
  return inMeasure(said, voices.partOf(difference.name, entry, list), voice.language);
}

const isJoin = (value: unknown): value is { join: 'all' | 'any' } => isData(value) && 'join' in value;

function wholeText(value: unknown, voice: PolicyVoice): string {
  const formula = isData(value) ? value.formula : value;
  if (typeof formula === 'number') return voice.value(formula, undefined);
  return isData(value) && isData(value.title) ? String(value.title[voice.language]) : '';
}

/** What a rule that is new or gone asks and gives. */
function ruleText(
  { scope, when, grant, require, state }: RuleFile,
  voice: PolicyVoice,
  voices: Voices,
  about: string,
): string {
  const { words } = voices;
  const parts = [
    ...[scope, when].flatMap((condition) =>
      condition === undefined ? [] : [conditionText(condition, voice, voices, about)],
    ),
    ...outcomeTexts(given({ grant, require, state }), voice, about),
  ];
  return parts.join(words.join.all === ' and ' ? '; ' : '；');
}

/** What a rule grants, requires or states, as its policy's page says it. */
function outcomeTexts(outcomes: Pick<RuleFile, OutcomeRole>, voice: PolicyVoice, about: string): string[] {
  const colon = voice.language === 'zh' ? '：' : ': ';
  return outcomesOf(outcomes, { outcomes: {} }, voice, about).map(({ title, amount }) =>
    [...(title === undefined ? [] : [title]), amount].join(colon),
  );
}

function figureText(value: unknown, voice: PolicyVoice, about: string, unit?: string): string {
  if (value === null || value === undefined) return voice.unset(unit);
  if (typeof value === 'boolean') return voice.describe.quantity(value, undefined);
  return voice.formula(value as string | number, about, unit);
}

function unitOf({ of, name, part }: Difference, voices: Voices): string | undefined {
  const [list = '', entry = ''] = part;
  if (of === 'fact') return voices.factUnit(name);
  if (of !== 'rule') return undefined;
  const outcomes = [(voices.ruleFile(name) as Data | undefined)?.[list]].flat() as (Data | undefined)[];
  const unit = outcomes.find((outcome) => outcome?.what === entry.replace(/#\d+$/, ''))?.unit;
  return typeof unit === 'string' ? unit : undefined;
}

function partText(
  key: string,
  value: unknown,
  voice: PolicyVoice,
  voices: Voices,
  about: string,
  unit?: string,
): string {
  const { words } = voices;
  const again = (each: unknown): string => partText(key, each, voice, voices, about, unit);
  if (Array.isArray(value)) return value.map(again).join(words.list);
  switch (key) {
    case 'amount':
    case 'value':
    case 'actual':
    case 'formula':
      return figureText(value, voice, about, unit);
    case 'due':
      return voice.due(value as never, about);
    case 'comparator':
      return voice.describe.compared(String(value)).trim() || String(value);
    case 'kind':
      return voice.words.kinds[value as keyof typeof voice.words.kinds] ?? String(value);
    case 'subject':
    case 'asks':
    case 'per':
      return voice.entity(String(value));
    case 'every':
      return howOften(String(value), voice);
    case 'unit':
      return voice.describe.unit(String(value)) || String(value);
  }
  if (key === 'force' && isData(value)) {
    return voices.days({ from: textOr(value.from), to: textOr(value.to) });
  }
  if (value === null) return words.none;
  return isData(value) ? String(value[voice.language] ?? JSON.stringify(value)) : String(value);
}

const textOr = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A condition in one line: named ones written out, groups inside groups of the other kind in brackets. */
export function conditionText(condition: Condition, voice: PolicyVoice, voices: Voices, about: string): string {
  return upperFirst(voice.close(inSentence(condition, voice, voices, about)));
}

function inSentence(condition: Condition, voice: PolicyVoice, voices: Voices, about: string): string {
  const { join } = voices.words;
  const own = writtenOut(condition, voice);
  const joined = (parts: readonly Condition[], group: 'all' | 'any', other: 'all' | 'any'): string => {
    const texts = parts.map((part) => {
      const text = inSentence(part, voice, voices, about);
      return other in writtenOut(part, voice) ? say(join.bracket, { of: text }) : text;
    });
    return texts.join(join[group]);
  };
  if ('all' in own) return joined(own.all, 'all', 'any');
  if ('any' in own) return joined(own.any, 'any', 'all');
  if ('not' in own) return say(join.not, { of: inSentence(own.not, voice, voices, about) });
  return voice.leafOf(own, about);
}

type WrittenOut = Exclude<Condition, { condition: string }>;

function writtenOut(condition: Condition, voice: PolicyVoice): WrittenOut {
  return 'condition' in condition ? writtenOut(voice.named(condition.condition), voice) : condition;
}
