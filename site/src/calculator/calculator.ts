import { assess } from '@jingzhun/rules';
import '../embed/copy-code.ts';
import { linePieces } from '../line-pieces.ts';
import { catalogue } from '../policies/catalogue.gen.ts';
import { Calculator } from './calculate.ts';
import { byId } from './element.ts';
import type { PageData } from './page-data.ts';
import { nextTask } from './steps.ts';
import { policyFor } from './subjects.ts';

const data = JSON.parse(byId('page-data').textContent) as PageData;
const { id, release } = data.policy;
const known = catalogue[id];
if (known === undefined) throw new ReferenceError(`no policy ${id}`);
const policy = policyFor(await (known.releases[release] ?? known).policy(), data.subject);
await nextTask();
// Makes the policy ready for the day that the page opens with; what it says of nothing is not shown.
const on = (byId('policy-date') as HTMLInputElement).defaultValue;
assess(policy, {}, { on });
await nextTask();
assess(policy, { [data.subject]: {} }, { on });
await nextTask();
if (data.language === 'zh') {
  // The browser reads its dictionary of Chinese words when it is first asked for one, which takes as long as a decision.
  linePieces(data.words.answer.ifAll);
  await nextTask();
}
const calculator = new Calculator(data, policy);
await nextTask();
await calculator.start();
document.documentElement.dataset.ready = '';
