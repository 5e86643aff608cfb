import type { JingzhunError } from '@jingzhun/schemas/problem';
import { Engine } from 'json-rules-engine';
import { expect, it } from 'vitest';
import { operators } from '../model/packed.ts';
import { type EngineFact, fromEngineRules } from './index.ts';

const types: readonly { readonly fact: EngineFact; readonly values: readonly unknown[] }[] = [
  { fact: { type: 'boolean' }, values: [true, false] },
  { fact: { type: 'number' }, values: [-1, 0, 0.5, 2952, 2952.01] },
  { fact: { type: 'text' }, values: ['', 'a', 'b', '10', '9'] },
  { fact: { type: 'date' }, values: ['2016-12-31', '2017-01-01', '2020-02-29'] },
  { fact: { type: 'list', of: 'text' }, values: [[], ['a'], ['a', 'b']] },
];

/** What a condition's value can be, of any type: single, listed, or another fact. */
const wanted = [
  ...types.flatMap(({ values }) => [...values, ...values.map((value) => [value]), values]),
  ...types.map((_, place) => ({ fact: `other${place}` })),
];

async function engineAnswers(rule: never, facts: Record<string, unknown>): Promise<boolean> {
  const { events } = await new Engine([rule]).run(facts);
  return events.length === 1;
}

it('every operator on every pair of types: the same answer as json-rules-engine, or refused at load', async () => {
  const others = Object.fromEntries(types.map(({ fact }, place) => [`other${place}`, fact]));
  const otherValues = Object.fromEntries(types.map(({ values }, place) => [`other${place}`, values[0]]));
  let [agreed, refused] = [0, 0];
  for (const { fact, values } of types) {
    for (const operator of operators) {
      for (const value of wanted) {
        const rule = { conditions: { all: [{ fact: 'x', operator, value }] }, event: { type: 'e' } };
        let taken: ReturnType<typeof fromEngineRules>;
        try {
          taken = fromEngineRules([rule], { facts: { x: fact, ...others } });
        } catch (error) {
          expect((error as JingzhunError).code).toBe('outside-profile');
          refused += 1;
          continue;
        }
        for (const x of values) {
          const facts = { x, ...otherValues };
          const met = await engineAnswers(rule as never, facts);
          expect(taken.run(facts)[0]?.status, JSON.stringify([x, operator, value])).toBe(met ? 'met' : 'unmet');
          agreed += 1;
        }
        expect(['unknown', 'met', 'unmet']).toContain(taken.run({})[0]?.status);
      }
    }
  }
  console.log(`rules taken over: ${agreed} answers agree with json-rules-engine, ${refused} rules are refused`);
  // A count that falls means that something is refused which was not.
  expect([agreed, refused]).toEqual([606, 2156]);
});
