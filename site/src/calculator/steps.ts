/** Lets a slow phone scroll and take clicks before the next step. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Takes all steps at once. */
export function allAtOnce<Result>(steps: Iterator<void, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** For how long steps are taken before the page gets its turn, in milliseconds: on a slow phone a single one may take longer. */
const turn = 6;

/** Takes the steps in several tasks, as long as they are wanted. */
export async function inTasks(steps: Iterator<void>, wanted: () => boolean): Promise<void> {
  while (wanted()) {
    const end = performance.now() + turn;
    do if (steps.next().done) return;
    while (performance.now() < end);
    await nextTask();
  }
}
