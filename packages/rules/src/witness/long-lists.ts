import { longestList } from '../compile/read.ts';
import { mostCases, mostMembers } from '../decide/question.ts';
import { type Chosen, type Input, longestTried } from './inputs.ts';

/** How many cases with a long list are tried for a group. */
const mostTries = 30;

/** Choices with a list as long as a threshold, give or take one, in which every entry is alike: counts come out as the length. */
export function* withLongLists(starts: readonly Chosen[], thresholds: ReadonlySet<number>): Generator<Chosen> {
  let tries = 0;
  for (const start of starts) {
    for (const [input] of start) {
      if (input.kind !== 'length' || input.path.some((key) => typeof key === 'number')) continue;
      for (const length of lengthsOf(input, thresholds)) {
        if (++tries > mostTries) return;
        yield alike(start, input).set(input, length);
      }
    }
  }
}

function lengthsOf({ path }: Input, thresholds: ReadonlySet<number>): readonly number[] {
  const list = path.join('.');
  const most = list === 'roster' ? mostCases : list === 'household.members' ? mostMembers : longestList;
  const near = [...thresholds].flatMap((value) => [value + 1, value, value - 1]);
  return [...new Set(near)].filter((value) => Number.isInteger(value) && value > longestTried && value <= most);
}

/** Every entry of the list like its first. */
function alike(chosen: Chosen, { path }: Input): Map<Input, unknown> {
  const values = new Map([...chosen].map(([input, value]) => [input.key, value]));
  const start = `${path.join('.')}.`;
  return new Map(
    [...chosen].map(([input, value]) => {
      const first = input.key.startsWith(start)
        ? `${start}${input.key.slice(start.length).replace(/^\d+/, '0')}`
        : input.key;
      return [input, values.has(first) ? values.get(first) : value];
    }),
  );
}
