import type { Case } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { day, leaf, loadTiny, onePolicy, quoteSha256, tinyParameter, tinyRule, title } from '../testing/tiny-policy.ts';
import { toEngine } from './to-engine.ts';

async function events(policy: Parameters<typeof toEngine>[0], input: unknown, member?: number, on = day) {
  const { events: found } = await toEngine(policy, { on }).run({
    case: input as Case,
    ...(member === undefined ? {} : { member }),
  });
  return found.map(({ type, params }) => ({ type, ...params }));
}

describe('toEngine', () => {
  const policy = loadTiny({
    parameters: {
      line: tinyParameter('yuan/person/year', 2736, {
        values: [
          { from: '2016-01-01', value: 2736, quoteSha256 },
          { from: '2017-01-01', value: 2952.5, quoteSha256 },
        ],
      }),
    },
    rules: {
      'tiny.rule.poor': tinyRule({
        when: leaf('household.perCapitaNetIncome', 'lessThan', { parameter: 'line' }),
        grant: { what: 'aid', amount: 'household.loan.amount * 2', unit: 'yuan' },
      }),
      'tiny.rule.student': tinyRule({
        subject: 'person',
        when: leaf('person.enrolled', 'equal', true),
        force: { from: '2017-01-01' },
      }),
    },
  }).policy;

  it('raises an event with kind, clause and outcomes for what is met', async () => {
    expect(await events(policy, { household: { perCapitaNetIncome: 2800, loan: { amount: 7.5 } } })).toEqual([
      {
        type: 'tiny.rule.poor',
        kind: 'entitlement',
        clause: '一',
        outcomes: [{ what: 'aid', value: 15, unit: 'yuan', comparator: 'equal' }],
      },
    ]);
  });

  it('takes parameters and rules of the day', async () => {
    const types = async (on: string) =>
      (await events(policy, { household: { perCapitaNetIncome: 2800, members: [{ enrolled: true }] } }, 0, on)).map(
        ({ type }) => type,
      );
    expect(await types('2016-12-31')).toEqual([]);
    expect((await types('2017-01-01')).toSorted()).toEqual(['tiny.rule.poor', 'tiny.rule.student']);
  });

  it('asks of the member that is named', async () => {
    const input = { household: { members: [{ enrolled: false }, { enrolled: true }] } };
    expect(await events(policy, input, 0)).toEqual([]);
    expect(await events(policy, input, 1)).toMatchObject([{ type: 'tiny.rule.student' }]);
    expect(await events(policy, input)).toEqual([]);
    expect(await events(policy, input, 7)).toEqual([]);
  });

  it('refuses the case that decide refuses', async () => {
    await expect(events(policy, { household: { perCapitaNetIncome: '2800' } })).rejects.toThrow(
      'household.perCapitaNetIncome',
    );
  });

  it('is a fresh engine each time, so that runs side by side do not disturb one another', async () => {
    expect(toEngine(policy, { on: day })).not.toBe(toEngine(policy, { on: day }));
    const inputs = [2000, 5000, 2900, 3000].map((perCapitaNetIncome) => ({ household: { perCapitaNetIncome } }));
    const found = await Promise.all(inputs.map((input) => events(policy, input)));
    expect(found.map(({ length }) => length)).toEqual([1, 0, 1, 0]);
  });

  it('lets no path language run code', async () => {
    const engine = toEngine(onePolicy({ when: leaf('household.supportKinds', 'contains', 'industry') }), { on: day });
    for (const path of [
      '$.constructor.constructor("return 1")()',
      '$..[?(@.constructor)]',
      'constructor',
      '__proto__',
    ]) {
      engine.addRule({
        conditions: { all: [{ fact: 'case', path, operator: 'notEqual', value: undefined as never }] },
        event: { type: path },
      });
    }
    const { events: found } = await engine.run({ case: { household: { supportKinds: ['industry'] } } });
    expect(found.map(({ type }) => type)).toEqual(['tiny.rule.one']);
  });

  it('writes a checklist as one condition: every item that applies, and at least one', async () => {
    const checklist = onePolicy({
      kind: 'checklist',
      items: [
        {
          key: 'a',
          title,
          scope: leaf('household.registered', 'equal', true),
          when: leaf('household.hasFile', 'equal', true),
        },
      ],
    });
    const met = async (household: unknown) => (await events(checklist, { household })).length === 1;
    expect(await met({ registered: true, hasFile: true })).toBe(true);
    expect(await met({ registered: true, hasFile: false })).toBe(false);
    expect(await met({ registered: false, hasFile: true })).toBe(false);
  });
});
