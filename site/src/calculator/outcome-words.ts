import type { Expression, Outcome, RuleModel } from '@jingzhun/rules';
import type { PageData } from './page-data.ts';

/** An outcome with its codes in words: a figure that is a code means what the fact it is compared with means by it. */
export function inWords(outcome: Outcome, rule: RuleModel | undefined, data: PageData): Outcome {
  if (typeof outcome.value !== 'string' && typeof outcome.actual !== 'string') return outcome;
  const model = rule?.outcomes.find(({ what }) => what === outcome.what);
  const facts = [model?.value?.expression, model?.actual?.expression].flatMap((each) => (each ? factsIn(each) : []));
  const word = <Value>(value: Value): Value | string => {
    if (typeof value !== 'string') return value;
    const set = facts.map((fact) => data.facts[fact]?.codes).find((codes) => data.codes[codes ?? '']?.[value]);
    return data.codes[set ?? '']?.[value] ?? value;
  };
  const { value, actual } = outcome;
  return { ...outcome, value: word(value), ...(actual === undefined ? {} : { actual: word(actual) }) };
}

/** Whether the document prints the figure of an outcome. A standard may be named without one: that is no fact that is missing. */
export function isPrinted({ what }: Outcome, rule: RuleModel | undefined): boolean {
  return rule?.outcomes.find((model) => model.what === what)?.value !== null;
}

function factsIn(expression: Expression): readonly string[] {
  const own = expression.op === 'fact' || expression.op === 'ifAbsent' ? [expression.fact] : [];
  const parts = Object.values(expression).flat();
  return [
    ...own,
    ...parts.flatMap((part) => (typeof part === 'object' && part !== null && 'op' in part ? factsIn(part) : [])),
  ];
}
