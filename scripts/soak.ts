/**
 * Decides random synthetic (合成数据) cases of all policies for some minutes (10, or the first argument), and watches the memory:
 * `node --expose-gc --conditions=@jingzhun/source scripts/soak.ts [minutes] [--write]`. Fails when it grows.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { randomHouseholds } from '../bench/random-households.ts';
import { embedded } from '../packages/cli/src/policies.gen.ts';
import { assess, decide, JingzhunError } from '../packages/rules/src/index.ts';

const minutes = Number(process.argv.slice(2).find((each) => /^\d+(\.\d+)?$/.test(each)) ?? 10);
const days = ['2016-12-31', '2017-09-01', '2018-12-31'];
const policies = await Promise.all(Object.values(embedded).map(({ policy }) => policy()));
const collect = globalThis.gc;
if (collect === undefined) throw new Error('run it with --expose-gc');

interface Sample {
  readonly second: number;
  readonly decisions: number;
  readonly megabytes: number;
}

const samples: Sample[] = [];
const start = performance.now();
const seconds = (): number => (performance.now() - start) / 1000;
let decisions = 0;
let refused = 0;
let seed = 1;
while (seconds() < minutes * 60) {
  for (const policy of policies) {
    for (const household of randomHouseholds(policy, 100, seed++)) {
      const dates = { on: days[decisions % days.length] as string };
      decide(policy, household, dates);
      assess(policy, household, dates);
      try {
        decide(policy, { ...household, household: { memberCount: -1 } }, dates);
      } catch (error) {
        if (!(error instanceof JingzhunError)) throw error;
        refused += 1;
      }
      decisions += 3;
    }
  }
  if (seconds() < samples.length * (minutes * 3)) continue;
  collect();
  samples.push({ second: Math.round(seconds()), decisions, megabytes: process.memoryUsage().heapUsed / 2 ** 20 });
}

/** What was compiled and remembered has its bounds; once those are reached, nothing may be added. */
const mean = (from: number, to: number): number => {
  const part = samples.slice(Math.floor(samples.length * from), Math.floor(samples.length * to));
  return part.reduce((sum, { megabytes }) => sum + megabytes, 0) / part.length;
};
const [before, after] = [mean(0.5, 0.75), mean(0.75, 1)];
const rows = samples.map(
  ({ second, decisions: count, megabytes }) =>
    `| ${second} | ${count.toLocaleString('en')} | ${megabytes.toFixed(1)} |`,
);
const report = `# Memory over ${minutes} minutes of decisions

\`node --expose-gc --conditions=@jingzhun/source scripts/soak.ts ${minutes} --write\` on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}.

\`decide\` and \`assess\` on random synthetic households of all ${policies.length} policies on ${days.length} days, every third call a case that is refused
(${refused.toLocaleString('en')} refused). The heap in use after a collection:

| second | calls | MiB |
| ---: | ---: | ---: |
${rows.join('\n')}

What is remembered of cases seen before is bounded (512 for each policy and stretch of days without a change), and all of these\nare new: it fills first. The mean of the third quarter is ${before.toFixed(1)} MiB, of the last ${after.toFixed(1)} MiB.
`;
console.log(report);
if (process.argv.includes('--write')) {
  writeFileSync(fileURLToPath(new URL('../docs/evidence/soak.md', import.meta.url)), report);
}
if (after > before * 1.05) {
  console.error(`memory grew from ${before.toFixed(1)} to ${after.toFixed(1)} MiB`);
  process.exitCode = 1;
}
