import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { embedded } from '../packages/cli/src/policies.gen.ts';
import { digestOf, type Share } from './decide-worker.ts';

const shares: readonly Share[] = Object.keys(embedded).map((policy, place) => ({ policy, count: 20, seed: place + 1 }));

async function inWorker(share: Share): Promise<string> {
  const worker = new Worker(new URL('decide-worker.ts', import.meta.url), {
    workerData: share,
    execArgv: ['--conditions=@jingzhun/source'],
  });
  const [digest] = (await once(worker, 'message')) as [string];
  await worker.terminate();
  return digest;
}

it('many promises and many workers find what one after another finds, byte for byte', async () => {
  const alone: string[] = [];
  for (const share of shares) alone.push(await digestOf(share));
  expect(new Set(alone).size).toBe(shares.length);
  expect(await Promise.all(shares.map(digestOf))).toEqual(alone);
  expect(await Promise.all(shares.map(inWorker))).toEqual(alone);
});
