import { Worker } from 'node:worker_threads';
import type { Fared } from '../../packages/rules/src/testing/hostile-outcome.ts';
import type { Told } from './attempts.ts';

/** What came of one value on one way in. */
export interface Attempt {
  readonly entry: string;
  readonly value: string;
  readonly fared: Fared;
  readonly milliseconds: number;
}

/** How long one attempt may take, and how much memory all of an entry. */
export const bounds = { seconds: 60, megabytes: 1536 } as const;

/** Lets all values loose on an entry in a worker; one that takes too long or too much ends the worker, and the next goes on. */
export async function attemptsOn(entry: string): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  while (!(await attemptsFrom(entry, attempts)));
  return attempts;
}

function attemptsFrom(entry: string, attempts: Attempt[]): Promise<boolean> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./attempts.ts', import.meta.url), {
      workerData: { entry, from: attempts.length },
      execArgv: ['--conditions=@jingzhun/source'],
      resourceLimits: { maxOldGenerationSizeMb: bounds.megabytes },
    });
    let value = '';
    let clock: NodeJS.Timeout | undefined;
    const end = (wrong: string): void => {
      clearTimeout(clock);
      attempts.push({ entry, value, fared: { wrong }, milliseconds: bounds.seconds * 1000 });
      void worker.terminate().then(() => resolve(false));
    };
    worker.on('message', (told: Told) => {
      clearTimeout(clock);
      if ('began' in told) {
        value = told.began;
        clock = setTimeout(() => end(`took more than ${bounds.seconds} seconds`), bounds.seconds * 1000);
      } else if ('done' in told) resolve(true);
      else attempts.push({ entry, value, ...told });
    });
    worker.once('error', (error) => end(`ended the worker: ${(error as Error).message}`));
  });
}
