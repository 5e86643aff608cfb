/**
 * Quotation marks inside of others are single ones, and inside of those double again. An apostrophe is no mark.
 *
 * @example
 * nestQuotes('符合“类别为“产业”或“就业””的个数') // '符合“类别为‘产业’或‘就业’”的个数'
 */
export function nestQuotes(text: string): string {
  const open: string[] = [];
  return text.replace(/[“‘”]|(?<![A-Za-z](?=’[A-Za-z]))’/g, (mark) => {
    if (mark === '“' || mark === '‘') {
      const written = open.length % 2 === 0 ? '“' : '‘';
      open.push(written);
      return written;
    }
    const opened = open.pop();
    return opened === undefined ? mark : opened === '“' ? '”' : '’';
  });
}
