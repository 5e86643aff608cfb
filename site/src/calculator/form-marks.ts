import type { Reading } from './case-form.ts';
import type { QuestionElement } from './form-values.ts';
import type { PageData } from './page-data.ts';
import type { PageForm } from './page-form.ts';
import { say } from './say.ts';

/** Marks the questions that can still change the answer, and counts them at the head of each section. */
export class FormMarks {
  private readonly form: PageForm;
  private readonly data: PageData;
  private marked: ReadonlySet<QuestionElement> = new Set();

  constructor(form: PageForm, data: PageData) {
    this.form = form;
    this.data = data;
  }

  show(asked: readonly string[], { questions }: Reading): void {
    const now = new Set(asked.flatMap((path) => questions.get(path) ?? []));
    if (now.size === this.marked.size && [...now].every((question) => this.marked.has(question))) return;
    for (const question of this.marked) if (!now.has(question)) delete question.dataset.asked;
    for (const question of now) if (!this.marked.has(question)) question.dataset.asked = '';
    this.marked = now;
    const counts = new Map<Element, number>();
    for (const question of now) {
      for (let box = question.closest('details'); box; box = box.parentElement?.closest('details') ?? null) {
        counts.set(box, (counts.get(box) ?? 0) + 1);
      }
    }
    for (const counter of this.form.element.querySelectorAll<HTMLElement>('[data-open-count]')) {
      const count = counts.get(counter.closest('details') as Element) ?? 0;
      const shown = count === 0 ? '' : say(this.data.words.control.asked, { count });
      if (counter.textContent !== shown) counter.textContent = shown;
    }
  }
}
