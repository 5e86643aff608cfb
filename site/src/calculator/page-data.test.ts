import { expect, test } from 'vitest';
import { type CalculatorOf, currentCalculators } from './calculators.ts';
import { type PageData, pageData } from './page-data.ts';
import { questionsOf } from './questions.ts';
import { truthAnswers } from './truth-answers.ts';
import type { Language } from './words.ts';

const pages = await currentCalculators();
const dataOf = (calculator: CalculatorOf, language: Language): PageData =>
  pageData({ ...calculator, example: {} }, language);

test('every number that a policy works out has its unit in words, a number of years in years', () => {
  const worded = pages.flatMap(({ props: { calculator, language } }) => {
    const { facts, units } = dataOf(calculator, language);
    const own = calculator.text.sections.flatMap((section) => Object.entries(section.facts));
    return own.flatMap(([name, { unit }]) => {
      const fact = facts[name];
      if (unit === undefined || fact === undefined) return [];
      expect(units).toHaveProperty([fact.unit ?? '']);
      return [[name, unit, fact.unit] as const];
    });
  });
  expect(worded.length).toBeGreaterThan(0);
  // Items may be counted by the Chinese word for what they are.
  const isMeasure = (unit: string, shown = ''): boolean => unit === 'items' && /^\p{Script=Han}$/u.test(shown);
  expect(worded.filter(([, unit, shown]) => ![unit, 'years'].includes(shown ?? '') && !isMeasure(unit, shown))).toEqual(
    [],
  );
  expect(worded.filter(([, , shown]) => shown === 'years').length).toBeGreaterThan(0);
});

test('no label says the entity before what names it', () => {
  const labels = pages.flatMap(({ props: { calculator, language } }) =>
    Object.values(dataOf(calculator, language).facts).map(({ label }) => label),
  );
  expect(labels).toContain('镇名');
  expect(labels.filter((label) => /^(\p{Script=Han}+)·\1/u.test(label))).toEqual([]);
  expect(labels.filter((label) => /^(\w+): .*\b\1\b/i.test(label))).toEqual([]);
});

test('the day is called what the field of the page is called, whichever of its meanings a rule asks about', () => {
  const labels = pages.flatMap(({ props: { calculator, language } }) =>
    Object.entries(dataOf(calculator, language).facts).flatMap(([name, { label }]) =>
      name.startsWith('date.') ? [label] : [],
    ),
  );
  expect(new Set(labels)).toEqual(new Set(['政策日期', 'Policy date']));
});

test('in Chinese a figure that is a thing alone says whether there is one, as its fact does', () => {
  const titlesIn = (language: Language) =>
    pages.flatMap(({ props }) => {
      if (props.language !== language) return [];
      const { rules } = dataOf(props.calculator, language);
      return Object.values(rules).flatMap(({ had = [], outcomes }) => had.map((what) => outcomes[what]));
    });
  expect([...new Set(titlesIn('zh'))].sort()).toMatchInlineSnapshot(`
    [
      "乡镇综合文化站",
      "县级图书馆",
      "县级文化馆",
      "帮扶方案",
      "本部门的实施方案",
      "标准卫生室",
      "综合文化活动室",
    ]
  `);
  expect(titlesIn('en')).toEqual([]);
});

test('what only says of what a case is asked is known to be no fact about it', () => {
  const switches = pages.flatMap(({ props: { calculator, language } }) =>
    Object.entries(dataOf(calculator, language).facts).flatMap(([name, { isSwitch }]) =>
      isSwitch && !name.startsWith('present.') ? [name] : [],
    ),
  );
  expect([...new Set(switches)].sort()).toMatchInlineSnapshot(`
    [
      "household.takenByMember",
      "village.asked",
      "village.askedItself",
      "village.datesAsked",
      "village.exitAsked",
      "village.listed",
    ]
  `);
});

test('the form and the answer say yes and no of a fact in the same words', () => {
  const compared = pages.flatMap(({ props: { calculator, language } }) => {
    const { facts } = dataOf(calculator, language);
    const questions = questionsOf(calculator.policy, calculator.text, calculator.subject);
    return questions
      .filter(({ control, fact }) => control === 'yes-no' && facts[fact] !== undefined)
      .map(({ fact }) => [truthAnswers(fact, language), facts[fact]?.answers]);
  });
  expect(compared.filter(([form]) => form).length).toBeGreaterThan(0);
  expect(compared.filter(([form, answer]) => String(form) !== String(answer))).toEqual([]);
});
