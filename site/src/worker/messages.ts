import type { Sentence } from '../roster/protocol.ts';

/** What a page can ask of its worker: name → what is sent and what comes back. */
export type RequestTable<Requests> = { readonly [Name in keyof Requests]: { send: unknown; answer: unknown } };

export type Stage = 'read' | 'unpack' | 'parse' | 'headers' | 'values' | 'cases' | 'doubts' | 'decide' | 'export';

export interface Progress {
  readonly stage: Stage;
  /** From 0 to 1; null where it cannot be told. */
  readonly done: number | null;
}

/** Page → worker. */
export type ToWorker =
  | { readonly id: number; readonly name: string; readonly send: unknown }
  /** Stops the request at its next batch; it is then answered with `cancelled`. */
  | { readonly cancel: number };

/** Worker → page: how far it is, then one of the others. */
export type FromWorker =
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly refused: readonly Sentence[] }
  | { readonly id: number; readonly cancelled: true }
  | { readonly id: number; readonly failed: string }
  /** Everything that it can need is there: from now on it works without a network. */
  | { readonly ready: true };
