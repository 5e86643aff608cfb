import { describe, expect, test } from 'vitest';
import { fileProblems } from './file-problem.ts';
import { policyFile } from './policy-file.ts';
import { sectionFile } from './section-file.ts';

const bilingual = { zh: '合成标题', en: 'A synthetic title' };
const quoteSha256 = 'a'.repeat(64);
const leaf = { fact: 'person.registered', operator: 'equal', value: true };

const policy = {
  id: 'synthetic-2016',
  document: {
    title: bilingual,
    number: null,
    issuer: bilingual,
    published: '2016-11-29',
    jurisdiction: { province: '合成省', county: '合成县' },
    sha256: quoteSha256,
    anomalies: [bilingual],
  },
  force: { from: '2016-11-29', to: '2018-12-31' },
  releases: [{ version: '1.0.0', date: '2026-11-24', changes: bilingual }],
  sections: ['1-1-approach', '1-2-scope'],
};

const rule = { kind: 'entitlement', subject: 'person', title: bilingual, when: leaf, quoteSha256 };

const section = {
  clause: '二(一)4',
  title: bilingual,
  summary: bilingual,
  parameters: {
    universityAid: {
      title: bilingual,
      unit: 'yuan/person/year',
      values: [{ from: '2016-11-29', to: '2017-12-31', value: 5000, quoteSha256 }],
    },
    schoolAid: {
      title: bilingual,
      unit: 'yuan/person/year',
      by: 'person.schoolStage',
      values: [{ from: '2016-11-29', value: { primary: 2500, 'junior-secondary': 2500 }, quoteSha256: [quoteSha256] }],
    },
    deadline: { title: bilingual, unit: 'date', values: [{ from: '2016-11-29', value: '2017-06-30', quoteSha256 }] },
    total: { title: bilingual, unit: 'yuan', derived: true, formula: 'universityAid * 3' },
  },
  facts: {
    'household.transferredCount': {
      title: bilingual,
      unit: 'persons',
      formula: "count(household.members, person.employmentStatus = 'transferred')",
    },
  },
  conditions: { poor: { any: [leaf, { not: leaf }, { condition: 'other' }] } },
  rules: {
    'synthetic.aid.university': {
      ...rule,
      asks: ['person', 'household'],
      clause: '二(一)5',
      alsoClauses: ['三'],
      force: { from: '2017-01-01', to: null },
      summary: bilingual,
      scope: { all: [leaf] },
      due: 'deadline',
      delivered: { fact: 'person.inDibao', operator: 'equal', value: true },
      grant: { what: 'aid', amount: 'universityAid', unit: 'yuan', per: 'person', every: 'year' },
      require: [{ what: 'income', value: 4000, actual: 'household.perCapitaDisposableIncome', comparator: 'at-least' }],
      state: { what: 'priority', value: true, when: leaf, title: bilingual },
      reconcile: [{ what: 'households', printed: 2944, formula: '2900 + 43', conflict: bilingual }],
      reading: [bilingual],
      anomalies: [bilingual],
      computable: 'partial',
      computableWhy: bilingual,
    },
    'synthetic.checklist': {
      ...rule,
      when: undefined,
      items: [
        {
          key: 'industry',
          title: bilingual,
          scope: leaf,
          when: { fact: 'person.schoolStage', operator: 'in', value: ['primary'] },
        },
      ],
    },
    'synthetic.nine': { ...rule, when: undefined, each: { field: 'household.nineMeasures', in: ['industry'] } },
    'synthetic.dated': { ...rule, due: '2017-06-30', grant: { what: 'aid', amount: null, unit: 'yuan' } },
    'synthetic.compared': {
      ...rule,
      when: { fact: 'household.perCapitaDisposableIncome', operator: 'lessThan', value: { parameter: 'line' } },
    },
  },
  listed: {
    'synthetic.self-reliance': { kind: 'principle', subject: 'person', title: bilingual, why: bilingual, quoteSha256 },
  },
};

/** What is reported where one place of the section holds something else; undefined takes it away. */
function faults(keys: readonly string[], value: unknown) {
  const copy = structuredClone(section);
  let at = copy as unknown as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  const last = keys.at(-1) ?? '';
  if (value === undefined) delete at[last];
  else at[last] = value;
  const result = sectionFile.safeParse(copy);
  return result.success ? [] : fileProblems(result.error, copy);
}
const ruleKeys = (...keys: string[]) => ['rules', 'synthetic.aid.university', ...keys];

test('a policy as documented is accepted', () => {
  expect(policyFile.parse(policy)).toEqual(policy);
});

