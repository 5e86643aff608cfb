import type { Progress } from './messages.ts';

/** The page no longer wants the answer. */
export class Cancelled extends Error {}

/** The least time between two reports, so that the page is told at most twenty times a second. */
const interval = 50;
/** How long a batch may run before messages are let in. */
const batch = 40;

/** One request as the worker runs it: reports how far it is, and stops where the page cancels it. */
export class Task {
  private cancelled = false;
  private reported = 0;
  private began = performance.now();
  private readonly tell: (progress: Progress) => void;

  constructor(tell: (progress: Progress) => void) {
    this.tell = tell;
  }

  cancel(): void {
    this.cancelled = true;
  }

  /** Says how far it is. Cheap enough to be called for every row. */
  report(stage: Progress['stage'], done: number | null): void {
    const now = performance.now();
    if (now - this.reported < interval) return;
    this.reported = now;
    this.tell({ stage, done });
  }

  /** Whether it is time to `pause`. */
  get due(): boolean {
    return performance.now() - this.began > batch;
  }

  /** Lets messages in, and throws `Cancelled` if one of them was to cancel. */
  async pause(): Promise<void> {
    await nextTurn();
    if (this.cancelled) throw new Cancelled();
    this.began = performance.now();
  }
}

/** A message to oneself is not held back as timers are. */
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
