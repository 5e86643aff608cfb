import { decide } from '@jingzhun/rules';
import { hubei2016 } from '@jingzhun/rules/policies/hubei-2016';
import { expect, test } from 'vitest';
import { withoutStandIns } from './without-stand-ins.ts';

const days = ['2016-05-03', '2016-05-04'];
const cadre = { stationed: true, workLogDates: days, attendanceDates: days };
const on = '2017-01-15';
const rule = 'hubei.obligation.180-workdays';
const decided = (policy: typeof hubei2016) =>
  decide(policy, { cadre, period: { year: 2016 } }, { on }).findings.find((finding) => finding.rule === rule);

test('a figure that cannot be read is open, and is not worked out from others', () => {
  expect(decided(hubei2016)).toMatchObject({ status: 'unmet', outcomes: [{ actual: 2 }] });
  const open = withoutStandIns(hubei2016, new Set(['cadre.villageWorkdayCount']));
  const finding = decided(open as typeof hubei2016);
  expect(finding).toMatchObject({ status: 'unknown', missing: ['cadre.villageWorkdayCount'] });
  expect(finding?.outcomes[0]?.actual).toBeNull();
});

test('what does not rest on it is as it was, and so is the policy', () => {
  const open = withoutStandIns(hubei2016, new Set(['household.registered'])) as typeof hubei2016;
  expect(decided(open)).toEqual(decided(hubei2016));
  expect(decided(hubei2016)?.status).toBe('unmet');
  expect(withoutStandIns(hubei2016, new Set(['household.registered']))).toBe(open);
});
