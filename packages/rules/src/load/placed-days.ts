import type { PolicyFile, ReleaseChange } from '@jingzhun/schemas';
import { isDay } from '../values/dates.ts';
import type { Faults, Path, SourceFile } from './faults.ts';

/** A day that a file states, and where; nothing is wrong with one that is left out. */
export type PlacedDay = readonly [path: Path, day: string | null | undefined];

/** The days of a policy file that no rule rests on: of its document, and of its releases and their changes. */
export function daysOfPolicy({ document, releases }: PolicyFile): PlacedDay[] {
  return [
    [['document', 'issued'], document.issued],
    [['document', 'published'], document.published],
    ...releases.flatMap(({ date, changes }, index): PlacedDay[] => [
      [['releases', index, 'date'], date],
      ...daysOfChanges(changes, ['releases', index, 'changes']),
    ]),
  ];
}

/** The days of changes, or of the one that stands there by itself. */
export function daysOfChanges(changes: ReleaseChange | readonly ReleaseChange[], path: Path): PlacedDay[] {
  if (Array.isArray(changes)) return changes.flatMap((each, index) => daysOfChanges(each, [...path, index]));
  const { from, to } = changes as ReleaseChange;
  return [
    [[...path, 'from'], from],
    [[...path, 'to'], to],
  ];
}

/** Tells of those that are no days of the calendar. */
export function checkPlacedDays(days: readonly PlacedDay[], source: SourceFile, faults: Faults): void {
  for (const [path, day] of days) {
    if (typeof day !== 'string' || isDay(day)) continue;
    faults.at(source, path, 'wrong-value', {
      zh: `${day} 不是日历上的日期`,
      en: `${day} is no day of the calendar`,
    });
  }
}
