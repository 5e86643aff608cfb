/**
 * How long the impact of a change on 100,000 synthetic (合成数据) households takes: the library call, and the command with reading the
 * CSV and writing everyone affected. `--write` puts the result into docs/evidence/impact.md.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { readPolicyFolder } from '../packages/cli/src/policy-folder.ts';
import { impact, type Side } from '../packages/rules/src/impact/index.ts';
import { applyDraft, loadPolicy, sourceOf } from '../packages/rules/src/load/index.ts';
import { casesFrom } from '../packages/schemas/src/table/index.ts';
import { syntheticRoster } from './synthetic-roster.ts';

const count = 100_000;
const rounds = 3;
const on = '2017-09-01';
const policies = fileURLToPath(new URL('../packages/rules/policies', import.meta.url));
const ruyuan = loadPolicy(readPolicyFolder(join(policies, 'ruyuan-2016')));

const from = '2016-11-29';
const quoteSha256 = '0'.repeat(64);
const value = (amount: number) => ({ values: [{ from, value: amount, quoteSha256 }] });
const draft = {
  policy: 'ruyuan-2016',
  base: '1.0.2',
  kind: 'correction' as const,
  changes: [{ zh: '试', en: 'test' }],
  sections: {
    '1-2-scope': { parameters: { incomeLine: value(3500) } },
    '2-1-4-education': { parameters: { universityAid: value(6000), basicAid: value(2400) } },
  },
};

const present: Side = { policy: ruyuan.policy, on };
const changes: readonly (readonly [name: string, before: Side, after: Side])[] = [
  [
    'a draft: two amounts and an income line',
    present,
    { policy: loadPolicy(sourceOf(applyDraft(ruyuan.files, draft))).policy, on },
  ],
  ['the same policy a year later', present, { ...present, on: '2018-09-01' }],
  [
    'the last day of the policy and the next: every rule',
    { ...present, on: '2018-12-31' },
    { ...present, on: '2019-01-01' },
  ],
];

const rows = [...syntheticRoster(count)];
const { households } = casesFrom(rows);

const lines = changes.map(([name, before, after]) => {
  const seconds: number[] = [];
  const processor: number[] = [];
  let told = '';
  for (let round = 0; round < rounds; round++) {
    let findings = 0;
    const start = performance.now();
    const used = process.cpuUsage();
    const result = impact(before, after, households, {
      each: (household) => {
        findings += household.findings.length;
      },
    });
    seconds.push((performance.now() - start) / 1000);
    processor.push(process.cpuUsage(used).user / 1e6);
    told = `${result.rules.length} | ${findings.toLocaleString('en')}`;
  }
  return `| ${name} | ${told} | ${spread(seconds)} | ${spread(processor)} |`;
});

const folder = mkdtempSync(join(tmpdir(), 'jingzhun-bench-'));
const roster = join(folder, 'roster.csv');
const own = join(folder, 'policies');
writeFileSync(roster, `\uFEFF${Papa.unparse(rows as string[][])}`);
cpSync(policies, own, { recursive: true });
writeFileSync(join(own, 'ruyuan-2016', 'draft.yaml'), JSON.stringify(draft));
const seconds: number[] = [];
const processor: number[] = [];
/** Makes the command say on leaving what it used of the processor, on all its threads. */
const telling = "data:text/javascript,process.on('exit',()=>console.error('used '+process.cpuUsage().user))";
const bin = fileURLToPath(new URL('../packages/cli/bin/jingzhun.mjs', import.meta.url));
const asked = ['impact', 'ruyuan-2016', 'draft', '--on', on, '--roster', roster, '--policies', own];
for (let round = 0; round < rounds; round++) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [
    '--import',
    telling,
    bin,
    ...asked,
    '--markdown',
    '--csv',
    join(folder, 'affected.csv'),
    '--svg',
    join(folder, 'charts'),
  ]);
  if (status !== 0) throw new Error(String(stderr));
  seconds.push((performance.now() - start) / 1000);
  processor.push(Number(/^used (\d+)$/m.exec(String(stderr))?.[1]) / 1e6);
}
const megabytes = Math.round(statSync(roster).size / 1e6);
rmSync(folder, { recursive: true });

function spread(all: readonly number[]): string {
  const sorted = [...all].sort((a, b) => a - b);
  const [low, middle, high] = [sorted[0], sorted[(sorted.length - 1) >> 1], sorted.at(-1)] as [number, number, number];
  return `${middle.toFixed(2)} | ${low.toFixed(2)} – ${high.toFixed(2)}`;
}

const report = `# The time an impact takes

\`node --conditions=@jingzhun/source bench/impact.ts --write\` on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node},
load average ${loadavg()[0]?.toFixed(1)} at the end (above 1, other work shared the machine and the seconds on the clock are too many).

${count.toLocaleString('en')} synthetic households, ${(rows.length - 1).toLocaleString('en')} persons, under the Ruyuan plan of ${ruyuan.policy.rules.length} rules. Medians and extremes of ${rounds} rounds, in seconds.

## The library call

\`impact\` over cases in memory, with everyone affected handed to a callback.

| what differs | rules decided | findings that differ | seconds | least – most | of the processor | least – most |
| --- | ---: | ---: | ---: | --- | ---: | --- |
${lines.join('\n')}

The goal is 5 seconds, for the command as well. Rules that mean the same on both sides are not decided: the fewer differ, the faster.

## The command

\`jingzhun impact ruyuan-2016 draft\` with the first of these drafts on a CSV of ${megabytes} MB, \`--markdown --csv --svg\`: reading the
table takes most of it. The processor's seconds are those of all threads, also of those that collect garbage beside the main one.

| seconds | least – most | of the processor | least – most |
| ---: | --- | ---: | --- |
| ${spread(seconds)} | ${spread(processor)} |
`;
console.log(report);
if (process.argv.includes('--write')) {
  writeFileSync(new URL('../docs/evidence/impact.md', import.meta.url), report);
}
