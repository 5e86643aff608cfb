import type { Case } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { impactByDecide, impactTold } from '../testing/impact-by-decide.ts';
import { day, leaf, loadTiny, quoteSha256, registered, tinyParameter, tinyRule } from '../testing/tiny-policy.ts';
import { changedRules } from './changed-rules.ts';
import { impact } from './impact.ts';
import type { Side } from './side.ts';

type Data = Readonly<Record<string, unknown>>;

const grant = (amount: string, change: Data = {}) => ({
  what: 'aid',
  amount,
  unit: 'yuan',
  per: 'household',
  every: 'year',
  ...change,
});
const poor = leaf('household.perCapitaNetIncome', 'lessThan', { parameter: 'line' });

/** A policy of one rule by an income line, and one that nothing here changes. */
function side({
  line = 4000,
  rule = {},
  section = {},
  on = day,
}: {
  line?: number;
  rule?: Data;
  section?: Data;
  on?: string;
} = {}): Side {
  const { policy } = loadTiny({
    parameters: { line: tinyParameter('yuan/person/year', line), aid: tinyParameter('yuan', 500) },
    rules: {
      'tiny.rule.one': tinyRule({ when: poor, grant: grant('aid'), ...rule }),
      'tiny.rule.two': tinyRule({ when: registered, grant: grant('200', { every: 'month' }) }),
    },
    ...section,
  });
  return { policy, on };
}

const household = (facts: Data, members = 1) => ({
  case: { household: { ...facts, members: Array.from({ length: members }, () => ({})) } } as Case,
});
const incomes = (...all: (number | undefined)[]) =>
  all.map((perCapitaNetIncome, place) =>
    household(perCapitaNetIncome === undefined ? {} : { perCapitaNetIncome }, place + 1),
  );

