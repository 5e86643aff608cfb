import { valueAt } from './case-form.ts';
import { element } from './element.ts';
import { type QuestionElement, setAnswer } from './form-values.ts';
import type { PageData } from './page-data.ts';
import { type Records, renumber } from './records.ts';
import { say } from './say.ts';

type Person = Readonly<Record<string, unknown>>;

/** The rows of the members' table. A page about another subject has none. */
export class Members {
  private readonly table: HTMLElement | null = document.getElementById('members');
  private readonly add: HTMLElement | null = document.getElementById('add-member');
  private readonly data: PageData;
  private readonly records: Records;
  private made = 0;

  constructor(data: PageData, records: Records, changed: () => void) {
    this.data = data;
    this.records = records;
    this.add?.addEventListener('click', () => {
      const row = this.addRow();
      changed();
      row?.querySelector<HTMLElement>('select, input')?.focus();
    });
    this.table?.addEventListener('click', (event) => {
      const button = (event.target as HTMLElement).closest('[data-remove]');
      if (button === null) return;
      const row = button.closest<HTMLElement>('[data-member]');
      const next = row?.nextElementSibling ?? row?.previousElementSibling;
      row?.remove();
      this.number();
      changed();
      (next?.querySelector<HTMLElement>('[data-remove]') ?? this.add)?.focus();
    });
    this.table?.addEventListener('keydown', (event) => this.enter(event));
  }

  get rows(): HTMLElement[] {
    return [...(this.table?.querySelectorAll<HTMLElement>('[data-member]') ?? [])];
  }

  /** Puts these people in the place of all that are there. */
  fill(people: readonly Person[], names: readonly string[]): void {
    for (const row of this.rows) row.remove();
    people.forEach((person, index) => {
      this.addRow(person, names[index], false);
    });
    this.number();
  }

  /** Adds a row and fills it with what is known of a person. */
  addRow(person: Person = {}, name = '', numbered = true): HTMLElement | undefined {
    const template = document.getElementById('member-template') as HTMLTemplateElement | null;
    if (template === null || this.table === null) return undefined;
    this.made += 1;
    const row = (template.content.firstElementChild as HTMLElement).cloneNode(true) as HTMLElement;
    renumber(row, 'm0-', `m${this.made}-`);
    this.table.append(row);
    for (const question of row.querySelectorAll<QuestionElement>('[data-fact]')) {
      const value = valueAt(person, question.dataset.fact.split('.').slice(1));
      if (question.dataset.control === 'records') this.records.fill(question, value);
      else if (value !== undefined) setAnswer(question, value);
    }
    const called = row.querySelector<HTMLInputElement>('[data-name]');
    if (called !== null) called.value = name;
    if (numbered) this.number();
    return row;
  }

  private number(): void {
    const { rows } = this;
    const box = document.getElementById('members-table');
    if (box !== null) box.hidden = rows.length === 0;
    rows.forEach((row, index) => {
      const n = index + 1;
      if (row.dataset.member === String(n)) return;
      row.dataset.member = String(n);
      for (const place of row.querySelectorAll('[data-row]')) place.textContent = say(this.data.words.row, { n });
      for (const place of row.querySelectorAll('[data-number]')) place.textContent = String(n);
      const remove = row.querySelector('[data-remove]');
      remove?.replaceChildren(element('span', { 'aria-hidden': 'true' }, '×'));
      remove?.setAttribute('aria-label', say(this.data.words.removeMember, { n }));
    });
  }

  /** Enter goes to the same question of the next person, as in a spreadsheet. */
  private enter(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (event.key !== 'Enter' || target.closest('button, summary') !== null) return;
    const fact = target.closest<QuestionElement>('[data-fact]')?.dataset.fact;
    const row = target.closest<HTMLElement>('[data-member]');
    if (row === null || fact === undefined || target.closest('[data-off]')) return;
    event.preventDefault();
    const next = row.nextElementSibling?.querySelector<HTMLElement>(`[data-fact="${fact}"]`);
    next?.querySelector<HTMLElement>('select, input')?.focus();
  }
}
