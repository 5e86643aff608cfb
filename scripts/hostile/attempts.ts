/** A worker that lets every hostile value loose on one way into the library, and tells how each fared. */
import { parentPort, workerData } from 'node:worker_threads';
import { entries, rosterEntries } from '../../packages/rules/src/testing/hostile-entries.ts';
import { type Fared, fareOf, frozen } from '../../packages/rules/src/testing/hostile-outcome.ts';
import { hostileValues } from '../../packages/rules/src/testing/hostile-values.ts';

export type Told =
  | { readonly began: string }
  | { readonly fared: Fared; readonly milliseconds: number }
  | { readonly done: true };

const { entry, from } = workerData as { entry: string; from: number };
const port = parentPort;
const { ask } = [...entries, ...rosterEntries].find(({ name }) => name === entry) ?? {};
if (port === null || ask === undefined) throw new Error(`no worker, or no entry ${entry}`);
const tell = (told: Told): void => port.postMessage(told);
for (const { name, make } of hostileValues(10_000_000).slice(from)) {
  tell({ began: name });
  const value = frozen(make());
  const start = performance.now();
  const fared = fareOf(ask, value);
  tell({ fared, milliseconds: performance.now() - start });
}
tell({ done: true });
