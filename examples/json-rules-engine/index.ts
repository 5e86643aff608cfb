// A policy on json-rules-engine, for those who already run that engine. The household is invented (合成数据).
import { toEngine } from '@jingzhun/rules/engine';
import { ruyuan2016 } from '@jingzhun/rules/policies/ruyuan-2016';

const household = {
  registered: true,
  housing: { needsRenovation: true, work: 'new-build' },
  members: [{ id: 'daughter', schoolStage: 'senior-secondary', enrolled: true }],
};
// With a member's place the rules about that person are run too. A fresh engine for every run.
const { events } = await toEngine(ruyuan2016, { on: '2017-09-01' }).run({ case: { household }, member: 0 });

for (const { type, params } of events.toSorted((a, b) => (a.type < b.type ? -1 : 1))) {
  for (const { value, unit } of params?.outcomes ?? []) {
    if (typeof value === 'number') console.log(`${params?.clause}  ${type}: ${value} ${unit}`);
  }
}
