/**
 * The English name of one of several dates, which stand in a record by what each is of, as the name of that date.
 *
 * @example
 * oneDate('Dates of verification: income') // 'Date of verification (income)'
 */
export const oneDate = (label: string): string => label.replace(/\b(d)ates ([^:]*): ([^:]+)$/i, '$1ate $2 ($3)');

/** An English name of a date in a sentence, with its article: what has an owner before it needs none. */
export const theDate = (label: string): string =>
  /^(?:policy date|date (?:of|the))\b/.test(label) ? `the ${label}` : label;
