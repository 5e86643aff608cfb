/** Decides the sample county in columns, in a worker, and says how long it took. */
import { parentPort } from 'node:worker_threads';
import { ruyuan2016 } from '../packages/rules/src/policies/ruyuan-2016.gen.ts';
import { columnsFrom, decideRoster } from '../packages/rules/src/roster/index.ts';
import { casesFrom } from '../packages/schemas/src/table/index.ts';
import { day } from './household.ts';
import { syntheticRoster } from './synthetic-roster.ts';

/** In milliseconds. */
export interface CountyTimes {
  readonly households: number;
  readonly persons: number;
  readonly columns: number;
  readonly first: number;
  readonly again: readonly number[];
}

const county = 2944;
const { households } = casesFrom([...syntheticRoster(county)]);
const cases = households.map((household) => household.case);
let made: ReturnType<typeof columnsFrom> | undefined;
const columns = millisecondsOf(() => {
  made = columnsFrom(cases, ruyuan2016);
});
const own = made?.columns;
if (own === undefined) throw new TypeError('there are no columns');
const decide = (): number => millisecondsOf(() => decideRoster(ruyuan2016, own, { on: day }));
const first = decide();
const times: CountyTimes = {
  households: own.households,
  persons: own.offsets.at(-1) as number,
  columns,
  first,
  again: Array.from({ length: 15 }, decide),
};
parentPort?.postMessage(times);

function millisecondsOf(call: () => unknown): number {
  const start = performance.now();
  call();
  return performance.now() - start;
}
