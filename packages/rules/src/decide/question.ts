import { JingzhunError, type Problem } from '@jingzhun/schemas/problem';
import { caseFrame, membersOf, personFrame } from '../compile/entries.ts';
import type { Frame, Question } from '../compile/frame.ts';
import { isRecord, problemAt } from '../compile/read.ts';
import { type Regime, regimeOn } from '../compile/regime.ts';
import type { Policy } from '../model/policy.ts';
import { isDay } from '../values/dates.ts';

/** The two dates of a question. */
export interface Dates {
  /** The day whose law applies, yyyy-mm-dd. */
  readonly on: string;
  /** The day on which the facts are true (ages, terms); `on` where it is left out. */
  readonly assessedOn?: string;
}

/** A case opened for one policy on one day: its frames, and whom the rules can be asked of. */
export interface Opened {
  readonly regime: Regime;
  readonly question: Question;
  readonly home: Frame;
  readonly persons: readonly Frame[];
}

const mostMembers = 500;
const mostCases = 200_000;
const forbidden = ['__proto__', 'constructor', 'prototype'];

export function open(policy: Policy, input: unknown, dates: Dates): Opened {
  const { on, assessedOn = on } = dates;
  const problems: Problem[] = [...dayProblems('on', on), ...dayProblems('assessedOn', assessedOn)];
  problems.push(...shapeProblems(input, policy));
  if (problems.length > 0) throw new JingzhunError('invalid-case', problems);
  const question = { on, assessedOn, problems };
  const regime = regimeOn(policy, on);
  const home = caseFrame(input as Readonly<Record<string, unknown>>, question, regime.levels);
  const persons = [...(membersOf(home, regime.levels) ?? [])];
  if (isRecord(home.objects.person)) persons.push(personFrame(home.objects.person, home, regime.levels, 'person'));
  return { regime, question, home, persons };
}

/** Throws if anything read so far could not be used. Called once all was read. */
export function refuseProblems({ question }: Opened): void {
  if (question.problems.length === 0) return;
  const byPath = new Map(question.problems.map((problem) => [problem.path, problem]));
  throw new JingzhunError('invalid-case', [...byPath.values()]);
}

function dayProblems(name: string, day: unknown): Problem[] {
  return isDay(day)
    ? []
    : [problemAt(name, 'wrong-date', '日期 yyyy-mm-dd，例如 2017-09-01', 'a date, yyyy-mm-dd, such as 2017-09-01')];
}

function shapeProblems(input: unknown, { entities }: Policy): Problem[] {
  if (!isRecord(input)) return [notAnObject('')];
  return Object.keys(input).flatMap((key) => {
    const value = input[key];
    if (key === 'roster') return listProblems(key, value, mostCases);
    if (!entities.includes(key)) {
      const names = entities.join(', ');
      return [problemAt(key.slice(0, 60), 'unknown-field', `下列之一：${names}`, `one of ${names}`)];
    }
    return value === undefined || value === null ? [] : entityProblems(key, value);
  });
}

function entityProblems(key: string, value: unknown): Problem[] {
  if (!isRecord(value)) return [notAnObject(key)];
  const problems = forbidden
    .filter((name) => Object.hasOwn(value, name))
    .map((name) =>
      problemAt(`${key}.${name}`, 'forbidden-key', '无（不允许此键）', 'left out: this key is never allowed'),
    );
  const { members } = value;
  if (key !== 'household' || members === undefined || members === null) return problems;
  return [...problems, ...listProblems('household.members', members, mostMembers)];
}

function listProblems(path: string, value: unknown, most: number): Problem[] {
  if (!Array.isArray(value) || value.length > most) {
    return [problemAt(path, 'wrong-shape', `列表，不超过 ${most} 项`, `a list of at most ${most} entries`)];
  }
  return value.flatMap((entry, index) => (isRecord(entry) ? [] : [notAnObject(`${path}[${index}]`)]));
}

function notAnObject(path: string): Problem {
  return problemAt(path, 'wrong-shape', '一个对象', 'an object');
}
