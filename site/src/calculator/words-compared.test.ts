import type { Policy } from '@jingzhun/rules';
import { expect, test } from 'vitest';
import { wordsCompared } from './words-compared.ts';

const fact = (name: string) => ({ op: 'fact', fact: name });
const value = (of: unknown) => ({ op: 'value', value: of });
const policy = {
  facts: [
    {
      name: 'own',
      derive: {
        formula: {
          expression: {
            op: 'and',
            of: [
              { op: 'in', of: fact('person.educationLevel'), values: ['大专', '本科'] },
              { op: 'compare', operator: '=', left: value('扶贫办'), right: { op: 'ifAbsent', fact: 'town.office' } },
              { op: 'contains', of: fact('village.assistingUnits'), value: value('农业局') },
              { op: 'compare', operator: '=', left: fact('village.name'), right: fact('cadre.village') },
              { op: 'compare', operator: '>', left: fact('person.age'), right: value(18) },
            ],
          },
        },
      },
    },
  ],
  rules: [
    {
      items: [
        {
          when: {
            all: [
              { not: { fact: 'person.educationLevel', operator: 'in', value: ['本科', '研究生'] } },
              { fact: 'town.office', operator: 'notEqual', value: '' },
              { fact: 'village.name', operator: 'equal', value: { fact: 'cadre.village' } },
            ],
          },
        },
      ],
    },
  ],
} as unknown as Policy;

test('words are found in conditions and formulas, however deep, each once', () => {
  expect(wordsCompared(policy, 'person.educationLevel')).toEqual(['大专', '本科', '研究生']);
  expect(wordsCompared(policy, 'village.assistingUnits')).toEqual(['农业局']);
});

test('either side of a comparison may be the word, and an empty text is none', () => {
  expect(wordsCompared(policy, 'town.office')).toEqual(['扶贫办']);
});

test('what is compared with another fact, or with a number, has no words', () => {
  expect(wordsCompared(policy, 'village.name')).toEqual([]);
  expect(wordsCompared(policy, 'person.age')).toEqual([]);
  expect(wordsCompared(policy, 'person.unread')).toEqual([]);
});
