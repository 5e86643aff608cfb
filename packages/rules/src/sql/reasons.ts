import { JingzhunError } from '@jingzhun/schemas/problem';
import type { CompiledRule } from '../compile/rule.ts';
import type { Leaf } from '../compile/slots.ts';
import type { ConditionColumns } from './condition-columns.ts';
import type { Conditions } from './conditions.ts';
import type { Dialect } from './dialect.ts';
import type { Place } from './place.ts';
import type { Plan } from './plan.ts';
import { mostConditions, stepOf, typeFor } from './reason-steps.ts';
import { allOf, choice, FALSE, NULL, negated, TRUE } from './text.ts';

/**
 * Why a rule comes to its status, as one whole number: two bits a condition, in the order of `because`. They are 0 where
 * it does not hold, 1 where it holds, 2 where that is not known, as statuses are.
 */
export class Reasons {
  private readonly plan: Plan;
  private readonly conditions: Conditions;
  private readonly columns: ConditionColumns;

  constructor(plan: Plan, conditions: Conditions, columns: ConditionColumns) {
    this.plan = plan;
    this.conditions = conditions;
    this.columns = columns;
  }

  /** The number of a rule in force. */
  sql({ model, leaves }: CompiledRule, place: Place): string {
    if (leaves.length > mostConditions) throw tooMany(model.id, leaves.length);
    const as = typeFor(leaves.length, this.plan.dialect);
    let same = 0n;
    const parts: string[] = [];
    leaves.forEach(({ leaf }, index) => {
      const digit = this.digit(leaf, place);
      const step = stepOf(index);
      if (/^\d$/.test(digit)) same += BigInt(digit) * step;
      // A digit holds its first three steps itself.
      else parts.push(index === 0 ? digit : `${step} * ${index < 3 ? digit : as(digit)}`);
    });
    if (same !== 0n || parts.length === 0) parts.push(String(same));
    return as(parts.join(' | '));
  }

  /** A column, or the digit itself where it is the same in every row. */
  private digit(leaf: Leaf, place: Place): string {
    return this.columns.of(leaf, place.level, () => {
      const truth = this.conditions.truth(leaf, place);
      return truth === FALSE ? '0' : truth === TRUE ? '1' : truth === NULL ? '2' : this.plan.dialect.truth(truth);
    });
  }
}

function tooMany(id: string, count: number): JingzhunError {
  return new JingzhunError('too-many-conditions', [
    {
      code: 'too-many-conditions',
      path: `rules.${id}`,
      zh: `有 ${count} 个条件；一个理由代码最多容纳 ${mostConditions} 个：请拆分规则，或用 rules 只要所需的规则`,
      en: `has ${count} conditions; a code of reasons holds at most ${mostConditions}: split the rule, or name in rules those that are wanted`,
    },
  ]);
}

/**
 * Status of a rule whose scope and test are single conditions joined by AND, and whether it is open: read off its
 * reasons, which costs less than to ask the conditions anew. Undefined where a rule is more than that.
 */
export function readOff(
  rule: CompiledRule,
  reasons: string,
  conditions: Conditions,
  { small }: Pick<Dialect, 'small'>,
): { readonly status: string; readonly open: string } | undefined {
  const { scope, when, items, due } = rule.model;
  if (items !== undefined || due !== undefined) return undefined;
  const [within, tested] = [scope, when].map((each) => (each === undefined ? [] : conditions.conjuncts(each)));
  if (within === undefined || tested === undefined) return undefined;
  const stepsOf = (leaves: readonly Leaf[]): bigint =>
    leaves.reduce((sum, leaf) => sum + stepOf(rule.leaves.findIndex((each) => each.leaf === leaf)), 0n);
  const all = stepsOf(rule.leaves.map(({ leaf }) => leaf));
  const holds = (steps: bigint): string =>
    steps === 0n ? TRUE : `${steps === all ? reasons : `(${reasons} & ${3n * steps})`} = ${steps}`;
  // With one more in every digit its upper bit is set, unless the condition does not hold.
  const mayHold = (steps: bigint): string =>
    steps === 0n ? TRUE : `((${reasons} + ${steps}) & ${2n * steps}) = ${2n * steps}`;
  const [applies, test] = [stepsOf(within), stepsOf(tested)];
  const status = choice(
    [
      [negated(mayHold(applies)), small('3')],
      [negated(holds(applies)), small('2')],
      [negated(mayHold(test)), small('0')],
      [holds(test), small('1')],
    ],
    small('2'),
  );
  return { status, open: allOf([mayHold(applies), mayHold(test)]) };
}
