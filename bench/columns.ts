/**
 * Compares rosters decided in columns with loops over the same columns written by hand, under the Ruyuan plan.
 * `--write` puts the result into docs/evidence/columns.md, and its goals into benchmarks.md.
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { Worker } from 'node:worker_threads';
import { ruyuan2016 } from '../packages/rules/src/policies/ruyuan-2016/1.0.0.gen.ts';
import {
  decideRoster,
  type FactColumn,
  type RosterColumns,
  type RosterDecision,
  statuses,
} from '../packages/rules/src/roster/index.ts';
import { recordBars } from './bars.ts';
import type { CountyTimes, Spent } from './columns-county.ts';
import { randomColumns, repeated } from './columns-data.ts';
import { computed } from './columns-rounds.ts';
import { handWrittenColumns } from './hand-written/columnar.ts';
import { sumsByHand } from './hand-written/columnar-sums.ts';
import { day } from './household.ts';
import { type Contestant, ratioOf, spreadOf, type Timing } from './rounds.ts';

const invented = 5000;
const times = 10;
const rounds = 25;

const few = randomColumns(invented);
const byHand = handWrittenColumns(few);
const rules = Object.keys(byHand).filter(
  (key) => !key.endsWith(' steps'),
) as (typeof ruyuan2016)['rules'][number]['id'][];
refuseDifferences(few);

const columns = repeated(few, times);
const persons = columns.offsets.at(-1) as number;
const rows = Object.values(columns.facts).map(rowsOfColumn);
const bytes = rows.reduce((sum, { byteLength }) => sum + byteLength, 0);

const contestants: Contestant[] = [
  {
    name: 'decideRoster: statuses, amounts, counts and totals',
    call: () => decideRoster(ruyuan2016, columns, { on: day, rules }),
  },
  {
    name: 'the same, columns that come for the first time',
    call: () => decideRoster(ruyuan2016, { ...columns }, { on: day, rules }),
  },
  {
    name: 'hand-written loops: statuses, amounts, counts and totals',
    call: () => sumsByHand(handWrittenColumns(columns)),
  },
  { name: 'hand-written loops: statuses and amounts alone', call: () => handWrittenColumns(columns) },
  { name: 'sum of the same columns', call: () => rows.reduce((sum, column) => sum + sumOf(column), 0) },
];
const [ours, unseen, hand, bare, sum] = computed(contestants, { rounds, warmUp: 3 }) as [
  Timing,
  Timing,
  Timing,
  Timing,
  Timing,
];
const county = await inWorker();

const report = `# Rosters in columns

\`npx -y pnpm@12 bench:columns --write\` on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node},
load average ${loadavg()[0]?.toFixed(1)} at the end. Times are those in which the thread was computing; where other work shares the machine they grow all
the same, so quote the ratios, which are taken round by round.

${whole(columns.households)} synthetic households with ${whole(persons)} persons, ${invented.toLocaleString('en')} of them invented and repeated, facts left out at random; the ${rules.length} rules of the
Ruyuan plan, release 1.0.0, that are asked of a household or a person; one thread. The hand-written loops are bench/hand-written/columnar*.ts: Kleene's logic in
bits, one loop a table. They give the same statuses and amounts, row by row, and the same counts and totals; they do not look their input through. \`decideRoster\`
looks columns through when they come for the first time, and keeps the tables that it makes for them: both times are given. It cannot leave the
counts and totals out; loops that do are given as well.

| | ms | quarter points | ns a household | ns a status |
| --- | ---: | --- | ---: | ---: |
${[ours, unseen, hand, bare, sum].map((timing) => `| ${line(timing)} |`).join('\n')}

| ratio | median | quarter points | budget | |
| --- | ---: | --- | --- | --- |
${ratio('decideRoster / hand-written', ours, hand, 0.75)}
${ratio('decideRoster, columns that come for the first time / hand-written', unseen, hand)}
${ratio('decideRoster / hand-written without counts and totals', ours, bare, 0.75)}
${ratio('decideRoster / sum of the columns', ours, sum)}

The columns hold ${(bytes / 1e6).toFixed(0)} MB.

## A county

The sample roster: ${whole(county.households)} households, ${whole(county.persons)} persons, all ${ruyuan2016.rules.length} rules, in a worker. Budget: 100 ms the first time.
Computing time is that of the worker's own thread, which other work on the machine lengthens less than the time that passes.

| | ms | ms of computing |
| --- | ---: | ---: |
| columns made of the cases | ${spent(county.columns)} |
| decided, the first time | ${spent(county.first)} |
| decided again, median of ${county.again.length} | ${again('elapsed')} | ${again('computing')} |
`;
console.log(report);
if (process.argv.includes('--write')) {
  writeFileSync(new URL('../docs/evidence/columns.md', import.meta.url), report);
  recordBars('columns', 'pnpm bench:columns --write', [
    { work: 'a roster in columns / loops by hand', measured: ratioOf(ours, hand), unit: '×', atMost: 0.75 },
    {
      work: 'a roster in columns / loops by hand that leave out counts and totals',
      measured: ratioOf(ours, bare),
      unit: '×',
      atMost: 0.75,
    },
    {
      work: 'the same, columns that come for the first time',
      measured: ratioOf(unseen, hand),
      unit: '×',
      atMost: 0.75,
    },
    { work: 'a roster in columns / sum of the same columns', measured: ratioOf(ours, sum), unit: '×' },
    {
      work: 'the sample county in a worker, the first time',
      measured: spreadOf([county.first.computing]),
      unit: 'ms',
      atMost: 100,
    },
  ]);
}

/** Before anything is timed the two have to find the same. */
function refuseDifferences(of: RosterColumns): void {
  const decision = decideRoster(ruyuan2016, of, { on: day, rules });
  refuseOtherSums(decision);
  for (const { rule, statuses: codes, grants } of decision.rules) {
    const other = byHand[rule] as Uint8Array;
    const differs = codes.findIndex((code, row) => statuses[code] !== statuses[other[row] as number]);
    if (differs >= 0) throw new Error(`${rule} differs in row ${differs}`);
    const steps = grants[0]?.steps;
    const own = byHand[`${rule} steps`] as Float64Array | undefined;
    if (typeof steps !== 'object') continue;
    const differing = steps.findIndex((value, row) => {
      const isGranted = codes[row] === 1 || codes[row] === 2;
      return isGranted && !Object.is(value, own?.[row]);
    });
    if (differing >= 0) throw new Error(`${rule} grants another amount in row ${differing}`);
  }
}

