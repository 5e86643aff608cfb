/**
 * Decides synthetic (合成数据) registries of growing size with `jingzhun roster --engine duckdb`, from Parquet to Parquet, and holds eight
 * rules of it against SQL written by hand for the same Parquet. Each runs in a process of its own; processor time is the measure, since
 * other work may keep the machine busy. Writes docs/evidence/scale.md after every size.
 *
 * node --conditions=@jingzhun/source bench/scale.ts [--households 1000000,3000000] [--paired 1000000,3000000] [--rounds 3] [--folder FOLDER]
 *
 * Registries stay in the folder if one is given, and those that are there are used again.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { version } from '@duckdb/node-api';
import { recordBars } from './bars.ts';
import { makeRegistry } from './registry/make-registry.ts';
import { spreadOf } from './rounds.ts';
import { type Found, foundBy, refuseOthers } from './scale-answers.ts';
import type { Who } from './scale-work.ts';

const { values } = parseArgs({
  options: {
    households: { type: 'string', default: '1000000,3000000,10000000,29480000' },
    paired: { type: 'string', default: '1000000,3000000,10000000,29480000' },
    rounds: { type: 'string', default: '3' },
    folder: { type: 'string' },
  },
});
const sizes = values.households.split(',').map(Number);
const paired = new Set(values.paired.split(',').map(Number));
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'scale-'));
const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const source = '--conditions=@jingzhun/source';
const ticksASecond = 100;

interface Run {
  readonly seconds: number;
  /** Of processor, in all threads. */
  readonly processor: number;
  /** The most memory that was in use, in MiB. */
  readonly memory: number;
}

/** Runs a process to its end and keeps watch of what it takes, as Linux tells it. */
async function watched(args: readonly string[]): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const seen = { memory: 0, processor: 0 };
  const look = () => {
    try {
      const high = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      if (high !== undefined) seen.memory = Number(high) / 1024;
      seen.processor = (Number(fields[11]) + Number(fields[12])) / ticksASecond;
    } catch {
      // It has ended.
    }
  };
  const watch = setInterval(look, 50);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return { seconds: (performance.now() - start) / 1000, ...seen };
}

interface Size {
  readonly households: number;
  readonly read: number;
  readonly written: number;
  readonly run: Run;
  /** By contestant: ours to it, round by round, and what it took. */
  readonly pairs: Readonly<Record<Other, { readonly ratios: number[]; readonly runs: Run[] }>>;
  readonly load: number;
}

/** SQL by hand that looks through and sums up what ours does, and SQL by hand that believes its input. */
type Other = 'careful' | 'hand';
const others: readonly Other[] = ['careful', 'hand'];

async function measured(households: number): Promise<Size> {
  const registry = join(folder, `r${households}`);
  const out = join(folder, 'result');
  if (!existsSync(join(registry, 'person.parquet')))
    await makeRegistry({ households, seed: 1, out: registry, format: 'parquet' });
  const command = [path('../packages/cli/bin/jingzhun.mjs'), 'roster', registry, '--policy', 'ruyuan-2016'];
  const run = await watched([...command, '--on', '2017-09-01', '--engine', 'duckdb', '--out', out, '--json']);
  const written = sizeOf(out);
  rmSync(out, { recursive: true });
  const answers = new Map<Who, Found>();
  const contestant = async (who: Who): Promise<Run> => {
    const spent = await watched([source, path('scale-contestant.ts'), who, registry, out]);
    answers.set(who, await foundBy(who, out, JSON.parse(readFileSync(`${out}.json`, 'utf8'))));
    rmSync(out, { recursive: true });
    rmSync(`${out}.json`);
    return spent;
  };
  const pairs: Size['pairs'] = { careful: { ratios: [], runs: [] }, hand: { ratios: [], runs: [] } };
  for (let round = 0; paired.has(households) && round < Number(values.rounds); round++) {
    const turns: readonly Who[] = ['own', ...others];
    const spent = new Map<string, Run>();
    for (const who of round % 2 === 0 ? turns : turns.toReversed()) spent.set(who, await contestant(who));
    for (const other of others) {
      refuseOthers(`${households} households, ${other}`, answers.get('own') as Found, answers.get(other) as Found);
      const [own, run] = [spent.get('own') as Run, spent.get(other) as Run];
      pairs[other].ratios.push(own.processor / run.processor);
      pairs[other].runs.push(run);
    }
  }
  const read = sizeOf(registry);
  if (values.folder === undefined) rmSync(registry, { recursive: true });
  return { households, read, written, run, pairs, load: loadavg()[2] ?? 0 };
}

