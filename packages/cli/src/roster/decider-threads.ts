import { Piscina } from 'piscina';
import { unusable } from '../unusable.ts';
import type { BatchDecider, DecidedBatch, Question } from './decide-rows.ts';
import type { ThreadData } from './decider-thread.ts';
import type { TableRow } from './table-source.ts';

const beside = import.meta.url.endsWith('.ts') ? './decider-thread.ts' : './decider-thread.js';

/** Decides batches in several threads, each with the policy of its own. */
export class DeciderThreads implements BatchDecider {
  readonly atOnce: number;
  private readonly pool: Piscina<readonly TableRow[], DecidedBatch>;
  private brokeOff: unknown;

  constructor(
    headers: readonly string[],
    question: Question,
    threads: number,
    thread = new URL(beside, import.meta.url),
  ) {
    const workerData: ThreadData = { headers, question };
    this.pool = new Piscina({
      filename: thread.href,
      name: 'decide' satisfies keyof typeof import('./decider-thread.ts'),
      workerData,
      minThreads: threads,
      maxThreads: threads,
    });
    // A thread breaks off without a batch, which then waits for ever; or one that was given up still answers, which nobody awaits.
    this.pool.on('error', (error) => {
      this.brokeOff ??= error;
      void this.pool.destroy();
    });
    // One more, so that no thread waits for the next batch to be read.
    this.atOnce = threads + 1;
  }

  async decide(rows: readonly TableRow[]): Promise<DecidedBatch> {
    try {
      return await this.pool.run(rows);
    } catch (failed) {
      const error = this.brokeOff ?? failed;
      throw unusable(
        'thread-failed',
        `一个处理线程中断，没有写出结果（${messageOf(error)}）；可用 --threads 1 重试`,
        `a thread broke off, so no result was written (${messageOf(error)}); try again with --threads 1`,
      );
    }
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
