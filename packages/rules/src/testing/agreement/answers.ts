import { statusCodes } from '../../sql/rule.ts';
import { type Because, becauseByDecide } from './because.ts';
import { offsetsOf, type Question, rulesAsked } from './question.ts';

/** No verdict: the rule is not asked of this one, or the way is not relied on here. */
export const noVerdict = -1;

/** What a rule says of everyone: by row of the households, or by row of the persons. */
export interface Verdicts {
  /** By `statusCodes`. */
  readonly statuses: Int8Array;
  /** In the unit of the grant; NaN where there is none or it is not known. */
  readonly amounts: Float64Array;
}

/** What a rule comes to over all. */
export interface Counts {
  /** How many were asked, met, unmet, unknown, not applicable, not in force; then, where amounts are summed up, the certain sum and the possible one. */
  readonly numbers: readonly number[];
  /** The steps of a unit that the sums count. */
  readonly scale: number;
}

/** What one way says, by rule. */
export interface Answers {
  /** The form of the answer, as in `wide`. */
  readonly form: string;
  readonly verdicts?: ReadonlyMap<string, Verdicts>;
  readonly counts?: ReadonlyMap<string, Counts>;
  /** Why, held against `decide`. */
  readonly because?: Because;
  /** It tells only who has met a rule, and only of some. */
  readonly onlyMet?: boolean;
}

/** A way to run policies, of which is asked whether it answers as `assess` does. */
export interface Way {
  readonly name: string;
  ask(question: Question): Promise<readonly Answers[]>;
}

export interface Difference {
  readonly form: string;
  readonly rule: string;
  /** -1 where it is about a count. */
  readonly row: number;
  /** -1 for the household. */
  readonly member: number;
  readonly expected: string;
  readonly found: string;
}

/** Verdicts for every rule that is asked, none given yet. */
export function blank({ policy, cases }: Question): Map<string, Verdicts> {
  const persons = offsetsOf(cases).at(-1) as number;
  return new Map(
    [...rulesAsked(policy)].map(([rule, level]) => {
      const rows = level === 'person' ? persons : cases.length;
      return [
        rule,
        { statuses: new Int8Array(rows).fill(noVerdict), amounts: new Float64Array(rows).fill(Number.NaN) },
      ];
    }),
  );
}

const order: readonly number[] = [
  statusCodes.met,
  statusCodes.unmet,
  statusCodes.unknown,
  statusCodes['not-applicable'],
  statusCodes['not-in-force'],
];

/** Asked, met, unmet, unknown, not applicable, not in force, certain, possible. */
function countsOf({ statuses, amounts }: Verdicts, scale: number): number[] {
  const counts = [0, 0, 0, 0, 0, 0, 0, 0];
  const add = (place: number, by: number): void => {
    counts[place] = (counts[place] as number) + by;
  };
  for (let row = 0; row < statuses.length; row++) {
    const status = statuses[row] as number;
    if (status === noVerdict) continue;
    add(0, 1);
    add(1 + order.indexOf(status), 1);
    const amount = amounts[row] as number;
    if (Number.isNaN(amount)) continue;
    const steps = Math.round(amount * scale);
    add(7, steps);
    if (status === statusCodes.met) add(6, steps);
  }
  return counts;
}

/** How many verdicts and counts were held against each other, and what differs: at most 20 of each form. */
export interface Comparison {
  readonly compared: number;
  readonly differences: readonly Difference[];
}

export function compare(
  question: Question,
  reference: ReadonlyMap<string, Verdicts>,
  answers: readonly Answers[],
): Comparison {
  let compared = 0;
  const differences: Difference[] = [];
  for (const { form, verdicts, counts, because, onlyMet = false } of answers) {
    const own: Difference[] = [];
    if (verdicts !== undefined) {
      for (const rule of new Set([...reference.keys(), ...verdicts.keys()])) {
        const [expected, found] = [reference.get(rule), verdicts.get(rule)];
        if (expected === undefined || found === undefined) own.push(absent(form, rule, found === undefined));
        else compared += compareVerdicts(question, { form, rule, onlyMet }, [expected, found], own);
      }
    }
    if (because !== undefined) compared += compareBecause(question, form, because, own);
    for (const [rule, { numbers, scale }] of counts ?? []) {
      const [asked = 0, ...byStatus] = numbers.slice(0, 6);
      const sum = byStatus.reduce((all, count) => all + count, 0);
      if (sum !== asked) own.push(aboutCounts(form, rule, `${asked} asked`, `${sum} by status`));
      const verdictsOfRule = reference.get(rule);
      const expected = verdictsOfRule === undefined ? [] : countsOf(verdictsOfRule, scale).slice(0, numbers.length);
      compared += 1;
      if (expected.join(' ') !== numbers.join(' '))
        own.push(aboutCounts(form, rule, expected.join(' '), numbers.join(' ')));
    }
    differences.push(...own.slice(0, 20));
  }
  return { compared, differences };
}

function absent(form: string, rule: string, nothingFound: boolean): Difference {
  return aboutCounts(form, rule, nothingFound ? 'an answer' : 'nothing', nothingFound ? 'nothing' : 'an answer');
}

function aboutCounts(form: string, rule: string, expected: string, found: string): Difference {
  return { form, rule, row: -1, member: -1, expected, found };
}

function compareVerdicts(
  question: Question,
  { form, rule, onlyMet }: { form: string; rule: string; onlyMet: boolean },
  [expected, found]: readonly [Verdicts, Verdicts],
  differences: Difference[],
): number {
  let compared = 0;
  for (let place = 0; place < expected.statuses.length; place++) {
    const [status, given] = [expected.statuses[place] as number, found.statuses[place] as number];
    if (onlyMet && given === noVerdict) continue;
    compared += 1;
    const isMet = status === statusCodes.met;
    const isSame = onlyMet ? isMet === (given === statusCodes.met) : status === given;
    // Object.is: nothing granted is NaN on both sides.
    if (isSame && ((onlyMet && !isMet) || Object.is(expected.amounts[place], found.amounts[place]))) continue;
    if (differences.length < 20) {
      const where = placed(question, rule, place);
      differences.push({ form, rule, ...where, expected: said(expected, place), found: said(found, place) });
    }
  }
  return compared;
}

function compareBecause(question: Question, form: string, found: Because, differences: Difference[]): number {
  let compared = 0;
  for (const [rule, expected] of becauseByDecide(question)) {
    const own = found.get(rule);
    if (own === undefined) differences.push(absent(form, rule, true));
    for (let place = 0; own !== undefined && place < Math.max(expected.length, own.length); place++) {
      compared += 1;
      const [is, has] = [own[place] ?? 'nothing', expected[place] ?? 'nothing'];
      if (is === has || differences.length >= 20) continue;
      differences.push({ form, rule, ...placed(question, rule, place), expected: has, found: is });
    }
  }
  return compared;
}

const statusNames = Object.keys(statusCodes);

function said({ statuses, amounts }: Verdicts, place: number): string {
  const amount = amounts[place] as number;
  return `${statusNames[statuses[place] as number] ?? 'no verdict'}${Number.isNaN(amount) ? '' : ` ${amount}`}`;
}

function placed({ policy, cases }: Question, rule: string, place: number): { row: number; member: number } {
  if (rulesAsked(policy).get(rule) !== 'person') return { row: place, member: -1 };
  const offsets = offsetsOf(cases);
  const row = offsets.findIndex((from, each) => place >= from && place < (offsets[each + 1] as number));
  return { row, member: place - (offsets[row] as number) };
}
