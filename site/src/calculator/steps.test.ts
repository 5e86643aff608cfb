import { expect, test } from 'vitest';
import { allAtOnce, inTasks, nextTask } from './steps.ts';

function* counted(seen: number[], count: number, each = (): void => {}): Generator<void, string> {
  for (let step = 0; step < count; step++) {
    each();
    seen.push(step);
    yield;
  }
  return 'done';
}

/** As long as a step takes on a slow phone. */
function slow(): void {
  const end = performance.now() + 10;
  while (performance.now() < end);
}

test('all at once gives what the steps come to', () => {
  const seen: number[] = [];
  expect(allAtOnce(counted(seen, 3))).toBe('done');
  expect(seen).toEqual([0, 1, 2]);
});

test('between long steps other tasks have their turn', async () => {
  const seen: number[] = [];
  const all = inTasks(counted(seen, 3, slow), () => true);
  expect(seen).toEqual([0]);
  await nextTask();
  expect(seen.length).toBeLessThan(3);
  await all;
  expect(seen).toEqual([0, 1, 2]);
});

test('steps that are no longer wanted are not taken', async () => {
  const seen: number[] = [];
  await inTasks(counted(seen, 3, slow), () => seen.length < 2);
  expect(seen).toEqual([0, 1]);
});
