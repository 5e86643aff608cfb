import { JingzhunError } from '@jingzhun/schemas/problem';
import { catalogue } from '../policies/catalogue.gen.ts';
import { entryHandlers } from './entry-handlers.ts';
import type { Handlers } from './handlers.ts';
import type { Held } from './held.ts';
import { excelReader, sampleRoster } from './open-file.ts';
import type { FromWorker, RequestName, ToWorker } from './protocol.ts';
import { Refused } from './read/refused.ts';
import { resultHandlers } from './result-handlers.ts';
import { Cancelled, Task } from './task.ts';

const held: Held = { file: undefined, roster: undefined };
const handlers: Handlers<RequestName> = { ...entryHandlers, ...resultHandlers };
const tasks = new Map<number, Task>();
const reply = (message: FromWorker): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.name === 'cancel') tasks.get(data.id)?.cancel();
  else void answer(data);
});

async function answer({ id, name, send }: Exclude<ToWorker, { name: 'cancel' }>): Promise<void> {
  const task = new Task((progress) => reply({ id, progress }));
  tasks.set(id, task);
  try {
    const handler = handlers[name] as (send: unknown, task: Task, held: Held) => unknown;
    const answered = await handler(send, task, held);
    // Whoever cancelled does not expect an answer any more, even if it was just ready.
    await task.pause();
    reply({ id, answer: answered });
  } catch (error) {
    if (error instanceof Cancelled) reply({ id, cancelled: true });
    else if (error instanceof Refused) reply({ id, refused: error.sentences });
    else if (error instanceof JingzhunError) reply({ id, refused: error.problems.map(({ zh, en }) => ({ zh, en })) });
    else reply({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  } finally {
    tasks.delete(id);
  }
}

/** Everything that may be needed is loaded now, so that from `ready` on nothing is asked of the network. */
async function prepare(): Promise<void> {
  const releases = Object.values(catalogue).flatMap((policy) => [policy, ...Object.values(policy.releases)]);
  await Promise.all([
    excelReader(),
    import('./read/excel.ts'),
    sampleRoster(),
    ...releases.flatMap((release) => [release.policy(), release.text()]),
  ]);
  reply({ id: 0, ready: true });
}

void prepare();
