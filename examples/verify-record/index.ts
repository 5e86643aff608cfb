// A decision recorded, verified, and held against a draft of the policy. Household and draft are invented (合成数据).
import { readFileSync } from 'node:fs';
import { draftFrom, loadDraft, loadPolicy, sourceOf } from '@jingzhun/rules/load';
import { ruyuan2016 } from '@jingzhun/rules/policies/ruyuan-2016';
import { checkRecord, recordDecision, serialise, verifyRecord } from '@jingzhun/rules/records';

const student = { id: 'a', enrolled: true, schoolStage: 'undergraduate', studiesFullTime: true } as const;
const household = { headName: '合成户', registered: true, members: [student] };

// What is kept: one line of text. The name is personal and stays out of it.
const kept = serialise(recordDecision(ruyuan2016, { household }, { on: '2018-10-01' }));

// Years later: read, checked, decided again.
const check = checkRecord(JSON.parse(kept));
if (!check.ok) throw new Error(check.problems.map(({ zh, en }) => `${zh} | ${en}`).join('\n'));
const { record } = check;
console.log(`withheld: ${record.withheld.join(', ')}`);
console.log(`decided again: ${verifyRecord(record, ruyuan2016).verdict}`);

// Somebody writes a higher amount into the record.
const altered = JSON.parse(kept.replaceAll('5000', '9000'));
const { verdict, faults } = verifyRecord(altered, ruyuan2016);
console.log(`altered: ${verdict} (${faults.map(({ code }) => code).join(', ')})`);

// The amount rises by a draft. What was decided stays; what the draft would decide otherwise is said.
const released = new URL(import.meta.resolve('@jingzhun/rules/policies/ruyuan-2016/releases/1.0.2.json'));
const { files } = loadPolicy(sourceOf(JSON.parse(readFileSync(released, 'utf8'))));
const draft = draftFrom({ file: 'draft.json', data: JSON.parse(readFileSync('draft.json', 'utf8')) });
const { policy, text } = loadDraft(files, draft);
const { now, ...again } = verifyRecord(record, ruyuan2016, { now: { policy, text } });
console.log(`with the draft at hand: ${again.verdict}`);
for (const { rule, field, recorded, now: then } of now?.findings ?? []) {
  console.log(`${now?.release} would differ: ${rule} ${field}: ${recorded} → ${then}`);
}
