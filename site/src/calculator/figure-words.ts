import type { Outcome } from '@jingzhun/rules';
import type { Describe } from './describe.ts';
import { say } from './say.ts';
import type { Words } from './words.ts';

/** A name whose brackets say that the document sets no number. */
export const saysUnset = /\s*（[^）]*(?:未|没有)[^）]*）$|\s*\([^)]*\b(?:no number|not set)\b[^)]*\)$/;

/** How a figure stands in its rule. */
export interface FigureOf {
  readonly printed: boolean;
  readonly met: boolean;
  /** False where the rule only sets two figures side by side. */
  readonly demanded: boolean;
  /** Not all is known of what is, and enough to decide. */
  readonly settled?: boolean;
  /** The day on which it is due, where that is still to come. */
  readonly due?: string | undefined;
  /** The facts that are needed to know it. */
  readonly hangsOn?: readonly string[];
  /** Its name has said that the document sets no number. */
  readonly saidUnset?: boolean;
  /** It is what there has to be, and nothing is held against it. */
  readonly required?: boolean;
}

/** A figure beside what is, and how far they are apart. Undefined where nothing is known of it. */
export function figureWords(
  outcome: Outcome,
  figure: FigureOf,
  describe: Describe,
  answer: Words['answer'],
): string | undefined {
  const { value, actual } = outcome;
  const { met, demanded, due } = figure;
  if (value === null) return withoutValue(outcome, figure, describe, answer);
  if (actual === undefined)
    return figure.required ? demandWords(outcome, true, describe, answer) : describe.amount(outcome);
  // A rule that is met has all that it demands.
  const isBound = demanded && !(met && isMissed(outcome));
  return [
    demandWords(outcome, isBound, describe, answer),
    actual === null && figure.settled
      ? answer.enough
      : say(answer.actual, { value: actual === null ? answer.open : measured(actual, outcome, describe) }),
    ...(due !== undefined ? [say(answer.notYetDue, { date: due })] : gapWords(outcome, isBound, describe, answer)),
  ].join(answer.clauses);
}

/** In Chinese no space stands before these words; before a number, or a word of the document, one does. */
const beforeWords = / (?=(?:全部|每|不[少超早晚低高]|[高低]于|约))/;

function demandWords(outcome: Outcome, isBound: boolean, describe: Describe, answer: Words['answer']): string {
  if (!isBound) {
    const { comparator, ...figure } = outcome;
    const value = describe.amount(comparator === 'all' ? figure : outcome);
    return say(answer.beside, { value }).replace(beforeWords, '');
  }
  const isTruth = typeof outcome.value === 'boolean';
  const sentence = isNone(outcome) ? answer.mustBeNone : isTruth ? answer.requiredTruth : answer.required;
  // Of nobody there may be any: 每村应为 0 人.
  return say(sentence, { value: describe.demand(outcome) })
    .replace(/^(应为) (每\p{Script=Han}+) /u, '$2$1 ')
    .replace(beforeWords, '');
}

/** What is beside a figure that the document does not print, or that hangs on what is not known. */
function withoutValue(
  outcome: Outcome,
  { printed, met, hangsOn = [], saidUnset = false }: FigureOf,
  describe: Describe,
  answer: Words['answer'],
): string | undefined {
  const { actual } = outcome;
  if (actual === null) return undefined;
  const is = actual === undefined ? undefined : say(answer.actual, { value: measured(actual, outcome, describe) });
  if (!printed) {
    if (is === undefined) return saidUnset ? undefined : answer.noNumber;
    return saidUnset ? is : is + say(answer.remark, { text: answer.noNumber });
  }
  // A rule that is met hangs on nothing.
  if (met || hangsOn.length === 0) return is;
  const names = hangsOn.map((fact) => say(answer.quoted, { value: describe.fact(fact) })).join(answer.comma);
  return [say(answer.hangsOn, { facts: names }), ...(is === undefined ? [] : [is])].join(answer.clauses);
}

const isStrict = ({ comparator }: Outcome): boolean => comparator === 'less-than' || comparator === 'more-than';

/** Known to be as the figure says. Of one that is below or above another, to be as large is not. */
export const isReached = (outcome: Outcome): boolean =>
  outcome.gap === 0 && !(isStrict(outcome) && outcome.actual === outcome.value);

/** Known not to be as the figure says. */
const isMissed = (outcome: Outcome): boolean => typeof outcome.gap === 'number' && !isReached(outcome);

/** At most nothing of what is counted: there may be none. */
const isNone = ({ value, comparator }: Outcome): boolean => value === 0 && comparator === 'at-most';

function gapWords(outcome: Outcome, isBound: boolean, describe: Describe, answer: Words['answer']): string[] {
  const { gap, value, actual } = outcome;
  if (!gap) return [];
  const isNumber = typeof value === 'number' && typeof actual === 'number';
  const sentence = !isNumber || !isBound ? answer.apart : actual < value ? answer.short : answer.over;
  // Between two percentages lie points.
  const size =
    outcome.unit === '%'
      ? say(answer.points, { value: describe.quantity(gap, undefined) })
      : measured(gap, outcome, describe);
  return [say(sentence, { value: size })];
}

/** Money and shares are told in full beside their like; of what is counted, the figure has said whose it is. */
function measured(value: Outcome['value'], { unit, per, every }: Outcome, describe: Describe): string {
  const text = describe.quantity(value, unit);
  const isMoney = typeof value === 'number' && unit?.startsWith('yuan') === true && every !== 'once';
  if (isMoney) return describe.inManner(text, { unit, per, every });
  return unit === '%' ? describe.inManner(text, { unit, every }) : text;
}
