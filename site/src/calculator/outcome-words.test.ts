import type { Policy, PolicyText } from '@jingzhun/rules';
import { expect, test } from 'vitest';
import { catalogue } from '../policies/catalogue.gen.ts';
import { inWords } from './outcome-words.ts';
import { pageData } from './page-data.ts';

async function unitsOf(ruleId: string, what: string) {
  const policy = (await catalogue['hubei-2016']?.policy()) as Policy;
  const text = (await catalogue['hubei-2016']?.text()) as PolicyText;
  const data = pageData({ policy, text, subject: 'village', releases: {}, example: {} }, 'zh');
  const rule = policy.rules.find((each) => each.id === ruleId);
  const model = rule?.outcomes.find((each) => each.what === what);
  const { unit } = model ?? {};
  const given = { role: 'state', what, value: 3, ...(unit === undefined ? {} : { unit }) } as const;
  return { unit, shown: inWords(given, rule, data).unit };
}

test('a figure that is an indicator is in the unit of the indicator', async () => {
  const rule = 'hubei.exit.public-services-average';
  expect(await unitsOf(rule, 'pension-average')).toEqual({ unit: undefined, shown: '%' });
  expect(await unitsOf(rule, 'clinics')).toEqual({ unit: undefined, shown: 'items' });
});

test('a figure with a unit keeps it', async () => {
  const rule = 'hubei.exit.income-70pct';
  expect(await unitsOf(rule, 'income')).toEqual({ unit: 'yuan', shown: 'yuan' });
  expect(await unitsOf(rule, 'share')).toEqual({ unit: '%', shown: '%' });
});

test.each([
  ['zh', '多对一'],
  ['en', 'many to one'],
] as const)('a word of the policy’s own is said in %s', async (language, said) => {
  const policy = (await catalogue['hubei-2016']?.policy()) as Policy;
  const text = (await catalogue['hubei-2016']?.text()) as PolicyText;
  const data = pageData({ policy, text, subject: 'household', releases: {}, example: {} }, language);
  const rule = policy.rules.find(({ id }) => id === 'hubei.obligation.pairing-modes');
  expect(inWords({ what: 'mode', value: 'many-to-one' }, rule, data).value).toBe(said);
});
