import { JingzhunError, type Problem } from '@jingzhun/schemas/problem';
import { caseFrame, membersOf, personFrame } from '../compile/entries.ts';
import type { Frame, Question } from '../compile/frame.ts';
import { isPlain, isRecord, problemAt } from '../compile/read.ts';
import type { Told } from '../compile/recall.ts';
import { type Regime, regimeOn } from '../compile/regime.ts';
import type { Policy } from '../model/policy.ts';
import { isDay } from '../values/dates.ts';
import { unreadableOr } from './unreadable-case.ts';

/** The two dates of a question. */
export interface Dates {
  /** The day whose law applies, yyyy-mm-dd. */
  readonly on: string;
  /** The day on which the facts are true (ages, terms); `on` where it is left out. */
  readonly assessedOn?: string;
}

/** A case that has the shape of one, and the policy's regime of the day it is asked about. */
export interface Admitted {
  readonly regime: Regime;
  readonly question: Question;
  readonly input: Readonly<Record<string, unknown>>;
}

/** A case that was read: its frames, and whom the rules can be asked of. */
export interface Opened extends Admitted {
  readonly home: Frame;
  readonly persons: readonly Frame[];
}

/** The most members of a household, and the most cases of a roster, that are decided. */
export const mostMembers = 500;
export const mostCases = 200_000;
const forbidden = ['__proto__', 'constructor', 'prototype'];

/** Opens a case for a policy's regime of the day, or for one made of it that asks fewer rules. */
export function open(policy: Policy, input: unknown, dates: Dates, narrowed?: Regime): Opened {
  try {
    return read(admit(policy, input, dates, narrowed));
  } catch (error) {
    throw unreadableOr(error, input);
  }
}

export function admit(
  policy: Policy,
  input: unknown,
  // Without types the question is easily forgotten.
  { on, assessedOn = on }: Dates = {} as Dates,
  narrowed?: Regime,
): Admitted {
  const problems = wrongDays(on, assessedOn);
  checkShape(input, policy, problems);
  if (problems.length > 0) throw new JingzhunError('invalid-case', problems);
  const latest = on > assessedOn ? on : assessedOn;
  const question = { on, assessedOn, latest, inherits: hasEnumerable(Object.prototype), problems };
  const regime = narrowed ?? regimeOn(policy, on);
  return { regime, question, input: input as Admitted['input'] };
}

export function read({ regime, question, input }: Admitted): Opened {
  const { levels } = regime;
  const home = caseFrame(input, question, levels);
  const members = membersOf(home, levels) ?? [];
  const persons = isRecord(input.person) ? [...members, personFrame(input.person, home, levels, 'person')] : members;
  return { regime, question, input, home, persons };
}

/** Where answers to a case that came before are, or can be kept. */
export function recall({ regime, question, input }: Admitted): Told | undefined {
  // Of a roster, or of what has more than it says of itself, a trace tells too little.
  if (question.inherits || !isPlain(input) || Object.hasOwn(input, 'roster')) return undefined;
  return regime.recall(input, question);
}

function hasEnumerable(object: object): boolean {
  for (const _ in object) return true;
  return false;
}

/** Throws if anything read so far could not be used. Called once all was read. */
export function refuseProblems({ question }: Opened): void {
  if (question.problems.length === 0) return;
  const byPath = new Map(question.problems.map((problem) => [problem.path, problem]));
  throw new JingzhunError('invalid-case', [...byPath.values()]);
}

/** For those who need a day before they open a case. */
export function refuseWrongDays({ on, assessedOn = on }: Dates): void {
  const problems = wrongDays(on, assessedOn);
  if (problems.length > 0) throw new JingzhunError('invalid-case', problems);
}

function wrongDays(on: unknown, assessedOn: unknown): Problem[] {
  if (isDay(on) && isDay(assessedOn)) return [];
  const days = Object.entries(assessedOn === on ? { on } : { on, assessedOn });
  return days
    .filter(([, day]) => !isDay(day))
    .map(([name]) =>
      problemAt(name, 'wrong-date', '日期 yyyy-mm-dd，例如 2017-09-01', 'a date, yyyy-mm-dd, such as 2017-09-01'),
    );
}

function checkShape(given: unknown, { entities }: Pick<Policy, 'entities'>, problems: Problem[], place = ''): void {
  if (!isRecord(given)) {
    problems.push(notAnObject(place));
    return;
  }
  for (const key of Object.keys(given)) {
    const value = given[key];
    const path = place === '' ? key : `${place}.${key}`;
    // Nothing is a roster's own roster.
    if (path === 'roster') {
      const entries = checkList(path, value, mostCases, problems);
      for (const [index, entry] of entries.entries()) checkShape(entry, { entities }, problems, `roster[${index}]`);
    } else if (!entities.includes(key)) {
      const names = entities.join(', ');
      const at = path.slice(0, path.length - key.length + 60);
      problems.push(problemAt(at, 'unknown-field', `下列之一：${names}`, `one of ${names}`));
    } else if (value !== undefined && value !== null) checkEntity(key, path, value, problems);
  }
}

function checkEntity(key: string, path: string, value: unknown, problems: Problem[]): void {
  if (!isRecord(value)) {
    problems.push(notAnObject(path));
    return;
  }
  for (const name of forbidden) {
    if (!Object.hasOwn(value, name)) continue;
    problems.push(
      problemAt(`${path}.${name}`, 'forbidden-key', '无（不允许此键）', 'left out: this key is never allowed'),
    );
  }
  const { members } = value;
  if (key !== 'household' || members === undefined || members === null) return;
  const entries = checkList(`${path}.members`, members, mostMembers, problems);
  for (const [index, entry] of entries.entries()) {
    if (!isRecord(entry)) problems.push(notAnObject(`${path}.members[${index}]`));
  }
}

/** The entries of a list, also of its holes; none of what is no list, or too long. */
function checkList(path: string, value: unknown, most: number, problems: Problem[]): readonly unknown[] {
  if (!Array.isArray(value) || value.length > most) {
    problems.push(problemAt(path, 'wrong-shape', `列表，不超过 ${most} 项`, `a list of at most ${most} entries`));
    return [];
  }
  return value;
}

function notAnObject(path: string): Problem {
  return problemAt(path, 'wrong-shape', '一个对象', 'an object');
}
