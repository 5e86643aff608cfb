import { JingzhunError } from '@jingzhun/schemas/problem';

/**
 * What to throw where deciding failed: an input that is no plain data, such as one that runs code when it is read, is said to be so;
 * any other error stays what it was. Nothing is looked at before something failed, so that a good case pays nothing.
 */
export function unreadableOr(error: unknown, input: unknown): unknown {
  if (error instanceof JingzhunError || isPlainData(input)) return error;
  return new JingzhunError('invalid-case', [
    {
      code: 'unreadable',
      path: '',
      zh: '有属性是计算得出的或无法读取，案例只能是纯数据（JSON）',
      en: 'has a property that is computed or cannot be read; a case is plain data as in JSON',
    },
  ]);
}

/** Objects and lists whose properties all hold a value. Without recursion: they can be nested without end. */
export function isPlainData(input: unknown): boolean {
  const seen = new Set<object>();
  const open = [input];
  try {
    for (let value = open.pop(); value !== undefined || open.length > 0; value = open.pop()) {
      if (typeof value !== 'object' || value === null || seen.has(value)) continue;
      seen.add(value);
      // A proxy of a list may refuse no more than this.
      if (Array.isArray(value) && typeof value.length !== 'number') return false;
      for (const key of Object.keys(value)) {
        if (!('value' in (Object.getOwnPropertyDescriptor(value, key) as PropertyDescriptor))) return false;
        // What a descriptor tells, reading may still refuse.
        open.push((value as Record<string, unknown>)[key]);
      }
    }
  } catch {
    return false;
  }
  return true;
}
