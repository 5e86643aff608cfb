import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kindWords } from './report-lines.ts';

it('the guide in Chinese calls each kind of finding as the command does', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../../docs/analysing.zh-CN.md'), 'utf8');
  const named = [...guide.matchAll(/^\| `([a-z-]+)` (\S+) \|/gm)].map(([, kind, name]) => [kind, name]);
  expect(Object.fromEntries(named)).toEqual(
    Object.fromEntries(Object.entries(kindWords).map(([kind, { zh }]) => [kind, zh])),
  );
});
