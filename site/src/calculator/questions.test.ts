import { decide, type Policy, type PolicyText } from '@jingzhun/rules';
import { checkCase } from '@jingzhun/schemas';
import { expect, test } from 'vitest';
import { catalogue } from '../policies/catalogue.gen.ts';
import { defaultDay } from './default-day.ts';
import { exampleFor } from './example-case.ts';
import { factModels } from './facts-read.ts';
import { questionsOf as ask, type Question } from './questions.ts';
import { sectionsOf } from './sections.ts';
import { entitiesAsked, factsOfPage, policyFor, subjectsOf } from './subjects.ts';
import { unitLabel } from './unit-label.ts';

const policies: readonly Policy[] = await Promise.all(Object.values(catalogue).map(({ policy }) => policy()));
const texts = new Map(
  await Promise.all(Object.entries(catalogue).map(async ([id, { text }]) => [id, await text()] as const)),
);
const textOf = ({ id }: Policy): PolicyText => texts.get(id) as PolicyText;
const questionsOf = (policy: Policy, subject: string): readonly Question[] => ask(policy, textOf(policy), subject);
const pages = policies.flatMap((policy) => subjectsOf(policy).map((subject) => ({ policy, subject })));

test('every rule can be asked on some page', () => {
  for (const policy of policies) {
    const asked = new Set(subjectsOf(policy).flatMap(entitiesAsked));
    for (const { id, asks } of policy.rules)
      expect(
        asks.filter((entity) => asked.has(entity)),
        id,
      ).toEqual(asks);
  }
});

test('a page asks each fact once, with a label in both languages', () => {
  for (const { policy, subject } of pages) {
    const questions = questionsOf(policy, subject);
    const facts = questions.map(({ fact }) => fact);
    expect(new Set(facts).size, `${policy.id} ${subject}`).toBe(facts.length);
    for (const { fact, label, entries = [] } of [...questions, ...questions.flatMap(({ entries = [] }) => entries)]) {
      expect(label.zh, fact).toMatch(/\p{Script=Han}|^[A-D]/u);
      expect(label.en, fact).not.toMatch(/\p{Script=Han}/u);
      expect(entries.length, fact).toBeLessThan(10);
    }
  }
});

test('a count of leaders, households or villages is in persons, households or villages, of other things in items', () => {
  const unitsOf = (fact: string): ReadonlySet<string | undefined> =>
    new Set(
      pages.flatMap(({ policy, subject }) =>
        questionsOf(policy, subject).flatMap((question) => (question.fact === fact ? [question.unit?.en] : [])),
      ),
    );
  expect(unitsOf('unit.leadersInCharge')).toEqual(new Set(['persons']));
  expect(unitsOf('cadre.linkedHouseholds')).toEqual(new Set(['households']));
  expect(unitsOf('cadre.linkedVillages')).toEqual(new Set(['villages']));
  expect(unitsOf('household.industryProjects')).toEqual(new Set([undefined]));
});

test('what a number answers is named as a quantity, not as a statement', () => {
  const asked = pages.flatMap(({ policy, subject }) => questionsOf(policy, subject));
  const numbers = asked.filter(({ control }) => control === 'number' || control === 'count');
  const statements = numbers.filter(
    // What is counted in villages may be what villages have: the unit says of what it is the number.
    ({ label, unit }) =>
      /不高于|不低于|不少于|不多于/.test(label.zh) ||
      (/^(has|is|was|are)\b|\b(not|true)\b/i.test(label.en) && unit?.en !== 'villages'),
  );
  expect(statements.map(({ label }) => label.zh)).toEqual([]);
  const labelOf = (name: string) => asked.find(({ fact }) => fact === name)?.label.zh;
  expect(labelOf('county.healthIndicators.infantMortality')).toBe('婴儿死亡率');
  expect(labelOf('county.villageCounts.hasBusService')).toBe('通达客车');
});

test('every number says what it is measured in, and every year that it is one', () => {
  const asked = pages.flatMap(({ policy, subject }) =>
    questionsOf(policy, subject).flatMap((question) => [question, ...(question.entries ?? [])]),
  );
  const bare = asked.filter(
    ({ control, unit, isYear, label }) =>
      control === 'number' && unit === undefined && !(isYear && label.zh.includes('年') && /year/.test(label.en)),
  );
  expect(bare.map(({ fact }) => fact)).toEqual([]);
  const units = [...new Set(asked.flatMap(({ unit }) => unit?.en ?? []))];
  for (const unit of units) expect(unitLabel(unit, 'zh'), unit).not.toMatch(/[a-z]{3}/);
  for (const unit of units) expect(unitLabel(unit, 'en'), unit).not.toContain('-');
  const unitOf = (name: string) => asked.find(({ fact }) => fact === name)?.unit;
  expect(unitOf('village.publicServiceIndicators.pensionCoverage')).toEqual({ zh: '%', en: '%' });
  expect(unitOf('county.healthIndicators.infantMortality')).toEqual({ zh: '‰', en: 'per-thousand' });
  expect(unitOf('household.incomePriceBaseYear')).toEqual({ zh: '年份', en: 'calendar-year' });
  expect(unitOf('household.incomeYear')).toBeUndefined();
});

