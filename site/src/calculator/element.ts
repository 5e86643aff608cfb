type Child = Node | string | undefined | null | false;

/** Makes an element. Text is always set as text, never parsed as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
  for (const child of children) if (child) made.append(child);
  return made;
}

/** The element with this id; a page without it is a fault of the page. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new ReferenceError(`the page has no #${id}`);
  return found;
}

/** Touches nothing where the text is there already. */
export function setText(id: string, content: string): void {
  const target = byId(id);
  if (target.textContent !== content) target.textContent = content;
}

export function setShown(id: string, shown: boolean): void {
  byId(id).hidden = !shown;
}
