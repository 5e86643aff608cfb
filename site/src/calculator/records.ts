import { valueAt } from './case-form.ts';
import { element } from './element.ts';
import { ownRadios } from './form-controls.ts';
import { type QuestionElement, setAnswer } from './form-values.ts';
import type { PageData } from './page-data.ts';
import { say } from './say.ts';

/** The cards of lists of records: one card an entry, made when "there are some" is answered. */
export class Records {
  private readonly data: PageData;
  private made = 0;

  constructor(form: HTMLElement, data: PageData, changed: () => void) {
    this.data = data;
    form.addEventListener('change', (event) => {
      const radio = event.target as HTMLInputElement;
      const list = radio.closest<QuestionElement>('[data-control="records"]');
      if (list === null || !ownRadios(list).includes(radio)) return;
      if (radio.value !== 'some') clear(list);
      else if (cardsOf(list).length === 0) this.add(list);
      this.showEntries(list);
      changed();
    });
    form.addEventListener('click', (event) => {
      const button = (event.target as HTMLElement).closest<HTMLElement>('[data-add-record], [data-remove-record]');
      const list = button?.closest<QuestionElement>('[data-control="records"]');
      if (!button || !list) return;
      if (button.dataset.addRecord !== undefined) {
        const card = this.add(list);
        changed();
        card.querySelector<HTMLElement>('select, input, textarea')?.focus();
      } else {
        const card = button.closest('[data-record]');
        const next = card?.nextElementSibling ?? card?.previousElementSibling;
        card?.remove();
        if (cardsOf(list).length === 0) setAnswer(list, undefined);
        this.showEntries(list);
        changed();
        const target = next?.querySelector<HTMLElement>('[data-remove-record]');
        (target ?? ownRadios(list).find((radio) => radio.checked))?.focus();
      }
    });
  }

  /** Writes a list as its cards. */
  fill(list: QuestionElement, value: unknown): void {
    clear(list);
    setAnswer(list, value);
    for (const entry of Array.isArray(value) ? value : []) this.add(list, entry);
    this.showEntries(list);
  }

  private add(list: QuestionElement, entry: unknown = {}): HTMLElement {
    this.made += 1;
    const template = list.querySelector('[data-record-template]') as HTMLTemplateElement;
    const card = (template.content.firstElementChild as HTMLElement).cloneNode(true) as HTMLElement;
    renumber(card, 'r0-', `r${this.made}-`);
    list.querySelector('[data-add-record]')?.before(card);
    for (const question of card.querySelectorAll<QuestionElement>('[data-fact]')) {
      setAnswer(question, valueAt(entry, question.dataset.fact.split('.').slice(1)));
    }
    this.showEntries(list);
    return card;
  }

  private showEntries(list: HTMLElement): void {
    const cards = cardsOf(list);
    const entries = list.querySelector<HTMLElement>('[data-entries]');
    if (entries !== null) entries.hidden = cards.length === 0;
    const { calc } = this.data.words;
    cards.forEach((card, index) => {
      const n = index + 1;
      const title = card.querySelector('[data-record-title]');
      if (title !== null) title.textContent = say(calc.record, { n });
      const remove = card.querySelector('[data-remove-record]');
      remove?.replaceChildren(element('span', { 'aria-hidden': 'true' }, '×'));
      remove?.setAttribute('aria-label', say(calc.removeRecord, { n }));
    });
  }
}

/** Gives the ids of a copied part, and what refers to them, a beginning of its own. */
export function renumber(part: HTMLElement, from: string, to: string): void {
  for (const each of part.querySelectorAll('*')) {
    for (const attribute of ['id', 'for', 'list', 'name', 'aria-labelledby', 'aria-describedby']) {
      const value = each.getAttribute(attribute);
      if (value !== null) each.setAttribute(attribute, value.replaceAll(from, to));
    }
  }
}

function cardsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-record]')];
}

function clear(list: HTMLElement): void {
  for (const card of cardsOf(list)) card.remove();
}
