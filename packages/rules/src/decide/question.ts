import { JingzhunError, type Problem } from '@jingzhun/schemas/problem';
import { caseFrame, membersOf, personFrame } from '../compile/entries.ts';
import type { Frame, Question } from '../compile/frame.ts';
import { isRecord } from '../compile/read.ts';
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
  if (isDay(day)) return [];
  const shown = typeof day === 'string' ? `"${day.slice(0, 40)}"` : String(day);
  return [
    {
      code: 'wrong-date',
      path: name,
      zh: `${shown} 不是日期：应为 yyyy-mm-dd 形式，例如 2017-09-01`,
      en: `${shown} is not a date: it should be yyyy-mm-dd, such as 2017-09-01`,
    },
  ];
}

function shapeProblems(input: unknown, policy: Policy): Problem[] {
  if (!isRecord(input)) return [wrongShape('', '一个对象，例如 { "household": { … } }', 'an object such as { "household": { … } }')];
  const problems: Problem[] = [];
  for (const key of Object.keys(input)) {
    const value = input[key];
    if (key === 'roster') problems.push(...listProblems('roster', value, mostCases));
    else if (!policy.entities.includes(key)) problems.push(unknownEntity(key, policy));
    else if (value !== undefined && value !== null) problems.push(...entityProblems(key, value));
  }
  return problems;
}

function entityProblems(key: string, value: unknown): Problem[] {
  if (!isRecord(value)) return [wrongShape(key, '一个对象', 'an object')];
  const problems = forbidden
    .filter((name) => Object.hasOwn(value, name))
    .map((name) => wrongShape(`${key}.${name}`, '删去该键', 'left out: this key is never allowed'));
  if (key === 'household' && value.members !== undefined && value.members !== null) {
    problems.push(...listProblems('household.members', value.members, mostMembers));
  }
  return problems;
}

function listProblems(path: string, value: unknown, most: number): Problem[] {
  if (!Array.isArray(value) || value.length > most) {
    return [wrongShape(path, `不超过 ${most} 项的列表`, `a list of at most ${most} entries`)];
  }
  return value.flatMap((entry, index) => (isRecord(entry) ? [] : [wrongShape(`${path}[${index}]`, '一个对象', 'an object')]));
}

function wrongShape(path: string, zh: string, en: string): Problem {
  return { code: 'wrong-shape', path, zh: `应为${zh}`, en: `should be ${en}` };
}

function unknownEntity(key: string, { entities }: Policy): Problem {
  const names = ['roster', ...entities].join(', ');
  return {
    code: 'unknown-field',
    path: key.slice(0, 60),
    zh: `没有这个项目；可用的有：${names}`,
    en: `there is no such entity; there are ${names}`,
  };
}
