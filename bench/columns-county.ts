/** Decides the sample county in columns, in a worker, and says how long it took. */
import { parentPort } from 'node:worker_threads';
import { ruyuan2016 } from '../packages/rules/src/policies/ruyuan-2016/1.0.0.gen.ts';
import { columnsFrom, decideRoster } from '../packages/rules/src/roster/index.ts';
import { casesFrom } from '../packages/schemas/src/table/index.ts';
import { day } from './household.ts';
import { syntheticRoster } from './synthetic-roster.ts';

/** In milliseconds. */
export interface Spent {
  readonly elapsed: number;
  /** Of the worker's thread alone: what else the machine does at the time matters less. */
  readonly computing: number;
}

export interface CountyTimes {
  readonly households: number;
  readonly persons: number;
  readonly columns: Spent;
  readonly first: Spent;
  readonly again: readonly Spent[];
}

const county = 2944;
const { households } = casesFrom([...syntheticRoster(county)]);
const cases = households.map((household) => household.case);
let made: ReturnType<typeof columnsFrom> | undefined;
const columns = spentOn(() => {
  made = columnsFrom(cases, ruyuan2016);
});
const own = made?.columns;
if (own === undefined) throw new TypeError('there are no columns');
const decide = (): Spent => spentOn(() => decideRoster(ruyuan2016, own, { on: day }));
const first = decide();
const times: CountyTimes = {
  households: own.households,
  persons: own.offsets.at(-1) as number,
  columns,
  first,
  again: Array.from({ length: 15 }, decide),
};
parentPort?.postMessage(times);

function spentOn(call: () => unknown): Spent {
  const start = performance.now();
  const before = process.threadCpuUsage();
  call();
  const { user, system } = process.threadCpuUsage(before);
  return { elapsed: performance.now() - start, computing: (user + system) / 1000 };
}
