import { readFileSync } from 'node:fs';
import { type Decision, decide, type Policy, type RuleFinding } from '@jingzhun/rules';
import { casesFrom, type RosterHousehold } from '@jingzhun/schemas/table';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../policies/catalogue.gen.ts';
import type { HouseholdQuery } from '../protocol-results.ts';
import { DecidedRoster } from './decided-roster.ts';
import { isOwn } from './finding-store.ts';
import { Households } from './households.ts';
import { matrixOf, tallyOf } from './tally.ts';

const csv = readFileSync(new URL('../../../../examples/rosters/ruyuan-2016.csv', import.meta.url), 'utf8');
const { households } = casesFrom(Papa.parse<string[]>(csv, { skipEmptyLines: true }).data);
/** In which every policy has rules in force. */
const days = ['2016-12-10', '2017-09-01'];

function decided(policy: Policy, on: string, own: readonly RosterHousehold[] = households): DecidedRoster {
  const roster = new DecidedRoster({ policy, on, households: own });
  for (const _ of roster.deciding());
  return roster;
}

const ownFindings = ({ findings }: Decision): RuleFinding[] => findings.filter(isOwn);

describe.each(Object.keys(catalogue))('%s on the sample roster', (id) => {
  let policy: Policy;
  beforeAll(async () => {
    policy = (await catalogue[id]?.policy()) as Policy;
  });

  it.each(days)('keeps every finding and every sum of decide on %s', (on) => {
    const roster = decided(policy, on);
    const lines = new Households(roster);
    const wrong: string[] = [];
    for (const [index, household] of households.entries()) {
      const decision = decide(policy, household.case, { on });
      const expected = ownFindings(decision).map(({ rule, subject, status, delivered }) =>
        [rule, subject.entity === 'person', status, delivered].join(),
      );
      const kept = roster.store
        .findings(index)
        .map(({ rule, member, status, delivered }) => [roster.rules[rule]?.id, member >= 0, status, delivered].join());
      if (kept.join() !== expected.join()) wrong.push(`${index}: findings`);
      const { sums } = lines.counted(index, 'all');
      const totals = sums.map(({ unit, every, certain, possible, unpriced }) =>
        [unit, every, certain, possible, unpriced].join(),
      );
      const theirs = decision.totals.map(({ unit, every, certain, value, unpriced = 0 }) =>
        [unit, every, certain, value, unpriced].join(),
      );
      if (totals.sort().join(' ') !== theirs.sort().join(' ')) wrong.push(`${index}: ${totals} | ${theirs}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('a decided roster', () => {
  const on = '2017-09-01';
  let policy: Policy;
  let roster: DecidedRoster;
  let lines: Households;
  let decisions: Decision[];
  const everything: HouseholdQuery = { scope: 'all', filter: {}, sort: { by: 'file', descending: false } };
  beforeAll(async () => {
    policy = (await catalogue['ruyuan-2016']?.policy()) as Policy;
    roster = decided(policy, on);
    lines = new Households(roster);
    decisions = households.map((household) => decide(policy, household.case, { on }));
  });

  it('names the members in the order of the case', () => {
    const { length } = households[1]?.case.household?.members ?? [];
    const members = new Set(roster.store.findings(1).map(({ member }) => member));
    expect([...members].sort((a, b) => a - b)).toEqual([
      -1,
      ...Array.from({ length: length ?? 0 }, (_, place) => place),
    ]);
  });

  it('keeps the amount of each grant', () => {
    const stored = roster.store.findings(1).find(({ status, amounts }) => status === 'met' && amounts.length > 0);
    const finding = ownFindings(decisions[1] as Decision).find(
      ({ rule, status }) => status === 'met' && rule === roster.rules[stored?.rule ?? -1]?.id,
    );
    expect(stored?.amounts).toEqual([Number(finding?.outcomes[0]?.value) * 10_000]);
  });

  it('tells how far it is, batch by batch, and can be left at any of them', () => {
    const other = new DecidedRoster({ policy, on, households });
    const steps = [...other.deciding()];
    expect(steps.length).toBe(Math.ceil(households.length / 64));
    expect(steps.at(-1)).toBe(households.length);
    const left = new DecidedRoster({ policy, on, households });
    left.deciding().next();
    expect(left.store.households).toBe(64);
  });

  it('passes over a household that cannot be decided, says why, and goes on', () => {
    const broken = { id: 'X', case: { household: { registered: 'perhaps' } } as never, rows: [2] };
    const other = decided(policy, on, [broken, households[1] as RosterHousehold]);
    expect(other.refusedCount).toBe(1);
    expect(other.refused[0]?.row).toBe(2);
    expect(other.refused[0]?.reasons[0]?.zh).not.toBe('');
    expect(other.household(0)).toBeUndefined();
    const found = new Households(other).find(everything);
    expect(found).toEqual([1]);
    expect(other.store.findings(1)).toEqual(roster.store.findings(1));
  });

  it('decides one household again, with reasons', () => {
    expect(roster.household(7)).toEqual(decisions[7]);
  });

  it.each(['benefits', 'all'] as const)('counts in how many households a fact is missing (%s)', (scope) => {
    const lacking = new Map<string, Set<number>>();
    const settling = new Map<string, Set<number>>();
    for (const [index, decision] of decisions.entries()) {
      for (const { status, missing, kind } of ownFindings(decision)) {
        if (status !== 'unknown' || (scope === 'benefits' && kind !== 'entitlement' && kind !== 'incentive')) continue;
        for (const fact of missing) {
          lacking.set(fact, (lacking.get(fact) ?? new Set()).add(index));
          if (missing.length === 1) settling.set(fact, (settling.get(fact) ?? new Set()).add(index));
        }
      }
    }
    const asked = roster.toAsk(scope);
    expect(new Map(asked.map(({ fact, households: count }) => [fact, count]))).toEqual(
      new Map([...lacking].map(([fact, places]) => [fact, places.size])),
    );
    expect(asked.map(({ fact, settles }) => [fact, settles])).toEqual(
      asked.map(({ fact }) => [fact, settling.get(fact)?.size ?? 0]),
    );
    expect(asked.map(({ settles }) => settles)).toEqual(asked.map(({ settles }) => settles).sort((a, b) => b - a));
    const [first] = asked;
    const found = lines.find({ ...everything, scope, filter: { lacks: first?.fact ?? '' } });
    expect(new Set(found)).toEqual(lacking.get(first?.fact ?? ''));
  });

  it('finds households by village, class, rule, status and name', () => {
    const of = (filter: HouseholdQuery['filter'], scope: HouseholdQuery['scope'] = 'all') =>
      lines.find({ ...everything, scope, filter });
    const village = households[100]?.case.household?.villageName ?? '';
    expect(of({ village })).toEqual(indices(({ case: { household } }) => household?.villageName === village));
    expect(of({ type: 'wubao' })).toHaveLength(430);
    const rule = 'ruyuan.education-aid.university';
    const met = decisions.flatMap(({ findings }, index) =>
      findings.some((finding) => finding.rule === rule && finding.status === 'met') ? [index] : [],
    );
    expect(of({ rule, status: 'met' })).toEqual(met);
    expect(met.length).toBe(47);
    const benefits = decisions.flatMap((decision, index) =>
      ownFindings(decision).some(({ kind, status }) => /entitlement|incentive/.test(kind) && status === 'met')
        ? [index]
        : [],
    );
    expect(of({ status: 'met' }, 'benefits')).toEqual(benefits);
    expect(of({ find: ' 合成0002 ' })).toEqual([1]);
    expect(of({ find: households[5]?.id ?? '' })).toEqual([5]);
    expect(of({ village, type: 'wubao' }).every((index) => of({ village }).includes(index))).toBe(true);
  });

  it('finds who is entitled and, as the roster itself says, did not receive it', () => {
    const found = lines.find({ ...everything, filter: { status: 'undelivered' } });
    const expected = decisions.flatMap((decision, index) =>
      ownFindings(decision).some(({ status, delivered }) => status === 'met' && delivered === 'unmet') ? [index] : [],
    );
    expect(found).toEqual(expected);
    expect(found.length).toBeGreaterThan(10);
    expect(tallyOf(roster, lines, lines.find(everything), 'all').undelivered).toBe(found.length);
  });

  it('orders by what is shown, and keeps the order of the file where that is equal', () => {
    const by = (key: HouseholdQuery['sort']['by'], descending = true) =>
      lines.find({ ...everything, scope: 'benefits', sort: { by: key, descending } });
    const yearly = (index: number) =>
      lines.line(index, 'benefits').sums.find(({ unit, every }) => unit === 'yuan' && every === 'year')?.certain ?? 0;
    const amounts = by('amount').map(yearly);
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    expect(amounts[0]).toBeGreaterThan(amounts.at(-1) ?? 0);
    const counts = by('unknown').map((index) => [lines.line(index, 'benefits').counts.unknown, index]);
    expect(counts).toEqual(counts.toSorted((a, b) => (b[0] ?? 0) - (a[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0)));
    expect(by('file')).toEqual(by('file', false).toReversed());
    expect(by('id', false)[0]).toBe(0);
  });

  it('tallies what the lines of the table add up to', () => {
    const found = lines.find(everything);
    const tally = tallyOf(roster, lines, found, 'all');
    const university = tally.rules.find(({ rule }) => rule === 'ruyuan.education-aid.university');
    expect(university?.households.met).toBe(47);
    expect(university?.findings.met).toBe(48);
    expect(university?.sums.find(({ every }) => every === 'year')?.certain).toBe(240_000);
    expect([tally.households, tally.persons]).toEqual([2944, 7508]);
    const yearly = (sums: typeof tally.sums) =>
      sums.find(({ every, unit }) => unit === 'yuan' && every === 'year')?.certain ?? 0;
    const byLine = found.reduce((sum, index) => sum + yearly(lines.line(index, 'all').sums), 0);
    expect(yearly(tally.sums)).toBe(byLine);
    expect(tally.groups.reduce((sum, { sums }) => sum + yearly(sums), 0)).toBe(byLine);
    expect(tally.groups.reduce((sum, group) => sum + group.households, 0)).toBe(2944);
  });

  it('shows in the matrix what decide finds', () => {
    const shown = [0, 1, 7];
    const { rules, cells } = matrixOf(roster, shown, 'benefits');
    for (const [row, index] of shown.entries()) {
      for (const [column, rule] of rules.entries()) {
        const findings = ownFindings(decisions[index] as Decision).filter((finding) => finding.rule === rule);
        const count = (status: string) => findings.filter((finding) => finding.status === status).length;
        const cell = cells[row]?.[column];
        expect(cell?.counts ?? { met: 0, unknown: 0, unmet: 0 }).toEqual({
          met: count('met'),
          unknown: count('unknown'),
          unmet: count('unmet'),
        });
      }
    }
    expect(rules.length).toBeGreaterThan(5);
  });
});

function indices(selects: (household: RosterHousehold) => boolean): number[] {
  return households.flatMap((household, index) => (selects(household) ? [index] : []));
}
