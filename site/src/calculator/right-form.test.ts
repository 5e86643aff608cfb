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
    for (const control of ['count', 'date', 'dates', 'numbers'] as const) {
      const right = rightForm(question(control), nothing, words[language].answer, '');
      expect(right, control).toMatch(/例如|such as/);
    }
});

test('what the engine says of a list is kept', () => {
  expect(rightForm(question('dates'), nothing, words.en.answer, 'too late')).toBe('too late');
});
