import type { Case, DecisionRecord } from '@jingzhun/schemas';
import { checkCase, checkRecord } from '@jingzhun/schemas';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { locateQuotes } from '../cite/index.ts';
import { assess } from '../decide/assess.ts';
import { decide } from '../decide/decide.ts';
import { type EngineFact, fromEngineRules, toEngine } from '../engine/index.ts';
import { draftFrom, loadPolicy } from '../load/index.ts';
import type { Policy } from '../model/policy.ts';
import { recordDecision, verifyRecord } from '../records/index.ts';
import { columnsFrom, decideRoster } from '../roster/index.ts';
import { toSql } from '../sql/index.ts';
import { day, leaf, loadTiny, quoteSha256, tinyRule, tinySource, title } from './tiny-policy.ts';

/** A way into the library, with a value from outside put in a place where it could do harm. */
export interface Entry {
  readonly name: string;
  readonly ask: (value: unknown) => unknown;
}

const section = {
  facts: {
    'household.each': {
      title,
      formula: 'round(household.loan.amount / 3, half-up)',
      unit: 'yuan',
    },
  },
  rules: {
    'tiny.rule.one': tinyRule({
      when: {
        all: [
          leaf('household.registered', 'equal', true),
          leaf('household.each', 'lessThan', 4000),
          leaf('household.supportKinds', 'contains', 'industry'),
          leaf('household.exitDate', 'lessThan', '2017-01-01'),
          leaf('household.gridCell', 'equal', '一'),
        ],
      },
    }),
    'tiny.rule.two': tinyRule({ subject: 'person', when: leaf('person.schoolStage', 'equal', 'primary') }),
  },
};
const policy: Policy = loadTiny(section).policy;
const dates = { on: day };
const record = recordDecision(policy, { household: { registered: true } }, dates);
const facts = {
  income: { type: 'number' },
  kinds: { type: 'list', of: 'text' },
} as const satisfies Record<string, EngineFact>;
const engineRule = { conditions: leaf('income', 'lessThan', 1), event: { type: 'aid' } };
const one = (rule: Record<string, unknown>) => loadPolicy(tinySource({ rules: { 'tiny.rule.one': tinyRule(rule) } }));

const keys = ['registered', 'perCapitaNetIncome', 'memberCount', 'supportKinds', 'exitDate', 'gridCell', 'type', 'id'];

/** Cases in which the value stands where an object, a list, a fact or a member should. */
const hostileCases: readonly ((value: unknown) => unknown)[] = [
  (value) => value,
  (value) => ({ household: value }),
  (value) => ({ county: value, household: {} }),
  (value) => ({ roster: value }),
  (value) => ({ household: { members: value } }),
  (value) => ({ household: { members: [value, { schoolStage: value }] } }),
  (value) => ({ household: { housing: value } }),
  ...keys.map((key) => (value: unknown) => ({ household: { [key]: value } })),
];

function withEveryCase(ask: (input: Case) => unknown): (value: unknown) => unknown {
  return (value) => {
    const refusals: JingzhunError[] = [];
    for (const around of hostileCases) {
      try {
        ask(around(value) as Case);
      } catch (error) {
        if (!(error instanceof JingzhunError)) throw error;
        refusals.push(error);
      }
    }
    return refusals;
  };
}

const load = (name: string, ask: (value: unknown) => unknown): Entry => ({ name: `loadPolicy, ${name}`, ask });