describe('impact', () => {
  it('names the clause of the policy itself where a later document amended the rule', () => {
    const amended = [
      {
        from: '2017-01-01',
        grant: grant('600'),
        amendedBy: { document: '试发〔2017〕1号', clause: '九' },
        quoteSha256,
      },
    ];
    const result = impact(side(), side({ rule: { amended } }), incomes(1000));
    expect(result.rules).toMatchObject([{ rule: 'tiny.rule.one', clause: '一', subjects: { more: 1 } }]);
  });

  it('tells households apart that look alike but for an amount or a due date, however often they come', () => {
    const rent = (share: string) => ({
      when: registered,
      grant: grant(`round(${share} * household.loan.amount, down)`),
    });
    const facts = {
      'household.lastDay': { title: { zh: '期限', en: 'Last day' }, formula: 'addMonths(household.exitDate, 6)' },
    };
    const late = (needed: string) => ({
      kind: 'deadline',
      grant: undefined,
      when: leaf(needed, 'equal', true),
      due: 'household.lastDay',
    });
    const roster = (...all: Data[]) => [...all, ...all, ...all].map((each) => household(each).case);
    const paid = roster(...[900, 1000, 1100].map((amount) => ({ registered: true, loan: { amount } })));
    const due = roster(
      ...['2016-12-14', '2016-12-15', '2017-01-01'].map((exitDate) => ({
        registered: true,
        hasLabour: false,
        exitDate,
      })),
    );
    for (const [before, after, cases] of [
      [side({ rule: rent('10%') }), side({ rule: rent('20%') }), paid],
      [
        side({ rule: late('household.registered'), section: { facts } }),
        side({ rule: late('household.hasLabour'), section: { facts } }),
        due,
      ],
    ] as const) {
      const told = impactTold(before, after, cases);
      expect(told).toEqual(impactByDecide(before, after, cases));
      expect(new Set(told.households.map((each) => JSON.stringify(each))).size).toBeGreaterThan(1);
    }
  });

  it('finds nothing changed where both are unknown, lack the same facts and would grant the same', () => {
    // Before, who lacks the income can still pass the test; after, nobody can. `decide` tells both alike.
    const tested = (operator: string) => ({
      kind: 'exit-standard',
      grant: undefined,
      scope: leaf('household.hasLabour', 'equal', true),
      when: { all: [registered, leaf('household.registered', operator, true)] },
    });
    const [a, b] = [side({ rule: tested('equal') }), side({ rule: tested('notEqual') })];
    const result = impact(a, b, [household({ registered: true })]);
    expect(result.byHousehold.same.households).toBe(1);
    expect(impactTold(a, b, [household({ registered: true }).case])).toEqual(
      impactByDecide(a, b, [household({ registered: true }).case]),
    );
  });

  it('counts households and persons who gain by a higher line, with the money and the cause', () => {
    const result = impact(side(), side({ line: 4500 }), incomes(3999.99, 4000, 4499.99, 4500, undefined));
    expect(result.byHousehold.gains).toEqual({ households: 2, persons: 5 });
    expect(result.byHousehold.same.households).toBe(3);
    expect(result.rules).toMatchObject([
      {
        rule: 'tiny.rule.one',
        clause: '一',
        causes: [{ what: 'parameter', parameter: 'line', before: 4000, after: 4500 }],
        subjects: { gains: 2, loses: 0 },
        households: 2,
      },
    ]);
    expect(result.equalRules).toBe(1);
    expect(result.money).toEqual([
      {
        unit: 'yuan',
        every: 'year',
        before: { certain: 500, possible: 1000 },
        after: { certain: 1500, possible: 2000 },
        difference: { certain: 1000, possible: 1000 },
      },
    ]);
    expect(result.distribution).toEqual([
      { unit: 'yuan', every: 'year', bands: [{ from: 500, to: 500, households: 2 }] },
    ]);
  });

  it('tells more in one period and less in another as exchanged, and the household as mixed', () => {
    const both = [grant('300'), grant('50', { what: 'heating', every: 'month' })];
    const after = [grant('600'), grant('20', { what: 'heating', every: 'month' })];
    const result = impact(side({ rule: { grant: both } }), side({ rule: { grant: after } }), incomes(100));
    expect(result.rules[0]?.subjects.exchanged).toBe(1);
    expect(result.byHousehold.mixed.households).toBe(1);
  });

  it('adds the grants of a rule in the same unit and period before it compares them', () => {
    const split = [grant('300'), grant('200', { what: 'heating' })];
    const result = impact(side(), side({ rule: { grant: split } }), incomes(100));
    expect(result.byHousehold.same.households).toBe(1);
    expect(result.rules[0]?.causes).toEqual([{ what: 'outcomes' }]);
  });

  it('takes a rule of one side as not there on the other, and a standard as no gain', () => {
    const standard = {
      'tiny.rule.three': tinyRule({ kind: 'exit-standard', when: leaf('household.foodSecure', 'equal', true) }),
    };
    const rules = { 'tiny.rule.one': tinyRule({ when: poor, grant: grant('aid') }) };
    const roster = [household({ perCapitaNetIncome: 1, foodSecure: true, registered: false })];
    const added = impact(side({ section: { rules } }), side({ section: { rules: { ...rules, ...standard } } }), roster);
    expect(added.byHousehold.other.households).toBe(1);
    expect(added.rules).toMatchObject([
      { rule: 'tiny.rule.three', gives: false, causes: [{ what: 'added' }], subjects: { gains: 1 } },
    ]);
  });

  it('counts an amount that is printed only now as known now, and not as more', () => {
    const result = impact(side({ rule: { grant: { ...grant('aid'), amount: null } } }), side(), incomes(100));
    expect(result.rules[0]?.subjects['becomes-known']).toBe(1);
    expect(result.byHousehold.unknown.households).toBe(1);
  });

  it('finds nothing where only names, notes or citations differ', () => {
    const renamed = side({ rule: { title: { zh: '新', en: 'new' }, clause: '二', reading: { zh: '读', en: 'read' } } });
    expect(changedRules(side(), renamed)).toEqual({ changed: [], equal: 2 });
  });

  it('compares two days: a rule that has left force is lost, and one that looks at the day is asked anew', () => {
    const rule = { force: { to: '2017-12-31' } };
    const later = side({ rule, on: '2018-01-01' });
    const result = impact(side({ rule }), later, incomes(100));
    expect(result.rules[0]?.causes).toEqual([{ what: 'leaves-force' }]);
    expect(result.byHousehold.loses.households).toBe(1);
    const dueRule = { due: '2017-12-31' };
    expect(changedRules(side({ rule: dueRule }), side({ rule: dueRule, on: '2018-01-01' })).changed[0]?.causes).toEqual(
      [{ what: 'day' }],
    );
    expect(changedRules(side(), side({ on: '2018-01-01' })).changed).toEqual([]);
  });

  it('asks a rule anew that looks at the day of the facts, by itself or through a fact', () => {
    const facts = {
      'household.gone': {
        title: { zh: '试', en: 'test' },
        formula: 'household.exitDate <= date.assessedOn',
      },
    };
    const rules = { 'tiny.rule.one': tinyRule({ when: leaf('household.gone', 'equal', true), grant: grant('1') }) };
    const now = side({ section: { facts, rules } });
    const roster = [household({ exitDate: '2017-08-01' })];
    const result = impact(now, { ...now, assessedOn: '2017-09-01' }, roster);
    expect([result.rules[0]?.causes, result.rules[0]?.subjects.gains]).toEqual([[{ what: 'day' }], 1]);
  });

  it('groups by type and village, those without last, and by whatever is asked for', () => {
    const roster = [
      household({ perCapitaNetIncome: 4200 }),
      household({ perCapitaNetIncome: 4200, type: 'dibao', villageName: '一村' }),
      household({ perCapitaNetIncome: 100, type: 'dibao', villageName: '一村' }),
    ];
    const { groups } = impact(side(), side({ line: 4500 }), roster);
    expect(
      groups.village.map(({ group, households }) => [group, households.gains.households, households.same.households]),
    ).toEqual([
      ['一村', 1, 1],
      [null, 1, 0],
    ]);
    const own = impact(side(), side({ line: 4500 }), roster, { groupBy: { size: () => 'one' } });
    expect(own.groups.size).toMatchObject([{ group: 'one', households: { gains: { households: 2 } } }]);
  });

  it('reports a household that a side refuses, by any fact that the whole policy reads, and goes on', () => {
    const roster = [household({ perCapitaNetIncome: 4200, registered: '是' }), ...incomes(4200)];
    const refused: unknown[] = [];
    const result = impact(side(), side({ line: 4500 }), roster, {
      refused: ({ index, problems }) => refused.push(index, problems[0]?.path),
    });
    expect(refused).toEqual([0, 'household.registered']);
    expect([result.households, result.refused, result.byHousehold.gains.households]).toEqual([1, 1, 1]);
  });

  it('refuses what decide refuses in rules that do not differ: entries of lists, and numbers too large to compute with', () => {
    const section = {
      parameters: { line: tinyParameter('yuan/person/year', 4000), aid: tinyParameter('yuan', 500) },
      rules: {
        'tiny.rule.one': tinyRule({ when: poor, grant: grant('aid') }),
        'tiny.rule.two': tinyRule({ grant: grant('household.loan.amount * household.mainBusinessCount / 1[items]') }),
        'tiny.rule.three': tinyRule({ kind: 'record', when: leaf('household.reviewed', 'equal', true) }),
      },
      facts: {
        'household.reviewed': {
          title: { zh: '试', en: 'test' },
          formula: 'any(household.identificationReviews, review.date >= 2017-01-01)',
        },
      },
    };
    const amount = section.rules['tiny.rule.two'] as { grant: { amount: string } };
    amount.grant.amount = 'round(household.loan.amount * household.mainBusinessCount / 1[items], down)';
    const sides = [4000, 4500].map((line) =>
      side({
        section: { ...section, parameters: { ...section.parameters, line: tinyParameter('yuan/person/year', line) } },
      }),
    );
    const roster = [
      household({ perCapitaNetIncome: 4200, loan: { amount: 1e12 }, mainBusinessCount: 1e9 }),
      household({ perCapitaNetIncome: 4200, loan: { amount: 100 }, mainBusinessCount: 2 }),
      household({ perCapitaNetIncome: 4200, identificationReviews: [{ date: 'yesterday' }] }),
      household({ perCapitaNetIncome: 4200, identificationReviews: [{ date: '2017-02-01' }] }),
    ].map((each) => each.case);
    const [a, b] = sides as [Side, Side];
    const expected = impactByDecide(a, b, roster);
    expect(expected.households.map(({ refused, kind }) => (refused ? 'refused' : kind))).toEqual([
      'refused',
      'gains',
      'refused',
      'gains',
    ]);
    expect(impactTold(a, b, roster)).toEqual(expected);
  });

  it('keeps sums exact, however large', () => {
    const loan = leaf('household.registered', 'equal', true);
    const one = side({ rule: { when: loan, grant: grant('household.loan.amount') } });
    const two = side({ rule: { when: loan, grant: grant('household.loan.amount + 0.01[yuan]') } });
    const roster = Array.from({ length: 40 }, () =>
      household({ registered: true, loan: { amount: 99_999_999_999.99 } }),
    );
    const { money } = impact(one, two, roster);
    expect(money[0]?.difference.certain).toBe(0.4);
  });
});
