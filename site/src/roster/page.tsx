import { render } from 'preact';
import type { Language } from '../language.ts';
import { WorkerClient } from '../worker/client.ts';
import { App } from './app/App.tsx';
import type { Requests } from './protocol.ts';

const page = document.getElementById('roster');
const root = document.getElementById('roster-app');
if (page === null || root === null) throw new ReferenceError('the page has no roster');

const client = new WorkerClient<Requests>(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
root.replaceChildren();
render(<App language={page.dataset.language as Language} client={client} />, root);
void client.ready.then(() => {
  document.documentElement.dataset.ready = '';
});
