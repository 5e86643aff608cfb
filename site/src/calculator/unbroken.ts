import { splitAtDays } from './days.ts';
import { element } from './element.ts';

/** A text in which each day stays on one line: a line would else end at its hyphens. */
export function unbroken(text: string): (string | HTMLElement)[] {
  return splitAtDays(text).map((part, at) => (at % 2 === 1 ? element('span', { class: 'day' }, part) : part));
}

/** A line of figures, such as "8 met · 0 not met · 2 open", in which none is torn apart. */
export function inPhrases(line: string): (string | HTMLElement)[] {
  return line
    .split(/(?<= ·) /)
    .flatMap((phrase, at) => [at === 0 ? '' : ' ', element('span', { class: 'phrase' }, phrase)]);
}
