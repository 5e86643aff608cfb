const day = /(\d{4}-\d\d-\d\d|yyyy-mm-dd)/;

/** A text in pieces, each second one a day: a line would else end at the hyphens of one. */
export function splitAtDays(text: string): string[] {
  return text.split(day);
}
