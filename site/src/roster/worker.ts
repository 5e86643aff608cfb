import { catalogue } from '../policies/catalogue.gen.ts';
import { serve } from '../worker/serve.ts';
import type { Task } from '../worker/task.ts';
import { entryHandlers } from './entry-handlers.ts';
import type { Handlers } from './handlers.ts';
import type { Held } from './held.ts';
import { excelReader, sample } from './open-file.ts';
import type { RequestName, Requests } from './protocol.ts';
import { resultHandlers } from './result-handlers.ts';

const held: Held = { file: undefined, roster: undefined };
const handlers: Handlers<RequestName> = { ...entryHandlers, ...resultHandlers };
const releases = Object.values(catalogue).flatMap((policy) => [policy, ...Object.values(policy.releases)]);

serve<Requests>(
  (name, send, task) => {
    const handler = handlers[name] as (send: unknown, task: Task, held: Held) => never;
    return handler(send, task, held);
  },
  Promise.all([
    excelReader(),
    import('@jingzhun/schemas/workbook'),
    sample(),
    ...releases.flatMap((release) => [release.policy(), release.text()]),
  ]),
);
