import { placeLink } from './card-context.ts';
import { byId, element } from './element.ts';
import type { PageData } from './page-data.ts';
import { say } from './say.ts';

/** One thing to correct: where it stands, and what would be right there. */
export interface FieldError {
  readonly place: string;
  readonly text: string;
}

/** The list of what is to be corrected, above the form. Once shown it follows the corrections until none is left. */
export class ErrorSummary {
  private readonly data: PageData;
  private shown = false;

  constructor(data: PageData) {
    this.data = data;
  }

  /** Shows the errors and moves the focus to them. False where there is nothing to correct. */
  show(errors: readonly FieldError[]): boolean {
    this.shown = errors.length > 0;
    this.update(errors);
    if (this.shown) byId('error-summary').focus();
    return this.shown;
  }

  update(errors: readonly FieldError[]): void {
    if (errors.length === 0) this.shown = false;
    byId('error-summary').hidden = !this.shown;
    if (!this.shown) return;
    byId('error-summary-title').textContent = say(this.data.words.calc.errorTitle, { count: errors.length });
    byId('error-summary-list').replaceChildren(
      ...errors.map(({ place, text }) => element('li', {}, placeLink(place, text))),
    );
  }
}
