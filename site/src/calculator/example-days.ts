import type { ConditionModel, Expression, Policy } from '@jingzhun/rules';
import { conditionValues } from './condition-values.ts';
import type { Question } from './questions.ts';

/** Between two steps of a procedure, long enough for a list to hang out. */
const step = 10;

/** Finds days for an example: one step of a procedure after another, up to the day of the case. */
export class Days {
  private readonly policy: Policy;
  private readonly on: string;
  /** The questions that ask a day, in the order in which what they ask about is done. */
  private readonly steps: readonly Question[];

  constructor(policy: Policy, questions: readonly Question[], on: string) {
    this.policy = policy;
    this.on = on;
    const asked = questions.filter(({ control }) => control === 'date');
    this.steps = inOrder(asked, orderedIn(policy));
  }

  /** Days on which something may have been done, the likeliest first. */
  candidates(question: Question, chosen: ReadonlyMap<Question, unknown>): readonly string[] {
    const { on } = this;
    const steps = this.steps.filter(({ entity }) => entity === question.entity);
    const ladder = steps.map((_, at) => daysBefore(on, (steps.length - 1 - at) * step));
    const place = steps.indexOf(question);
    const earlier = steps.slice(0, place).flatMap((each) => (chosen.get(each) as string | undefined) ?? []);
    const inTurn = [ladder[place] ?? on, ...earlier].toSorted().at(-1) as string;
    // What has a first and a last day has gone on for a while.
    const own = /From|\.from$/.test(question.fact) ? yearsBefore(on, 1) : inTurn;
    const named = conditionValues(this.policy, question.fact, on).filter((value) => typeof value === 'string');
    const longAgo = [1, 2, 3].map((years) => yearsBefore(on, years));
    return [...new Set([...named.filter((day) => day <= on), own, ...ladder, ...longAgo, ...named])];
  }
}

/** Days of something that is done again and again: every quarter, every month, once, all up to the day. */
export function listsOfDays(on: string): readonly (readonly string[])[] {
  const year = on.slice(0, 4);
  const monthly = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}-15`);
  const past = monthly.filter((day) => day <= on);
  return [past.filter((_, at) => at % 3 === 1), past, [on], []];
}

/** Facts of which a rule says that the first comes no later than the second. */
function orderedIn({ rules, facts }: Policy): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  const add = (left: string | undefined, operator: string, right: string | undefined): void => {
    if (left === undefined || right === undefined) return;
    if (/^(lessThan|<)/.test(operator)) found.push([left, right]);
    if (/^(greaterThan|>)/.test(operator)) found.push([right, left]);
  };
  const inside = (condition: ConditionModel): void => {
    if ('all' in condition) condition.all.forEach(inside);
    else if ('any' in condition) condition.any.forEach(inside);
    else if ('not' in condition) inside(condition.not);
    else if (typeof condition.value === 'object' && 'fact' in condition.value) {
      add(condition.fact, condition.operator, condition.value.fact);
    }
  };
  for (const { scope, when, items = [] } of rules) {
    for (const each of [scope, when, ...items.map((item) => item.when)]) if (each !== undefined) inside(each);
  }
  for (const { derive } of facts) {
    const formula = derive !== undefined && 'formula' in derive ? derive.formula.expression : undefined;
    if (formula?.op === 'compare') add(factOf(formula.left), formula.operator, factOf(formula.right));
  }
  return found;
}

function factOf(expression: Expression): string | undefined {
  return expression.op === 'fact' || expression.op === 'ifAbsent' ? expression.fact : undefined;
}

/** The vocabulary's order, but for what has to wait for another. */
function inOrder(questions: readonly Question[], pairs: readonly (readonly [string, string])[]): readonly Question[] {
  const left = [...questions];
  const placed: Question[] = [];
  while (left.length > 0) {
    const isFree = ({ fact }: Question): boolean =>
      !pairs.some(([earlier, later]) => later === fact && left.some((each) => each.fact === earlier));
    const next = left.findIndex(isFree);
    placed.push(...left.splice(Math.max(next, 0), 1));
  }
  return placed;
}

function daysBefore(on: string, days: number): string {
  const date = new Date(`${on}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

function yearsBefore(on: string, years: number): string {
  return `${Number(on.slice(0, 4)) - years}${on.slice(4)}`;
}
