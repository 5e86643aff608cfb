/** Writes a synthetic (合成数据) registry of any size. See bench/registry/README.md. */
import { parseArgs } from 'node:util';
import { makeRegistry } from '../bench/registry/make-registry.ts';

const usage =
  'node --conditions=@jingzhun/source scripts/make-registry.ts --households N --seed S --out FILE.csv|FOLDER --format csv|parquet';
const { values } = parseArgs({
  options: {
    households: { type: 'string' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    format: { type: 'string', default: 'parquet' },
  },
});
const households = Number(values.households);
const seed = Number(values.seed);
const { out, format } = values;
const whole = (number: number, most: number) => Number.isInteger(number) && number >= 1 && number <= most;
if (
  !whole(households, 200_000_000) ||
  !whole(seed, 2 ** 31 - 1) ||
  !out ||
  (format !== 'csv' && format !== 'parquet')
) {
  console.error(usage);
  process.exit(2);
}
const start = performance.now();
const { persons } = await makeRegistry({ households, seed, out, format });
const seconds = ((performance.now() - start) / 1000).toFixed(1);
const { user, system } = process.cpuUsage();
const cpu = ((user + system) / 1e6).toFixed(1);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  `${out}: ${households} households, ${persons} persons; ${seconds} s, ${cpu} s of CPU, at most ${megabytes} MB`,
);
