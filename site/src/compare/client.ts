import type { Language } from '../language.ts';
import type { Progress } from '../roster/protocol.ts';
import type { Ask, Asks, Reply, Request } from './protocol.ts';

interface Waiting {
  readonly answer: (answer: never) => void;
  readonly failed: (error: Error) => void;
  readonly progress: (progress: Progress) => void;
}

/** A question that the worker is at. */
export interface Asked<A extends Ask> {
  /** Undefined where it was cancelled. */
  readonly answer: Promise<Asks[A]['answer'] | undefined>;
  cancel(): void;
}

/** The worker, as the page speaks with it. */
export class Client {
  /** Resolves once nothing more has to be fetched. */
  readonly ready: Promise<void>;
  private readonly worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  private readonly waiting = new Map<number, Waiting>();
  private readonly language: Language;
  private last = 0;

  constructor(language: Language) {
    this.language = language;
    this.ready = new Promise((resolve) => {
      this.worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
        if ('ready' in data) resolve();
        else this.hear(data);
      });
    });
    this.worker.addEventListener('error', ({ message }) => {
      for (const { failed } of this.waiting.values()) failed(new Error(message));
      this.waiting.clear();
    });
  }

  ask<A extends Ask>(name: A, ask: Asks[A]['ask'], progress: (progress: Progress) => void = () => {}): Asked<A> {
    const id = ++this.last;
    const answer = new Promise<Asks[A]['answer'] | undefined>((resolve, reject) => {
      this.waiting.set(id, { answer: resolve, failed: reject, progress });
    });
    this.worker.postMessage({ id, name, ask, language: this.language } as Request);
    return { answer, cancel: () => this.worker.postMessage({ cancel: id } satisfies Request) };
  }

  private hear(reply: Exclude<Reply, { readonly ready: true }>): void {
    const waiting = this.waiting.get(reply.id);
    if (waiting === undefined) return;
    if ('progress' in reply) {
      waiting.progress(reply.progress);
      return;
    }
    this.waiting.delete(reply.id);
    if ('failed' in reply) waiting.failed(new Error(reply.failed));
    else waiting.answer(('answer' in reply ? reply.answer : undefined) as never);
  }
}
