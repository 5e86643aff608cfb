import type { Task } from '../worker/task.ts';
import type { Held } from './held.ts';
import type { Requests } from './protocol.ts';

/** How the worker answers requests: by name, with what is sent, the task to report to, and what the worker holds. */
export type Handlers<Names extends keyof Requests> = {
  readonly [Name in Names]: (
    send: Requests[Name]['send'],
    task: Task,
    held: Held,
  ) => Promise<Requests[Name]['answer']> | Requests[Name]['answer'];
};
