import type { Case } from '@jingzhun/schemas';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { describe, expect, it } from 'vitest';
import { assess } from '../decide/assess.ts';
import { decide } from '../decide/decide.ts';
import type { Policy } from '../model/policy.ts';
import { ruyuan2016 as firstRelease } from '../policies/ruyuan-2016/1.0.0.gen.ts';
import { ruyuan2016 } from '../policies/ruyuan-2016.gen.ts';
import { randomRoster } from '../testing/random-roster.ts';
import { leaf, onePolicy } from '../testing/tiny-policy.ts';
import { caseAt, columnsFrom, decideRoster, decidingRoster, type RosterColumns, statuses } from './index.ts';

const on = '2017-09-01';
const { cases, around } = randomRoster(ruyuan2016, 1500, 7);
const { columns } = columnsFrom(cases, ruyuan2016, around);

function problemsOf(change: Partial<RosterColumns>, policy: Policy = ruyuan2016): string[] {
  try {
    decideRoster(policy, { ...columns, ...change }, { on });
    return [];
  } catch (error) {
    if (!(error instanceof JingzhunError)) throw error;
    expect(error.problems.every(({ zh, en }) => zh.startsWith('应为') && en.startsWith('should be '))).toBe(true);
    return error.problems.map(({ code, path }) => `${code} ${path}`);
  }
}

describe('a decided roster', () => {
  const decision = decideRoster(ruyuan2016, columns, { on });

  it('gives every row of a rule one status, or none where nobody is asked', () => {
    for (const { per, statuses: codes, counts } of decision.rules) {
      const rows = per === 'person' ? (columns.offsets.at(-1) as number) : columns.households;
      expect(codes.length).toBe(rows);
      const spelt = [...codes].map((code) => statuses[code]);
      for (const [status, count] of Object.entries(counts)) {
        expect(spelt.filter((each) => each === status).length).toBe(count);
      }
      const asked = spelt.filter((status) => status !== null).length;
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(asked);
      if (per === 'person') expect(asked).toBe(rows);
    }
  });

  it('adds up what decide adds up case by case', () => {
    const sums = new Map<string, number[]>();
    const some = cases.slice(0, 200);
    const { totals } = decideRoster(ruyuan2016, columnsFrom(some, ruyuan2016, around).columns, { on });
    for (const each of some) {
      for (const { unit, every, certain, value, unpriced = 0 } of decide(ruyuan2016, { ...around, ...each }, { on })
        .totals) {
        const sum = sums.get(`${unit} ${every}`) ?? [0, 0, 0];
        sums.set(`${unit} ${every}`, sum);
        [certain * 10_000, value * 10_000, unpriced].forEach((part, place) => {
          sum[place] = (sum[place] as number) + Math.round(part);
        });
      }
    }
    const found = totals.map(({ unit, every, certain, possible, unpriced }) => [
      `${unit} ${every}`,
      [Math.round(certain * 10_000), Math.round(possible * 10_000), unpriced],
    ]);
    expect(sums.size).toBeGreaterThan(2);
    expect(new Map(found as [string, number[]][])).toEqual(sums);
  });

  it('works out every rule of the policy in columns', () => {
    expect(decision.rules.filter(({ inColumns }) => !inColumns)).toEqual([]);
  });

  it('holds only the rules that are asked for, and says the same of them', () => {
    const rules = ['ruyuan.medical.inpatient-70', 'ruyuan.exit.two-three-one'] as const;
    const some = decideRoster(ruyuan2016, columns, { on, rules });
    expect(some.rules).toEqual(decision.rules.filter(({ rule }) => (rules as readonly string[]).includes(rule)));
    expect(() => decideRoster(ruyuan2016, columns, { on, rules: ['ruyuan.none' as never] })).toThrow(
      'rules.ruyuan.none',
    );
  });

  it('tells how far it is, and stops where it is told to', () => {
    const told: number[] = [];
    decideRoster(ruyuan2016, columns, { on, onProgress: (done, all) => told.push(done, all) });
    expect(told).toEqual([1024, 1500, 1500, 1500]);
    expect([...decidingRoster(ruyuan2016, columns, { on })]).toEqual([1024, 1500]);

    const controller = new AbortController();
    const reached: number[] = [];
    const run = () =>
      decideRoster(ruyuan2016, columns, {
        on,
        signal: controller.signal,
        onProgress: (done) => {
          reached.push(done);
          controller.abort(new Error('enough'));
        },
      });
    expect(run).toThrow('enough');
    expect(reached).toEqual([1024]);
  });

  it('says the same when it is decided again, also while it is being decided', () => {
    const [slow, other] = [decidingRoster(ruyuan2016, columns, { on }), decidingRoster(ruyuan2016, columns, { on })];
    slow.next();
    other.next();
    expect(decideRoster(ruyuan2016, columns, { on })).toEqual(decision);
    slow.next();
    expect(other.next()).toEqual({ done: false, value: 1500 });
    expect(slow.next()).toEqual({ done: true, value: decision });
    expect(other.next()).toEqual({ done: true, value: decision });
    const later = decideRoster(ruyuan2016, columns, { on: '2018-12-31' });
    expect(later.rules.map(({ counts }) => counts)).not.toEqual(decision.rules.map(({ counts }) => counts));
    expect(decideRoster(ruyuan2016, columns, { on })).toEqual(decision);
  });

  it('gives back the case of a row, which decides the same', () => {
    for (const row of [0, 5, 1499]) {
      const each = { ...around, ...(cases[row] as Case) };
      expect(assess(ruyuan2016, caseAt(columns, row), { on })).toEqual(assess(ruyuan2016, each, { on }));
    }
  });

  it('knows what an unknown sum over a roster that is not given still lies between', () => {
    const county = { county: { registeredPersonCount: 0 } } as RosterColumns['around'];
    const one = columnsFrom([{ household: {} }], firstRelease, county).columns;
    const { rules } = decideRoster(firstRelease, one, { on, rules: ['ruyuan.deadline.exit-2018'] });
    expect(statuses[rules[0]?.statuses[0] ?? 0]).toBe('met');
  });

  it('of nobody is empty', () => {
    const nobody = columnsFrom([], ruyuan2016, around).columns;
    const { rules, totals } = decideRoster(ruyuan2016, nobody, { on });
    expect(totals).toEqual([]);
    expect(rules.every(({ statuses: codes }) => codes.length === 0)).toBe(true);
  });
});

