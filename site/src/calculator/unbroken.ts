import { element } from './element.ts';
import { splitAtFigures } from './figures.ts';

/** A text in which each day stays on one line, and each number with its unit. */
export function unbroken(text: string): (string | HTMLElement)[] {
  return splitAtFigures(text).map((part, at) => (at % 2 === 1 ? element('span', { class: 'whole' }, part) : part));
}

/** A line of figures, such as "8 met · 0 not met · 2 open", in which none is torn apart. */
export function inPhrases(line: string): (string | HTMLElement)[] {
  return line
    .split(/(?<= ·) /)
    .flatMap((phrase, at) => [at === 0 ? '' : ' ', element('span', { class: 'phrase' }, phrase)]);
}
