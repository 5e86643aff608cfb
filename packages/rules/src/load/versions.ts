import type { AmendedFile, RuleFile } from '@jingzhun/schemas';
import { addDays, isDay } from '../values/dates.ts';
import { Fault } from './faults.ts';

const tests = ['when', 'items', 'each'] as const;

/** A rule as it reads between two amendments, and the document that made it so where that is a later one. */
export type RuleVersion = RuleFile & Partial<Pick<AmendedFile, 'amendedBy'>>;

/**
 * A rule as it reads from one amendment to the next, each with the days of its own force.
 *
 * @example
 * const rules = Object.assign({}, ...Object.values(released.files.sections).map((section) => section.rules));
 * versionsOf(rules['ruyuan.education-aid.university']).length; // 1
 */
export function versionsOf({ amended = [], ...first }: RuleFile): RuleVersion[] {
  const versions: RuleVersion[] = [first];
  for (const { from, ...change } of amended) {
    const before = versions.at(-1) as RuleVersion;
    const kept = { ...before };
    // One test takes the place of another, of whatever form.
    if (tests.some((key) => change[key] !== undefined)) for (const key of tests) delete kept[key];
    versions[versions.length - 1] = { ...before, force: { ...before.force, to: addDays(from, -1) } };
    versions.push({ ...kept, ...change, force: { ...first.force, from } });
  }
  return versions;
}

/** Amendments stand in the order of their days, each inside the rule's force. */
export function checkAmended({ amended = [], force }: RuleFile, around: { from: string; to: string | null }): void {
  let last = force?.from ?? around.from;
  const end = force?.to === undefined ? around.to : force.to;
  for (const { from } of amended) {
    if (!isDay(from)) throw new Fault('wrong-value', `${from} 不是日历上的日期`, `${from} is no day of the calendar`);
    if (from <= last || (end !== null && from > end)) {
      throw new Fault(
        'amended-outside',
        `${from} 起的修订须晚于 ${last}${end === null ? '' : `，且不晚于 ${end}`}`,
        `the amendment from ${from} must come after ${last}${end === null ? '' : ` and not after ${end}`}`,
      );
    }
    last = from;
  }
}
