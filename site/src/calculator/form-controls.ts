/** The control of a question itself, not one of the records inside it. */
function box(question: HTMLElement): HTMLElement | undefined {
  return question.querySelector<HTMLElement>(':scope > .control') ?? undefined;
}

export function ownRadios(question: HTMLElement): HTMLInputElement[] {
  return [...(box(question)?.querySelectorAll<HTMLInputElement>('input[type="radio"]') ?? [])];
}

export function checkedBox(question: HTMLElement): HTMLInputElement | undefined {
  return box(question)?.querySelector<HTMLInputElement>('input[type="radio"]:checked') ?? undefined;
}

export function ownControl(
  question: HTMLElement,
): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | undefined {
  const found = box(question)?.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    'select, textarea, input:not([type="checkbox"])',
  );
  return found ?? undefined;
}