function sizeOf(place: string): number {
  if (!existsSync(place)) return 0;
  if (!statSync(place).isDirectory()) return statSync(place).size / 2 ** 20;
  return readdirSync(place).reduce((sum, name) => sum + sizeOf(join(place, name)), 0);
}

const whole = (value: number): string => Math.round(value).toLocaleString('en');

const commandOf = (measuredSizes: readonly Size[]): string =>
  `pnpm bench:scale --households ${measuredSizes.map(({ households }) => households).join(',')} --paired ${[...paired].join(',')} --rounds ${values.rounds}`;

const nameOf: Readonly<Record<Other, string>> = {
  careful: 'that does the same',
  hand: 'that believes its input',
};

/** Contestant by contestant, each from the smallest size. */
function pairsOf(measuredSizes: readonly Size[]) {
  return others.flatMap((other) =>
    measuredSizes
      .map(({ households, pairs }) => ({ households, other, ...pairs[other] }))
      .filter(({ ratios }) => ratios.length > 0),
  );
}

function reportOf(measuredSizes: readonly Size[]): string {
  const rows = measuredSizes.map(({ households, read, written, run, load }) =>
    [
      whole(households),
      whole(read),
      whole(written),
      whole(run.processor),
      whole(run.seconds),
      whole(run.memory),
      ((run.processor / households) * 1e6).toFixed(1),
      load.toFixed(1),
    ].join(' | '),
  );
  const slopes = measuredSizes.slice(1).map((each, index) => {
    const before = measuredSizes[index] as Size;
    const step = (each.run.processor - before.run.processor) / (each.households - before.households);
    return `${whole(before.households)} to ${whole(each.households)}: ${(step * 1e6).toFixed(1)} µs a household more`;
  });
  const pairs = pairsOf(measuredSizes).map(({ households, other, ratios, runs }) => {
    const { low, median, high } = spreadOf(ratios);
    const most = Math.max(...runs.map(({ memory }) => memory));
    const kept = median <= 1 ? 'kept' : '**missed**';
    return `${whole(households)} | ${nameOf[other]} | ${median.toFixed(2)} (${low.toFixed(2)} – ${high.toFixed(2)}) | ${ratios.length} | ${whole(most)} | ${kept}`;
  });
  return `# Registries of growing size

\`${commandOf(measuredSizes)}\` on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, DuckDB ${version()}.

\`jingzhun roster --engine duckdb\` decides the Ruyuan plan, all 56 rules of households and persons, on synthetic registries (合成数据) of
2.55 persons a household: values checked, statuses and amounts written as Parquet, totals printed. The process is watched from outside; memory is the most that it
had at once. The load is the mean of the last 15 minutes at the end of each size: where it stays far above the number of cores, other work keeps the machine busy and
the clock says little.

| households | read, MiB | written, MiB | processor, s | clock, s | memory, MiB | processor, µs a household | load |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.map((row) => `| ${row} |`).join('\n')}

${slopes.map((slope) => `- ${slope}`).join('\n')}

## Against SQL written by hand

Eight of the rules (bench/sql-by-hand.ts) on the same Parquet, from Parquet to Parquet, each in a process of its own, in turns; all on all
cores, in 3 GB, with the same compression. Ours checks the values of all columns that it knows and that nobody stands there twice, counts households with
somebody who meets a rule, and sums up all eight rules. One by hand does the same, each in the obvious way (bench/careful-by-hand.ts); the other believes
its input and sums up the four rules of households alone. After every round the rows of all three and all totals that two of them have are
held against each other, and have to be the same. The ratio is of processor time, start of the process and all; the goal is 1.0.

| households | by hand | ours / by hand, median (quarter points) | rounds | memory by hand, MiB | |
| ---: | --- | ---: | ---: | ---: | --- |
${pairs.map((row) => `| ${row} |`).join('\n')}
`;
}

const done: Size[] = [];
for (const households of sizes) {
  done.push(await measured(households));
  const report = reportOf(done);
  writeFileSync(path('../docs/evidence/scale.md'), report);
  recordBars(
    'registries',
    commandOf(done),
    pairsOf(done).map(({ households: of, other, ratios }) => ({
      work: `${whole(of)} households, Parquet to Parquet / SQL by hand ${nameOf[other]}`,
      measured: spreadOf(ratios),
      unit: '×',
      atMost: 1,
    })),
  );
  console.log(report.split('\n').find((line) => line.startsWith(`| ${whole(households)} |`)));
}
if (values.folder === undefined) rmSync(folder, { recursive: true });
