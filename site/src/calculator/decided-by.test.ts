import type { Policy, Reason, RuleFinding, RuleModel } from '@jingzhun/rules';
import { expect, test } from 'vitest';
import { calcWords } from '../words/calc.ts';
import { Places } from './asks.ts';
import type { Reading } from './case-form.ts';
import { decidedBy, decidedWords } from './decided-by.ts';
import { Describe } from './describe.ts';
import { entitiesWithin } from './one-of-many.ts';
import type { PageData } from './page-data.ts';
import { type Language, words } from './words.ts';

test('a village has many households, a household its members alone, and a fund and a unit nobody', () => {
  expect(entitiesWithin('village')).toEqual(['person', 'household']);
  expect(entitiesWithin('county')).toEqual(['person', 'household', 'village', 'town']);
  expect(entitiesWithin('household')).toEqual([]);
  expect(entitiesWithin('fund')).toEqual([]);
  expect(entitiesWithin('unit')).toEqual([]);
});

const fact = (name: string) => ({ op: 'fact', fact: name });
const follows = (name: string, expression: object) => ({ name, derive: { formula: { expression } } });
const policy = {
  facts: [
    follows('village.askedItself', {
      op: 'and',
      of: [
        { op: 'present', entity: 'village' },
        { op: 'not', of: fact('county.villagesTold') },
      ],
    }),
    follows('county.villagesTold', { op: 'given', fact: 'county.villageCount' }),
    follows('county.villagesReached', { op: 'if', when: fact('village.hasBus'), yes: {}, no: {} }),
    follows('period.isFirst', { op: 'compare', operator: '=', left: fact('period.year'), right: {} }),
  ],
} as unknown as Policy;
const entities = Object.fromEntries(
  ['person', 'household', 'village', 'town', 'county', 'period'].map((each) => [each, each]),
);
const asked = [
  'household.registered',
  'village.hasBus',
  'town.reports',
  'county.villageCount',
  'county.isPoor',
  'period.year',
];

interface Given {
  readonly answered?: readonly string[];
  readonly found?: object;
  readonly any?: true;
}

/** The entities by which a page's finding was decided, by the facts that it looks at and what they are. */
function by(
  subject: string,
  facts: Readonly<Record<string, Reason['actual']>>,
  { answered = asked, found, any }: Given = {},
) {
  const reading = { questions: new Map(asked.map((path) => [path, {}])), answered: new Set(answered), names: [] };
  const leaves = Object.keys(facts).map((name) => ({ fact: name, operator: 'equal', value: true }));
  const because = Object.entries(facts).map(([name, actual]) => ({ fact: name, actual, holds: actual }));
  return decidedBy(
    { status: 'met', subject: { entity: subject }, because, missing: [], ...found } as unknown as RuleFinding,
    { when: any ? { any: leaves } : { all: leaves } } as unknown as RuleModel,
    new Places(policy, reading as unknown as Reading, false),
    { subject, within: entitiesWithin(subject), entities },
  );
}

test('a finding rests on the one of many that was given where something is known of it, whatever else bears', () => {
  expect(by('village', { 'household.registered': true })).toEqual(['household']);
  expect(by('village', { 'household.registered': true, 'village.hasBus': true })).toEqual(['household']);
  expect(by('village', { 'household.registered': null })).toEqual([]);
  expect(by('village', { 'village.hasBus': true })).toEqual([]);
});

test('it rests on any other only where nothing of the page itself bears', () => {
  expect(by('village', { 'county.isPoor': true })).toEqual(['county']);
  expect(by('village', { 'county.isPoor': true, 'village.hasBus': true })).toEqual([]);
  expect(by('county', { 'village.hasBus': true, 'town.reports': true })).toEqual(['village', 'town']);
});

test('what follows from others is of those, and who the case is about is nobody', () => {
  expect(by('county', { 'village.askedItself': false, 'county.villageCount': true })).toEqual([]);
  expect(by('county', { 'village.askedItself': true })).toEqual([]);
  expect(by('county', { 'county.villagesReached': true })).toEqual(['village']);
  expect(by('county', { 'county.villagesReached': true }, { answered: [] })).toEqual([]);
  expect(by('county', { 'period.isFirst': true })).toEqual([]);
});

test('a way that was not needed is not what it rests on, nor is anything while something is missing', () => {
  expect(by('village', { 'village.hasBus': true, 'household.registered': false }, { any: true })).toEqual([]);
  // Of what is not met, what holds is not why.
  const failed = { status: 'unmet' };
  expect(by('town', { 'household.registered': true, 'town.reports': false }, { found: failed })).toEqual([]);
  expect(by('town', { 'household.registered': false, 'town.reports': true }, { found: failed })).toEqual(['household']);
  const found = { status: 'unknown', missing: ['village.hasBus'] };
  expect(by('village', { 'household.registered': true }, { found })).toEqual([]);
});

test('the last of several is joined with a word in English', () => {
  const told = (language: Language, ...given: readonly string[]) => {
    const own = { ...words[language], calc: calcWords[language].page } as unknown as PageData['words'];
    return decidedWords(given, new Describe({ facts: {}, codes: {}, units: {}, entities, words: own }), own);
  };
  expect(told('en', 'village')).toBe('Decided by the village given under “Other data”');
  expect(told('en', 'village', 'town')).toBe('Decided by the village and town given under “Other data”');
  expect(told('en', 'household', 'village', 'town')).toContain('household, village and town');
  expect(told('zh', 'village', 'town')).toBe('按“其他数据”里所填的村、镇判断');
  expect(told('zh')).toBe('');
});
