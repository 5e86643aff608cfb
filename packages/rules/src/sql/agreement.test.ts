import { describe, expect, it } from 'vitest';
import { randomHouseholds } from '../../../../bench/random-households.ts';
import { changeDays } from '../compile/regime.ts';
import { huadu2016 } from '../policies/huadu-2016.gen.ts';
import { huayang2016 } from '../policies/huayang-2016.gen.ts';
import { hubei2016 } from '../policies/hubei-2016.gen.ts';
import { ruyuan2016 } from '../policies/ruyuan-2016.gen.ts';
import { sichuan2014 } from '../policies/sichuan-2014.gen.ts';
import { addDays } from '../values/dates.ts';
import { agreement } from './testing/agreement.ts';

const policies = [ruyuan2016, huadu2016, huayang2016, hubei2016, sichuan2014];

/** Days on both sides of changes of the law, and one after all of them. */
const questions = policies.flatMap((policy) => {
  const changes = changeDays(policy);
  const at = (part: number): string => changes[Math.floor((changes.length - 1) * part)] as string;
  const days = [at(0), addDays(at(0.4), 200), addDays(at(0.7), 30), addDays(at(1), -1), '2023-01-01'];
  return days.map((on, place) => ({
    policy,
    id: policy.id,
    dates: place % 2 === 0 ? { on } : { on, assessedOn: addDays(on, 100) },
    seed: place + 1,
    // What holds for all households is given on some days, and unknown on the others.
    given: place % 2 === 1,
  }));
});

describe('SQL of the policies', () => {
  it.each(questions)('$id on $dates.on says what assess says of every household', async (question) => {
    const { policy, dates, seed, given } = question;
    const cases = [...randomHouseholds(policy, 200, seed)];
    const { household: _home, ...facts } = cases.find((each) => Object.keys(each).length > 4) ?? {};
    const { compared, differences } = await agreement(policy, cases, dates, given ? facts : {});
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(2000);
  });
});
