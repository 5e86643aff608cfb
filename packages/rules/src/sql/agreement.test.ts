import { describe, expect, it } from 'vitest';
import { randomHouseholds } from '../../../../bench/random-households.ts';
import { huadu2016 } from '../policies/huadu-2016.gen.ts';
import { huayang2016 } from '../policies/huayang-2016.gen.ts';
import { hubei2016 } from '../policies/hubei-2016.gen.ts';
import { ruyuan2016 } from '../policies/ruyuan-2016.gen.ts';
import { sichuan2014 } from '../policies/sichuan-2014.gen.ts';
import { agreement } from './testing/agreement.ts';

const policies = [ruyuan2016, huadu2016, huayang2016, hubei2016, sichuan2014];
const days = [
  { on: '2014-06-01' },
  { on: '2016-12-01', assessedOn: '2017-06-01' },
  { on: '2017-09-01' },
  { on: '2018-12-31' },
  { on: '2020-12-31', assessedOn: '2019-01-01' },
];

describe.each(policies.map((policy) => [policy.id, policy] as const))('SQL of %s', (_, policy) => {
  it.each(days)('gives every status and amount that assess gives, on $on', { timeout: 60_000 }, async (dates) => {
    const cases = [...randomHouseholds(policy, 200, Number(dates.on.slice(0, 4)))];
    const { household: _home, ...facts } = cases.find((each) => Object.keys(each).length > 4) ?? {};
    // With what holds for all households given, and on the other days unknown.
    const constants = dates.assessedOn === undefined ? facts : {};
    const { compared, differences } = await agreement(policy, cases, dates, constants);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(2000);
  });
});
