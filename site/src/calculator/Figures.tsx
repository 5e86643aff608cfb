import { Fragment, h, type JSX } from 'preact';
import { splitAtFigures } from './figures.ts';

/** A text in which each day stays on one line, and each number with its unit. */
export function Figures({ text }: { readonly text: string }): JSX.Element {
  const parts = splitAtFigures(text).map((part, at) => (at % 2 === 1 ? h('span', { class: 'whole' }, part) : part));
  return h(Fragment, null, ...parts);
}
