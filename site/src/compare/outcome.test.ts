import { impact } from '@jingzhun/rules/impact';
import { type LoadedPolicy, loadDraft, loadPolicy, type PolicyFiles, sourceOf } from '@jingzhun/rules/load';
import type { RosterHousehold } from '@jingzhun/schemas/table';
import { beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../language.ts';
import { releasedFiles } from '../policies/released-files.ts';
import { sampleRoster } from '../sample/sample-roster.ts';
import { Task } from '../worker/task.ts';
import { amendmentExample } from './amendment-example.ts';
import { changelog } from './changelog.ts';
import { affectedPage } from './impact-view.ts';
import { outcomeView } from './outcome-view.ts';
import { type StudySide, study } from './study.ts';
import { Voices } from './voices.ts';
import { draftOf, type Edit } from './what-if.ts';

const example = amendmentExample();
const all = sampleRoster().households;
/** Enough of them for what is not counted. */
const households = all.slice(0, 600);
const loaded = new Map<string, LoadedPolicy>();
let policy: LoadedPolicy;

beforeAll(async () => {
  for (const [id, releases] of releasedFiles) {
    const files = [...releases.values()].at(-1) as () => Promise<PolicyFiles>;
    loaded.set(id, loadPolicy(sourceOf(await files())));
  }
  policy = loaded.get(example.policy) as LoadedPolicy;
});

const task = (): Task => new Task(() => {});

function drafted(from: string, edits: readonly Edit[]): LoadedPolicy {
  const whatIf = { ...example.whatIf, from, edits };
  return loadDraft(policy.files, draftOf(policy.files, policy.policy.release, whatIf, changelog(policy, whatIf)));
}

async function outcome(before: StudySide, after: StudySide, roster: readonly RosterHousehold[] = households) {
  const found = await study(before, after, roster, task());
  return { found, view: outcomeView(found, new Voices(before.loaded, after.loaded, 'zh')) };
}

describe('the numbers are those of impact', () => {
  const sides = (): [string, StudySide, StudySide][] => {
    const on = example.whatIf.from;
    const [first, second] = [...loaded.values()] as [LoadedPolicy, LoadedPolicy];
    return [
      ['an amendment', { loaded: policy, on }, { loaded: drafted(on, example.whatIf.edits), on }],
      ['two days', { loaded: policy, on: '2018-12-31' }, { loaded: policy, on: '2019-01-01' }],
      ['two policies', { loaded: first, on: '2016-09-01' }, { loaded: second, on: '2016-09-01' }],
    ];
  };

  test.each([0, 1, 2])('of pair %i', async (place) => {
    const [, before, after] = sides()[place] as [string, StudySide, StudySide];
    const { found, view } = await outcome(before, after);
    let affected = 0;
    const expected = impact(
      { policy: before.loaded.policy, on: before.on },
      { policy: after.loaded.policy, on: after.on },
      households,
      {
        each: ({ kind }) => {
          if (kind !== 'same') affected++;
        },
      },
    );
    expect(found.impact).toEqual(expected);
    expect(view.counts).toEqual(expected.byHousehold);
    expect(found.affected).toHaveLength(affected);
    expect(affected).toBeGreaterThan(0);
    expect(view.reasons).toEqual([]);
  });

  test('as the walk through the example prints them: 47 households gain 48,000 yuan a year together', async () => {
    const on = example.whatIf.from;
    const { view } = await outcome({ loaded: policy, on }, { loaded: drafted(on, example.whatIf.edits), on }, all);
    expect(view.counts.gains.households).toBe(47);
    expect(view.money.map(({ certain }) => certain)).toEqual(['+48,000 元/年']);
    expect(view.parameters).toMatchObject([
      { before: '5,000 元/人·年', after: '6,000 元/人·年', days: '2018-09-01 起' },
    ]);
  });
});

test('a page of those affected masks names and names the clause', async () => {
  const on = example.whatIf.from;
  const after = drafted(on, example.whatIf.edits);
  const { found } = await outcome({ loaded: policy, on }, { loaded: after, on }, all);
  const voices = new Voices(policy, after, 'zh');
  const page = affectedPage(found, { kind: 'gains', offset: 40, limit: 20 }, voices);
  expect([page.total, page.rows.length]).toEqual([47, 7]);
  for (const { who, findings } of page.rows) {
    expect(who).toMatch(/^.\*+$/);
    expect(findings.map(({ clause }) => clause)).toEqual(['二(一)4']);
  }
});

test('of a document that ends, nothing open is told as settled', async () => {
  const ended = loaded.get('huadu-2016') as LoadedPolicy;
  const { found } = await outcome({ loaded: ended, on: '2016-12-31' }, { loaded: ended, on: '2017-01-01' });
  const page = affectedPage(found, { kind: undefined, offset: 0, limit: 20 }, new Voices(ended, ended, 'zh'));
  const texts = page.rows.flatMap(({ findings }) => findings.map(({ text }) => text));
  expect(texts).toContain('原为待定，现已不在执行期');
  expect(texts.filter((text) => text.includes('变为确定'))).toEqual([]);
});

describe('a comparison without effect says why', () => {
  const aid = (value: number): Edit[] => [{ of: 'parameter', name: 'universityAid', path: [], value }];
  const reasons = async (on: string, from: string, edits: readonly Edit[], roster = households): Promise<string> => {
    const { view } = await outcome({ loaded: policy, on }, { loaded: drafted(from, edits), on }, roster);
    expect(view.counts.same.households).toBe(roster.length);
    return view.reasons.join();
  };
  const one = (member: object): RosterHousehold[] => [
    { id: 'a', case: { household: { members: [member] } }, rows: [2] } as RosterHousehold,
  ];

  test.each([
    [
      'it begins later',
      () => reasons('2017-09-01', '2018-09-01', aid(6000)),
      /2018-09-01 起生效，所选日期 2017-09-01 在此之前/,
    ],
    ['it is over', () => reasons('2019-09-01', '2019-09-01', aid(6000)), /不在执行期.*2016-11-29 至 2018-12-31/],
    ['nothing differs', () => reasons('2018-09-01', '2018-09-01', aid(5000)), /没有|相同|出处/],
    [
      'nobody meets it',
      () =>
        reasons('2018-09-01', '2018-09-01', aid(6000), one({ registered: true, schoolStage: 'none', enrolled: false })),
      /没有人符合/,
    ],
    [
      'the roster holds nobody',
      () => reasons('2018-09-01', '2018-09-01', aid(6000), [{ id: 'a', case: { household: {} }, rows: [2] }] as never),
      /没有它所问的对象/,
    ],
  ])('%s', async (_, found, expected) => expect(await found()).toMatch(expected));

  test('it is about others than households and persons', async () => {
    const [name = ''] = Object.values(policy.files.sections).flatMap(({ parameters = {} }) =>
      Object.entries(parameters).flatMap(([key, { title }]) => (title.zh === '农村自来水普及率' ? [key] : [])),
    );
    const edit: Edit = { of: 'parameter', name, path: [], value: 95 };
    expect(await reasons('2018-09-01', '2018-09-01', [edit])).toMatch(/花名册里只有户和人/);
  });

  test('of those who meet it on both sides, it is not said that they get the same: a roster may hold no costs', async () => {
    const [name = ''] = Object.values(policy.files.sections).flatMap(({ parameters = {} }) =>
      Object.entries(parameters).flatMap(([key, { title }]) => (title.zh === '住院报销比例下限' ? [key] : [])),
    );
    const said = await reasons('2018-09-01', '2018-09-01', [{ of: 'parameter', name, path: [], value: 80 }]);
    expect(said).toMatch(/人符合，改动前后都符合/);
    expect(said).not.toContain('给付不变');
  });

  test('what a roster lacks is said in English as what it does not tell: whether something is so', async () => {
    const own = loaded.get('huadu-2016') as LoadedPolicy;
    const on = '2016-09-01';
    const whatIf = {
      ...example.whatIf,
      from: on,
      edits: [{ of: 'parameter', name: 'dibaoStandard', path: [], value: 900 }],
    };
    const changed = loadDraft(
      own.files,
      draftOf(own.files, own.policy.release, whatIf as never, changelog(own, whatIf as never)),
    );
    const found = await study({ loaded: own, on }, { loaded: changed, on }, households, task());
    const [reason] = outcomeView(found, new Voices(own, changed, 'en')).reasons;
    expect(reason).toMatch(/The roster lacks: whether the /);
    expect(reason).not.toMatch(/’s receives/);
  });

  test('between two days on which nothing changes', async () => {
    const { view } = await outcome({ loaded: policy, on: '2017-03-01' }, { loaded: policy, on: '2017-03-01' });
    expect(view.reasons).toEqual(['两边的内容完全相同。']);
  });
});

test('no word of any pair is left in the files’ language', async () => {
  const { found } = await outcome(
    { loaded: policy, on: '2018-12-31' },
    { loaded: policy, on: '2019-01-01' },
    households.slice(0, 20),
  );
  for (const language of languages) {
    const view = outcomeView(found, new Voices(policy, policy, language));
    const words = JSON.stringify([view.sections, view.bars, view.parameters]);
    expect(words).not.toMatch(/undefined|\[object|\{\w+\}|[a-z]+\.[a-z]+-[a-z]+/);
  }
});
