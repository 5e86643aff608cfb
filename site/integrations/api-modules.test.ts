import { expect, test } from 'vitest';
import { namesApart, readIntroductions } from './api-modules.mjs';
import { publicEntries } from './api-reference.mjs';

test('every entry point of the packages is introduced in both languages, and nothing else is', () => {
  const known = readIntroductions();
  expect(namesApart([...publicEntries().values()], Object.keys(known))).toEqual([]);
  for (const { en, zh } of Object.values(known)) {
    expect(en).toMatch(/^[A-Z].*\.$/);
    expect(zh).toMatch(/^[^a-z].*。$/);
  }
});

test('a name that stands on one side alone is told', () => {
  expect(namesApart(['a', 'b'], ['b', 'c'])).toEqual(['a', 'c']);
});