function refuseOtherSums({ rules: decided, totals }: RosterDecision): void {
  const sums = sumsByHand(byHand);
  for (const { rule, counts } of decided) {
    for (const [status, count] of Object.entries(counts)) {
      const own = statuses.reduce(
        (all, each, code) => all + (each === status ? (sums.counts[rule]?.[code] ?? 0) : 0),
        0,
      );
      if (own !== count) throw new Error(`${rule} counts ${count} ${status}, by hand ${own}`);
    }
  }
  for (const { unit, every, certain, possible, unpriced } of totals) {
    const own = sums.totals[`${unit} ${every}`];
    const differs = [certain, possible, unpriced].some(
      (figure, place) => Math.abs(figure - (own?.[place] ?? 0)) > 0.005,
    );
    if (differs) throw new Error(`${unit} ${every} is ${[certain, possible, unpriced]}, by hand ${own}`);
  }
}

function inWorker(): Promise<CountyTimes> {
  const worker = new Worker(new URL('columns-county.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function rowsOfColumn(column: FactColumn): Uint8Array | Uint32Array | Int32Array | Float64Array {
  if ('classes' in column) return column.classes;
  if ('steps' in column) return column.steps;
  return 'days' in column ? column.days : column.places;
}

function sumOf(column: Uint8Array | Uint32Array | Int32Array | Float64Array): number {
  let total = 0;
  for (let row = 0; row < column.length; row++) total += column[row] as number;
  return total;
}

function line({ name, rounds: figures }: Timing): string {
  const { low, median, high } = spreadOf(figures);
  const asked = rules.length > 0 ? 28 * columns.households + 28 * persons : 1;
  const milliseconds = (figure: number): string => (figure / 1e6).toFixed(0);
  return [
    name,
    milliseconds(median),
    `${milliseconds(low)} – ${milliseconds(high)}`,
    (median / columns.households).toFixed(0),
    (median / asked).toFixed(1),
  ].join(' | ');
}

function ratio(name: string, first: Timing, second: Timing, budget?: number): string {
  const { low, median, high } = ratioOf(first, second);
  const kept = budget === undefined ? ['', ''] : [`≤ ${budget}`, median <= budget ? 'kept' : 'missed'];
  return `| ${[name, median.toFixed(2), `${low.toFixed(2)} – ${high.toFixed(2)}`, ...kept].join(' | ')} |`;
}

function spent({ elapsed, computing }: Spent): string {
  return `${elapsed.toFixed(0)} | ${computing.toFixed(0)}`;
}

function again(part: keyof Spent): string {
  return spreadOf(county.again.map((each) => each[part])).median.toFixed(0);
}

function whole(value: number): string {
  return value.toLocaleString('en');
}