/** Every way in that takes data from outside, but for rosters in columns. */
export const entries: readonly Entry[] = [
  load('a section', (value) => loadPolicy({ ...tinySource({}), sections: [{ file: 'a.yaml', data: value }] })),
  load('policy.yaml', (value) => loadPolicy({ ...tinySource({}), policy: { file: 'policy.yaml', data: value } })),
  load('rules', (value) => loadPolicy(tinySource({ rules: value }))),
  load('a condition', (value) => one({ when: value })),
  load('a list of conditions', (value) => one({ when: { any: value } })),
  load('the name of a fact', (value) => one({ when: { fact: value, operator: 'equal', value: true } })),
  load('an operator', (value) => one({ when: { fact: 'household.type', operator: value, value: 'dibao' } })),
  load('a number compared with', (value) => one({ when: leaf('household.memberCount', 'equal', value) })),
  load('a text compared with', (value) => one({ when: leaf('household.gridCell', 'equal', value) })),
  load('a list compared with', (value) => one({ when: leaf('household.type', 'in', value) })),
  load('a formula', (value) => loadPolicy(tinySource({ facts: { 'household.f': { title, formula: value } } }))),
  load('a parameter', (value) =>
    loadPolicy(
      tinySource({
        parameters: { line: { title, unit: 'yuan', values: [{ from: '2016-01-01', value, quoteSha256 }] } },
      }),
    ),
  ),
  load('a title', (value) => one({ title: { zh: value, en: value } })),
  { name: 'draftFrom', ask: (value) => draftFrom({ file: 'draft.yaml', data: value }) },
  { name: 'decide', ask: withEveryCase((input) => decide(policy, input, dates)) },
  { name: 'decide, the day', ask: (value) => decide(policy, {}, { on: value as string }) },
  { name: 'assess', ask: withEveryCase((input) => assess(policy, input, dates)) },
  {
    name: 'checkCase',
    ask: withEveryCase((input) => {
      const check = checkCase(input);
      if (!check.ok) throw new JingzhunError('invalid-case', check.problems);
    }),
  },
  { name: 'fromEngineRules', ask: (value) => fromEngineRules(value as [], { facts }) },
  { name: 'fromEngineRules, a rule', ask: (value) => fromEngineRules([value], { facts }) },
  {
    name: 'fromEngineRules, conditions',
    ask: (value) => fromEngineRules([{ ...engineRule, conditions: value }], { facts }),
  },
  {
    name: 'fromEngineRules, a value',
    ask: (value) => fromEngineRules([{ ...engineRule, conditions: leaf('income', 'in', value) }], { facts }),
  },
  {
    name: 'fromEngineRules, facts',
    ask: (value) => fromEngineRules([engineRule], { facts: value as Record<string, EngineFact> }),
  },
  {
    name: 'fromEngineRules, shared conditions',
    ask: (value) => fromEngineRules([engineRule], { facts, conditions: { shared: value } }),
  },
  {
    name: 'rules of an engine, asked',
    ask: (value) => fromEngineRules([engineRule], { facts }).run(value as Record<string, unknown>),
  },
  {
    name: 'rules of an engine, a fact',
    ask: (value) => fromEngineRules([engineRule], { facts }).run({ income: value }),
  },
  { name: 'toSql, the day', ask: (value) => toSql(policy, { on: value as string, dialect: 'duckdb' }) },
  {
    name: 'toSql, facts',
    ask: (value) => toSql(policy, { ...dates, dialect: 'spark', facts: { county: value as object } }),
  },
  {
    name: 'toSql, a text of the policy',
    ask: (value) => {
      const { policy: own, text } = one({
        when: leaf('household.gridCell', 'equal', value),
        title: { zh: value, en: value },
      });
      return (['duckdb', 'postgres', 'spark'] as const).map((dialect) => toSql(own, { ...dates, dialect, text }));
    },
  },
  { name: 'a record', ask: (value) => verified(value) },
  { name: 'a record, its facts', ask: (value) => verified({ ...record, facts: { household: value } }) },
  { name: 'a record, its findings', ask: (value) => verified({ ...record, findings: value }) },
  { name: 'a record, a finding', ask: (value) => verified({ ...record, findings: [...record.findings, value] }) },
  { name: 'a record, withheld', ask: (value) => verified({ ...record, withheld: [value] }) },
  {
    name: 'a record, facts supplied',
    ask: (value) => verifyRecord(record, policy, { facts: { household: value } as Case }),
  },
  {
    name: 'locateQuotes',
    ask: (value) => locateQuotes(typeof value === 'string' ? value : '', [quoteSha256]),
  },
];

/** Rosters in columns. */
export const rosterEntries: readonly Entry[] = [
  {
    name: 'columnsFrom and decideRoster',
    ask: withEveryCase((input) => {
      const { columns, refused } = columnsFrom([input, { household: { registered: true } }], policy);
      decideRoster(policy, columns, dates);
      const problems = refused.flatMap((each) => each.problems);
      if (problems.length > 0) throw new JingzhunError('invalid-case', problems);
    }),
  },
  { name: 'columnsFrom, what is shared', ask: (value) => columnsFrom([], policy, { county: value as object }) },
];

/** A rule run by json-rules-engine itself on a case with the value in it. */
export async function runEngine(value: unknown): Promise<unknown> {
  return toEngine(policy, dates).run({ case: { household: { gridCell: value } } });
}

function verified(value: unknown): unknown {
  const check = checkRecord(value);
  if (!check.ok) throw new JingzhunError('invalid-record', check.problems);
  return verifyRecord(value as DecisionRecord, policy);
}
