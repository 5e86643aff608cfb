import { expect } from 'vitest';
import { caseFrame } from '../compile/entries.ts';
import { compileExpression } from '../compile/expression.ts';
import { regimeOn } from '../compile/regime.ts';
import { isInterval } from '../values/interval.ts';
import { onePolicy, quoteSha256, tinyParameter, title } from './tiny-policy.ts';

export const infinity = Number.POSITIVE_INFINITY;
export const day = '2017-06-15';

const parameters = {
  line: tinyParameter('yuan', 100),
  share: tinyParameter('%', 45),
  rates: {
    title,
    unit: 'yuan',
    by: 'household.type',
    values: [
      { from: '2016-01-01', value: { general: 10, dibao: 30, 'dibao-assisted': 15, wubao: 20, none: 25 }, quoteSha256 },
    ],
  },
};

/** What a formula comes to for a household, in units; an interval where it is partly known. */
export function evaluated(
  formula: string,
  household: Record<string, unknown> = {},
  unit = 'yuan',
  others: Record<string, unknown> = {},
): unknown {
  const numeric = unit === '' ? {} : { unit };
  const policy = onePolicy({}, { parameters, facts: { 'household.f': { title, formula, ...numeric } } });
  const regime = regimeOn(policy, day);
  const fact = regime.facts.get('household.f');
  const derive = fact?.model.derive;
  if (derive === undefined || !('formula' in derive)) throw new Error('the fact has no formula');
  const question = { on: day, assessedOn: day, latest: day, inherits: false, problems: [] };
  const frame = caseFrame({ household, ...others }, question, regime.levels);
  const value = compileExpression(derive.formula.expression, regime.scope)(frame);
  expect(question.problems).toEqual([]);
  const { scale } = derive.formula;
  if (value !== undefined && isInterval(value)) {
    const { low, high } = value;
    return low === -infinity && high === infinity ? undefined : [low / scale, high / scale];
  }
  return typeof value === 'number' ? value / scale : value;
}
