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
const policy = await (known.releases[release] ?? known).policy();
await new Calculator(data, policyFor(policy, data.subject)).start();
document.documentElement.dataset.ready = '';
