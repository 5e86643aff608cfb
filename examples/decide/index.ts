// One household, decided under one policy. The household is invented (合成数据).
import { annotate, type Case, decide } from '@jingzhun/rules';
import { ruyuan2016 } from '@jingzhun/rules/policies/ruyuan-2016';
import { ruyuan2016Text } from '@jingzhun/rules/policies/ruyuan-2016/text';

const household: Case['household'] = {
  registered: true,
  housing: { needsRenovation: true, work: 'repair' },
  members: [
    { id: 'mother', labourAbility: 'able', schoolStage: 'none' },
    { id: 'son', labourAbility: 'none', schoolStage: 'undergraduate', enrolled: true },
  ],
};

const { findings, totals } = annotate(decide(ruyuan2016, { household }, { on: '2017-09-01' }), ruyuan2016Text);

for (const { title, kind, subject, status, outcomes, missing, cite } of findings) {
  const amount = outcomes.find(({ value, unit }) => typeof value === 'number' && unit === 'yuan');
  if (kind !== 'entitlement' || amount === undefined || status === 'unmet') continue;
  const answer = status === 'met' ? `${amount.value} yuan` : `unknown, ask for ${missing[0]}`;
  console.log(`${cite?.clause}  ${title?.en} (${subject.id ?? subject.entity}): ${answer}`);
}
for (const { unit, every, certain, value } of totals) {
  if (value > 0) console.log(`${every}: ${certain} ${unit} for certain, ${value} if every unknown is met`);
}
