import type { Expression, Outcome, RuleModel } from '@jingzhun/rules';
import type { PageLabels } from './page-labels.ts';

/**
 * An outcome with its codes in words: a figure that is a code means what the fact it is compared with means by it. Items
 * are counted by the word for what they are.
 */
export function inWords(
  given: Outcome,
  rule: RuleModel | undefined,
  data: Pick<PageLabels, 'facts' | 'codes' | 'rules'>,
): Outcome {
  const outcome = inUnits(given, rule, data);
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

/**
 * A number of years is in years, also where a policy counts them as items; an indicator's is in the indicator's unit; yes and no
 * of a thing, in things had.
 */
function inUnits(
  outcome: Outcome,
  rule: RuleModel | undefined,
  { facts, rules }: Pick<PageLabels, 'facts' | 'rules'>,
): Outcome {
  if (rules[rule?.id ?? '']?.had?.includes(outcome.what)) return { ...outcome, unit: 'had' };
  if (outcome.unit !== undefined && outcome.unit !== 'items') return outcome;
  const { actual, value } = rule?.outcomes.find(({ what }) => what === outcome.what) ?? {};
  const { expression } = actual ?? value ?? {};
  const own = expression?.op === 'fact' ? facts[expression.fact]?.unit : undefined;
  const counted = own === 'years' ? own : rules[rule?.id ?? '']?.counted?.[outcome.what];
  const unit = outcome.unit === undefined ? own : counted;
  return unit === undefined ? outcome : { ...outcome, unit };
}

/** The facts that a formula names. */
export function factsIn(expression: Expression): readonly string[] {
  const own = expression.op === 'fact' || expression.op === 'ifAbsent' ? [expression.fact] : [];
  const parts = Object.values(expression).flat();
  return [
    ...own,
    ...parts.flatMap((part) => (typeof part === 'object' && part !== null && 'op' in part ? factsIn(part) : [])),
  ];
}
