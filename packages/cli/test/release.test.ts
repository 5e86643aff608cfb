import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { jingzhun, policies } from './run-jingzhun.ts';

const parent = mkdtempSync(join(tmpdir(), 'jingzhun-'));
const root = join(parent, 'policies');
const folder = join(root, 'sample-2020');
afterAll(() => rmSync(parent, { recursive: true }));

const run = (...args: string[]) => jingzhun([...args, '--policies', root]);
const release = () => run('release', 'sample-2020', '--date', '2026-12-01');
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
const draft = (body: string, head: Record<string, string> = {}): void => {
  const said = {
    policy: 'sample-2020',
    base: '1.0.0',
    kind: 'amendment',
    from: '2021-01-01',
    changes: '[{ zh: 改, en: a change }]',
    ...head,
  };
  const lines = Object.entries(said).map(([key, value]) => `${key}: ${value}`);
  writeFileSync(join(folder, 'draft.yaml'), `${lines.join('\n')}\n${body}`);
};
/** All files with what they say: nothing may differ after a refusal. */
const everything = (): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name} ${readFileSync(join(entry.parentPath, entry.name), 'utf8')}`);

async function refused(code: number, ...parts: string[]): Promise<void> {
  const before = everything();
  const { code: found, err } = await release();
  expect([found, err]).toEqual([code, expect.stringContaining(parts[0] ?? '')]);
  for (const part of parts) expect(err).toContain(part);
  expect(everything()).toEqual(before);
}

const quote = '"0000000000000000000000000000000000000000000000000000000000000000"';
const amendedBy = '{ document: 虚构〔2020〕9号, clause: 一 }';
const newRule = (id: string, more: string): string => `      ${id}:
        kind: entitlement
        subject: person
        title: { zh: 新助, en: New aid }
        when: { fact: person.registered, operator: equal, value: true }
        quoteSha256: ${quote}
${more}`;
const withRule = (more: string): string => `sections:\n  1-aid:\n    rules:\n${newRule('sample.aid.new', more)}`;
const raised = (more = ''): string =>
  `sections:
  1-aid:
    parameters:
      studentAid:
        values: [{ from: 2021-01-01, value: 1200, amendedBy: ${amendedBy}, quoteSha256: ${quote} }]
${more}`;

beforeEach(async () => {
  rmSync(root, { recursive: true, force: true });
  cpSync(policies, root, { recursive: true });
  expect(await release()).toMatchObject({ code: 0 });
});

describe('a release', () => {
  it('takes a new rule that is in force from the day of the amendment', async () => {
    draft(withRule('        force: { from: 2021-01-01 }\n'));
    expect(await release()).toMatchObject({ code: 0, err: '' });
    expect(await run('check')).toMatchObject({ code: 0 });
  });

  it('takes a value with more decimals than those before its day have', async () => {
    draft(raised().replace('1200', '1200.5'));
    expect(await release()).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse((await run('policies', 'sample-2020', '--json')).out)[0].releases.at(-1).changes).toMatchObject([
      { from: '2021-01-01', provisions: ['sample.aid.student'] },
    ]);
  });

  it('refuses a new rule that is in force before that day', async () => {
    draft(withRule(''));
    await refused(1, 'sample.aid.new', 'kind: correction');
  });

  it('refuses an amendment that changes what is cited for days before it', async () => {
    draft(`sections: { 1-aid: { clause: 九 } }\n`);
    await refused(1, 'what is cited for days before it changes');
    draft(`sections: { 1-aid: { clause: 九 } }\n`, { kind: 'correction' });
    expect(await release()).toMatchObject({ code: 0 });
  });

  it('refuses a draft that changes nothing, and one that takes away what is not there', async () => {
    draft('sections: {}\n');
    await refused(1, 'the draft changes nothing');
    draft('sections: { 1-aid: { rules: { sample.aid.misspelled: null } } }\n');
    await refused(2, 'sample-2020/draft.yaml:6', 'sample.aid.misspelled');
    draft('sections: { 7-misspelled: null }\n');
    await refused(2, 'null');
    draft('sections: { 1-aid: { parameters: { studentAid: { values: [{ from: 2020-02-02, removed: true }] } } } }\n');
    await refused(2, 'removed');
  });

  it('goes on from release to release, and a draft on an older one is told so by check', async () => {
    draft(raised());
    expect((await release()).code).toBe(0);
    const again = raised().replace('2021-01-01', '2022-01-01').replace('1200', '1300');
    draft(again, { from: '2022-01-01' });
    await refused(1, 'the last release is 1.1.0');
    expect((await run('check')).out).toContain('the last release is 1.1.0, and the draft is built on 1.0.0');
    draft(again, { base: '1.1.0', from: '2022-01-01' });
    expect((await run('check')).code).toBe(0);
    expect((await release()).out).toContain('1.2.0');
    expect(readdirSync(join(folder, 'releases'))).toEqual(['1.0.0.json', '1.1.0.json', '1.2.0.json']);
  });

  it('refuses the draft of another policy, and one built on a release that is not there', async () => {
    draft(raised(), { policy: 'other-2020' });
    await refused(2, 'sample-2020/draft.yaml:1', 'other-2020');
    expect(await run('check', 'sample-2020')).toMatchObject({ code: 1 });
    draft(raised(), { base: '0.9.0' });
    await refused(2, 'sample-2020/draft.yaml:2', '0.9.0');
  });

  it('is told from its files where somebody edited them afterwards', async () => {
    writeFileSync(join(folder, '1-aid.yaml'), textOf('1-aid.yaml').replace('value: 1000', 'value: 1100'));
    const { out } = await run('compare', 'sample-2020@1.0.0', 'sample-2020', '--lang', 'en');
    expect(out).toContain('sample-2020 1.0.0 → 1.0.0-edited');
    expect(out).toContain('1,000 yuan/person/year → 1,100 yuan/person/year');
    expect(await run('check')).toMatchObject({ code: 1, out: expect.stringContaining('jingzhun revise') });
  });

  it('refuses a day that is on no calendar', async () => {
    draft(raised(), { from: '2021-02-30' });
    await refused(2, 'sample-2020/draft.yaml:4', '2021-02-30');
  });

  it('refuses names in the changelog that the policy has not', async () => {
    draft(raised(), {
      changes: '[{ zh: 改, en: c, provisions: [sample.aid.student, sample.no.such], parameters: [none] }]',
    });
    await refused(1, 'sample.no.such', 'there is no none');
  });

  it('does not write over a release whose line in the lock is lost', async () => {
    const kept = join(folder, 'releases', '1.0.0.json');
    const content = readFileSync(kept, 'utf8');
    writeFileSync(join(root, 'policies.lock.json'), '{}\n');
    writeFileSync(kept, content.replace('1000', '1001'));
    await refused(1, 'is not in policies.lock.json');
    writeFileSync(kept, content);
    expect(await release()).toMatchObject({ code: 0 });
  });

  it('puts back what it has written when the rest cannot be', async () => {
    draft(raised());
    rmSync(join(folder, 'CHANGELOG.md'));
    mkdirSync(join(folder, 'CHANGELOG.md', 'full'), { recursive: true });
    const policy = textOf('policy.yaml');
    expect(await release()).toMatchObject({ code: 2 });
    expect(textOf('policy.yaml')).toBe(policy);
    expect(existsSync(join(folder, 'releases', '1.1.0.json'))).toBe(false);
  });

  it('reads tests of later releases last, also beyond the ninth', async () => {
    const test = (value: number): string => `- name: replaced
  on: 2020-09-01
  case: { household: { members: [{ id: a, registered: true, enrolled: true, schoolStage: primary }] } }
  expect: { sample.aid.student: { status: met, value: ${value} } }
