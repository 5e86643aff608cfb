import type { Levels } from './entries.ts';
import type { Question } from './frame.ts';
import { type Place, type Plan, placeAt } from './plan.ts';
import { isPlain, isRecord } from './read.ts';

/** No case that is told by more is kept. */
export const mostNumbers = 4096;
const mostDepth = 16;
const tooMany = mostNumbers + 1;

/**
 * Writes down what `read` reads of a case that has the shape of one: all that rules can look at, as whole numbers in the
 * order in which it stands there. Cases of the same numbers, asked on the same days, get the same answers. Says how many
 * numbers that takes: past `mostNumbers` not all are there.
 *
 * Entities, persons and facts begin with numbers that tell which they are, below 0, 1, and from 4: no two cases can be
 * written alike.
 */
export function traceOf(
  input: Readonly<Record<string, unknown>>,
  { case: home, person }: Levels,
  { on, assessedOn }: Question,
  numbers: Int32Array,
): number {
  let at = putWord(putWord(0, on, numbers), assessedOn, numbers);
  for (const entity of Object.keys(input)) {
    const object = input[entity];
    if (!isRecord(object)) continue;
    numbers[at++] = -2;
    at = putObject(putWord(at, entity, numbers), object, home.plans.get(entity), numbers);
  }
  const { household, person: alone } = input;
  const members = isRecord(household) && Array.isArray(household.members) ? household.members : undefined;
  numbers[at++] = -1;
  numbers[at++] = members === undefined ? -1 : members.length;
  const plan = person.plans.get('person');
  for (const each of members ?? []) {
    numbers[at++] = 1;
    at = putObject(at, each, plan, numbers);
  }
  if (!isRecord(alone)) return at;
  numbers[at++] = 1;
  return putObject(at, alone, plan, numbers);
}

/** The keys of its own that rules know. */
function putObject(
  start: number,
  object: Readonly<Record<string, unknown>>,
  plan: Plan | undefined,
  numbers: Int32Array,
): number {
  if (plan === undefined) return start;
  const asks = !isPlain(object);
  let at = start;
  let last: Place | undefined;
  // As in `readObject`.
  for (const key in object) {
    if (asks && !Object.hasOwn(object, key)) continue;
    const place = placeAt(plan, last, key);
    if (place === undefined) continue;
    last = place;
    const raw = object[key];
    if (raw === undefined || raw === null) continue;
    const { id } = place;
    if (raw === true) numbers[at++] = id + 2;
    else if (raw === false) numbers[at++] = id + 3;
    else if (typeof raw === 'number' && (raw | 0) === raw) {
      numbers[at++] = id;
      numbers[at++] = raw;
    } else if (typeof raw !== 'object') {
      const word = raw === place.text ? place.word : wordOf(raw);
      if (word === 0) return tooMany;
      place.text = raw;
      place.word = word;
      numbers[at++] = id + 1;
      numbers[at++] = word;
    } else if (place.inside !== undefined && isRecord(raw)) at = putObject(at, raw, place.inside, numbers);
    else {
      numbers[at++] = id + 1;
      at = putWhole(at, raw, 0, numbers);
    }
  }
  return at;
}

/** A list: all of it, for what rules look at in there is only found out later. */
function putWhole(start: number, value: unknown, depth: number, numbers: Int32Array): number {
  if (typeof value !== 'object' || value === null) return putWord(start, value, numbers);
  // What goes round in circles ends here.
  if (depth > mostDepth || start > mostNumbers) return tooMany;
  const list = Array.isArray(value);
  const keys = list ? value : Object.keys(value);
  let at = start;
  // Words are above 0.
  numbers[at++] = list ? -1 : 0;
  numbers[at++] = keys.length;
  for (let place = 0; place < keys.length && at <= mostNumbers; place++) {
    const each = keys[place];
    if (!list) at = putWord(at, each, numbers);
    at = putWhole(at, list ? each : (value as Record<string, unknown>)[each], depth + 1, numbers);
  }
  return at;
}

function putWord(at: number, value: unknown, numbers: Int32Array): number {
  const word = wordOf(value);
  numbers[at] = word;
  return word > 0 ? at + 1 : tooMany;
}

const mostWords = 10_000;
const longestWord = 2000;
const largestWord = 2 ** 31 - 1;

/** Numbers for texts and other values, above 0 and never the same for two. */
const words = new Map<unknown, number>();
let last = 0;

/** 0 is none: for what is so long that it is not to be kept, and should numbers ever run out. */
function wordOf(value: unknown): number {
  let word = words.get(value);
  if (word === undefined) {
    if (last === largestWord || (typeof value === 'string' && value.length > longestWord)) return 0;
    if (words.size >= mostWords) words.clear();
    word = ++last;
    words.set(value, word);
  }
  return word;
}