test('a text that rules compare with words offers these, and no other question does', () => {
  const wordsOf = (id: string, subject: string): Record<string, readonly string[] | undefined> =>
    Object.fromEntries(
      pages
        .filter((page) => page.policy.id === id && page.subject === subject)
        .flatMap(({ policy }) => questionsOf(policy, subject))
        .flatMap(({ fact, words }) => (words === undefined ? [] : [[fact, words]])),
    );
  expect(wordsOf('huadu-2016', 'household')).toEqual({
    'person.educationLevel': [
      '大专',
      '大专及以上',
      '高职高专',
      '大学',
      '本科',
      '大学本科',
      '本科及以上',
      '研究生',
      '硕士研究生及以上',
    ],
    'town.name': ['梯面镇'],
  });
  expect(wordsOf('huayang-2016', 'town')).toEqual({
    'town.leadingGroup.office': ['扶贫办', '镇扶贫办', '扶贫开发办公室', '镇扶贫开发办公室'],
  });
  expect(wordsOf('hubei-2016', 'village')).toEqual({});
});

test('no heading of a section of the document stands over one question alone', () => {
  for (const { policy, subject } of pages) {
    if (subject === 'household') continue;
    const text = textOf(policy);
    const own = questionsOf(policy, subject).filter(({ entity }) => entity === subject);
    for (const { title, groups } of sectionsOf(own, policy, text, subject)) {
      const count = groups.reduce(
        (sum, group) => sum + (group.kind === 'list' ? group.questions : group.rows).length,
        0,
      );
      if (text.sections.some((section) => section.title.zh === title.zh)) expect(count, title.zh).toBeGreaterThan(1);
    }
  }
});

test('a page asks all that its rules read and that can be given', () => {
  for (const { policy, subject } of pages) {
    const asked = new Set(
      questionsOf(policy, subject).flatMap(({ fact, entries = [] }) => [fact, ...entries.map((entry) => entry.fact)]),
    );
    const open = factsOfPage(policy, subject)
      .map(({ name }) => factModels(policy).get(name))
      .filter((model) => model?.path !== undefined && model.name !== 'household.members')
      .filter((model) => subject === 'household' || model?.entity !== 'person')
      .flatMap((model) => (model === undefined || asked.has(model.name) ? [] : [model.name]));
    expect(open, `${policy.id} ${subject}`).toEqual([]);
  }
});

test('what only a roster can tell is not asked, nor what is read of another subject alone', () => {
  for (const { policy, subject } of pages) {
    if (subject !== 'household') continue;
    // A household has members of its own: no page about one asks for the facts of a second.
    const entities = new Set(questionsOf(policy, subject).map(({ entity }) => entity));
    expect(entities.has('household')).toBe(true);
    expect(entities.has('roster')).toBe(false);
  }
  const town = policies.flatMap((policy) => (subjectsOf(policy).includes('town') ? questionsOf(policy, 'town') : []));
  // Counted from a roster where it is not given: asked as a figure of the town.
  expect(town.some(({ entity }) => entity === 'person')).toBe(false);
});

test('every question stands in one section of the form', () => {
  for (const { policy, subject } of pages) {
    const questions = questionsOf(policy, subject);
    const placed = sectionsOf(questions, policy, textOf(policy), subject).flatMap(({ groups }) =>
      groups.flatMap((group) =>
        group.kind === 'list'
          ? group.questions
          : group.rows.flatMap((row) => row.questions.filter((each) => each !== undefined)),
      ),
    );
    const persons = questions.filter(({ entity }) => entity === 'person' && subject === 'household');
    expect([...placed, ...persons].map(({ fact }) => fact).sort()).toEqual(questions.map(({ fact }) => fact).sort());
  }
});

test('a table heads a column with what all its rows have in common', () => {
  const tables = pages.flatMap(({ policy, subject }) =>
    sectionsOf(questionsOf(policy, subject), policy, textOf(policy), subject)
      .flatMap(({ groups }) => groups)
      .filter((group) => group.kind === 'matrix'),
  );
  expect(tables.length).toBeGreaterThan(0);
  for (const { columns, rows } of tables)
    for (const [at, column] of columns.entries())
      for (const row of rows)
        for (const language of ['zh', 'en'] as const) {
          const label = row.questions[at]?.label[language] ?? '';
          expect(label).toContain(column[language]);
          expect(label).toContain(row.label[language]);
          expect(column[language]).not.toContain(row.label[language]);
        }
});

test('the example of every page is a case, is decided, and settles something', () => {
  for (const { policy, subject } of pages) {
    const on = defaultDay(policy);
    const example = exampleFor(policy, subject, questionsOf(policy, subject), on, 'zh');
    expect(checkCase(example).ok, `${policy.id} ${subject}`).toBe(true);
    const statuses = decide(policyFor(policy, subject), example, { on }).findings.map(({ status }) => status);
    expect(
      statuses.some((status) => status !== 'unknown' && status !== 'not-in-force'),
      `${policy.id} ${subject}`,
    ).toBe(true);
  }
});

test('no question is called a date alone', () => {
  const dates = pages.flatMap(({ policy, subject }) =>
    questionsOf(policy, subject).filter(({ control }) => control === 'date'),
  );
  expect(dates.length).toBeGreaterThan(5);
  expect(dates.filter(({ label }) => label.zh === '日期' || label.en === 'date').map(({ fact }) => fact)).toEqual([]);
});
