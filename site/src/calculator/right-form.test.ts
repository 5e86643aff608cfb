import type { Policy } from '@jingzhun/rules';
import { expect, test } from 'vitest';
import type { QuestionElement } from './form-values.ts';
import type { Control } from './questions.ts';
import { rightForm } from './right-form.ts';
import { words } from './words.ts';

const nothing = { facts: [] } as unknown as Policy;
const question = (control: Control): QuestionElement => ({ dataset: { fact: 'x', control } }) as QuestionElement;

test('of what the form itself cannot read it says what would be right', () => {
  for (const language of ['zh', 'en'] as const)
    for (const control of ['count', 'date', 'dates', 'number', 'numbers'] as const) {
      const right = rightForm(question(control), nothing, words[language].answer, '');
      expect(right, control).toMatch(/例如|such as/);
    }
});

test('what the engine says of a list is kept', () => {
  expect(rightForm(question('dates'), nothing, words.en.answer, 'too late')).toBe('too late');
});

test('the example of a number is one of its kind', () => {
  const of = (fact: object): string => {
    const policy = { facts: [{ name: 'x', ...fact }] } as unknown as Policy;
    return rightForm(question('number'), policy, words.en.answer, 'no number').split('such as ').at(-1) ?? '';
  };
  expect(of({ type: 'percent', scale: 100, min: -10_000 })).toBe('12.5');
  expect(of({ type: 'percent', scale: 1 })).toBe('12');
  expect(of({ type: 'yuan', scale: 100, min: 0 })).toBe('3600');
  expect(of({ type: 'integer', scale: 1, min: 0 })).toBe('2');
  expect(of({ type: 'integer', scale: 1, min: 3 })).toBe('3');
});
