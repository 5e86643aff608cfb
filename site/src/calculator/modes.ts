import { datePath, membersPath } from './asks.ts';
import type { Reading } from './case-form.ts';
import { byId } from './element.ts';
import { ErrorSummary, type FieldError } from './error-summary.ts';
import { focusTarget } from './form-values.ts';
import { OneByOne } from './one-by-one.ts';
import type { PageData } from './page-data.ts';
import type { PageForm } from './page-form.ts';
import { headingOf, showReview } from './review.ts';

type Mode = 'table' | 'one' | 'review';
const modes: readonly Mode[] = ['table', 'one', 'review'];

/** The ways to fill in: the whole form, one question at a time, and what was filled in. One form stands behind all. */
export class Modes {
  private readonly form: PageForm;
  private readonly data: PageData;
  private readonly one: OneByOne;
  private readonly errorSummary: ErrorSummary;
  private mode: Mode = 'table';
  private asked: readonly string[] = [];
  private reading: Reading | undefined;
  private errors: readonly FieldError[] = [];

  constructor(form: PageForm, data: PageData, changed: () => void) {
    this.form = form;
    this.data = data;
    this.errorSummary = new ErrorSummary(data);
    this.one = new OneByOne(form, data, (path) => this.whom(path), changed);
    for (const mode of modes) byId(`mode-${mode}`).addEventListener('click', () => this.choose(mode));
    form.element.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.mode === 'one') this.one.next();
      else this.choose('review');
    });
    document.addEventListener('click', (event) => {
      const link = (event.target as HTMLElement).closest<HTMLElement>('[data-place]');
      if (link?.dataset.place === undefined) return;
      event.preventDefault();
      this.goTo(link.dataset.place);
    });
    foldOnSmallScreens(form.element);
  }

  /** After every decision. */
  update(asked: readonly string[], reading: Reading, errors: readonly FieldError[]): void {
    this.asked = asked;
    this.reading = reading;
    this.errors = errors;
    this.one.update(asked, reading);
    this.errorSummary.update(errors);
    if (this.mode === 'review') showReview(reading, this.open(), this.data);
  }

  /** Shows what has to be corrected, before what was filled in is checked or taken to another page. */
  complain(): boolean {
    if (this.errors.length === 0) return false;
    this.set('table');
    return this.errorSummary.show(this.errors);
  }

  private choose(mode: Mode): void {
    if (mode === 'review' && this.complain()) return;
    this.set(mode);
    if (mode === 'one') this.one.start();
    if (mode === 'review') {
      if (this.reading !== undefined) showReview(this.reading, this.open(), this.data);
      byId('review-title').focus();
    }
  }

  private set(mode: Mode): void {
    if (this.mode === 'one' && mode !== 'one') this.one.stop();
    this.mode = mode;
    this.form.element.dataset.mode = mode;
    for (const each of modes) byId(`mode-${each}`).setAttribute('aria-pressed', String(each === mode));
    byId('one').hidden = mode !== 'one';
    byId('one-moves').hidden = mode !== 'one';
    byId('review').hidden = mode !== 'review';
    byId('sections').hidden = mode === 'review';
    byId('to-review').hidden = mode !== 'table';
  }

  /** Brings the question at a path into view, with the focus in it. */
  private goTo(path: string): void {
    const question = this.reading?.questions.get(path);
    if (this.mode === 'one' && (question !== undefined || path === membersPath)) {
      this.one.goTo(path);
      return;
    }
    if (this.mode !== 'table') this.set('table');
    const target =
      path === membersPath
        ? byId('add-member')
        : path === datePath
          ? byId('policy-date')
          : question && focusTarget(question);
    if (!target) return;
    for (let outer = target.closest('details'); outer; outer = outer.parentElement?.closest('details') ?? null) {
      outer.open = true;
    }
    target.focus({ preventScroll: true });
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    target.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  }

  private open(): number {
    return this.asked.filter((path) => path !== membersPath).length;
  }

  private whom(path: string): string {
    const question = this.reading?.questions.get(path);
    return question === undefined ? '' : headingOf(question);
  }
}

/** On a small screen the sections fold, so that the page is not one endless list. The first stays open. */
function foldOnSmallScreens(form: HTMLElement): void {
  if (!matchMedia('(max-width: 47.99rem)').matches) return;
  for (const section of [...form.querySelectorAll<HTMLDetailsElement>('details.section')].slice(1))
    section.open = false;
}
