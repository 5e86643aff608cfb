import { JingzhunError } from '@jingzhun/schemas/problem';
import { prototypesNow } from './hostile-values.ts';

/** The longest message that anybody is shown. */
const longestMessage = 1_000_000;
const before = prototypesNow().join();

/** How a hostile value fared: taken, refused in the right form, or what is wrong. */
export type Fared = 'taken' | 'refused' | { readonly wrong: string };

/** Asks with the value and looks at what came of it: a clear error or an answer, nothing added to what all objects inherit. */
export function fareOf(ask: (value: unknown) => unknown, value: unknown): Fared {
  let fared: Fared;
  try {
    const answer = ask(value);
    const refusals = Array.isArray(answer) ? answer.filter((each) => each instanceof JingzhunError) : [];
    const unclear = refusals.map(unclearIn).find((each) => each !== undefined);
    fared = unclear !== undefined ? { wrong: unclear } : refusals.length > 0 ? 'refused' : 'taken';
  } catch (error) {
    const unclear = unclearIn(error);
    fared = unclear === undefined ? 'refused' : { wrong: unclear };
  }
  if (prototypesNow().join() !== before || 'polluted' in {}) return { wrong: 'something was added to a prototype' };
  return fared;
}

/** What is not clear about an error; undefined where it says in both languages what is wrong. */
function unclearIn(error: unknown): string | undefined {
  if (!(error instanceof JingzhunError)) return `threw ${String((error as Error)?.stack ?? error).slice(0, 300)}`;
  if (error.message.length > longestMessage) return `has a message of ${error.message.length} characters`;
  const poor = error.problems.find(
    ({ code, zh, en }) => !/^[a-z-]+$/.test(code) || !/\p{Script=Han}/u.test(zh) || en === '',
  );
  return error.problems.length === 0 || poor !== undefined ? `is not clear: ${JSON.stringify(poor)}` : undefined;
}

/** Makes all of an input fast, so that whoever changes it fails. What runs code when it is looked at is left alone. */
export function frozen<T>(value: T): T {
  const open: unknown[] = [value];
  const seen = new Set<object>();
  try {
    for (let left = 300_000; open.length > 0 && left > 0; left--) {
      const next = open.pop();
      if (typeof next !== 'object' || next === null || seen.has(next)) continue;
      seen.add(next);
      if (Array.isArray(next) && next.length > 1_000_000) continue;
      for (const { value: inside } of Object.values(Object.getOwnPropertyDescriptors(next))) open.push(inside);
      Object.freeze(next);
    }
  } catch {
    // A proxy.
  }
  return value;
}
