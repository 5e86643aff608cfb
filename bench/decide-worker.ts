import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { embedded } from '../packages/cli/src/policies.gen.ts';
import { decide } from '../packages/rules/src/index.ts';
import { randomHouseholds } from './random-households.ts';

export interface Share {
  readonly policy: string;
  readonly count: number;
  readonly seed: number;
}

/** One digest over everything that `decide` says of random (合成数据) households. Others get their turn after each. */
export async function digestOf({ policy: id, count, seed }: Share): Promise<string> {
  const load = embedded[id]?.policy;
  if (load === undefined) throw new RangeError(`there is no policy ${id}`);
  const policy = await load();
  const hash = createHash('sha256');
  for (const household of randomHouseholds(policy, count, seed)) {
    hash.update(JSON.stringify(decide(policy, household, { on: '2017-09-01' })));
    await undefined;
  }
  return hash.digest('hex');
}

if (parentPort !== null) parentPort.postMessage(await digestOf(workerData as Share));