test('a section as documented is accepted', () => {
  expect(sectionFile.parse(section)).toEqual(section);
});

test.each([
  ['an unknown key', { ...policy, author: 'x' }, 'author', 'unknown-key'],
  ['a missing release', { ...policy, releases: [] }, 'releases', 'wrong-form'],
  [
    'an odd version',
    { ...policy, releases: [{ ...policy.releases[0], version: '1' }] },
    'releases[0].version',
    'wrong-form',
  ],
  ['an odd id', { ...policy, id: 'Ruyuan 2016' }, 'id', 'wrong-form'],
  ['a missing force', { ...policy, force: undefined }, 'force', 'missing-key'],
  ['a number for a day', { ...policy, force: { from: 20161129 } }, 'force.from', 'wrong-type'],
])('a policy with %s is refused', (_, input, path, code) => {
  const result = policyFile.safeParse(input);
  const problems = result.success ? [] : fileProblems(result.error, input);
  expect(problems.map((problem) => ({ code: problem.code, path: problem.path }))).toEqual([{ code, path }]);
});

describe('a section', () => {
  test.each<[string, string[], unknown, string, string]>([
    ['a misspelt key of a rule', ruleKeys('grants'), {}, 'unknown-key', 'there is no key grants here'],
    ['a rule without its digest', ruleKeys('quoteSha256'), undefined, 'missing-key', 'is missing'],
    ['a misspelt kind', ruleKeys('kind'), 'entitlment', 'wrong-value', 'did you mean entitlement?'],
    ['an unknown operator', ruleKeys('when'), { ...leaf, operator: 'equals' }, 'wrong-value', 'did you mean equal?'],
    [
      'a leaf with a key too many',
      ruleKeys('when'),
      { ...leaf, path: '$.x' },
      'unknown-key',
      'there is no key path here',
    ],
    [
      'a leaf without a value',
      ruleKeys('when'),
      { fact: 'person.registered', operator: 'equal' },
      'missing-key',
      'is missing',
    ],
    ['an empty all', ruleKeys('when'), { all: [] }, 'wrong-form', 'must not be empty'],
    ['an empty any, nested', ruleKeys('when'), { all: [{ not: { any: [] } }] }, 'wrong-form', 'must not be empty'],
    [
      'a fact without an entity',
      ruleKeys('when'),
      { ...leaf, fact: 'registered' },
      'wrong-form',
      'a fact is written entity.key',
    ],
    ['an id in capitals', ['rules', 'Synthetic.Aid'], rule, 'wrong-form', 'an id is kebab-case words'],
    ['a digest that is too short', ruleKeys('quoteSha256'), 'abc', 'wrong-form', 'a SHA-256 is 64 digits'],
    ['a date that is none', ruleKeys('force'), { from: '2016-13-01' }, 'wrong-form', 'a day is written yyyy-mm-dd'],
    ['a partial rule without a reason', ruleKeys('computableWhy'), undefined, 'missing-key', 'is missing'],
    ['two tests', ruleKeys('each'), 'household.nineMeasures', 'wrong-form', 'one test only: when or each'],
    ['a title in one language', ['title'], { zh: '合成' }, 'missing-key', 'is missing'],
    [
      'a value that is a text',
      ['parameters', 'universityAid', 'values', '0', 'value'],
      '5,000',
      'wrong-form',
      'a value is a number, without quotes or thousands separators; a day is written yyyy-mm-dd',
    ],
    ['a parameter without values', ['parameters', 'universityAid', 'values'], undefined, 'missing-key', 'is missing'],
    [
      'a misspelt reference to a parameter',
      ruleKeys('when'),
      { ...leaf, value: { paramter: 'x' } },
      'unknown-key',
      'no key paramter',
    ],
    [
      'an outcome with an odd every',
      ruleKeys('grant', 'every'),
      'week',
      'wrong-value',
      'is "week", which is not one of once',
    ],
  ])('with %s is refused in words that say so', (_, keys, value, code, message) => {
    const problems = faults(keys, value);
    const [problem] = problems.filter((one) => one.code === code);
    expect(problem?.en).toContain(message);
    expect(problems.length).toBeLessThanOrEqual(2);
    expect(problem?.zh).toMatch(/\p{Script=Han}/u);
    expect(`${problem?.zh}${problem?.en}`).not.toContain(' / ');
  });

  test('names the place, step by step', () => {
    const [problem] = faults(ruleKeys('when'), { all: [leaf, { ...leaf, operator: 'equals' }] });
    expect(problem?.keys).toEqual([...ruleKeys('when', 'all'), 1, 'operator']);
  });
});
