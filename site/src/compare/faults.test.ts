import { loadDraft } from '@jingzhun/rules/load';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { expect, test } from 'vitest';
import { filesOf } from '../policies/released-files.ts';
import { amendmentExample } from './amendment-example.ts';
import { type Editable, editables } from './editable.ts';
import { faultsOf } from './faults.ts';
import { draftOf, type WhatIf } from './what-if.ts';

const { policy, base, whatIf } = amendmentExample();

async function faults(changed: WhatIf, language: 'zh' | 'en') {
  const files = await filesOf(policy, base);
  try {
    loadDraft(files, draftOf(files, base, changed, { zh: '一', en: 'a' }));
    return [];
  } catch (error) {
    return faultsOf((error as JingzhunError).problems, changed, language);
  }
}

test('a value that the loader refuses is told at its field, in the language asked for', async () => {
  const [edit] = whatIf.edits;
  const wrong = {
    ...whatIf,
    edits: [
      { of: 'parameter', name: 'basicAid', path: [], value: 2600 },
      { ...edit, value: 'x' },
    ],
  } as WhatIf;
  const [zh] = await faults(wrong, 'zh');
  const [en] = await faults(wrong, 'en');
  expect([zh?.place, en?.place]).toEqual([1, 1]);
  expect(zh?.text).toMatch(/[一-龥]/);
  expect(en?.text).toMatch(/^[\x20-\x7e“”"]+$/);
});

test('a rule that is amended before it is in force says so at its figure', async () => {
  const files = await filesOf(policy, base);
  const figures = editables(files, '2017-01-01');
  const { of, name, path } = figures.find((each) => each.of === 'rule' && each.type === 'number') as Editable;
  const early = { ...whatIf, from: '2010-01-01', edits: [{ of, name, path, value: 3 }] };
  const [first] = await faults(early, 'zh');
  expect(first).toEqual({ place: 0, text: expect.stringMatching(/须晚于/) });
});

test('a figure that no longer adds up with others names where', async () => {
  const edits = [{ of: 'parameter', name: 'plannedExits2018', path: [], value: 3000 }] as const;
  const [fault] = await faults({ ...whatIf, from: '2017-01-02', edits }, 'en');
  expect(fault).toMatchObject({ place: null, text: expect.stringContaining('rules.ruyuan.plan.exit-2018') });
});

test('a fault of the day is told at the day', () => {
  expect(
    faultsOf(
      new JingzhunError('policy-fault', [{ code: 'wrong-form', path: 'from', zh: '错', en: 'wrong' }]).problems,
      whatIf,
      'zh',
    ),
  ).toEqual([{ place: 'from', text: '错' }]);
  const elsewhere = [{ code: 'wrong-form', path: 'sections', zh: '错', en: 'wrong' }];
  const told = (language: 'zh' | 'en') =>
    faultsOf(elsewhere, { ...whatIf, edits: [] }, language).map(({ text }) => text);
  expect([told('zh'), told('en')]).toEqual([['sections：错'], ['sections: wrong']]);
});
