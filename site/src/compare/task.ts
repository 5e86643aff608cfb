import type { Progress } from './protocol.ts';

/** Thrown where a task was cancelled meanwhile. */
export class Cancelled extends Error {}

const shortest = 50;

/** Long work in steps: says how far it is, at most twenty times a second, and hears whether to stop. */
export class Task {
  cancelled = false;
  private readonly report: (progress: Progress) => void;
  private last = 0;

  constructor(report: (progress: Progress) => void) {
    this.report = report;
  }

  /** Between two steps. Messages that came meanwhile are heard before it goes on. */
  async step(done: number, total: number): Promise<void> {
    const now = performance.now();
    if (now - this.last < shortest && done < total) return;
    this.last = now;
    this.report({ done, total });
    await new Promise((next) => setTimeout(next));
    if (this.cancelled) throw new Cancelled();
  }
}
