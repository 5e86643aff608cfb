import type { Change, Reason } from '@jingzhun/rules';
import { type Describe, withoutVerb } from './describe.ts';
import { say } from './say.ts';
import type { Words } from './words.ts';

/** What would have to be otherwise: the fact as it is, and as it would have to be. */
export function changeWords(
  change: Change,
  because: readonly Reason[],
  describe: Describe,
  answer: Words['answer'],
): { actual: string; change: string } {
  return {
    // A fact that is not wholly known is known enough to tell.
    actual: change.actual === null ? answer.enough : describe.value(change.fact, change.actual),
    change: rangesIn(change, because, describe, answer) ?? describe.change(change),
  };
}

/** Of all that lies between two bounds of the rule, a change names the least: both bounds are said, 2 至 3 人. */
function rangesIn(
  { fact, operator, value }: Change,
  because: readonly Reason[],
  describe: Describe,
  { between, copula }: Words['answer'],
): string | undefined {
  if (operator !== 'equal' && operator !== 'in') return undefined;
  const bounds = because.filter((reason) => reason.fact === fact);
  const texts = [value].flat().map((low) => {
    const high = upperBound(low, bounds);
    const least = describe.value(fact, low);
    // The unit is said once, behind both.
    const figure = /^.*\d/.exec(least)?.[0] ?? least;
    return high === undefined
      ? { text: least }
      : { text: say(between, { low: figure, high: describe.value(fact, high) }), isRange: true };
  });
  if (!texts.some(({ isRange }) => isRange)) return undefined;
  const said = describe.comparison('equal', describe.oneOf(texts.map(({ text }) => text)), false);
  return withoutVerb(said, copula);
}

type Plain = Reason['expected'];

/** The most that a value may be which is the least that it may be. */
function upperBound(low: Plain, bounds: readonly Reason[]): number | string | undefined {
  const expectedBy = (operator: string): readonly Plain[] =>
    bounds.filter((reason) => reason.operator === operator).map(({ expected }) => expected);
  if (!expectedBy('greaterThanInclusive').includes(low)) return undefined;
  const isAbove = (high: Plain): high is number | string =>
    (typeof high === 'number' && typeof low === 'number' && high > low) ||
    (typeof high === 'string' && typeof low === 'string' && high > low);
  return expectedBy('lessThanInclusive')
    .filter(isAbove)
    .reduce<number | string | undefined>(
      (least, each) => (least === undefined || each < least ? each : least),
      undefined,
    );
}
