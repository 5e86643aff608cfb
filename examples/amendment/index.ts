// An amendment from the draft to the release, on a copy of the policies. The notice is invented (合成文件).
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const here = import.meta.dirname;
const bin = join(here, '../../packages/cli/bin/jingzhun.mjs');
const before = join(here, '../../packages/rules/policies');
const roster = join(here, '../rosters/ruyuan-2016.csv');

const folder = mkdtempSync(join(tmpdir(), 'jingzhun-amendment-'));
const policies = join(folder, 'policies');
const record = join(folder, 'record.json');
cpSync(before, policies, { recursive: true });

/** Runs a command in English and gives what it prints. */
function jingzhun(...args: string[]): string {
  const env = { ...process.env, NO_COLOR: '1' };
  return execFileSync(process.execPath, [bin, ...args, '--policies', policies], { encoding: 'utf8', env }).trimEnd();
}

function show(title: string, text: string): void {
  console.log(`== ${title}\n${text}\n`);
}

try {
  // Somebody decides a case under the policy as it is, and keeps a record.
  const question = ['--policy', 'ruyuan-2016', '--on', '2018-10-01', '--lang', 'en'];
  jingzhun('decide', join(here, 'case.json'), ...question, '--record', record, '--personal');

  copyFileSync(join(here, 'draft.yaml'), join(policies, 'ruyuan-2016', 'draft.yaml'));
  show('check', jingzhun('check', 'ruyuan-2016', '--lang', 'en'));
  const cited = ['cite', 'ruyuan-2016@draft', '--source', join(here, 'notice.txt'), '--lang', 'en'];
  show('cite', jingzhun(...cited, '--document', '合成发〔2018〕9号（示例）'));
  show('compare', jingzhun('compare', 'ruyuan-2016', 'draft', '--lang', 'en'));

  const review = jingzhun('review', before, '--roster', roster);
  if (process.argv.includes('--write')) writeFileSync(join(here, 'review.md'), `${review}\n`);
  const kept = readFileSync(join(here, 'review.md'), 'utf8');
  show('review', kept === `${review}\n` ? 'as in review.md' : 'not as in review.md: run with --write');

  show('release', jingzhun('release', 'ruyuan-2016', '--date', '2026-12-01', '--lang', 'en'));
  show('verify', jingzhun('verify', record, '--lang', 'en').replace(`${record}  `, ''));
} finally {
  rmSync(folder, { recursive: true });
}
