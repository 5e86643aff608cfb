import type { Problem } from '@jingzhun/schemas/problem';
import { isDay } from '../values/dates.ts';
import type { Shown } from './analysis.ts';
import { type Borne, none } from './resting-on.ts';

/** For a policy whose own first day cannot be read. */
const anyDay = '2000-01-01';

/**
 * By files that do not load no case is decided, not even the empty one: `loadPolicy`, and with it `decide`, throws. That is
 * what is shown of a fault of which no decision could speak. `refusals` are what the loader really threw.
 */
export function refusedFor(paths: readonly string[], refusals: readonly Problem[], day: unknown): Borne {
  const problem = refusals.find((each) => paths.some((path) => touches(each.path, path)));
  return problem === undefined ? none : { witness: [refused(problem, day)], confirmed: true };
}

export function refused({ code, path, zh, en }: Problem, day: unknown): Shown {
  return {
    case: {},
    on: isDay(day) ? day : anyDay,
    facts: [],
    says: [],
    note: {
      zh: `文件无法加载，任何案例都不予判定，空案例也不例外：${zh}`,
      en: `the files do not load, so no case is decided, not even the empty one: ${en}`,
    },
    refused: { code, path },
  };
}

/** One of the two places stands in the other. */
const touches = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
