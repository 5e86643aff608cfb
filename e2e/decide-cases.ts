// Decides cases with the library in Node: reads {policy, subject, cases: [{case, on}]} on standard input and prints, for
// each, the findings of the rules asked of the subject, and the sum a year that is certain.
// node --conditions=@jingzhun/source e2e/decide-cases.ts < CASES.json
import { readFileSync } from 'node:fs';
import { type Case, decide } from '../packages/rules/src/index.ts';
import { rulesAskedOf } from '../site/src/calculator/subjects.ts';
import { catalogue } from '../site/src/policies/catalogue.gen.ts';

interface Asked {
  readonly policy: string;
  readonly subject: string;
  readonly cases: readonly { readonly case: Case; readonly on: string }[];
}

const { policy: id, subject, cases } = JSON.parse(readFileSync(0, 'utf8')) as Asked;
const policy = await catalogue[id]?.policy();
if (policy === undefined) throw new ReferenceError(`no policy ${id}`);
const asked = new Set(rulesAskedOf(policy, subject).map((rule) => rule.id));
const shown = ['met', 'unmet', 'unknown'];

const answers = cases.map(({ case: input, on }) => {
  const findings = decide(policy, input, { on }).findings.filter(({ rule }) => asked.has(rule));
  const own = { ...policy, rules: policy.rules.filter((rule) => asked.has(rule.id)) };
  const { totals } = decide(own, input, { on });
  return {
    findings: findings
      .filter(({ status }) => shown.includes(status))
      .map(
        ({ rule, subject: of, status }) =>
          `${rule} ${of.entity === 'person' ? (of.index ?? members(input, of.id)) : ''} ${status}`,
      )
      .sort(),
    certain: totals.find(({ unit, every }) => unit === 'yuan' && every === 'year')?.certain ?? 0,
  };
});
console.log(JSON.stringify(answers));

/** The place of a member who has an id. */
function members({ household }: Case, id: string | null): number {
  return household?.members?.findIndex((member) => member?.id === id) ?? -1;
}
