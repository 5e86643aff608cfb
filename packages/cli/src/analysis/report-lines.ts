import {
  type Covered,
  type Finding,
  type FindingKind,
  type Said,
  type Shown,
  statusWords,
} from '@jingzhun/rules/analyse';
import type { Bilingual } from '@jingzhun/schemas';
import { type Language, say } from '../language.ts';
import { grouped, unitInChinese } from '../wording/labels.ts';

export const kindWords: Readonly<Record<FindingKind, Bilingual>> = {
  gap: { zh: '缺口', en: 'Gap' },
  overlap: { zh: '重叠', en: 'Overlap' },
  unreachable: { zh: '永不成立', en: 'Never met' },
  'always-met': { zh: '总是成立', en: 'Always met' },
  'swapped-bound': { zh: '上下限颠倒', en: 'Swapped bounds' },
  'idle-condition': { zh: '不起作用的条件', en: 'Condition that never matters' },
  cliff: { zh: '收入断崖', en: 'Cliff' },
  uncited: { zh: '没有引文', en: 'No citation' },
  'day-without-law': { zh: '有一天没有规定', en: 'Day without law' },
  'day-with-two-laws': { zh: '有一天有两个规定', en: 'Day with two laws' },
  'unused-value': { zh: '没有用到的数字', en: 'Figure that nothing rests on' },
  fault: { zh: '文件有误', en: 'Fault in the files' },
};

/** `2016-11-29 至 2018-12-31`; empty where it stands on no day. */
export function daysText({ from, to }: Pick<Finding, 'from' | 'to'>, language: Language): string {
  if (from === '') return '';
  if (from === to) return say(language, { zh: `${from} 这一天`, en: `on ${from}` });
  return to === null
    ? say(language, { zh: `自 ${from} 起`, en: `from ${from}` })
    : say(language, { zh: `${from} 至 ${to}`, en: `${from} to ${to}` });
}

/** Where in the files or the document a finding stands. */
export function placeText({ clauses, file, line }: Finding): string {
  const clause = clauses.length === 0 ? [] : [`[${clauses.join(', ')}]`];
  return [...clause, ...(file === undefined ? [] : [line === undefined ? file : `${file}:${line}`])].join('  ');
}

/** A case, its days and its facts, in one line. */
export function caseText({ facts, on, assessedOn, total }: Shown, language: Language): string {
  const days =
    assessedOn === undefined
      ? say(language, { zh: `适用 ${on}`, en: `on ${on}` })
      : say(language, { zh: `适用 ${on}，核算 ${assessedOn}`, en: `on ${on}, as of ${assessedOn}` });
  const told =
    facts.length === 0
      ? say(language, { zh: '空案例', en: 'the empty case' })
      : facts.map((fact) => say(language, fact)).join(say(language, { zh: '；', en: '; ' }));
  const sum =
    total === undefined
      ? ''
      : say(language, {
          zh: `；一年的补助合计 ${grouped(total.granted)} 元`,
          en: `; granted in a year ${grouped(total.granted)} yuan`,
        });
  return say(language, { zh: `${told}（${days}）${sum}`, en: `${told} (${days})${sum}` });
}

/** What is decided of a case, line by line, and what the decision takes for granted. */
export function saidLines({ says, note }: Shown, language: Language): string[] {
  const lines = says.map((said) => saidText(said, language));
  return note === undefined ? lines : [...lines, say(language, note)];
}

/** What is decided of it: `“修缮住房县补助”：符合，2,000 元`. */
function saidText({ title, status, amount, unit }: Said, language: Language): string {
  const said = say(language, statusWords[status] ?? { zh: status, en: status });
  const shown = typeof amount === 'number' && status !== 'not-applicable' ? amountText(amount, unit, language) : '';
  const value = shown === '' ? '' : say(language, { zh: `，${shown}`, en: `, ${shown}` });
  return say(language, { zh: `${title.zh}：${said}${value}`, en: `${title.en}: ${said}${value}` });
}

function amountText(value: number, unit: string | undefined, language: Language): string {
  if (unit === undefined || unit === '1') return grouped(value);
  return `${grouped(value)} ${language === 'zh' ? unitInChinese(unit) : unit}`;
}

/** What was looked at, line by line. */
export function coveredLines(covered: Covered, language: Language): string[] {
  const { days, rules, tableEntries, conditions, siblingGroups, tables } = covered;
  const { exclusivePairs, successiveGroups, incomeSteps, citations, undecided, skipped } = covered;
  if (skipped !== undefined) return [say(language, skipped)];
  const lines: Bilingual[] = [
    {
      zh: `规则 ${rules} 条，判定表 ${grouped(tableEntries)} 格，分 ${days.length} 段时期（自 ${days.join('、')} 起）`,
      en: `${rules} rules with ${grouped(tableEntries)} table entries, in ${days.length} periods (from ${days.join(', ')})`,
    },
    {
      zh: `条件 ${conditions.all} 个，其中 ${conditions.decisive} 个有案例证明它成立与否结果不同`,
      en: `${conditions.all} conditions, of which ${conditions.decisive} have cases in which the result turns on them`,
    },
    {
      zh: `并列规则 ${siblingGroups} 组，数额表 ${tables} 张，互斥规则 ${exclusivePairs} 对，前后相接的规则 ${successiveGroups} 组`,
      en: `${siblingGroups} groups of siblings, ${tables} tables, ${exclusivePairs} exclusive pairs, ${successiveGroups} groups that follow each other`,
    },
    {
      zh: `影响补助的收入变动 ${incomeSteps} 种，引文 ${citations} 处`,
      en: `${incomeSteps} rises of an income that money depends on, ${citations} citations`,
    },
    ...(undecided.length === 0
      ? [{ zh: '没有未能判断的', en: 'nothing was left unsettled' }]
      : undecided.map(({ id, zh, en }) => ({ zh: `未能判断：${zh}（${id}）`, en: `not settled: ${en} (${id})` }))),
  ];
  return lines.map((line) => say(language, line));
}
