import { type ConditionModel, type Policy, rulesOn } from '@jingzhun/rules';
import { factModels } from './facts-read.ts';

/** The numbers and days with which the rules of a day compare a fact, in its own unit. */
export function conditionValues(policy: Policy, fact: string, on: string): readonly (number | string)[] {
  const found = new Set<number | string>();
  const scale = factModels(policy).get(fact)?.scale ?? 1;
  const add = (value: unknown, by: number): void => {
    if (typeof value === 'number') found.add(value / by);
    else if (typeof value === 'string') found.add(value);
  };
  const inside = (condition: ConditionModel): void => {
    if ('all' in condition) condition.all.forEach(inside);
    else if ('any' in condition) condition.any.forEach(inside);
    else if ('not' in condition) inside(condition.not);
    else if (condition.fact === fact) {
      const { value } = condition;
      if (typeof value !== 'object') add(value, scale);
      else if ('parameter' in value) {
        const parameter = policy.parameters[value.parameter];
        const valid = parameter?.values.findLast(({ from }) => from <= on) ?? parameter?.values[0];
        add(valid?.value, parameter?.scale ?? 1);
      }
    }
  };
  for (const { scope, when, items = [] } of rulesOn(policy, on)) {
    for (const condition of [scope, when, ...items.flatMap((item) => [item.scope, item.when])]) {
      if (condition !== undefined) inside(condition);
    }
  }
  return [...found];
}
