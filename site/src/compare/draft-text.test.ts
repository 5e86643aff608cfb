import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draftFrom, loadDraft, loadPolicy, type PolicyFiles, sourceOf } from '@jingzhun/rules/load';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { filesOf } from '../policies/released-files.ts';
import { amendmentExample } from './amendment-example.ts';
import { changelog } from './changelog.ts';
import { draftText } from './draft-text.ts';
import { editables } from './editable.ts';
import { draftOf, type Edit } from './what-if.ts';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'jingzhun-compare-'));
const policies = join(folder, 'policies');
const { policy, base, whatIf } = amendmentExample();
let files: PolicyFiles;

beforeAll(async () => {
  cpSync(join(root, 'packages/rules/policies'), policies, { recursive: true });
  files = await filesOf(policy, base);
});
afterAll(() => rmSync(folder, { recursive: true }));

function jingzhun(...args: string[]): string {
  const bin = join(root, 'packages/cli/bin/jingzhun.mjs');
  const env = { ...process.env, NO_COLOR: '1' };
  return execFileSync(process.execPath, [bin, ...args, '--policies', policies, '--lang', 'en'], {
    encoding: 'utf8',
    env,
  });
}

const textOf = (edits: readonly Edit[]): string => {
  const changed = { ...whatIf, edits };
  const loaded = loadPolicy(sourceOf(files));
  return draftText(draftOf(files, base, changed, changelog(loaded, changed)));
};

test('what is read back is the draft, whatever is typed', () => {
  const changed = { ...whatIf, document: '合成发〔2018〕9号: "x" # y\n- z', clause: '[一]' };
  const draft = draftOf(files, base, changed, { zh: '改: 一', en: 'a: b' });
  expect(parse(draftText(draft))).toEqual({ ...draft, tests: [] });
  draftFrom({ file: 'draft.yaml', data: parse(draftText(draft)) });
});

test('the command takes the file in place of the one that revise starts, and finds in it what was changed', () => {
  const figure = editables(files, whatIf.from).find(
    ({ of, name, leaf }) => of === 'rule' && leaf !== undefined && isInForce(name),
  );
  const rule: Edit = { of: 'rule', name: figure?.name ?? '', path: figure?.path ?? [], value: 1 };
  const started = jingzhun('revise', policy, '--from', whatIf.from);
  expect(started).toContain('draft.yaml');
  writeFileSync(join(policies, policy, 'draft.yaml'), textOf([...whatIf.edits, rule]));

  const compared = JSON.parse(jingzhun('compare', policy, 'draft', '--json'));
  const meant = compared.differences.filter(({ bears }: { bears: string }) => bears === 'meaning');
  expect(meant.map(({ name, after }: { name: string; after: unknown }) => [name, typeof after])).toEqual(
    expect.arrayContaining([
      [whatIf.edits[0]?.name, 'number'],
      [figure?.name, 'object'],
    ]),
  );
  expect(meant).toHaveLength(2);
  const roster = join(root, 'examples/rosters/ruyuan-2016.csv');
  const { byHousehold } = JSON.parse(
    jingzhun('impact', policy, 'draft', '--roster', roster, '--on', whatIf.from, '--json'),
  );
  expect(byHousehold.gains.households).toBe(47);
});

function isInForce(name: string): boolean {
  const { rules } = loadDraft(files, draftOf(files, base, whatIf, { zh: '一', en: 'a' })).policy;
  return rules.some(
    ({ id, force: { from, to } }) => id === name && from < whatIf.from && (to === null || to > whatIf.from),
  );
}
