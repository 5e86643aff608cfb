import type { Control } from './questions.ts';

/** A question as it stands in the page: `data-fact` and `data-control` on the element around its control. */
export type QuestionElement = HTMLElement & { readonly dataset: { fact: string; control: Control; asked?: string } };

/** What an answer was read as. `wrong` is set where the case could not show what is wrong. */
export interface Answer {
  readonly value: unknown;
  readonly wrong?: true;
}

const number = /^-?\d{1,15}(\.\d+)?$/;
const nothing: Answer = { value: undefined };

/** What presence in a case looks like where rules only ask whether something was given. */
const given = 'given';

/** Reads one question. An answer left open is undefined: it is left out of the case. */
export function answerOf(question: QuestionElement): Answer {
  const { control } = question.dataset;
  const text = textOf(question).trim();
  switch (control) {
    case 'yes-no':
      return text === '' ? nothing : { value: text === 'true' };
    case 'number':
      return text === '' ? nothing : { value: numberFrom(text) };
    case 'count':
      return countFrom(text);
    case 'date':
      return text === '' ? nothing : { value: dateFrom(text) };
    case 'presence':
      return text === '' ? nothing : { value: text === given ? given : '' };
    case 'codes':
      return text === '' ? nothing : { value: text === 'none' ? [] : checked(question) };
    case 'texts':
      return text === '' ? nothing : { value: listFrom(text) };
    default:
      return text === '' ? nothing : { value: text };
  }
}

/** Writes an answer; undefined opens it again. */
export function setAnswer(question: QuestionElement, value: unknown): void {
  const { control } = question.dataset;
  if (control === 'codes') {
    const list = Array.isArray(value) ? value.map(String) : undefined;
    setValue(question, list === undefined ? '' : list.length === 0 ? 'none' : 'some');
    for (const box of boxes(question)) box.checked = list?.includes(box.value) ?? false;
  } else if (control === 'count' || control === 'texts') {
    const list = Array.isArray(value) ? value : undefined;
    setValue(question, list === undefined ? '' : control === 'count' ? String(list.length) : list.join('、'));
  } else if (control === 'presence') setValue(question, value === undefined ? '' : value === '' ? 'none' : given);
  else setValue(question, value === undefined || value === null ? '' : String(value));
}

/** The control that takes the focus when the question is to be answered. */
export function focusTarget(question: HTMLElement): HTMLElement | null {
  return (
    question.querySelector<HTMLElement>('input[type="radio"]:checked') ??
    question.querySelector<HTMLElement>('select, input, textarea')
  );
}

function textOf(question: HTMLElement): string {
  const radio = question.querySelector<HTMLInputElement>('input[type="radio"]');
  if (radio !== null) return question.querySelector<HTMLInputElement>('input[type="radio"]:checked')?.value ?? '';
  return (
    question.querySelector<HTMLInputElement | HTMLSelectElement>('select, input:not([type="checkbox"])')?.value ?? ''
  );
}

function setValue(question: HTMLElement, value: string): void {
  const radios = question.querySelectorAll<HTMLInputElement>('input[type="radio"]');
  for (const radio of radios) radio.checked = radio.value === value;
  if (radios.length > 0) return;
  const control = question.querySelector<HTMLInputElement | HTMLSelectElement>('select, input:not([type="checkbox"])');
  if (control !== null) control.value = value;
}

function boxes(question: HTMLElement): NodeListOf<HTMLInputElement> {
  return question.querySelectorAll<HTMLInputElement>('input[type="checkbox"]');
}

function checked(question: HTMLElement): string[] | undefined {
  const codes = [...boxes(question)].filter((box) => box.checked).map((box) => box.value);
  // "Some" without saying which is not known yet.
  return codes.length === 0 ? undefined : codes;
}

/** Full-width digits and separators of thousands are read; all else goes on as it is and is reported. */
function numberFrom(text: string): number | string {
  const plain = text.normalize('NFKC').replace(/(?<=\d)[,\s](?=\d{3}(\D|$))/g, '');
  return number.test(plain) ? Number(plain) : text;
}

function countFrom(text: string): Answer {
  if (text === '') return nothing;
  const count = numberFrom(text);
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > 1000) {
    return { value: undefined, wrong: true };
  }
  return { value: Array.from({ length: count }, () => ({})) };
}

/** A day in its usual spellings as yyyy-mm-dd: 20170901, 2017/9/1, 2017年9月1日. All else goes on as it is and is reported. */
export function dateFrom(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  if (parts === null) return text;
  const [, year, month = '', day = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function listFrom(text: string): (string | number)[] {
  const parts = text.split(/[、,，;；\s]+/).filter((part) => part !== '');
  return parts.map((part) => (/^\d{4}$/.test(part) ? Number(part) : part));
}
