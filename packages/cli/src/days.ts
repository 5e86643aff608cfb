import { caseLimits } from '@jingzhun/schemas';
import { unusable } from './unusable.ts';

/** The days of a question as given on the command line. */
export interface DayOptions {
  readonly on: string;
  readonly assessedOn?: string;
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The day that it is here: at seven in the morning in China it is still yesterday in UTC. */
export function today(now = new Date()): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}

/** Refuses a text that is no day of the calendar, with the right form, and a day that no case can have. */
export function checkDay(option: string, text: string): void {
  if (isDay(text)) {
    const { min, max } = caseLimits.years;
    const year = Number(text.slice(0, 4));
    if (year >= min && year <= max) return;
    throw unusable(
      'wrong-date',
      `${text} 不在 ${min} 至 ${max} 年之内`,
      `${text} is not within the years ${min} to ${max}`,
      { path: option },
    );
  }
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  const likely = year === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const right = likely !== undefined && isDay(likely) ? likely : '2017-09-01';
  throw unusable(
    'wrong-date',
    `“${shown}”不是日期，应为 yyyy-mm-dd，例如 ${right}`,
    `"${shown}" is no date; write yyyy-mm-dd, such as ${right}`,
    { path: option },
  );
}

/** Refuses days that are not on the calendar, with the right form. */
export function checkDays({ on, assessedOn }: DayOptions): DayOptions {
  checkDay('--on', on);
  if (assessedOn !== undefined) checkDay('--assessed-on', assessedOn);
  return assessedOn === undefined ? { on } : { on, assessedOn };
}
