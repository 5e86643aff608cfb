import { byId } from '../calculator/element.ts';
import { say } from '../calculator/say.ts';
import { holdsWords } from './holds-words.ts';

/** Shows only the provisions that pass the filter, and of the sections only those that hold one. */
export function startFilter(): void {
  const form = byId('filter') as HTMLFormElement;
  const count = form.querySelector<HTMLElement>('[role=status]');
  const sections = [...document.querySelectorAll<HTMLElement>('.document-section')].map((section) => ({
    section,
    // What the whole section is about counts for each of its provisions.
    heading: section.querySelector('h2')?.textContent ?? '',
    articles: [...section.querySelectorAll<HTMLElement>('.provision')].map((article) => ({ article, text: '' })),
  }));
  const all = sections.reduce((sum, { articles }) => sum + articles.length, 0);

  const apply = (): void => {
    const asked = new FormData(form);
    const chosen = ['kind', 'subject', 'computable'].map((name) => [name, String(asked.get(name) ?? '')] as const);
    const words = String(asked.get('word') ?? '');
    const open = words.trim() === '' && chosen.every(([, value]) => value === '');
    let shown = 0;
    for (const { section, heading, articles } of sections) {
      let inSection = 0;
      for (const each of articles) {
        each.text ||= `${heading} ${each.article.textContent}`;
        const passes =
          chosen.every(([name, value]) => value === '' || each.article.dataset[name] === value) &&
          holdsWords(each.text, words);
        each.article.hidden = !passes;
        if (passes) inSection += 1;
      }
      section.hidden = inSection === 0;
      shown += inSection;
    }
    if (count === null) return;
    const { sentence = '', none = '' } = count.dataset;
    count.textContent = open ? '' : shown === 0 ? none : say(sentence, { shown, all });
  };

  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields are empty only after the event.
  form.addEventListener('reset', () => setTimeout(apply));

  /** Whoever follows a link to a provision gets it, whatever the filter says. */
  const reveal = (address: string): void => {
    const target = document.getElementById(decodeURIComponent(address.slice(1)));
    if (!target?.closest('.policy-rules [hidden]')) return;
    form.reset();
    for (const { section, articles } of sections) {
      section.hidden = false;
      for (const { article } of articles) article.hidden = false;
    }
  };
  document.addEventListener('click', ({ target }) => {
    const link = (target as Element).closest('a[href^="#"]');
    if (link) reveal(link.getAttribute('href') ?? '');
  });
  // Words that the browser filled in again after a reload.
  apply();
}
