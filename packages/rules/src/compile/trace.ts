import type { Levels } from './entries.ts';
import type { Question } from './frame.ts';
import { type Place, type Plan, placeAt } from './plan.ts';
import { isPlain, isRecord } from './read.ts';
import { words } from './words.ts';

type Input = Readonly<Record<string, unknown>>;

/** No case that is told by more is kept. */
export const mostNumbers = 4096;
const tooMany = mostNumbers + 1;

/** What begins with them, told apart from facts, whose places begin at 4. */
const marks = { person: 1, entity: 2, members: 3 } as const;
/** In lists, told apart from words. */
const wholes = { list: 1, record: 2 } as const;
const wordOf = words({ above: 2, largest: 2 ** 31 - 1, most: 10_000, longest: 2000 });

/**
 * Writes down what `read` reads of a case that has the shape of one: all that rules can look at, as whole numbers in the
 * order in which it stands there. Cases of the same numbers, asked on the same days, get the same answers. Says how many
 * numbers that takes: past `mostNumbers` not all are there.
 *
 * Whatever is written begins with a number that tells what it is: no two cases can be written alike.
 */
export function traceOf(
  input: Input,
  { case: home, person }: Levels,
  { on, assessedOn }: Question,
  numbers: Int32Array,
): number {
  let at = putWord(putWord(0, on, numbers), assessedOn, numbers);
  for (const entity of Object.keys(input)) {
    const object = input[entity];
    if (!isRecord(object)) continue;
    numbers[at++] = marks.entity;
    at = putObject(putWord(at, entity, numbers), object, home.plans.get(entity), numbers);
  }
  const { household, person: alone } = input;
  const plan = person.plans.get('person');
  if (isRecord(household) && Array.isArray(household.members)) {
    numbers[at++] = marks.members;
    numbers[at++] = household.members.length;
    for (const each of household.members) at = putPerson(at, each, plan, numbers);
  }
  return isRecord(alone) ? putPerson(at, alone, plan, numbers) : at;
}

function putPerson(start: number, person: Input, plan: Plan | undefined, numbers: Int32Array): number {
  let at = start;
  numbers[at++] = marks.person;
  return putObject(at, person, plan, numbers);
}

/** The keys of its own that rules know. */
function putObject(start: number, object: Input, plan: Plan | undefined, numbers: Int32Array): number {
  if (plan === undefined) return start;
  const asks = !isPlain(object);
  let at = start;
  let last: Plan | Place = plan;
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
      at = putWhole(at, raw, numbers);
    }
  }
  return at;
}

/**
 * A list: all of it, for what rules look at in there is only found out later. What goes round in circles ends where there
 * is no more place.
 */
function putWhole(start: number, value: unknown, numbers: Int32Array): number {
  if (typeof value !== 'object' || value === null) return putWord(start, value, numbers);
  const list = Array.isArray(value);
  const keys: readonly unknown[] = list ? value : Object.keys(value);
  let at = start;
  numbers[at++] = list ? wholes.list : wholes.record;
  numbers[at++] = keys.length;
  for (const each of keys) {
    if (at > mostNumbers) break;
    if (list) at = putWhole(at, each, numbers);
    else at = putWhole(putWord(at, each, numbers), (value as Input)[each as string], numbers);
  }
  return at;
}

function putWord(at: number, value: unknown, numbers: Int32Array): number {
  const word = wordOf(value);
  numbers[at] = word;
  return word > 0 ? at + 1 : tooMany;
}
