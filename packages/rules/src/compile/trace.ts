import type { Levels } from './entries.ts';
import type { Question } from './frame.ts';
import { type Place, type Plan, placeAt } from './plan.ts';
import { isPlain, isRecord } from './read.ts';

/** No case that is told by more is kept. */
export const mostNumbers = 4096;
const mostDepth = 16;
const tooMany = mostNumbers + 1;

/**
 * What a case gives of all that rules can look at, as whole numbers in the order in which it stands there. Cases of the
 * same numbers, asked on the same days, get the same answers.
 *
 * Entities, persons and facts begin with numbers that tell which they are, below 0, 1, and from 4: no two cases can be
 * written alike.
 */
export class Trace {
  readonly numbers = new Int32Array(mostNumbers);

  /**
   * Writes down what `read` reads of a case that has the shape of one, and says how many numbers that takes: past
   * `mostNumbers` not all are there.
   */
  write(input: Readonly<Record<string, unknown>>, { case: home, person }: Levels, question: Question): number {
    let at = this.putWord(0, question.on);
    at = this.putWord(at, question.assessedOn);
    for (const entity of Object.keys(input)) {
      const object = input[entity];
      if (!isRecord(object)) continue;
      this.numbers[at++] = -2;
      at = this.putWord(at, entity);
      at = this.putObject(at, object, home.plans.get(entity));
    }
    const { household, person: alone } = input;
    const members = isRecord(household) ? household.members : undefined;
    const count = Array.isArray(members) ? members.length : -1;
    this.numbers[at++] = -1;
    this.numbers[at++] = count;
    const plan = person.plans.get('person');
    for (let place = 0; place < count; place++) {
      this.numbers[at++] = 1;
      at = this.putObject(at, (members as Record<string, unknown>[])[place] as Record<string, unknown>, plan);
    }
    if (!isRecord(alone)) return at;
    this.numbers[at++] = 1;
    return this.putObject(at, alone, plan);
  }

  /** The keys of its own that rules know. */
  private putObject(start: number, object: Readonly<Record<string, unknown>>, plan: Plan | undefined): number {
    if (plan === undefined) return start;
    const { numbers } = this;
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
      } else if (place.inside !== undefined && isRecord(raw)) at = this.putObject(at, raw, place.inside);
      else {
        numbers[at++] = id + 1;
        at = this.putWhole(at, raw, 0);
      }
    }
    return at;
  }

  /** A list: all of it, for what rules look at in there is only found out later. */
  private putWhole(start: number, value: unknown, depth: number): number {
    if (typeof value !== 'object' || value === null) return this.putWord(start, value);
    // What goes round in circles ends here.
    if (depth > mostDepth || start > mostNumbers) return tooMany;
    let at = start;
    // Words are above 0.
    if (Array.isArray(value)) {
      this.numbers[at++] = -1;
      this.numbers[at++] = value.length;
      for (let place = 0; place < value.length && at <= mostNumbers; place++)
        at = this.putWhole(at, value[place], depth + 1);
      return at;
    }
    const keys = Object.keys(value);
    this.numbers[at++] = 0;
    this.numbers[at++] = keys.length;
    for (const key of keys) {
      if (at > mostNumbers) break;
      at = this.putWord(at, key);
      at = this.putWhole(at, (value as Record<string, unknown>)[key], depth + 1);
    }
    return at;
  }

  private putWord(at: number, value: unknown): number {
    const word = wordOf(value);
    this.numbers[at] = word;
    return word > 0 ? at + 1 : tooMany;
  }
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
