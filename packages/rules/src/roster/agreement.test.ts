import { describe, expect, it } from 'vitest';
import type { Policy } from '../model/policy.ts';
import { huadu2016 } from '../policies/huadu-2016.gen.ts';
import { huayang2016 } from '../policies/huayang-2016.gen.ts';
import { hubei2016 } from '../policies/hubei-2016.gen.ts';
import { ruyuan2016 } from '../policies/ruyuan-2016.gen.ts';
import { sichuan2014 } from '../policies/sichuan-2014.gen.ts';
import { randomRoster } from '../testing/random-roster.ts';
import { differenceFromAssess } from '../testing/roster-by-assess.ts';
import { columnsFrom, decideRoster } from './index.ts';

const policies: Readonly<Record<string, Policy>> = { ruyuan2016, huadu2016, hubei2016, huayang2016, sichuan2014 };

/** Days in force and past it, and facts of another day than the law. */
const days: readonly { readonly on: string; readonly assessedOn?: string }[] = [
  { on: '2016-12-10' },
  { on: '2017-09-01', assessedOn: '2017-06-30' },
  { on: '2018-12-31', assessedOn: '2019-02-01' },
  { on: '2014-12-31' },
];
const households = 3000;
const rosters = 10;

describe('a roster in columns', () => {
  it.each(Object.entries(policies))('agrees with assess on every case: %s', (_, policy) => {
    let asked = 0;
    for (let seed = 1; seed <= rosters; seed++) {
      const dates = days[seed % days.length] as (typeof days)[number];
      const { cases, around } = randomRoster(policy, households / rosters, seed);
      const { columns, refused } = columnsFrom(cases, policy, around);
      expect(refused).toEqual([]);
      const decision = decideRoster(policy, columns, dates);
      expect(differenceFromAssess(policy, cases, columns, dates, decision), `seed ${seed}`).toBeUndefined();
      for (const { counts } of decision.rules) asked += counts.met + counts.unmet + counts.unknown;
    }
    expect(asked).toBeGreaterThan(households);
  });
});
