import type { Case } from '@jingzhun/schemas';
import { expect, it } from 'vitest';
import { ask } from './comparison.ts';
import { withoutCounterpart } from './measures.ts';

const poor = (household: Case['household']): Case => ({ household: { registered: true, ...household } });
const member = (person: NonNullable<NonNullable<Case['household']>['members']>[number]): Case => ({
  household: { registered: true, rural: true, members: [person] },
});
const shares = (held: number): Case => ({
  household: { registered: true, equity: { shares: held } },
  fund: { totalShares: 7, distributableProfit: 100 },
});
const willing = (willingToWork: boolean) => poor({ hasLabour: true, willingToWork });

type Row = [name: string, input: Case, on: string, answer: 'yes' | 'no' | 'unknown', amount?: number];

const rows: Row[] = [
  ['labour household', member({ labourAbility: 'able' }), '2017-09-01', 'yes'],
  ['labour household', member({ labourAbility: 'partial' }), '2017-09-01', 'unknown'],
  ['labour household', member({ labourAbility: 'none' }), '2017-09-01', 'no'],
  ['left poverty in time', member({ exitDate: '2017-08-31' }), '2017-09-01', 'yes'],
  ['left poverty in time', member({ exitDate: '2017-09-02' }), '2017-09-01', 'unknown'],
  ['left poverty in time', member({ exitDate: '2018-12-31' }), '2018-12-31', 'yes'],
  ['left poverty in time', member({ exitDate: '2019-01-01' }), '2019-01-01', 'no'],
  ['left poverty in time', member({}), '2019-01-01', 'unknown'],
  ['dividend by shares', shares(3), '2017-09-01', 'yes', 4285],
  ['dividend by shares', shares(0), '2017-09-01', 'no'],
  ['help to join', willing(true), '2017-09-01', 'yes'],
  ['help to join', willing(false), '2017-09-01', 'no'],
  ['services to a business', poor({ industryProjects: [{ kind: 'planting' }] }), '2017-09-01', 'yes'],
  ['services to a business', poor({ industryProjects: [] }), '2017-09-01', 'no'],
  ['jobs for students', member({ schoolStage: 'undergraduate' }), '2017-09-01', 'yes'],
  ['jobs for students', member({ schoolStage: 'none' }), '2017-09-01', 'no'],
  ['renovated before 2018', poor({ housing: { dangerLevel: 'd', completedDate: '2017-08-01' } }), '2017-09-01', 'yes'],
  ['renovated before 2018', poor({ housing: { dangerLevel: 'c' } }), '2017-12-31', 'unknown'],
  ['renovated before 2018', poor({ housing: { dangerous: true, completedDate: '2018-01-01' } }), '2018-01-02', 'no'],
  ['renovated before 2018', poor({ housing: { dangerLevel: 'b' } }), '2017-09-01', 'no'],
  ['insured from next month', member({ medicalInsurancePaidDate: '2016-12-31' }), '2017-01-01', 'yes'],
  ['insured from next month', member({ medicalInsurancePaidDate: '2017-01-01' }), '2017-01-31', 'no'],
  ['care for the left behind', member({ leftBehind: 'elderly' }), '2017-09-01', 'yes'],
  ['care for the left behind', member({ leftBehind: 'none', healthStatus: ['disabled'] }), '2017-09-01', 'yes'],
  ['care for the left behind', member({ leftBehind: 'none', healthStatus: ['healthy'] }), '2017-09-01', 'no'],
];

it.each(rows)('%s: %j on %s is %s', (name, input, on, answer, amount) => {
  const question = withoutCounterpart[name];
  if (question === undefined) throw new Error(`no measure ${name}`);
  const place = input.household?.members === undefined ? -1 : 0;
  const given = ask(question, input, on, place);
  expect(given.answer).toBe(answer);
  expect(given.amount ?? undefined).toBe(amount);
});

it('every measure without a counterpart is asked', () => {
  expect([...new Set(rows.map(([name]) => name))].sort()).toEqual(Object.keys(withoutCounterpart).sort());
});
