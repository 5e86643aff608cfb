import type { DraftFile, ParameterFile } from '@jingzhun/schemas';
import type { JingzhunError } from '@jingzhun/schemas/problem';
import { describe, expect, it } from 'vitest';
import {
  findingOf,
  loadTiny,
  quoteSha256,
  registered,
  tinyParameter,
  tinyRule,
  tinySource,
  title,
} from '../testing/tiny-policy.ts';
import { digestOfFiles } from './digest.ts';
import { applyDraft, draftFrom, loadDraft, nextVersion } from './draft.ts';

const section = {
  parameters: { aid: tinyParameter('yuan', 1000) },
  rules: {
    'tiny.rule.one': tinyRule({ when: registered, grant: { what: 'aid', amount: 'aid', unit: 'yuan' } }),
    'tiny.rule.two': tinyRule({
      items: [
        { key: 'a', title, when: registered },
        { key: 'b', title, when: registered },
      ],
    }),
  },
};
const { files } = loadTiny(section);
const draft = (sections: DraftFile['sections'], change: Partial<DraftFile> = {}): DraftFile => ({
  policy: 'tiny-2016',
  base: '1.0.0',
  kind: 'amendment',
  from: '2017-09-01',
  changes: [],
  sections,
  ...change,
});
const raised = { parameters: { aid: { values: [{ from: '2017-09-01', value: 1200, quoteSha256 }] } } };
const only = (patched: ReturnType<typeof applyDraft>) => patched.sections['1-only'];

