import { JingzhunError } from '@jingzhun/schemas/problem';
import { expect, it } from 'vitest';
import { placed, tinyPolicyFile, tinyRules, title } from '../testing/tiny-policy.ts';
import { draftFrom } from './draft.ts';

const release = { version: '1.0.0', date: '2026-01-01', changes: title };
const later = { version: '1.0.1', kind: 'correction', date: '2026-02-01', changes: [title, title] };
const document = tinyPolicyFile().document as object;

it.each<[Record<string, unknown>, string]>([
  [{ document: { ...document, issued: '2015-02-29' } }, 'document.issued'],
  [{ document: { ...document, published: '2016-02-30' } }, 'document.published'],
  [{ releases: [release, { ...later, date: '2026-02-29' }] }, 'releases.1.date'],
  [{ releases: [{ ...release, changes: { ...title, from: '2017-04-31' } }] }, 'releases.0.changes.from'],
  [{ releases: [release, { ...later, changes: [title, { ...title, to: '2017-06-31' }] }] }, 'releases.1.changes.1.to'],
])('a day of a policy file that is none of the calendar is a fault: %j', (change, path) => {
  expect(placed({ rules: tinyRules }, change)).toEqual([`wrong-value ${path}`]);
});

it('so is one in the changes of a draft, which become those of a release', () => {
  const changes = [title, { ...title, from: '2017-02-29', to: '2017-09-31' }];
  const data = { policy: 'tiny-2016', base: '1.0.0', kind: 'amendment', from: '2017-11-31', changes, sections: {} };
  const paths = (): string[] => {
    try {
      draftFrom({ file: 'draft.yaml', data });
    } catch (error) {
      if (error instanceof JingzhunError) return error.problems.map(({ path }) => path);
    }
    return [];
  };
  expect(paths()).toEqual(['from', 'changes.1.from', 'changes.1.to']);
});
