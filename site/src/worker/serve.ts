import { JingzhunError } from '@jingzhun/schemas/problem';
import { Refused } from '@jingzhun/schemas/workbook';
import type { FromWorker, RequestTable, ToWorker } from './messages.ts';
import { Cancelled, Task } from './task.ts';

/** How a worker answers a request. */
type Answering<Requests extends RequestTable<Requests>> = <Name extends keyof Requests>(
  name: Name,
  send: Requests[Name]['send'],
  task: Task,
) => Promise<Requests[Name]['answer']> | Requests[Name]['answer'];

const tell = (message: FromWorker): void => postMessage(message);

/**
 * The worker's end of `WorkerClient`. `loaded`: everything that may be needed is there, so that from then on nothing is
 * asked of the network.
 */
export function serve<Requests extends RequestTable<Requests>>(
  answering: Answering<Requests>,
  loaded: Promise<unknown>,
): void {
  const tasks = new Map<number, Task>();

  async function answer({ id, name, send }: Exclude<ToWorker, { readonly cancel: number }>): Promise<void> {
    const task = new Task((progress) => tell({ id, progress }));
    tasks.set(id, task);
    try {
      const answered = await answering(name as keyof Requests, send as never, task);
      // Whoever cancelled does not expect an answer any more, even if it was just ready.
      await task.pause();
      tell({ id, answer: answered });
    } catch (error) {
      if (error instanceof Cancelled) tell({ id, cancelled: true });
      else if (error instanceof Refused) tell({ id, refused: error.sentences });
      else if (error instanceof JingzhunError) tell({ id, refused: error.problems.map(({ zh, en }) => ({ zh, en })) });
      else tell({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    } finally {
      tasks.delete(id);
    }
  }

  addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if ('cancel' in data) tasks.get(data.cancel)?.cancel();
    else void answer(data);
  });
  void loaded.then(() => tell({ ready: true }));
}
