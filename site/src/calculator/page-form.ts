import type { Case } from '@jingzhun/rules';
import { CaseForm, membersOf, type Reading, valueAt } from './case-form.ts';
import { isFilled, type QuestionElement, setAnswer } from './form-values.ts';
import { Members } from './members.ts';
import type { PageData } from './page-data.ts';
import { Records } from './records.ts';

/** The form of a page: written and read as a case. */
export class PageForm {
  readonly element: HTMLElement;
  readonly members: Members;
  private readonly records: Records;
  private readonly asCase: CaseForm;

  /** `changed` is called for every change by hand. */
  constructor(form: HTMLElement, data: PageData, changed: () => void) {
    this.element = form;
    this.asCase = new CaseForm(form, data.subject);
    const rows = (): void => {
      this.asCase.rowsChanged();
      changed();
    };
    this.records = new Records(form, data, rows);
    this.members = new Members(data, this.records, rows);
    form.addEventListener('input', ({ target }) => {
      const question = (target as HTMLElement).closest<QuestionElement>('[data-fact]');
      if (question !== null) this.asCase.answerChanged(question);
      changed();
    });
  }

  read(without?: ReadonlySet<string>): Reading {
    return this.asCase.read(without);
  }

  /**
   * Puts a case in the place of all that was filled in; with `beside`, beside it. What the form does not ask is left out.
   */
  fill(input: Case, names: readonly string[] = [], beside = false): void {
    for (const question of this.element.querySelectorAll<QuestionElement>('[data-fact]')) {
      if (question.closest('[data-member], [data-record]') !== null || (beside && isFilled(question))) continue;
      this.answer(question, valueAt(input, question.dataset.fact.split('.')));
    }
    this.members.fill(membersOf(input), names);
    this.asCase.rowsChanged();
  }

  /** Rows or many answers were written at once. */
  rowsChanged(): void {
    this.asCase.rowsChanged();
  }

  /** Writes one answer; undefined opens it again. */
  answer(question: QuestionElement, value: unknown): void {
    if (question.dataset.control === 'records') {
      this.records.fill(question, value);
      this.asCase.rowsChanged();
    } else {
      setAnswer(question, value);
      this.asCase.answerChanged(question);
    }
  }
}
