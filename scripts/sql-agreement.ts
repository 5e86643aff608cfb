/**
 * Holds the SQL of every policy against `assess` in DuckDB, over many random (synthetic, 合成) households, facts missing at
 * random: every status and amount, in every form, on several days.
 *
 * node --conditions=@jingzhun/source scripts/sql-agreement.ts [households=1000000]
 */
import { randomHouseholds } from '../bench/random-households.ts';
import { changeDays } from '../packages/rules/src/compile/regime.ts';
import type { Policy } from '../packages/rules/src/index.ts';
import { huadu2016 } from '../packages/rules/src/policies/huadu-2016.gen.ts';
import { huayang2016 } from '../packages/rules/src/policies/huayang-2016.gen.ts';
import { hubei2016 } from '../packages/rules/src/policies/hubei-2016.gen.ts';
import { ruyuan2016 } from '../packages/rules/src/policies/ruyuan-2016.gen.ts';
import { sichuan2014 } from '../packages/rules/src/policies/sichuan-2014.gen.ts';
import { agreement } from '../packages/rules/src/sql/testing/agreement.ts';

const wanted = Number(process.argv[2] ?? 1_000_000);
const policies: readonly Policy[] = [ruyuan2016, huadu2016, huayang2016, hubei2016, sichuan2014];
const atOnce = Math.min(2000, Math.ceil(wanted / policies.length));
let households = 0;
let verdicts = 0;
for (let round = 0; households < wanted; round++) {
  for (const policy of policies) {
    const days = changeDays(policy);
    const on = days[round % days.length] as string;
    const assessedOn = days[(round * 7) % days.length] as string;
    const cases = [...randomHouseholds(policy, atOnce, 1000 + round)];
    const { household: _home, ...facts } = cases[round % cases.length] ?? {};
    const { compared, differences } = await agreement(policy, cases, { on, assessedOn }, facts);
    households += cases.length;
    verdicts += compared;
    if (differences.length > 0) {
      console.error(`${policy.id} on ${on}, facts of ${assessedOn}, seed ${1000 + round}:\n${differences.join('\n')}`);
      process.exit(1);
    }
  }
  console.log(`${households} households, ${verdicts} verdicts agree`);
}
