// Decides a whole county's roster under one policy and shows what the rules say about it.
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OverviewPage } from '../packages/cli/src/overview/overview.ts';
import { planFigures } from '../packages/cli/src/overview/plan-figures.ts';
import { findPolicy } from '../packages/cli/src/policies.ts';
import { decideRoster } from '../packages/cli/src/roster/decide-roster.ts';
import { progressBar } from '../packages/cli/src/roster/progress.ts';
import { readRoster } from '../packages/cli/src/roster/read-roster.ts';
import { Tally } from '../packages/cli/src/roster/tally.ts';
import { rulesOn } from '../packages/rules/src/index.ts';

const id = 'ruyuan-2016';
const file = fileURLToPath(new URL('../examples/rosters/ruyuan-2016.csv', import.meta.url));
const days = { on: '2017-09-01' };

const { policy, text } = await findPolicy({ policy: id });
const started = performance.now();
const { roster } = await readRoster(file);
const read = performance.now();
const tally = new Tally(rulesOn(policy, days.on));
const bar = await progressBar('判定 deciding', roster.households.length);
const { problems } = await decideRoster(
  roster,
  policy,
  days,
  (decision) => tally.add(decision),
  (done) => bar.update(done),
);
bar.stop();
const cases = roster.households.map((household) => household.case);
const figures = planFigures(policy, text, cases, days);
const decided = performance.now();

const page = new OverviewPage({
  policy,
  text,
  households: tally.households,
  persons: roster.rows.length,
  measures: tally.measures(),
  figures,
});
const shown = relative(process.cwd(), file);
const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(2);
console.log(page.head());
console.log(
  `\n花名册 roster: ${shown}（合成数据 synthetic）\n适用日期 law as of: ${days.on}   版本 release: ${policy.release}`,
);
console.log(page.measuresPart());
console.log(page.baselinePart());
console.log(page.derivedPart());
console.log(page.conflictsPart());
console.log(page.unknownPart());
console.log(`
用时 time: 读取 reading ${seconds(started, read)} s，判定 deciding ${seconds(read, decided)} s，问题 problems ${roster.problems.length + problems.length}

接下来 next:
  npx -y pnpm@12 --silent jingzhun policies ${id}
  npx -y pnpm@12 --silent jingzhun roster ${shown} \\
    --policy ${id} --on ${days.on} --out result.csv
  npx -y pnpm@12 --silent jingzhun check`);