describe('a case that cannot be decided', () => {
  it('has no row, and its problems are those of decide', () => {
    const wrong = {
      household: { registered: 'perhaps', members: [{}, { schoolStage: 'kindergarten' }] },
    } as unknown as Case;
    const other = { household: {}, county: { hasPovertyTask: true } } as Case;
    const { columns: made, places, refused } = columnsFrom([wrong, { household: {} }, other], ruyuan2016);
    expect(made.households).toBe(1);
    expect([...places]).toEqual([1]);
    expect(refused[0]?.problems.map(({ path }) => path)).toEqual([
      'household.registered',
      'household.members[1].schoolStage',
    ]);
    expect(refused[1]?.problems.map(({ code }) => code)).toEqual(['not-shared']);
  });

  it.each([
    'household.loan.amount * 1000',
    'sum(household.members, person.pensionDue)',
    'sum(household.members, person.pensionDue, person.enrolled)',
  ])('keeps its row where only a formula finds its numbers too large, and is refused alone: %s', (amount) => {
    const policy = onePolicy({
      when: leaf('household.registered', 'equal', true),
      grant: {
        what: 'aid',
        amount,
        unit: 'yuan',
        every: 'year',
        per: 'household',
      },
    });
    const household = (registered: boolean, loan: number, dues: readonly number[]): Case => {
      const members = dues.map((pensionDue) => ({ pensionDue, enrolled: true }));
      return { household: { registered, loan: { amount: loan }, members } };
    };
    const large = new Array<number>(400).fill(9e11);
    const some = [household(true, 9e11, large), household(true, 3, [1000, 2000]), household(false, 9e11, large)];
    const made = columnsFrom(some, policy).columns;
    const { rules, refused, single } = decideRoster(policy, made, { on });
    const steps = rules[0]?.grants[0]?.steps as Float64Array | undefined;
    expect(refused.map(({ row, problems }) => [row, problems[0]?.code])).toEqual([[0, 'number-too-large']]);
    expect([...(rules[0]?.statuses ?? [])].map((code) => statuses[code])).toEqual([null, 'met', 'unmet']);
    expect(steps?.[1]).toBe(300_000);
    expect(single).toBe(2);
  });
});