`;
    writeFileSync(join(folder, 'tests', '1.9.0.yaml'), test(1));
    writeFileSync(join(folder, 'tests', '1.10.0.yaml'), test(1000));
    expect(await run('check')).toMatchObject({ code: 0 });
  });
});

describe('where a policy stands', () => {
  it('refuses a draft where no lock says what was released', async () => {
    draft(raised());
    rmSync(join(root, 'policies.lock.json'));
    await refused(1, 'sample-2020/draft.yaml:2', 'move the draft away');
  });

  it('tells that a folder is not named by its policy', async () => {
    cpSync(folder, join(root, 'other'), { recursive: true });
    expect(await run('check', 'other')).toMatchObject({
      code: 1,
      out: expect.stringContaining('its folder is named other'),
    });
    expect(await run('release', 'other')).toMatchObject({ code: 1, err: expect.stringContaining('named other') });
  });

  it('takes a policy folder by any path', async () => {
    const { code, out } = await jingzhun([
      'timeline',
      'sample-2020',
      '--policies',
      relative(process.cwd(), `${folder}/tests/..`),
    ]);
    expect([code, out]).toEqual([0, expect.stringContaining('sample-2020 1.0.0')]);
    const { err } = await jingzhun(['timeline', 'nothing', '--policies', `${folder}/.`]);
    expect(err).toContain('there are: sample-2020');
  });

  it('says how a day is written', async () => {
    for (const name of ['2020-9-1', 'sample-2020:2020/9/1', 'sample-2020@1.0.0:2020年9月1日'])
      expect(await run('compare', 'sample-2020', name)).toMatchObject({
        code: 2,
        err: expect.stringContaining('2020-09-01'),
      });
  });
});

describe('files that cannot be used', () => {
  it.each(['null', '[]', '{}', '{"policy":null,"sections":null}', '{"policy":{},"sections":{"a":null}}'])(
    'tells that a release is none: %s',
    async (content) => {
      writeFileSync(join(folder, 'releases', '1.0.0.json'), content);
      expect(await run('check')).toMatchObject({ code: 1, out: expect.stringContaining('releases/1.0.0.json') });
      expect(await run('release', 'sample-2020')).toMatchObject({
        code: 2,
        err: expect.stringContaining('不是某一版'),
      });
      expect(await run('timeline', 'sample-2020@1.0.0')).toMatchObject({
        err: expect.stringContaining('is no release'),
      });
    },
  );

  it.each([
    ['an alias of nothing', 'sections: *nothing\n'],
    [
      'aliases without end',
      `a: &a [${'x, '.repeat(30)}]\nb: &b [${'*a, '.repeat(30)}]\nc: &c [${'*b, '.repeat(30)}]\nd: [${'*c, '.repeat(30)}]\n`,
    ],
  ])('tells of YAML with %s in both languages', async (_, text) => {
    writeFileSync(join(folder, 'draft.yaml'), text);
    expect(await run('check')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/draft.yaml.*写法有误.*cannot be read/),
    });
  });

  it('tells that a draft is a folder in both languages', async () => {
    mkdirSync(join(folder, 'draft.yaml'));
    expect(await run('check')).toMatchObject({ code: 1, out: expect.stringMatching(/是文件夹.*is a folder/) });
  });
});
