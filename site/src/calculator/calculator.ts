import { policy } from '../policy.ts';
import { AnswerPane } from './answer.ts';
import { membersPath } from './asks.ts';
import { decideForm } from './decide-form.ts';
import { Describe } from './describe.ts';
import { byId } from './element.ts';
import { example } from './example.ts';
import { showErrors } from './field-errors.ts';
import { dateFrom, focusTarget, type QuestionElement, setAnswer } from './form-values.ts';
import { forget, type Kept, keep, kept } from './kept.ts';
import { Members, valueAt } from './members.ts';
import type { PageData } from './page-data.ts';
import { membersOf } from './read-case.ts';
import { rightForm } from './right-form.ts';
import { say } from './say.ts';
import { verdictOf } from './verdict.ts';

const data = JSON.parse(byId('page-data').textContent) as PageData;
const form = byId('form');
const date = byId('policy-date') as HTMLInputElement;
const firstDate = date.value;
const pane = new AnswerPane(data, policy, new Describe(data));
const members = new Members(data, changed);

/** The last date that could be used. */
let on = firstDate;
let places: ReadonlyMap<string, QuestionElement> = new Map();
let marked: readonly QuestionElement[] = [];
let waiting = false;
let toKeep: Kept | undefined;
let keeping: ReturnType<typeof setTimeout> | undefined;

/** Decides anew before the next picture; several changes at once are one. */
function changed(): void {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    show();
  });
}

function show(): void {
  const day = dateFrom(date.value);
  const usable = isDay(day);
  if (usable) on = day;
  const complaint = byId('policy-date-error');
  complaint.textContent = usable ? '' : say(data.words.answer.wrongDate, { date: on });
  date.setAttribute('aria-invalid', String(!usable));
  const { decision, reading, problems } = decideForm(policy, form, on, data.language);
  places = reading.questions;
  const messages = [...problems].flatMap(([path, message]) => {
    const question = places.get(path);
    return question === undefined ? [] : [[question, rightForm(question, policy, data.words.answer, message)] as const];
  });
  showErrors(new Map(messages));
  const asked = pane.show(verdictOf(decision), reading, [...problems.keys()]);
  mark(asked);
  byId('printed-on').textContent = on;
  toKeep = { input: reading.input, names: reading.names, on };
  clearTimeout(keeping);
  keeping = setTimeout(keepNow, 300);
}

/** Storing takes longer than deciding, so it waits for a pause in typing or for the page to be left. */
function keepNow(): void {
  if (toKeep !== undefined) keep(policy.digest, toKeep);
  toKeep = undefined;
}

/** Marks the questions that can still change the answer. */
function mark(asked: readonly string[]): void {
  const now = asked.flatMap((path) => places.get(path) ?? []);
  const still = new Set(now);
  for (const question of marked) if (!still.has(question)) delete question.dataset.asked;
  for (const question of now) question.dataset.asked = '';
  marked = now;
  for (const counter of form.querySelectorAll<HTMLElement>('[data-open-count]')) {
    const count = counter.closest('details')?.querySelectorAll('[data-fact][data-asked]').length ?? 0;
    const shown = count === 0 ? '' : `${data.words.control.asked} ${count}`;
    if (counter.textContent !== shown) counter.textContent = shown;
  }
}

/** Brings the question at a path into view, with the focus in it. */
function goTo(path: string): void {
  const question = places.get(path);
  const target = path === membersPath ? byId('add-member') : question && focusTarget(question);
  if (!target) return;
  for (let outer = target.closest('details'); outer; outer = outer.parentElement?.closest('details') ?? null) {
    outer.open = true;
  }
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'center', behavior: calm() ? 'auto' : 'smooth' });
}

/** A day that the calendar has. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function calm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function fill(input: unknown, names: readonly string[] = []): void {
  for (const question of form.querySelectorAll<QuestionElement>('[data-fact]')) {
    setAnswer(question, valueAt(input, question.dataset.fact.split('.')));
  }
  members.clear();
  membersOf(input).forEach((person, index) => {
    members.addRow(person, names[index]);
  });
}

form.addEventListener('input', changed);
addEventListener('pagehide', keepNow);
form.addEventListener('submit', (event) => event.preventDefault());
date.addEventListener('input', changed);
document.addEventListener('click', (event) => {
  const link = (event.target as HTMLElement).closest<HTMLElement>('[data-place]');
  if (link?.dataset.place === undefined) return;
  event.preventDefault();
  goTo(link.dataset.place);
});
byId('example').addEventListener('click', () => {
  fill(example);
  changed();
});
byId('clear').addEventListener('click', () => {
  fill({});
  date.value = firstDate;
  forget();
  changed();
});
// What is folded would be missing on paper.
addEventListener('beforeprint', () => {
  for (const bucket of document.querySelectorAll<HTMLDetailsElement>('details.bucket')) bucket.open = true;
});
for (const link of document.querySelectorAll<HTMLAnchorElement>('.jump a')) {
  link.addEventListener('click', () => {
    const bucket = document.querySelector<HTMLDetailsElement>(link.hash);
    if (bucket !== null) bucket.open = true;
  });
}
byId('print').addEventListener('click', () => print());

// On a small screen the sections fold, so that the page is not one endless list. The first stays open.
if (matchMedia('(max-width: 47.99rem)').matches) {
  for (const section of [...form.querySelectorAll<HTMLDetailsElement>('details.section')].slice(1))
    section.open = false;
}

const before = kept(policy.digest);
if (before !== undefined) {
  fill(before.input, before.names);
  date.value = before.on;
}
show();
document.documentElement.dataset.ready = '';
