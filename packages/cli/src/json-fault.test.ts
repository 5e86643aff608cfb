import { describe, expect, it } from 'vitest';
import { jsonFault } from './json-fault.ts';

describe('where a JSON text goes wrong', () => {
  it.each([
    ['{"a": "b" x}', 1, 11],
    ['{"a" "b"}', 1, 2],
    ['["\\u00e"]', 1, 2],
    ['["\\x"]', 1, 2],
    ['["a\nb"]', 1, 2],
    ['["\u007f\\n", ]', 1, 9],
    ['[\n-]', 2, 1],
    ['{"a": [true, nul]}', 1, 14],
  ])('%j: line %i, column %i', (text, line, column) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(jsonFault(text)).toEqual({ line, column });
  });

  it('is found behind texts and numbers of any length', () => {
    const long = 10_000_000;
    expect(jsonFault(`["${'a'.repeat(long)}" x]`)).toEqual({ line: 1, column: long + 5 });
    expect(jsonFault(`["${'\\n'.repeat(long)}" x]`)).toEqual({ line: 1, column: 2 * long + 5 });
    expect(jsonFault(`[${'1'.repeat(long)} x]`)).toEqual({ line: 1, column: long + 3 });
  });
});
