import { checkedBox, ownControl, ownRadios } from './form-controls.ts';
import { dateFrom, daysFrom, numberFrom, yearFrom, yearsFrom } from './form-numbers.ts';
import type { Control } from './questions.ts';

/** A question as it stands in the page: `data-fact` and `data-control` on the element around its control. */
export type QuestionElement = HTMLElement & {
  readonly dataset: { fact: string; control: Control; asked?: string; words?: string; year?: string; aliases?: string };
};

/** What an answer was read as. `wrong` is set where the case could not show what is wrong. */
export interface Answer {
  readonly value: unknown;
  readonly wrong?: true;
}

const nothing: Answer = { value: undefined };
const wrong: Answer = { value: undefined, wrong: true };

/** What presence in a case looks like where rules only ask whether something was given. */
const given = 'given';

/** Reads one question. An answer left open is undefined: it is left out of the case. Records are read with their cards. */
export function answerOf(question: QuestionElement): Answer {
  const { control, words, year } = question.dataset;
  const text = textOf(question).trim();
  if (text === '') return nothing;
  switch (control) {
    case 'yes-no':
      return { value: text === 'true' };
    case 'number':
      return year === undefined ? { value: numberFrom(text) } : oneOr(yearFrom(text));
    case 'count':
      return countFrom(text, words !== undefined);
    case 'date':
      return { value: dateFrom(text) };
    case 'dates':
      return oneOr(daysFrom(text));
    case 'numbers':
      return oneOr(yearsFrom(text));
    case 'presence':
      return { value: text === given ? given : '' };
    case 'codes':
      return { value: text === 'none' ? [] : checked(question) };
    case 'records':
      return { value: text === 'none' ? [] : undefined };
    case 'texts':
      return { value: text.split(/[、,，;；\s]+/).filter((part) => part !== '') };
    default:
      return { value: text };
  }
}

/** Whether anything was chosen or typed, readable or not. */
export const isFilled = (question: QuestionElement): boolean => textOf(question).trim() !== '';

/** Writes an answer; undefined opens it again. */
export function setAnswer(question: QuestionElement, value: unknown): void {
  const { control } = question.dataset;
  const list = Array.isArray(value) ? value : undefined;
  if (control === 'codes') {
    setValue(question, list === undefined ? '' : list.length === 0 ? 'none' : 'some');
    for (const box of boxes(question)) box.checked = list?.includes(box.value) ?? false;
  } else if (control === 'records') setValue(question, list === undefined ? '' : list.length === 0 ? 'none' : 'some');
  else if (control === 'count') setValue(question, list === undefined ? '' : String(list.length));
  else if (control === 'texts' || control === 'dates' || control === 'numbers')
    setValue(question, list?.join(listMark()) ?? '');
  else if (control === 'presence') setValue(question, value === undefined ? '' : value === '' ? 'none' : given);
  else setValue(question, value === undefined || value === null ? '' : String(value));
}

/** Between the entries of a list as the page's language writes it; either is read. */
function listMark(): string {
  return document.documentElement.lang.startsWith('zh') ? '、' : ', ';
}

/** The control that takes the focus when the question is to be answered. */
export function focusTarget(question: HTMLElement): HTMLElement | null {
  return checkedBox(question) ?? ownControl(question) ?? null;
}

/** What a question says now, in the words on the page. */
export function spokenAnswer(question: QuestionElement, yes: { unknown: string; comma: string }): string {
  const { control } = question.dataset;
  if (control === 'codes' && textOf(question) === 'some') {
    const names = boxes(question).flatMap((box) => (box.checked ? (box.parentElement?.textContent?.trim() ?? []) : []));
    return names.length === 0 ? yes.unknown : names.join(yes.comma);
  }
  const radio = checkedBox(question);
  if (radio !== undefined) return radio.nextElementSibling?.textContent?.trim() ?? '';
  const own = ownControl(question);
  if (own instanceof HTMLSelectElement) return own.selectedOptions[0]?.textContent?.trim() ?? '';
  return own?.value.trim() || yes.unknown;
}

function textOf(question: HTMLElement): string {
  if (ownRadios(question).length > 0) return checkedBox(question)?.value ?? '';
  return ownControl(question)?.value ?? '';
}

function setValue(question: HTMLElement, value: string): void {
  const radios = ownRadios(question);
  for (const radio of radios) radio.checked = radio.value === value;
  if (radios.length > 0) {
    // A value that is not offered is no answer.
    const [open] = radios;
    if (open !== undefined && !radios.some((radio) => radio.checked)) open.checked = true;
    return;
  }
  const control = ownControl(question);
  if (control === undefined) return;
  control.value = value;
  if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = '';
}

function boxes(question: HTMLElement): HTMLInputElement[] {
  return [...question.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
}

function checked(question: HTMLElement): string[] | undefined {
  const codes = boxes(question)
    .filter((box) => box.checked)
    .map((box) => box.value);
  // "Some" without saying which is not known yet.
  return codes.length === 0 ? undefined : codes;
}

function countFrom(text: string, ofWords: boolean): Answer {
  const count = numberFrom(text);
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > 1000) return wrong;
  // Only how many matters: what they are called stays with whoever asks.
  return { value: Array.from({ length: count }, (_, at) => (ofWords ? String(at + 1) : {})) };
}

function oneOr(value: unknown): Answer {
  return value === undefined ? wrong : { value };
}
