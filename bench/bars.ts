/** The goals of all benchmarks in one table: each run records its own, and the table is written anew. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import type { Spread } from './rounds.ts';

/** What was measured against a goal. */
export interface Bar {
  readonly work: string;
  readonly measured: Spread;
  /** `×` for a ratio within one run. */
  readonly unit: '×' | 'ms';
  readonly atMost?: number;
  readonly atLeast?: number;
}

interface Part {
  readonly command: string;
  readonly date: string;
  readonly machine: string;
  readonly bars: readonly Bar[];
}

/** The benchmarks, in the order of the table, each with its own report where it has one. */
const reports = {
  'one household': 'one-household.md',
  'the first decision': undefined,
  columns: 'columns.md',
  SQL: undefined,
  registries: 'scale.md',
} as const;

const store = new URL('../docs/evidence/benchmarks.json', import.meta.url);
const page = new URL('../docs/evidence/benchmarks.md', import.meta.url);

/** Takes the place of what a run of this benchmark recorded before. */
export function recordBars(name: keyof typeof reports, command: string, bars: readonly Bar[]): void {
  const known = existsSync(store) ? (JSON.parse(readFileSync(store, 'utf8')) as Record<string, Part>) : {};
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}`;
  const part: Part = { command, date: new Date().toISOString().slice(0, 10), machine, bars };
  const all = { ...known, [name]: part };
  writeFileSync(store, `${JSON.stringify(all, null, 2)}\n`);
  writeFileSync(page, pageOf(all));
}

function pageOf(parts: Readonly<Record<string, Part>>): string {
  const there = Object.entries(reports).flatMap(([name, report]) => {
    const part = parts[name];
    return part === undefined ? [] : [{ name, report, part }];
  });
  const rows = there.flatMap(({ name, part }) => part.bars.map((bar) => rowOf(name, bar)));
  const runs = there.map(({ name, report, part: { command, date, machine } }) => {
    const title = report === undefined ? name : `[${name}](${report})`;
    return `| ${title} | \`${command}\` | ${date} | ${machine} |`;
  });
  return `# Benchmarks

Every goal that is measured, and what came out. A ratio is taken within one run, in which the contestants take turns and first have to give the
same answers; beside a median stand its quarter points. Under load (the mean number of processes that wanted to run) times grow and ratios drift.

| benchmark | work | measured | quarter points | goal | |
| --- | --- | ---: | --- | --- | --- |
${rows.join('\n')}

## Runs

Each command writes its own lines above, and its report.

| benchmark | command | date | machine |
| --- | --- | --- | --- |
${runs.join('\n')}
`;
}

function rowOf(name: string, { work, measured, unit, atMost, atLeast }: Bar): string {
  const { low, median, high } = measured;
  const inUnit = (figure: number): string =>
    `${figure >= 10 ? Math.round(figure).toLocaleString('en') : figure.toFixed(2)} ${unit}`;
  const goal = atMost !== undefined ? `≤ ${atMost} ${unit}` : atLeast !== undefined ? `≥ ${atLeast} ${unit}` : '';
  const kept = (atMost === undefined || median <= atMost) && (atLeast === undefined || median >= atLeast);
  const told = goal === '' ? '' : kept ? 'kept' : '**missed**';
  return `| ${[name, work, inUnit(median), `${inUnit(low)} – ${inUnit(high)}`, goal, told].join(' | ')} |`;
}
