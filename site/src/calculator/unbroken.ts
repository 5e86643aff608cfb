import { linePieces } from '../line-pieces.ts';
import { element } from './element.ts';
import { splitAtFigures } from './figures.ts';

/** What has so many characters may be longer than a narrow line. */
const long = /^(?=.*\p{Script=Han}).{9}/u;

/**
 * A text in which each day stays on one line, and each number with its unit. A long Chinese text says where it may break:
 * where words are kept whole it would else break anywhere.
 */
export function unbroken(text: string): (string | HTMLElement)[] {
  return splitAtFigures(text).flatMap((part, at) =>
    at % 2 === 1 ? [element('span', { class: 'whole' }, part)] : long.test(part) ? inWords(part) : [part],
  );
}

const known = new Map<string, readonly string[]>();

/** The same texts come with every answer: each is taken apart once. */
function inWords(text: string): (string | HTMLElement)[] {
  const pieces = known.get(text) ?? linePieces(text);
  known.set(text, pieces);
  return pieces.flatMap((piece, at) => (at === 0 ? [piece] : [element('wbr'), piece]));
}

/**
 * A line of figures, such as "8 met · 0 not met · 2 open", in which none is torn apart. Each dot stands before its figure, in a
 * column of its own: at the beginning of a line it is cut off.
 */
export function inPhrases(line: string): HTMLElement {
  return element(
    'span',
    { class: 'phrases' },
    ...line
      .split(/ · /)
      .flatMap((phrase, at) =>
        at === 0
          ? [element('span', { class: 'phrase' }, phrase)]
          : [' ', element('span', { class: 'phrase' }, element('span', { class: 'dot' }, '·'), ` ${phrase}`)],
      ),
  );
}

/** A line of sums, each of which begins a line of its own where it has no room in the one before. */
export function inSums(line: string, semicolon: string): (string | HTMLElement)[] {
  const sums = line.split(semicolon);
  return sums.flatMap((sum, at) => {
    const [, mark = '', space = ''] = /^(\S*)(\s*)$/.exec(at < sums.length - 1 ? semicolon : '') ?? [];
    return [element('span', { class: 'sum' }, ...unbroken(sum + mark)), space];
  });
}
