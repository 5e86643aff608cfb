import { byId, element } from './element.ts';
import { type QuestionElement, setAnswer } from './form-values.ts';
import type { PageData } from './page-data.ts';
import { say } from './say.ts';

/** The rows of the members' table. */
export class Members {
  private readonly table = byId('members');
  private readonly template = byId('member-template') as HTMLTemplateElement;
  private readonly add = byId('add-member');
  private readonly data: PageData;
  private made = 0;

  constructor(data: PageData, changed: () => void) {
    this.data = data;
    this.add.addEventListener('click', () => {
      const row = this.addRow();
      changed();
      row.querySelector<HTMLElement>('select, input')?.focus();
    });
    this.table.addEventListener('click', (event) => {
      const button = (event.target as HTMLElement).closest('[data-remove]');
      if (button === null) return;
      const row = button.closest<HTMLElement>('[data-member]');
      const next = row?.nextElementSibling ?? row?.previousElementSibling;
      row?.remove();
      this.number();
      changed();
      (next?.querySelector<HTMLElement>('[data-remove]') ?? this.add).focus();
    });
    this.table.addEventListener('keydown', (event) => this.enter(event));
  }

  get rows(): HTMLElement[] {
    return [...this.table.querySelectorAll<HTMLElement>('[data-member]')];
  }

  /** Adds a row and fills it with what is known of a person. */
  addRow(person: Readonly<Record<string, unknown>> = {}, name = ''): HTMLElement {
    this.made += 1;
    const row = (this.template.content.firstElementChild as HTMLElement).cloneNode(true) as HTMLElement;
    for (const part of row.querySelectorAll('*')) {
      for (const attribute of ['id', 'for', 'name', 'aria-labelledby', 'aria-describedby']) {
        const value = part.getAttribute(attribute);
        if (value !== null) part.setAttribute(attribute, value.replaceAll('m0-', `m${this.made}-`));
      }
    }
    this.table.append(row);
    this.number();
    for (const question of row.querySelectorAll<QuestionElement>('[data-fact]')) {
      setAnswer(question, valueAt(person, question.dataset.fact.split('.').slice(1)));
    }
    const called = row.querySelector<HTMLInputElement>('[data-name]');
    if (called !== null) called.value = name;
    return row;
  }

  clear(): void {
    for (const row of this.rows) row.remove();
    this.number();
  }

  private number(): void {
    const { rows } = this;
    byId('members-table').hidden = rows.length === 0;
    rows.forEach((row, index) => {
      const n = index + 1;
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
    if (row === null || fact === undefined) return;
    event.preventDefault();
    const next = row.nextElementSibling?.querySelector<HTMLElement>(`[data-fact="${fact}"]`);
    next?.querySelector<HTMLElement>('select, input')?.focus();
  }
}

export function valueAt(object: unknown, keys: readonly string[]): unknown {
  let value = object;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
