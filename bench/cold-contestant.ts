/** Decides one household for the first time and prints how many milliseconds of computing that took. */
import { decide } from '../packages/rules/src/index.ts';
import { ruyuan2016 } from '../packages/rules/src/policies/ruyuan-2016/1.0.0.gen.ts';
import { day, household } from './household.ts';
import { plainRules } from './peers/conditions.ts';
import { jsonRulesEngineWithPaths } from './peers/json-rules-engine.ts';
import { subjectsOf } from './peers/subjects.ts';

const contestants: Readonly<Record<string, () => Promise<() => unknown>>> = {
  decide: async () => () => decide(ruyuan2016, household, { on: day }),
  'json-rules-engine': async () => {
    const rules = plainRules(ruyuan2016, day);
    const subjects = subjectsOf(household);
    return () => jsonRulesEngineWithPaths(rules).run(subjects);
  },
};

const call = await contestants[process.argv[2] ?? '']?.();
if (call === undefined) throw new TypeError(`one of ${Object.keys(contestants).join(', ')}`);
const before = process.cpuUsage();
await call();
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000);
