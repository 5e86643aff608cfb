import { useEffect, useState } from 'preact/hooks';
import { say } from '../../calculator/say.ts';
import type { RosterWords } from '../../words/roster-in.ts';
import type { PolicyChoice } from '../protocol.ts';

interface ChoiceControls {
  readonly policy: HTMLSelectElement;
  readonly date: HTMLInputElement;
  readonly error: HTMLElement;
}

function controls(): ChoiceControls {
  const policy = document.querySelector<HTMLSelectElement>('#roster-policy');
  const date = document.querySelector<HTMLInputElement>('#roster-date');
  const error = document.querySelector<HTMLElement>('#roster-date-error');
  if (policy === null || date === null || error === null) throw new ReferenceError('the page has no choice of policy');
  return { policy, date, error };
}

/** What is wrong with the date for the policy chosen; empty where nothing is. */
export function dateFault(
  date: string,
  force: { readonly from: string; readonly to: string | null },
  words: Pick<RosterWords, 'dateWrong' | 'dateOutside'>,
): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : undefined;
  if (day === undefined || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== date)
    return words.dateWrong;
  const outside = date < force.from || (force.to !== null && date > force.to);
  return outside ? say(words.dateOutside, { from: force.from, to: force.to ?? '…' }) : '';
}

/** Takes a policy unless another one was chosen by hand; says whether it did. */
export function proposePolicy(id: string): boolean {
  const { policy } = controls();
  const option = [...policy.options].find(({ value }) => value.startsWith(`${id}@`));
  if (option === undefined || policy.dataset.chosen !== undefined) return false;
  option.selected = true;
  policy.dispatchEvent(new CustomEvent('change', { detail: 'proposed' }));
  return true;
}

/** The policy that is chosen now. */
export const chosenPolicy = (): string => controls().policy.value.split('@')[0] ?? '';

/** The policy, release and day chosen at the head of the page, or undefined while the day cannot be used. */
export function usePolicyChoice(words: RosterWords): PolicyChoice | undefined {
  const [choice, setChoice] = useState<PolicyChoice>();
  useEffect(() => {
    const { policy, date, error } = controls();
    // A day that nobody typed follows the policy.
    let typed = false;
    const show = () => {
      const option = policy.selectedOptions[0];
      const [id = '', release = ''] = policy.value.split('@');
      if (!typed) date.value = option?.dataset.day ?? date.value;
      const force = { from: option?.dataset.from ?? '', to: option?.dataset.to ?? null };
      const fault = dateFault(date.value.trim(), force, words);
      error.textContent = fault;
      date.setAttribute('aria-invalid', String(fault !== ''));
      setChoice(fault === '' ? { policy: id, release, on: date.value.trim() } : undefined);
    };
    const policyChosen = (event: Event) => {
      if (!(event instanceof CustomEvent)) policy.dataset.chosen = '';
      show();
    };
    const dateTyped = () => {
      typed = true;
      show();
    };
    policy.addEventListener('change', policyChosen);
    date.addEventListener('change', dateTyped);
    show();
    return () => {
      policy.removeEventListener('change', policyChosen);
      date.removeEventListener('change', dateTyped);
    };
  }, [words]);
  return choice;
}
