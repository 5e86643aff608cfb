import { describe, expect, it } from 'vitest';
import { leaf, loadTiny, problemsOf, tinyRule, title } from '../testing/tiny-policy.ts';
import { once } from './asking.ts';

describe('records of a list', () => {
  const facts = {
    'household.measured': { title, formula: "any(household.measures, measure.name = 'x')" },
  };
  const { policy } = loadTiny({
    facts,
    rules: {
      'tiny.rule.household': tinyRule({ when: leaf('household.registered', 'equal', true) }),
      'tiny.rule.person': tinyRule({ subject: 'person', when: leaf('household.measured', 'equal', true) }),
    },
  });
  const measured = { measures: [{ name: 5 }] };

  it('are read where somebody is asked whose rules look into them', () => {
    expect(problemsOf(policy, { household: { ...measured, members: [{}] } }).map(({ path }) => path)).toEqual([
      'household.measures[0].name',
    ]);
  });

  it('are not where nobody is', () => {
    expect(problemsOf(policy, { household: measured })).toEqual([]);
    expect(problemsOf(policy, { household: { ...measured, members: [] } })).toEqual([]);
  });
});

it('what is made once is made when it is first asked', () => {
  let made = 0;
  const make = once(() => {
    made += 1;
    return { made };
  });
  expect(made).toBe(0);
  const first = make();
  expect(first).toEqual({ made: 1 });
  expect(make()).toBe(first);
  expect(made).toBe(1);
});
