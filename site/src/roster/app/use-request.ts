import { useCallback, useRef, useState } from 'preact/hooks';
import { WorkerCancelled, WorkerRefused } from '../../worker/client.ts';
import type { Progress } from '../../worker/messages.ts';
import type { RequestName, Requests, RosterClient, Sentence } from '../protocol.ts';

/** How the last request ended, if not with an answer. */
export type Trouble = { readonly refused: readonly Sentence[] } | 'cancelled' | 'failed';

interface Asking {
  readonly progress: Progress | undefined;
  readonly trouble: Trouble | undefined;
  /** The answer, or undefined where there is none: then `trouble` says why. A new request ends the one before. */
  ask<Name extends RequestName>(
    name: Name,
    send: Requests[Name]['send'],
  ): Promise<Requests[Name]['answer'] | undefined>;
  cancel(): void;
  clear(): void;
}

/** One request at a time, with its progress, the way to cancel it, and what became of it. */
export function useRequest(client: RosterClient): Asking {
  const [progress, setProgress] = useState<Progress>();
  const [trouble, setTrouble] = useState<Trouble>();
  const running = useRef<AbortController | undefined>(undefined);
  const ask: Asking['ask'] = useCallback(
    async (name, send) => {
      running.current?.abort();
      const own = new AbortController();
      running.current = own;
      setTrouble(undefined);
      setProgress({ stage: firstStage[name] ?? 'read', done: null });
      try {
        return await client.ask(name, send, { progress: setProgress, signal: own.signal });
      } catch (error) {
        if (running.current !== own) return undefined;
        if (error instanceof WorkerCancelled) setTrouble('cancelled');
        else if (error instanceof WorkerRefused) setTrouble({ refused: error.sentences });
        else {
          console.error(error);
          setTrouble('failed');
        }
        return undefined;
      } finally {
        if (running.current === own) {
          running.current = undefined;
          setProgress(undefined);
        }
      }
    },
    [client],
  );
  return {
    progress,
    trouble,
    ask,
    cancel: useCallback(() => running.current?.abort(), []),
    clear: useCallback(() => setTrouble(undefined), []),
  };
}

const firstStage: Partial<Record<RequestName, Progress['stage']>> = {
  headers: 'parse',
  values: 'values',
  check: 'cases',
};
