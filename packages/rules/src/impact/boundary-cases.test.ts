import { describe, expect, it } from 'vitest';
import { decide } from '../decide/decide.ts';
import { leaf, loadTiny, rulesIn, tinyParameter, tinyRule } from '../testing/tiny-policy.ts';
import { boundaryCases } from './boundary-cases.ts';

const title = { zh: '试', en: 'test' };
const on = '2017-06-15';

function policyOf(line: number, rule: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}) {
  const parameters = { line: tinyParameter('yuan/person/year', line) };
  return { policy: loadTiny({ parameters, rules: { 'tiny.rule.one': tinyRule(rule) }, ...more }).policy, on };
}

const poor = leaf('household.perCapitaNetIncome', 'lessThan', { parameter: 'line' });
const rule = {
  when: { all: [poor, leaf('household.registered', 'equal', true)] },
  grant: { what: 'aid', amount: '500', unit: 'yuan', every: 'year' },
};

describe('boundary cases', () => {
  it('stand below, at and above the old and the new line, where the sides differ and just beside', () => {
    const [before, after] = [policyOf(4000, rule), policyOf(4500, rule)];
    const [table, ...others] = boundaryCases(before, after);
    expect(others).toEqual([]);
    expect(table?.fact).toBe('household.perCapitaNetIncome');
    expect(table?.rows.map((row) => [row.value, row.before, row.after, row.money[0]?.difference.certain])).toEqual([
      [3999.99, 'met', 'met', 0],
      [4000, 'unmet', 'met', 500],
      [4000.01, 'unmet', 'met', 500],
      [4499.99, 'unmet', 'met', 500],
      [4500, 'unmet', 'unmet', undefined],
    ]);
  });

  it('are real: decide says of each what the row says', () => {
    const [before, after] = [policyOf(4000, rule), policyOf(4500, rule)];
    for (const { rows } of boundaryCases(before, after)) {
      for (const row of rows) {
        for (const [side, status] of [
          [before, row.before],
          [after, row.after],
        ] as const) {
          expect(rulesIn(decide(side.policy, row.case, { on }))[0]?.status).toBe(status);
        }
      }
    }
  });

  it('follow a fact of the policy down to the one that a case gives', () => {
    const facts = {
      'household.counted': {
        title,
        unit: 'yuan/person/year',
        formula: 'if(household.incomeYear = 2016, household.perCapitaNetIncome, unknown)',
      },
    };
    const derived = { ...rule, when: leaf('household.counted', 'lessThan', { parameter: 'line' }) };
    const [table] = boundaryCases(policyOf(4000, derived, { facts }), policyOf(4001, derived, { facts }));
    expect([table?.fact, table?.rows.map(({ value }) => value)]).toEqual([
      'household.perCapitaNetIncome',
      [3999.99, 4000, 4000.01, 4000.99, 4001],
    ]);
  });

  it('name the codes that are taken in or left out, and the days', () => {
    const stages = (...codes: string[]) =>
      policyOf(1, { ...rule, subject: 'person', when: leaf('person.schoolStage', 'in', codes) });
    const [codes] = boundaryCases(stages('primary'), stages('primary', 'undergraduate'));
    expect(codes?.rows.map(({ value, kind }) => [value, kind])).toEqual([['undergraduate', 'gains']]);
    const until = (day: string) => policyOf(1, { ...rule, when: leaf('household.exitDate', 'lessThanInclusive', day) });
    const [days] = boundaryCases(until('2017-01-01'), until('2017-01-02'));
    expect(days?.rows.map(({ value, kind }) => [value, kind])).toEqual([
      ['2017-01-01', null],
      ['2017-01-02', 'gains'],
      ['2017-01-03', null],
    ]);
  });

  it('stand at lines that formulas draw: of an amount, and of a fact of the policy that is true or false', () => {
    const fall = 'if(household.perCapitaNetIncome < line, 500, 0)';
    const amount = {
      ...rule,
      when: leaf('household.registered', 'equal', true),
      grant: { ...rule.grant, amount: fall },
    };
    const facts = { 'household.needy': { title, formula: 'household.perCapitaNetIncome < line' } };
    const needy = { ...rule, when: leaf('household.needy', 'equal', true) };
    for (const [drafted, more] of [
      [amount, {}],
      [needy, { facts }],
    ] as const) {
      const [table] = boundaryCases(policyOf(4000, drafted, more), policyOf(4500, drafted, more));
      expect(table?.fact).toBe('household.perCapitaNetIncome');
      expect(table?.rows.map((row) => [row.value, row.money[0]?.difference.certain ?? 0])).toEqual([
        [3999.99, 0],
        [4000, 500],
        [4000.01, 500],
        [4499.99, 500],
        [4500, 0],
      ]);
    }
  });

  it('are settled on both sides where the rule can be met in another way too', () => {
    const either = { ...rule, when: { any: [poor, leaf('household.hasLabour', 'equal', false)] } };
    const [table] = boundaryCases(policyOf(4000, either), policyOf(4500, either));
    expect(table?.rows.map((row) => [row.value, row.before, row.after])).toEqual([
      [3999.99, 'met', 'met'],
      [4000, 'unmet', 'met'],
      [4000.01, 'unmet', 'met'],
      [4499.99, 'unmet', 'met'],
      [4500, 'unmet', 'unmet'],
    ]);
  });

  it('are one case that the change meets where no threshold tells the sides apart', () => {
    const more = {
      ...rule,
      when: leaf('household.registered', 'equal', true),
      grant: { ...rule.grant, amount: '600' },
    };
    const tables = boundaryCases(policyOf(1, { ...more, grant: rule.grant }), policyOf(1, more));
    expect(tables).toMatchObject([{ fact: null, rows: [{ value: null, before: 'met', after: 'met', kind: 'more' }] }]);
  });

  it('have one more and one fewer of those whom a count over members counts', () => {
    const facts = {
      'household.pupils': { title, unit: 'persons', formula: 'count(household.members, person.enrolled)' },
    };
    const several = (least: number) => ({ ...rule, when: leaf('household.pupils', 'greaterThanInclusive', least) });
    const [before, after] = [policyOf(1, several(2), { facts }), policyOf(1, several(3), { facts })];
    const [table, ...others] = boundaryCases(before, after);
    expect(others).toEqual([]);
    expect(table?.fact).toBe('household.pupils');
    expect(table?.rows.map((row) => [row.value, row.before, row.after, row.kind])).toEqual([
      [1, 'unmet', 'unmet', null],
      [2, 'met', 'unmet', 'loses'],
      [3, 'met', 'met', null],
    ]);
    expect(
      table?.rows.map(({ case: { household } }) => household?.members?.filter(({ enrolled }) => enrolled).length),
    ).toEqual([1, 2, 3]);
  });

  it('show a due date that moves in one who fails: late on one side, with time left on the other', () => {
    const duty = (due: string) =>
      policyOf(1, {
        kind: 'deadline',
        when: leaf('household.registered', 'equal', true),
        due,
      });
    const tables = boundaryCases(duty('2017-06-01'), duty('2017-12-31'));
    expect(tables).toMatchObject([
      { fact: null, rows: [{ value: null, before: 'unmet', after: 'unknown', kind: 'becomes-unknown' }] },
    ]);
    expect(boundaryCases(duty('2017-06-15'), duty('2017-12-31'))).toEqual([]);
  });

  it('are none where nothing differs', () => {
    expect(boundaryCases(policyOf(4000, rule), policyOf(4000, rule))).toEqual([]);
  });
});
