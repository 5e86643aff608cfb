/** What ends a sentence, or stands between two pieces of a page. */
const end = /[.。！？!?；;：:][”’）)]*$/;

/**
 * Whether an excerpt begins and ends within a sentence of its page: there it is said by … that something is left out.
 *
 * @example
 * edgesOf('年度 2017', '计划年度 2017 的总结') // { before: '…', after: '…' }
 */
export function edgesOf(excerpt: string, content: string): { readonly before: string; readonly after: string } {
  const at = content.indexOf(excerpt);
  if (at < 0) return { before: '', after: '' };
  const before = content.slice(0, at).trimEnd();
  const after = content.slice(at + excerpt.length).trimStart();
  // Its first mark may be the full stop of the sentence before.
  const begins = before === '' || end.test(before) || /^\s*[.。；;：:]/.test(excerpt);
  const ends = after === '' || end.test(excerpt.trimEnd()) || /^[.。]/.test(after);
  return { before: begins ? '' : '…', after: ends ? '' : '…' };
}