describe('a draft', () => {
  it('adds a dated value to those that are there', () => {
    const { policy } = loadDraft(files, draft({ '1-only': raised }));
    const amountOn = (day: string) => findingOf(policy, { household: { registered: true } }, day).outcomes[0]?.value;
    expect([amountOn('2017-08-31'), amountOn('2017-09-01')]).toEqual([1000, 1200]);
  });

  it('leaves what it is laid over as it was', () => {
    const before = digestOfFiles(files);
    applyDraft(files, draft({ '1-only': raised }));
    expect(digestOfFiles(files)).toBe(before);
    expect(digestOfFiles(applyDraft(files, draft({})))).toBe(before);
  });

  it('puts dated values in the order of their days, replaces one of the same day, and takes one away', () => {
    const values = (list: object[]) => {
      const patched = only(applyDraft(files, draft({ '1-only': { parameters: { aid: { values: list } } } })));
      const aid = patched?.parameters?.aid as Extract<ParameterFile, { values: unknown }>;
      return aid.values.map(({ from, value }) => [from, value]);
    };
    expect(values([{ from: '2015-01-01', value: 1 }])).toEqual([
      ['2015-01-01', 1],
      ['2016-01-01', 1000],
    ]);
    expect(values([{ from: '2016-01-01', value: 2 }])).toEqual([['2016-01-01', 2]]);
    expect(values([{ from: '2016-01-01', removed: true }])).toEqual([]);
  });

  it('changes one item of a checklist by its key', () => {
    const items = [{ key: 'b', title: { en: 'second' } }];
    const rule = only(applyDraft(files, draft({ '1-only': { rules: { 'tiny.rule.two': { items } } } })))?.rules?.[
      'tiny.rule.two'
    ];
    expect(rule?.items?.map(({ key, title: { en } }) => [key, en])).toEqual([
      ['a', 'test'],
      ['b', 'second'],
    ]);
  });

  it('replaces a list whole where two of its entries go by one name', () => {
    const twice = loadTiny({
      ...section,
      rules: {
        'tiny.rule.one': tinyRule({
          state: [
            { what: 'x', value: 1 },
            { what: 'x', value: 2 },
          ],
        }),
      },
    }).files;
    const patched = applyDraft(
      twice,
      draft({ '1-only': { rules: { 'tiny.rule.one': { state: [{ what: 'x', value: 3 }] } } } }),
    );
    expect(only(patched)?.rules?.['tiny.rule.one']?.state).toEqual([{ what: 'x', value: 3 }]);
    const both = [
      { what: 'x', value: 1 },
      { what: 'x', value: 4 },
    ];
    const added = draft({
      '1-only': { rules: { 'tiny.rule.one': { amended: [{ from: '2021-01-01', state: both }] } } },
    });
    expect(only(applyDraft(twice, added))?.rules?.['tiny.rule.one']?.amended?.[0]?.state).toEqual(both);
  });

  it('takes null for a value where nothing is printed, and where nothing is there to take away', () => {
    const patched = only(
      applyDraft(
        files,
        draft({
          '1-only': {
            rules: {
              'tiny.rule.one': { grant: { amount: null } },
              'tiny.rule.two': { force: { to: null }, grant: { what: 'aid', amount: null, unit: 'yuan' } },
            },
          },
        }),
      ),
    );
    expect(patched?.rules?.['tiny.rule.one']?.grant).toEqual({ what: 'aid', amount: null, unit: 'yuan' });
    expect(patched?.rules?.['tiny.rule.two']).toMatchObject({ force: { to: null }, grant: { amount: null } });
    const unprinted = { number: null, published: null };
    expect(applyDraft(files, draft({}, { document: unprinted })).policy.document).toMatchObject(unprinted);
  });

  it('takes away with null, and adds and removes sections', () => {
    const without = applyDraft(files, draft({ '1-only': { rules: { 'tiny.rule.two': null } } }));
    expect(Object.keys(only(without)?.rules ?? {})).toEqual(['tiny.rule.one']);
    const more = applyDraft(files, draft({ '2-more': { clause: '二', title, summary: title } }));
    expect(more.policy.sections).toEqual(['1-only', '2-more']);
    expect(applyDraft(more, draft({ '2-more': null })).policy.sections).toEqual(['1-only']);
  });

  it('goes by the release it would become', () => {
    expect(nextVersion({ base: '1.2.3', kind: 'amendment' })).toBe('1.3.0');
    expect(nextVersion({ base: '1.2.3', kind: 'correction' })).toBe('1.2.4');
    const { policy } = loadDraft(files, draft({}));
    expect(policy.release).toBe('1.1.0-draft');
  });

  it('names the draft for faults in what it changes, and the policy for all others', () => {
    const lineOf = () => 7;
    const faultsIn = (sections: DraftFile['sections'], lines: () => number) => {
      try {
        loadDraft(
          files,
          draft(sections),
          tinySource(section, {}, () => 3),
          { file: 'draft.yaml', data: {}, lineOf: lines },
        );
        return [];
      } catch (error) {
        return (error as JingzhunError).problems.map(({ file, line, code }) => `${file}:${line} ${code}`);
      }
    };
    const wrong = { rules: { 'tiny.rule.one': { grant: { amount: 'nothing' } } } };
    expect(faultsIn({ '1-only': wrong }, lineOf)).toEqual(['draft.yaml:7 unknown-name']);
    expect(faultsIn({ '1-only': { parameters: { aid: null } } }, lineOf)).toEqual(['tiny/1-only.yaml:3 unknown-name']);
  });

  it('is refused with every fault of its form', () => {
    const check = (data: unknown) => {
      try {
        draftFrom({ file: 'draft.yaml', data });
        return [];
      } catch (error) {
        return (error as JingzhunError).problems.map(({ path, code }) => `${path} ${code}`);
      }
    };
    expect(check(draft({}))).toEqual([]);
    expect(check({ ...draft({}), from: undefined })).toEqual(['from missing-key']);
    expect(check({ ...draft({}), kind: 'repeal', base: '1' }).length).toBe(2);
    expect(
      check(
        JSON.parse('{"policy":"a","base":"1.0.0","kind":"correction","changes":[],"sections":{"__proto__":{}}}'),
      )[0],
    ).toContain('forbidden-key');
  });
});
