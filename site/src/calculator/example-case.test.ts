import { decide, type Policy } from '@jingzhun/rules';
import { expect, test } from 'vitest';
import { catalogue } from '../policies/catalogue.gen.ts';
import { valueAt } from './case-form.ts';
import { defaultDay } from './default-day.ts';
import { exampleFor } from './example-case.ts';
import { ratiosOf, wholesOf } from './fact-relations.ts';
import { questionsOf } from './questions.ts';
import { policyFor, subjectsOf } from './subjects.ts';

const loaded = await Promise.all(
  Object.values(catalogue).map(async (module) => ({ policy: await module.policy(), text: await module.text() })),
);
const pages = loaded.flatMap(({ policy, text }) =>
  subjectsOf(policy).map((subject) => {
    const on = defaultDay(policy);
    const questions = questionsOf(policy, text, subject);
    const input = exampleFor(policy, subject, questions, on, 'zh');
    const { findings } = decide(policyFor(policy, subject), input, { on });
    const numbers = questions.filter(({ control }) => control === 'number').map(({ fact }) => fact);
    return { name: `${policy.id} ${subject}`, policy, subject, on, input, findings, numbers };
  }),
);

const mostGrowth = 50;

function policyOf(id: string): Policy {
  return loaded.find(({ policy }) => policy.id === id)?.policy as Policy;
}

test('there is an example for every calculator', () => {
  expect(pages.length).toBeGreaterThan(40);
});

test.each(pages)('the example of $name meets a rule', ({ findings }) => {
  expect(findings.map(({ status }) => status)).toContain('met');
});

test.each(pages)('no share in the example of $name is above 100 %, no growth above 50 %', ({ findings, ...page }) => {
  const rates = findings
    .flatMap(({ outcomes = [] }) => outcomes)
    .flatMap(({ unit, actual }) => (unit === '%' && typeof actual === 'number' ? [actual] : []));
  expect(rates.filter((rate) => rate > 100 || rate < -mostGrowth)).toEqual([]);
  const number = (fact: string): number | undefined => valueAt(page.input, fact.split('.')) as number | undefined;
  for (const { part, whole, growth } of ratiosOf(page.policy, page.subject, page.on)) {
    const [upper, lower] = [number(part), number(whole)];
    if (upper === undefined || lower === undefined) continue;
    const rate = 100 * (upper / lower - (growth ? 1 : 0));
    expect(rate, `${part} / ${whole}`).toBeGreaterThanOrEqual(growth ? -mostGrowth : 0);
    expect(rate, `${part} / ${whole}`).toBeLessThanOrEqual(growth ? mostGrowth : 100);
  }
});

test.each(pages)(
  'no part in the example of $name is more than its whole',
  ({ policy, subject, on, input, numbers }) => {
    if (subject === 'household') return;
    for (const [part, wholes] of wholesOf(policy, subject, on, numbers)) {
      for (const whole of wholes) {
        const [less, more] = [part, whole].map((fact) => valueAt(input, fact.split('.')));
        if (typeof less !== 'number' || typeof more !== 'number') continue;
        expect(more, whole).toBeGreaterThan(0);
        expect(less, `${part} of ${whole}`).toBeLessThanOrEqual(more);
      }
    }
  },
);

test('where many rules are met, one or two are not and one is open', () => {
  for (const { name, subject, findings } of pages) {
    const count = (wanted: string): number => findings.filter(({ status }) => status === wanted).length;
    if (subject === 'household' || count('met') < 4) continue;
    expect(count('unmet'), name).toBeGreaterThan(0);
    expect(count('unmet'), name).toBeLessThanOrEqual(2);
    expect(count('unknown'), name).toBeGreaterThan(0);
  }
});

test('a share and what a figure became since the year before are told apart', () => {
  const policy = policyOf('hubei-2016');
  const ratios = ratiosOf(policy, 'village', defaultDay(policy));
  const of = (fact: string) => ratios.find(({ part }) => part === fact);
  expect(of('village.hardenedGroupRoadLength')).toEqual({
    part: 'village.hardenedGroupRoadLength',
    whole: 'village.groupRoadLength',
    growth: false,
    asked: { threshold: 0.8, atMost: false },
  });
  expect(of('household.perCapitaDisposableIncome')).toMatchObject({ growth: true });
});

test('parts are those that a rule divides, that have to reach another count, or that the vocabulary counts among others', () => {
  const policy = policyOf('ruyuan-2016');
  const facts = [
    'county.ruralPopulation',
    'county.registeredHouseholdCount',
    'county.householdCountByType.wubao',
    'county.renovationHouseholdCount',
    'county.renovatedHouseholdCount',
    'county.exitedPersonCount',
    'county.exitedInYearPersonCount',
  ];
  const wholes = wholesOf(policy, 'county', defaultDay(policy), facts);
  expect(wholes.get('county.householdCountByType.wubao')).toContain('county.registeredHouseholdCount');
  expect(wholes.get('county.renovatedHouseholdCount')).toContain('county.renovationHouseholdCount');
  expect(wholes.get('county.exitedInYearPersonCount')).toContain('county.exitedPersonCount');
  expect(wholes.get('county.exitedPersonCount')).toContain('county.ruralPopulation');
  expect(wholes.get('county.digitalTeachingPointCount')).toContain('county.teachingPointCount');
  expect(wholes.get('county.villageCounts.refuseTreated')).toContain('county.villageCount');
});

test('nothing in an example speaks against another answer', () => {
  const given = (of: string, fact: string): unknown =>
    valueAt(pages.find(({ name }) => name === of)?.input as never, fact.split('.'));
  const [plan, reported] = ['hasImplementationPlan', 'planReportedDate'].map((key) =>
    given('huadu-2016 town', `town.${key}`),
  );
  expect(plan === false && reported !== undefined).toBe(false);
  const [rules, made] = ['hasDetailedRules', 'dutiesDone.rules'].map((key) =>
    given('sichuan-2014 unit', `unit.${key}`),
  );
  expect(rules).toBe(made);
  for (const page of ['ruyuan-2016 solarSite', 'ruyuan-2016 town'])
    expect(given(page, 'town.solarCapacity')).toBeGreaterThanOrEqual(given(page, 'solarSite.capacity') as number);
  const [employment] = given('ruyuan-2016 enterprise', 'enterprise.employments') as { from: string; to: string }[];
  expect(employment?.from.slice(0, 4)).toBe(String(Number(employment?.to.slice(0, 4)) - 1));
});
