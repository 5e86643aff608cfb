import stringWidth from 'string-width';

/** How many columns of a terminal a text takes: Chinese characters take two. */
export function width(text: string): number {
  return stringWidth(text);
}

/** Filled with spaces to a width, on the right or, for numbers, on the left. */
export const padEnd = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)));
export const padStart = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - width(text))) + text;

/** Shortened to a width. */
export function clip(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let short = '';
  for (const character of text) {
    if (width(short + character) > columns - 1) return `${short}…`;
    short += character;
  }
  return short;
}

const marks = '[，。；：、）！？”’〕」)]*';
/** What stays together: a word, its brackets or a Chinese character, with the marks that follow it. */
const pieces = new RegExp(`(?:\\[[^\\]\\s]{1,30}\\]|[\\x21-\\x7e]+|[^\\x21-\\x7e\\s])${marks}\\s*|\\s+`, 'g');

/** Broken into lines of a width, the later ones with an indent. Breaks at spaces, or anywhere between Chinese characters. */
export function wrap(text: string, columns: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(pieces) ?? []) {
    if (line !== '' && width(line + piece.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = indent;
      if (piece.trim() === '') continue;
    }
    line += piece;
  }
  lines.push(line.trimEnd());
  return lines.join('\n');
}
