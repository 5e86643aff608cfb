// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruyuan2016 } from '@jingzhun/rules/policies/ruyuan-2016';
import { beforeAll, describe, expect, it } from 'vitest';
import { caseOf, questionsOf } from './fields.ts';

const lines = () => [...document.querySelectorAll('#result li')].map(({ textContent }) => textContent);

function answer(answers: Record<string, string>): void {
  for (const [name, value] of Object.entries(answers)) {
    const control = document.querySelector<HTMLSelectElement>(`[name="${name}"]`);
    if (control === null) throw new Error(`the form does not ask ${name}`);
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

describe('the form', () => {
  beforeAll(async () => {
    const html = readFileSync(join(import.meta.dirname, 'index.html'), 'utf8');
    document.body.innerHTML = html.slice(html.indexOf('<h1>'), html.indexOf('<script'));
    await import('./form.ts');
  });

  it('asks in words of the vocabulary, with its codes, and lets everything stay unknown', () => {
    const labels = [...document.querySelectorAll('label')].map((label) => label.firstChild?.textContent);
    expect(labels).toContain('在读学段 school stage attended');
    const stage = document.querySelector<HTMLSelectElement>('[name="person.schoolStage"]');
    expect([...(stage?.options ?? [])].map(({ value }) => value)).toEqual(
      expect.arrayContaining(['', 'undergraduate']),
    );
    expect(lines().some((line) => line?.startsWith('✓'))).toBe(false);
  });

  it('says what to ask, then what is granted, as it is filled in', () => {
    answer({ 'person.registered': 'true', 'person.enrolled': 'true', 'person.schoolStage': 'undergraduate' });
    expect(lines()).toContain('? 全日制大学助学金 5000 元 yuan [二(一)4] 待补：全日制');
    answer({ 'person.studiesFullTime': 'true' });
    expect(lines()).toContain('✓ 全日制大学助学金 5000 元 yuan [二(一)4]');
    answer({ 'person.studiesFullTime': 'false' });
    expect(lines().join()).not.toContain('全日制大学助学金');
  });
});

describe('a case of what was answered', () => {
  it('nests by the names of the facts and leaves out what is empty', () => {
    const rules = ruyuan2016.rules.map(({ id }) => id);
    const answers = new Map([
      ['household.housing.work', 'repair'],
      ['household.registered', 'false'],
      ['household.housing.completedDate', '2017-02-03'],
      ['person.enrolled', 'true'],
    ]);
    expect(caseOf(questionsOf(ruyuan2016, rules, '2017-09-01'), (name) => answers.get(name) ?? '')).toEqual({
      household: {
        housing: { work: 'repair', completedDate: '2017-02-03' },
        registered: false,
        members: [{ id: '1', enrolled: true }],
      },
    });
  });
});
