/**
 * Decides a million synthetic (合成数据) households in columns and case by case, and compares every status and amount.
 *
 * `node --conditions=@jingzhun/source scripts/roster-agreement.ts [HOUSEHOLDS] [SEED]`; exit code 1 where anything differs.
 */
import { columnsFrom, decideRoster } from '../packages/rules/src/roster/index.ts';
import { randomRoster } from '../packages/rules/src/testing/random-roster.ts';
import { differenceFromAssess } from '../packages/rules/src/testing/roster-by-assess.ts';
import { policies } from './agreement/policies.ts';

const days = [
  { on: '2016-12-10' },
  { on: '2017-09-01', assessedOn: '2017-06-30' },
  { on: '2018-12-31', assessedOn: '2019-02-01' },
  { on: '2016-12-31' },
];
const [households = '1000000', seed = '1'] = process.argv.slice(2);
const inRoster = 2000;
const rosters = Math.ceil(Number(households) / policies.length / inRoster);

let compared = 0;
let differences = 0;
for (const policy of policies) {
  let rows = 0;
  let persons = 0;
  let verdicts = 0;
  let single = 0;
  for (let roster = 0; roster < rosters; roster++) {
    const own = Number(seed) * 1_000_000 + roster;
    const dates = days[roster % days.length] as (typeof days)[number];
    const { cases, around } = randomRoster(policy, inRoster, own);
    const { columns } = columnsFrom(cases, policy, around);
    const decision = decideRoster(policy, columns, dates);
    const difference = differenceFromAssess(policy, cases, columns, dates, decision);
    if (difference !== undefined) {
      differences++;
      console.error(`${policy.id} on ${dates.on}, seed ${own}: ${difference}`);
    }
    rows += columns.households;
    persons += columns.offsets.at(-1) as number;
    single += decision.single;
    for (const { counts } of decision.rules) for (const count of Object.values(counts)) verdicts += count;
  }
  compared += rows;
  const [a, b, c, d] = [rows, persons, verdicts, single].map((count) => count.toLocaleString('en'));
  console.log(`${policy.id}: ${a} households, ${b} persons, ${c} verdicts compared; ${d} households decided singly`);
}
console.log(`${compared.toLocaleString('en')} households, ${differences} rosters that differ`);
if (differences > 0) process.exitCode = 1;
