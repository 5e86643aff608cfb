import { readFileSync } from 'node:fs';
import type { Case } from '@jingzhun/schemas';
import { casesFrom } from '@jingzhun/schemas/table';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide/decide.ts';
import { ruyuan2016 } from '../policies/ruyuan-2016.gen.ts';
import { rulesIn } from '../testing/tiny-policy.ts';
import { ask, type Compared, compare, differ } from './comparison.ts';
import { counterparts } from './measures.ts';
import { insuredFromNextMonth } from './medical-insurance.ts';
import { randomHouseholds } from './random-households.ts';
import { standingDifference, standingDifferences } from './standing-differences.ts';

const on = '2017-09-01';
const runs = Number(process.env.FUZZ_RUNS ?? 300);
const seed = Number(process.env.FUZZ_SEED ?? 20161129);

interface Tally {
  compared: number;
  readonly statuses: Record<string, number>;
  readonly standing: Record<string, number>;
  readonly unexplained: (Compared & { readonly place: number })[];
  readonly rules: Set<string>;
}

function tally(cases: readonly Case[]): Tally {
  const counts: Tally = { compared: 0, statuses: {}, standing: {}, unexplained: [], rules: new Set() };
  cases.forEach((input, place) => {
    for (const each of compare(input, on)) {
      counts.compared += 1;
      counts.rules.add(each.rule);
      counts.statuses[each.second.status] = (counts.statuses[each.second.status] ?? 0) + 1;
      if (!differ(each)) continue;
      const known = standingDifference(input, each);
      if (known === undefined) counts.unexplained.push({ ...each, place });
      else counts.standing[known.name] = (counts.standing[known.name] ?? 0) + 1;
    }
  });
  return counts;
}

function show(what: string, { compared, statuses, standing, rules }: Tally): void {
  if (process.env.SECOND_OPINION !== undefined) console.log(what, { rules: rules.size, compared, statuses, standing });
}

describe('a second opinion on the Ruyuan plan, written from the document alone', () => {
  it('agrees on the whole sample roster, but for the differences that stand', () => {
    const text = readFileSync(new URL('../../../../examples/rosters/ruyuan-2016.csv', import.meta.url), 'utf8');
    const roster = casesFrom(Papa.parse<string[]>(text, { skipEmptyLines: true }).data);
    expect(roster.problems).toEqual([]);
    const counts = tally(roster.households.map((household) => household.case));
    show('roster', counts);
    expect(counts.unexplained).toEqual([]);
    expect([...counts.rules].sort()).toEqual(Object.keys(counterparts).sort());
    expect(counts.compared).toBe(20 * 2944 + 25 * 7508);
    expect(counts.standing).toEqual({
      postgraduates: 3,
      'technician colleges': 3,
      'not in the pension scheme': 796,
      'solar power without labour': 2 * 1414,
    });
  });

  it('agrees on random households with facts missing, but for the differences that stand', () => {
    const counts = tally(randomHouseholds(runs, seed));
    show('random', counts);
    expect(counts.unexplained).toEqual([]);
    for (const status of ['met', 'unmet', 'not-applicable', 'unknown']) {
      expect(counts.statuses[status]).toBeGreaterThan(counts.compared / 50);
    }
  });

  it.each(standingDifferences)('still differs: $name', ({ name, rules, pairs, example }) => {
    const compared = compare(example, on).find(({ rule }) => rule === rules[0]) as Compared;
    expect(differ(compared)).toBe(true);
    expect(`${compared.second.status} ${compared.library.status}`).toBe(pairs[0]);
    expect(standingDifference(example, compared)?.name).toBe(name);
  });

  it('agrees on the day from which those who join in mid-year are insured', () => {
    let compared = 0;
    for (const input of randomHouseholds(100, seed)) {
      for (const { rule, subject, outcomes, status } of rulesIn(decide(ruyuan2016, input, { on }))) {
        const from = outcomes.find(({ what }) => what === 'benefits-from')?.value;
        if (rule !== 'ruyuan.medical.mid-year-enrolment' || status !== 'met' || typeof from !== 'string') continue;
        compared += 1;
        const { answer } = ask(insuredFromNextMonth, input, on, subject.index ?? -1);
        expect(answer).toBe(from <= on ? 'yes' : 'no');
      }
    }
    expect(compared).toBeGreaterThan(100);
  });
});
