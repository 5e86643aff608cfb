// A policy of one's own, read and checked at run time. The policy is invented (合成数据).
import { readFileSync } from 'node:fs';
import { decide } from '@jingzhun/rules';
import { loadPolicy } from '@jingzhun/rules/load';
import { parse } from 'yaml';

const file = (name: string) => ({
  file: name,
  data: parse(readFileSync(new URL(`sample-2020/${name}`, import.meta.url), 'utf8')),
});
// The data may come from anywhere: files, a database, a form. Every fault is reported at once, as a JingzhunError.
const { policy } = loadPolicy({ policy: file('policy.yaml'), sections: [file('1-aid.yaml')] });

const student = { household: { members: [{ id: 'a', enrolled: true, schoolStage: 'senior-secondary' as const }] } };
for (const on of ['2019-12-31', '2020-09-01', '2021-09-01']) {
  const [finding] = decide(policy, student, { on }).findings;
  console.log(`${on}  ${finding?.status}  ${finding?.outcomes[0]?.value ?? '-'}`);
}
