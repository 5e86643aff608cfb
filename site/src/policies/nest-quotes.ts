/**
 * Quotation marks inside of others are single ones, and inside of those double again. An apostrophe is no mark.
 *
 * @example
 * nestQuotes('符合“类别为“产业”或“就业””的个数') // '符合“类别为‘产业’或‘就业’”的个数'
 */
export function nestQuotes(text: string): string {
  const open: { mark: string; written: string }[] = [];
  return text.replace(/[“‘”]|(?<![A-Za-z](?=’[A-Za-z]))’/g, (mark) => {
    if (mark === '“' || mark === '‘') {
      const written = open.length % 2 === 0 ? '“' : '‘';
      open.push({ mark, written });
      return written;
    }
    // Within double marks what looks like a single one belongs to a word in the plural: farmers’.
    if (mark === '’' && open.at(-1)?.mark !== '‘') return mark;
    const opened = open.pop()?.written;
    return opened === undefined ? mark : opened === '“' ? '”' : '’';
  });
}
