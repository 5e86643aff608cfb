import { compare } from '@jingzhun/rules/compare';
import { applyDraft, draftFrom, loadDraft, loadPolicy, type PolicyFiles, sourceOf } from '@jingzhun/rules/load';
import { beforeAll, describe, expect, test } from 'vitest';
import { releasedFiles } from '../policies/released-files.ts';
import { type Editable, editables } from './editable.ts';
import { draftOf, type Edit, readWhatIf, type WhatIf, whatIfText } from './what-if.ts';

const released = new Map<string, { version: string; files: PolicyFiles }>();
beforeAll(async () => {
  for (const [id, releases] of releasedFiles) {
    const [version, files] = [...releases].at(-1) as [string, () => Promise<PolicyFiles>];
    released.set(id, { version, files: await files() });
  }
});

const text = { zh: '改', en: 'changed' };
const whatIf = (from: string, ...edits: Edit[]): WhatIf => ({ from, document: '示例', clause: '一', edits });

/** The value a little larger, or the day a year later. */
function otherValue({ values }: Editable): number | string {
  const { value } = values.at(-1) as Editable['values'][number];
  return typeof value === 'number' ? value + 1 : `${Number(value.slice(0, 4)) + 1}${value.slice(4, -2)}01`;
}

describe('every figure that is offered', () => {
  test('there are some in each policy', () => {
    expect(released.size).toBeGreaterThanOrEqual(5);
    for (const { files } of released.values()) {
      expect(editables(files, files.policy.force.from).length).toBeGreaterThan(10);
    }
  });

  test('makes a draft whose only differences are that figure and its citation', () => {
    let loaded = 0;
    const refused: string[] = [];
    for (const { version, files } of released.values()) {
      const from = `${Number(files.policy.force.from.slice(0, 4)) + 1}-01-02`;
      const last = files.policy.force.to ?? '9999-12-31';
      const day = from <= last ? from : '2016-09-02';
      for (const each of editables(files, day)) {
        const { of, name, path } = each;
        const draft = draftOf(files, version, whatIf(day, { of, name, path, value: otherValue(each) }), text);
        const { differences } = compare(
          { files },
          { files: applyDraft(files, draftFrom({ file: 'draft.yaml', data: draft })) },
        );
        expect(differences.length, name).toBeGreaterThan(0);
        expect(new Set(differences.map((one) => `${one.of} ${one.name}`)), name).toEqual(new Set([`${of} ${name}`]));
        expect(differences.filter(({ bears }) => bears === 'meaning').length, `${name} ${path}`).toBe(1);
        if (loaded++ % 12 > 0) continue;
        try {
          loadDraft(files, draft);
        } catch (error) {
          refused.push(`${name}: ${String(error)}`);
        }
      }
    }
    expect(loaded).toBeGreaterThan(200);
    // A rule that is not in force on the day cannot be amended on it, and a sum that is printed no longer comes out.
    expect(refused.filter((each) => !/must come after|the document prints/.test(each))).toEqual([]);
  });
});

test('several figures of one rule and one table come together', () => {
  const { files, version } = released.get('ruyuan-2016') as { files: PolicyFiles; version: string };
  const [parameter] = editables(files, '2017-09-01').filter(({ of }) => of === 'parameter');
  const figures = editables(files, '2017-09-01').filter(({ of }) => of === 'rule');
  const rule = figures.find(({ name }) => figures.filter((each) => each.name === name).length > 1) as Editable;
  const all = figures.filter(({ name }) => name === rule.name);
  const edits = [...(parameter ? [parameter] : []), ...all].map((each) => ({
    of: each.of,
    name: each.name,
    path: each.path,
    value: otherValue(each),
  }));
  const draft = draftOf(files, version, whatIf('2017-09-01', ...edits), text);
  const { differences } = compare({ files }, { files: applyDraft(files, draft) });
  expect(differences.filter(({ bears }) => bears === 'meaning')).toHaveLength(edits.length);
});

test('what the base says stays as it was', () => {
  for (const { files, version } of released.values()) {
    const before = JSON.stringify(files);
    const figures = editables(files, files.policy.force.from);
    const edits = figures.map((each) => ({ of: each.of, name: each.name, path: each.path, value: otherValue(each) }));
    draftOf(files, version, whatIf('2018-01-01', ...edits), text);
    expect(JSON.stringify(files)).toBe(before);
    loadPolicy(sourceOf(files));
  }
});

describe('a change in an address', () => {
  test('comes back as it was', () => {
    const made = whatIf('2018-09-01', { of: 'parameter', name: 'universityAid', path: [], value: 6000 });
    expect(readWhatIf(`#${whatIfText(made)}`)).toEqual(made);
    expect(readWhatIf(whatIfText({ ...made, document: '合成发〔2018〕9号&#%' }))?.document).toBe(
      '合成发〔2018〕9号&#%',
    );
  });

  test.each([
    '',
    '#draft=',
    '#draft=%7B%7D',
    '#draft=[',
    `#draft=${encodeURIComponent(JSON.stringify({ ...whatIf('2018-09-01'), edits: [{ of: 'rule', name: 'a', path: ['__proto__'], value: 1 }] }))}`,
    `#draft=${encodeURIComponent(JSON.stringify({ ...whatIf('2018-09-01'), edits: [null] }))}`,
  ])('%s is none', (fragment) => expect(readWhatIf(fragment)).toBeUndefined());
});
