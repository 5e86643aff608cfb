import { membersPath } from './asks.ts';
import type { Reading } from './case-form.ts';
import { byId } from './element.ts';
import { focusTarget, type QuestionElement } from './form-values.ts';
import type { PageData } from './page-data.ts';
import type { PageForm } from './page-form.ts';
import { say } from './say.ts';

/**
 * Asks one question at a time, the one that settles most first. The question is the form's own, with all others out of
 * sight: what is answered here stands in the table and the other way round.
 */
export class OneByOne {
  private readonly form: PageForm;
  private readonly data: PageData;
  private readonly whom: (path: string) => string;
  private current: string | undefined;
  private asked: readonly string[] = [];
  private reading: Reading | undefined;
  private readonly before: string[] = [];
  /** Left open on purpose: asked again only when the reader says so. */
  private readonly passed = new Set<string>();
  private running = false;

  constructor(form: PageForm, data: PageData, whom: (path: string) => string, changed: () => void) {
    this.form = form;
    this.data = data;
    this.whom = whom;
    byId('one-next').addEventListener('click', () => this.next());
    byId('one-skip').addEventListener('click', () => this.pass());
    byId('one-unknown').addEventListener('click', () => {
      const question = this.question(this.current);
      if (question !== undefined) this.form.answer(question, undefined);
      this.pass();
      changed();
    });
    byId('one-back').addEventListener('click', () => {
      const path = this.before.pop();
      if (path !== undefined) this.goTo(path);
    });
    byId('one-again').addEventListener('click', () => {
      this.passed.clear();
      this.next();
    });
  }

  start(): void {
    this.running = true;
    this.before.length = 0;
    this.goTo(this.following());
  }

  stop(): void {
    this.running = false;
    for (const hidden of this.form.element.querySelectorAll('[data-off]')) hidden.removeAttribute('data-off');
  }

  /** What is still to be asked, after every decision. The question on the page stays until the reader moves on. */
  update(asked: readonly string[], reading: Reading): void {
    this.asked = asked.filter((path) => !reading.answered.has(path));
    this.reading = reading;
    if (this.running) this.say();
  }

  /** Moves on in order to answer this; from the answer's links. */
  goTo(path: string | undefined): void {
    this.current = path;
    this.show();
    this.say();
    const question = this.question(path);
    const target = path === membersPath ? byId('add-member') : question && focusTarget(question);
    (target ?? byId('one-title')).focus();
    byId('one-moves').scrollIntoView({ block: 'nearest' });
  }

  next(): void {
    if (this.current !== undefined) {
      this.before.push(this.current);
      // Whoever moves on without an answer has passed it.
      if (this.asked.includes(this.current)) this.passed.add(this.current);
    }
    this.goTo(this.following());
  }

  private pass(): void {
    if (this.current !== undefined) this.passed.add(this.current);
    this.next();
  }

  private following(): string | undefined {
    return this.asked.find((path) => !this.passed.has(path) && path !== this.current);
  }

  private question(path: string | undefined): QuestionElement | undefined {
    return path === undefined ? undefined : this.reading?.questions.get(path);
  }

  private say(): void {
    const { calc } = this.data.words;
    const left = this.asked.length;
    const passed = this.asked.filter((path) => this.passed.has(path) && path !== this.current).length;
    const done = this.current === undefined;
    byId('one-remaining').textContent =
      left === 0
        ? ''
        : say(calc.remaining, { count: left }) + (passed > 0 ? say(calc.passedOver, { count: passed }) : '');
    byId('one-title').textContent = done
      ? left === 0
        ? calc.remainingNone
        : calc.askedOnce
      : this.current === membersPath
        ? calc.membersStep
        : this.whom(this.current ?? '');
    byId('one-again').hidden = !(done && passed > 0);
    byId('one-moves').hidden = done && this.before.length === 0;
    for (const id of ['one-skip', 'one-unknown', 'one-next']) byId(id).hidden = done;
    byId('one-unknown').hidden = done || this.current === membersPath;
    (byId('one-back') as HTMLButtonElement).disabled = this.before.length === 0;
  }

  /** Takes everything out of sight that the question is not inside of. */
  private show(): void {
    this.form.element.dataset.one = '';
    for (const hidden of this.form.element.querySelectorAll('[data-off]')) hidden.removeAttribute('data-off');
    const question = this.question(this.current);
    const kept = this.current === membersPath ? byId('add-member').closest<HTMLElement>('details') : question;
    const sections = byId('sections');
    if (kept === undefined || kept === null) {
      sections.setAttribute('data-off', '');
      return;
    }
    for (let inner: HTMLElement = kept; inner !== sections; inner = inner.parentElement as HTMLElement) {
      if (inner instanceof HTMLDetailsElement) inner.open = true;
      for (const other of inner.parentElement?.children ?? []) if (other !== inner) other.setAttribute('data-off', '');
    }
  }
}
