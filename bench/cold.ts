/**
 * The first decision of a process, after its code was loaded: ours, with the policy compiled, and json-rules-engine's, with the rules
 * added. Each in a process of its own, in turns. Time of computing, so that a busy machine matters less. `--write` puts the goals into
 * docs/evidence/benchmarks.md.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { recordBars } from './bars.ts';
import { ratioOf, spreadOf } from './rounds.ts';

const rounds = 15;
const contestant = fileURLToPath(new URL('cold-contestant.ts', import.meta.url));
const milliseconds = new Map<string, number[]>([
  ['decide', []],
  ['json-rules-engine', []],
]);
for (let round = 0; round < rounds; round++) {
  const turns = [...milliseconds];
  for (const [name, found] of round % 2 === 0 ? turns : turns.reverse()) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--single-threaded', '--conditions=@jingzhun/source', contestant, name],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    found.push(Number(stdout));
  }
}
const [ours = [], other = []] = [...milliseconds.values()];
const ratio = ratioOf({ name: 'decide', rounds: ours }, { name: 'json-rules-engine', rounds: other });
console.log('decide, ms', spreadOf(ours), 'json-rules-engine, ms', spreadOf(other), 'ratio', ratio);
if (process.argv.includes('--write'))
  recordBars('the first decision', 'pnpm bench:cold --write', [
    { work: 'decide, beyond loading the code', measured: spreadOf(ours), unit: 'ms', atMost: 5 },
    { work: 'decide / json-rules-engine', measured: ratio, unit: '×' },
  ]);
