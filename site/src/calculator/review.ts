import { placeLink } from './card-context.ts';
import type { Reading } from './case-form.ts';
import { digits } from './digits.ts';
import { byId, element } from './element.ts';
import { type QuestionElement, spokenAnswer } from './form-values.ts';
import { labelChain } from './label-chain.ts';
import type { PageData } from './page-data.ts';
import { say } from './say.ts';
import { inPhrases, unbroken } from './unbroken.ts';
import { withUnit } from './with-unit.ts';

/** Shows what was answered, section by section, each with a link to change it. */
export function showReview(reading: Reading, open: number, data: PageData): void {
  const { calc, answer } = data.words;
  const bySection = new Map<string, HTMLElement[]>();
  for (const [path, question] of reading.questions) {
    if (!reading.answered.has(path) || question.dataset.control === 'records') continue;
    const label = labelOf(question);
    const row = element(
      'div',
      {},
      element('dt', {}, ...unbroken(label)),
      element('dd', {}, ...unbroken(answerWords(question, data.words))),
      element('dd', { class: 'review-change' }, placeLink(path, calc.change, `${answer.colon}${label}`)),
    );
    const title = headingOf(question);
    bySection.set(title, [...(bySection.get(title) ?? []), row]);
  }
  const count = [...bySection.values()].reduce((sum, rows) => sum + rows.length, 0);
  byId('review-lead').textContent = count === 0 ? calc.reviewEmpty : say(calc.reviewLead, { count });
  const unknown = reading.questions.size - reading.answered.size;
  byId('review-open').textContent = unknown === 0 ? '' : say(calc.reviewOpen, { unknown, open });
  byId('review-list').replaceChildren(
    ...[...bySection].map(([title, rows]) =>
      element('section', {}, element('h4', {}, inPhrases(title)), element('dl', { class: 'review-rows' }, ...rows)),
    ),
  );
}

/** What a question is answered with, in its unit. */
export function answerWords(question: QuestionElement, { control, answer }: PageData['words']): string {
  const spoken = spokenAnswer(question, { unknown: control.unknown, comma: answer.comma });
  return withUnit(grouped(spoken, question), unitOf(question));
}

/** The label as it stands in the page, without what is there for tables alone. */
export function labelOf(question: HTMLElement): string {
  return question.querySelector('[data-label]')?.textContent?.trim() ?? '';
}

/** Section, then member or record, that a question stands in. */
export function headingOf(question: HTMLElement): string {
  const section = question.closest('details.section')?.querySelector('summary h3')?.textContent?.trim() ?? '';
  const member = question.closest<HTMLElement>('[data-member]');
  const name = member?.querySelector<HTMLInputElement>('[data-name]')?.value.trim();
  const row = member && [member.querySelector('[data-row]')?.textContent?.trim(), name].filter(Boolean).join(' ');
  const record = question.closest('[data-record]')?.querySelector('[data-record-title]')?.textContent?.trim();
  const list = question.closest('[data-record]')?.closest<HTMLElement>('[data-fact]');
  // Other data are about several: the group says about whom.
  const group = member === null ? question.closest('.group')?.querySelector(':scope > h4')?.textContent?.trim() : '';
  const names = [section, group, row, list && labelOf(list), record];
  return labelChain(names.flatMap((name) => name || [])).join(' · ');
}

/** A number that was typed, written as numbers are elsewhere; a year has no unit. */
function grouped(text: string, question: HTMLElement): string {
  const isAmount = question.dataset.control === 'number' && unitOf(question) !== '' && /^[\d.]+$/.test(text);
  return isAmount ? digits(Number(text)) : text;
}

function unitOf(question: HTMLElement): string {
  return question.querySelector(':scope > .label .unit')?.textContent?.trim() ?? '';
}
