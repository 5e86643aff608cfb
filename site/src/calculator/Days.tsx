import { Fragment, h, type JSX } from 'preact';
import { splitAtDays } from './days.ts';

/** A text in which each day stays on one line. */
export function Days({ text }: { readonly text: string }): JSX.Element {
  const parts = splitAtDays(text).map((part, at) => (at % 2 === 1 ? h('span', { class: 'day' }, part) : part));
  return h(Fragment, null, ...parts);
}
