/** A number as it is written in a formula, and where. */
export interface Figure {
  readonly text: string;
  readonly at: number;
}

/** Numbers of counting and converting, which no document has to print. */
const plain = new Set(['0', '1', '12', '100', '100%']);

export const isFigure = (text: string): boolean => !plain.has(text) && !/^(19|20)\d\d$/.test(text);

/** The numbers of a formula, without days, years, codes and units. */
export function figuresOf(formula: string): readonly Figure[] {
  const blank = (found: string): string => ' '.repeat(found.length);
  const text = formula
    .replace(/'[^']*'|"[^"]*"/g, blank)
    .replace(/\d{4}-\d\d-\d\d/g, blank)
    .replace(/\[[^\]]*\]/g, blank)
    .replace(/[A-Za-z][\w.-]*/g, blank);
  const found = [...text.matchAll(/\d+(?:\.\d+)?%?/g)].map((match): Figure => ({ text: match[0], at: match.index }));
  return found.filter((figure) => isFigure(figure.text));
}

/** The figure a little more and a little less: by its last digit, and by one. */
export function neighbours(text: string): readonly string[] {
  const number = text.replace('%', '');
  const decimals = number.split('.')[1]?.length ?? 0;
  const others = [10 ** -decimals, -(10 ** -decimals), 1, -1]
    .map((step) => Number(number) + step)
    .filter((value) => value >= 0)
    .map((value) => `${value.toFixed(decimals)}${text.endsWith('%') ? '%' : ''}`);
  return [...new Set(others)];
}

export const withText = (formula: string, { text, at }: Figure, other: string): string =>
  `${formula.slice(0, at)}${other}${formula.slice(at + text.length)}`;
