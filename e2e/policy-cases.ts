// Prints every page of the calculator with the cases of the policy's own tests that are about it, each as a shared link:
// node --conditions=@jingzhun/source e2e/policy-cases.ts
import { join } from 'node:path';
import { readTests, testSources } from '../packages/cli/src/policy-tests.ts';
import type { Case } from '../packages/rules/src/index.ts';
import { fragmentOf } from '../site/src/calculator/share-link.ts';
import { rulesAskedOf, subjectsOf } from '../site/src/calculator/subjects.ts';
import { catalogue } from '../site/src/policies/catalogue.gen.ts';

const pages = [];
for (const [id, module] of Object.entries(catalogue)) {
  const policy = await module.policy();
  const folder = join(import.meta.dirname, '../packages/rules/policies', id);
  const { tests } = readTests(testSources(folder));
  for (const subject of subjectsOf(policy)) {
    const asked = new Set(rulesAskedOf(policy, subject).map((rule) => rule.id));
    const own = tests
      .map(({ test }) => test)
      // A page asks as of its one date.
      .filter(
        ({ expect, assessedOn }) => assessedOn === undefined && Object.keys(expect).some((rule) => asked.has(rule)),
      );
    const { release, digest } = policy;
    const cases = await Promise.all(
      own.map(async ({ case: input, on }) => ({
        case: input,
        on,
        fragment: await fragmentOf({ policy: id, subject, release, digest, on, case: input as Case }),
      })),
    );
    pages.push({ policy: id, subject, cases });
  }
}
console.log(JSON.stringify(pages));
