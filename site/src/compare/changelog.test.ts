import { loadPolicy, sourceOf } from '@jingzhun/rules/load';
import { expect, test } from 'vitest';
import { languages } from '../language.ts';
import { filesOf } from '../policies/released-files.ts';
import { amendmentExample } from './amendment-example.ts';
import { changelog } from './changelog.ts';
import { figureViews } from './figure-views.ts';
import { Voices } from './voices.ts';
import type { Edit } from './what-if.ts';

const { policy, base, whatIf } = amendmentExample();
const loaded = loadPolicy(sourceOf(await filesOf(policy, base)));

test('values are written as in the list of figures, and the day is said once', () => {
  const shares = figureViews(loaded, whatIf.from, new Voices(loaded, loaded, 'zh')).filter(({ unit }) => unit === '%');
  const edits = shares.slice(0, 2).map(({ of, name, path }): Edit => ({ of, name, path, value: 37 }));
  const { zh, en } = changelog(loaded, { ...whatIf, edits });
  for (const text of [zh, en]) {
    expect(text.match(/37%/g)).toHaveLength(2);
    expect(text.split(whatIf.from)).toHaveLength(2);
  }
  expect(en).toMatch(/^From [\d-]+, [a-z].*; [a-z]/);
  expect(zh).not.toMatch(/[年户人] 改为/);
});

test('a field of what is counted is named by the plural', () => {
  const units = languages.map((language) =>
    new Voices(loaded, loaded, language).unitName('villages', { zh: '', en: '' }),
  );
  expect(units).toEqual(['个村', 'villages']);
});
