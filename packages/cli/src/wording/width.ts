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

/** Broken into lines of a width, the later ones with an indent. Breaks at spaces, or anywhere between Chinese characters. */
export function wrap(text: string, columns: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const part of text.match(/\[[^\]\s]{1,30}\]|[\x21-\x7e]+\s*|\s+|[^\x21-\x7e\s]/g) ?? []) {
    if (line !== '' && width(line + part.trimEnd()) > columns && !/^[，。；：、）！？”’〕」)]/.test(part)) {
      lines.push(line.trimEnd());
      line = indent;
      if (part.trim() === '') continue;
    }
    line += part;
  }
  lines.push(line.trimEnd());
  return lines.join('\n');
}
