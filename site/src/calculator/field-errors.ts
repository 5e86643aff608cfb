import { element } from './element.ts';
import { focusTarget } from './form-values.ts';
import { unbroken } from './unbroken.ts';

const shown = new Set<HTMLElement>();

/** Shows at each question what would be right, and takes away what is solved. */
export function showErrors(messages: ReadonlyMap<HTMLElement, string>): void {
  for (const question of shown) if (!messages.has(question)) clear(question);
  for (const [question, message] of messages) show(question, message);
}

function show(question: HTMLElement, message: string): void {
  const target = focusTarget(question);
  if (target === null) return;
  const id = `${target.id}-error`;
  const known = question.querySelector('.error');
  if (known === null) {
    question.append(element('p', { class: 'error', id }, ...unbroken(message)));
    target.setAttribute('aria-invalid', 'true');
    target.setAttribute('aria-errormessage', id);
    target.setAttribute('aria-describedby', [described(target), id].filter(Boolean).join(' '));
  } else if (known.textContent !== message) known.replaceChildren(...unbroken(message));
  shown.add(question);
}

function clear(question: HTMLElement): void {
  shown.delete(question);
  question.querySelector('.error')?.remove();
  const target = focusTarget(question);
  target?.removeAttribute('aria-invalid');
  target?.removeAttribute('aria-errormessage');
  const rest = target === null ? '' : described(target);
  if (rest === '') target?.removeAttribute('aria-describedby');
  else target?.setAttribute('aria-describedby', rest);
}

function described(target: HTMLElement): string {
  const ids = (target.getAttribute('aria-describedby') ?? '').split(' ');
  return ids.filter((id) => id !== '' && !id.endsWith('-error')).join(' ');
}