describe('columns that do not fit', () => {
  const persons = columns.offsets.at(-1) as number;
  const facts = (name: string, change: object): Partial<RosterColumns> => ({
    facts: { ...columns.facts, [name]: { ...columns.facts[name], ...change } as never },
  });

  it.each<[string, Partial<RosterColumns>, string]>([
    ['offsets that fall', { offsets: columns.offsets.map((at, row) => (row === 3 ? 0 : at)) }, 'wrong-offsets offsets'],
    [
      'too few rows',
      facts('household.registered', { classes: new Uint8Array(3) }),
      'wrong-length facts.household.registered',
    ],
    [
      'a truth that is none',
      facts('person.registered', { classes: new Uint8Array(persons).fill(3) }),
      'wrong-value facts.person.registered[0]',
    ],
    ['other codes', facts('person.schoolStage', { codes: ['none'] }), 'wrong-codes facts.person.schoolStage'],
    ['another scale', facts('household.loan.amount', { scale: 1 }), 'wrong-scale facts.household.loan.amount'],
    [
      'half a step',
      facts('household.loan.amount', { steps: new Float64Array(1500).fill(0.5) }),
      'wrong-value facts.household.loan.amount[0]',
    ],
    [
      'less than a field allows',
      facts('household.loan.amount', { steps: new Float64Array(1500).fill(-1) }),
      'wrong-value facts.household.loan.amount[0]',
    ],
    [
      'another kind',
      facts('household.registered', { kind: 'code', codes: [] }),
      'wrong-kind facts.household.registered',
    ],
    [
      'a fact of the county',
      { facts: { 'county.hasPovertyTask': { kind: 'boolean', classes: new Uint8Array(1500) } } },
      'unknown-fact facts.county.hasPovertyTask',
    ],
    ['flags past 1', { listed: new Uint8Array(1500).fill(2) }, 'wrong-length listed'],
    [
      'one alone where there is nobody',
      { offsets: new Uint32Array(1501), facts: {}, alone: new Uint8Array(1500).fill(1) },
      'wrong-value alone',
    ],
  ])('are refused: %s', (_, change, problem) => {
    expect(problemsOf(change)).toContain(problem);
  });

  it('are refused with every problem at once, in both languages', () => {
    const found = problemsOf({
      facts: {
        'household.registered': { kind: 'boolean', classes: new Uint8Array(1) },
        'person.schoolStage': { kind: 'code', codes: [], classes: new Uint8Array(persons) },
      },
    });
    expect(found).toEqual(['wrong-length facts.household.registered', 'wrong-codes facts.person.schoolStage']);
  });

  it('are refused for a text that no case could give', () => {
    const made = columnsFrom([{ household: { assignedCadre: '甲' } }], ruyuan2016).columns;
    const cadre = made.facts['household.assignedCadre'] as { values: readonly string[] };
    const wrong = { ...made, facts: { 'household.assignedCadre': { ...cadre, values: ['甲'.repeat(2001)] } as never } };
    expect(() => decideRoster(ruyuan2016, wrong, { on })).toThrow('facts.household.assignedCadre.values[0]');
  });

  it('may say more than a policy reads', () => {
    expect(
      problemsOf({
        facts: { ...columns.facts, 'household.colour': { kind: 'boolean', classes: new Uint8Array(1500) } },
      }),
    ).toEqual([]);
  });
});
