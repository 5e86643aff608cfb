import { addDays as dateFnsAddDays } from 'date-fns/addDays';
import { addMonths as dateFnsAddMonths } from 'date-fns/addMonths';

// A day is text, yyyy-mm-dd, and arithmetic runs in UTC: there no day is skipped or begins at another hour than midnight.
// date-fns reads and writes a date through these methods and makes its results with the date's own constructor.
class UtcDate extends Date {
  override getFullYear(): number {
    return this.getUTCFullYear();
  }
  override getMonth(): number {
    return this.getUTCMonth();
  }
  override getDate(): number {
    return this.getUTCDate();
  }
  override setFullYear(...parts: [year: number, month?: number, date?: number]): number {
    return this.setUTCFullYear(...parts);
  }
  override setMonth(...parts: [month: number, date?: number]): number {
    return this.setUTCMonth(...parts);
  }
  override setDate(date: number): number {
    return this.setUTCDate(date);
  }
}

const millisecondsPerDay = 86_400_000;

function toDate(day: string): Date {
  return new UtcDate(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))));
}

function toDay(date: Date): string {
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  return `${year}-${String(date.getUTCMonth() + 1).padStart(2, '0')}-${String(date.getUTCDate()).padStart(2, '0')}`;
}

/** Is it text of the form yyyy-mm-dd that names a day of the calendar between 1900 and 2100? */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  if (knownDays.has(value)) return true;
  // Of the texts that are written the way they are read, those between the two are days.
  if (value < '1900-01-01' || value > '2100-12-31' || toDay(toDate(value)) !== value) return false;
  if (knownDays.size < mostDays) knownDays.add(value);
  return true;
}

/** Days are asked about over and over: the same law, the same roster. */
const knownDays = new Set<string>();
const mostDays = 10_000;

export function addDays(day: string, count: number): string {
  return toDay(dateFnsAddDays(toDate(day), count));
}

/** The same day of a later month; its last day where it is shorter (31 January + 1 month = 28 or 29 February). */
export function addMonths(day: string, count: number): string {
  return toDay(dateFnsAddMonths(toDate(day), count));
}

export function addYears(day: string, count: number): string {
  return addMonths(day, 12 * count);
}

/** The day on which something begins that starts "from the month after". */
export function firstOfNextMonth(day: string): string {
  return addMonths(`${day.slice(0, 8)}01`, 1);
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** Days from one day to another; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return (toDate(to).getTime() - toDate(from).getTime()) / millisecondsPerDay;
}

/**
 * Whole years from one day to another. The N-th year is complete on the day `addYears(from, N)`:
 * for 29 February that is 28 February in a common year, so that "reaches N years" and "has N years" never disagree.
 * Zero when `to` lies before `from`.
 *
 * @example
 * completedYears('2016-03-01', '2017-02-28') // 0
 * completedYears('2016-03-01', '2017-03-01') // 1
 * completedYears('2004-02-29', '2022-02-28') // 18
 */
export function completedYears(from: string, to: string): number {
  const years = yearOf(to) - yearOf(from);
  return Math.max(0, addYears(from, years) <= to ? years : years - 1);
}
