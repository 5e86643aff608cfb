import type { Sentence } from '../roster/protocol.ts';
import type { FromWorker, Progress, RequestTable, ToWorker } from './messages.ts';

/** The worker cannot use what it was given, in words for the user. */
export class WorkerRefused extends Error {
  readonly sentences: readonly Sentence[];

  constructor(sentences: readonly Sentence[]) {
    super(sentences.map(({ en }) => en).join('\n'));
    this.sentences = sentences;
  }
}

/** The user no longer wants the answer. */
export class WorkerCancelled extends Error {}

interface Waiting {
  readonly answer: (value: never) => void;
  readonly fail: (error: Error) => void;
  readonly progress: ((progress: Progress) => void) | undefined;
}

/** The page's end of a worker. The page asks, is told how far it is, and may cancel. */
export class WorkerClient<Requests extends RequestTable<Requests>> {
  /** Everything is loaded: from now on nothing is asked of the network. */
  readonly ready: Promise<void>;
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  private broken: Error | undefined;

  constructor(worker: Worker) {
    this.worker = worker;
    let isReady = (): void => {};
    this.ready = new Promise((resolve) => {
      isReady = resolve;
    });
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if ('ready' in data) isReady();
      else this.receive(data);
    };
    worker.onerror = (event) => {
      const broken = new Error(event.message || 'the worker does not run');
      this.broken = broken;
      for (const { fail } of this.waiting.values()) fail(broken);
      this.waiting.clear();
    };
  }

  /** Asks the worker. An aborted signal ends the wait at once; the worker stops at its next batch. */
  ask<Name extends keyof Requests & string>(
    name: Name,
    send: Requests[Name]['send'],
    options: { readonly progress?: (progress: Progress) => void; readonly signal?: AbortSignal } = {},
  ): Promise<Requests[Name]['answer']> {
    if (this.broken !== undefined) return Promise.reject(this.broken);
    const { progress, signal } = options;
    this.last += 1;
    const id = this.last;
    return new Promise((answer, fail) => {
      this.waiting.set(id, { answer: answer as Waiting['answer'], fail, progress });
      signal?.addEventListener('abort', () => this.cancel(id), { once: true });
      this.post({ id, name, send });
    });
  }

  private cancel(id: number): void {
    const request = this.waiting.get(id);
    if (request === undefined) return;
    this.waiting.delete(id);
    this.post({ cancel: id });
    request.fail(new WorkerCancelled());
  }

  private post(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  private receive(message: Exclude<FromWorker, { ready: true }>): void {
    const request = this.waiting.get(message.id);
    if (request === undefined) return;
    if ('progress' in message) {
      request.progress?.(message.progress);
      return;
    }
    this.waiting.delete(message.id);
    if ('answer' in message) request.answer(message.answer as never);
    else if ('refused' in message) request.fail(new WorkerRefused(message.refused));
    else if ('cancelled' in message) request.fail(new WorkerCancelled());
    else request.fail(new Error(message.failed));
  }
}
