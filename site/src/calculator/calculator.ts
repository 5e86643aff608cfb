import { assess } from '@jingzhun/rules';
import '../embed/copy-code.ts';
import { catalogue } from '../policies/catalogue.gen.ts';
import { Calculator } from './calculate.ts';
import { byId } from './element.ts';
import type { PageData } from './page-data.ts';
import { policyFor } from './subjects.ts';

const data = JSON.parse(byId('page-data').textContent) as PageData;
const { id, release } = data.policy;
const known = catalogue[id];
if (known === undefined) throw new ReferenceError(`no policy ${id}`);
const policy = policyFor(await (known.releases[release] ?? known).policy(), data.subject);
await nextTask();
// Makes the policy ready for the day that the page opens with; what it says of nothing is not shown.
assess(policy, {}, { on: (byId('policy-date') as HTMLInputElement).defaultValue });
await nextTask();
const calculator = new Calculator(data, policy);
await nextTask();
await calculator.start();
document.documentElement.dataset.ready = '';

/** Lets a slow phone scroll and take clicks before the next step. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
