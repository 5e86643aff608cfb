import type { Levels } from './entries.ts';
import type { Question } from './frame.ts';
import { type Place, type Plan, placeAt } from './plan.ts';
import { isPlain, isRecord } from './read.ts';

/** No case that is told by more is kept. */
export const mostNumbers = 4096;
const mostDepth = 16;

/**
 * What a case gives of all that rules can look at, as numbers in the order in which it stands there. Cases of the same
 * numbers, asked on the same days, get the same answers.
 */
export class Trace {
  readonly numbers = new Float64Array(mostNumbers);
  /** May pass `mostNumbers`: then not all is written down. */
  length = 0;

  /**
   * What `read` reads, in its order; of a case that has the shape of one. Entities, members and facts begin with numbers
   * that tell which they are, below 0, 0 or 1, and from 4: no two cases can be written alike.
   */
  write(input: Readonly<Record<string, unknown>>, { case: home, person }: Levels, question: Question): void {
    this.length = 0;
    this.put(wordOf(question.on));
    this.put(wordOf(question.assessedOn));
    for (const entity of Object.keys(input)) {
      if (!isRecord(input[entity])) continue;
      this.put(-2);
      this.put(wordOf(entity));
      this.putObject(input[entity], home.plans.get(entity));
    }
    const { household, person: alone } = input;
    const members = isRecord(household) ? household.members : undefined;
    const plan = person.plans.get('person');
    this.put(-1);
    this.put(Array.isArray(members) ? members.length : -1);
    for (const each of [...(Array.isArray(members) ? members : []), alone]) {
      this.put(isRecord(each) ? 1 : 0);
      if (isRecord(each)) this.putObject(each, plan);
    }
  }

  /** The keys of its own that rules know. */
  private putObject(object: Readonly<Record<string, unknown>>, plan: Plan | undefined): void {
    if (plan === undefined) return;
    const asks = !isPlain(object);
    let last: Place | undefined;
    // As in `readObject`.
    for (const key in object) {
      if (asks && !Object.hasOwn(object, key)) continue;
      const place = placeAt(plan, last, key);
      if (place === undefined) continue;
      last = place;
      const raw = object[key];
      if (raw === undefined || raw === null) continue;
      if (raw === true) this.put(place.id + 2);
      else if (raw === false) this.put(place.id + 3);
      else if (typeof raw === 'number') {
        this.put(place.id);
        this.put(raw);
      } else if (place.inside !== undefined && isRecord(raw)) this.putObject(raw, place.inside);
      else {
        this.put(place.id + 1);
        if (typeof raw === 'object') this.putWhole(raw, 0);
        else if (raw === place.text) this.put(place.word);
        else {
          place.text = raw;
          place.word = wordOf(raw);
          this.put(place.word);
        }
      }
    }
  }

  /** A list: all of it, for what rules look at in there is only found out later. */
  private putWhole(value: unknown, depth: number): void {
    if (typeof value !== 'object' || value === null) {
      this.put(wordOf(value));
      return;
    }
    const keys = Object.keys(value);
    // Words are above 0.
    this.put(Array.isArray(value) ? -1 : 0);
    this.put(keys.length);
    for (const key of keys) {
      // What goes round in circles ends here.
      if (depth > mostDepth || this.length > mostNumbers) {
        this.length = Number.POSITIVE_INFINITY;
        return;
      }
      this.put(wordOf(key));
      this.putWhole((value as Record<string, unknown>)[key], depth + 1);
    }
  }

  private put(number: number): void {
    this.numbers[this.length++] = number;
  }
}

const mostWords = 10_000;
const longestWord = 2000;

/** Numbers for texts and other values, above 0 and never the same for two. */
const words = new Map<unknown, number>();
let last = 0;

function wordOf(value: unknown): number {
  let word = words.get(value);
  if (word === undefined) {
    // Like nothing, not even itself: what is that long need not be kept.
    if (typeof value === 'string' && value.length > longestWord) return Number.NaN;
    if (words.size >= mostWords) words.clear();
    word = ++last;
    words.set(value, word);
  }
  return word;
}
