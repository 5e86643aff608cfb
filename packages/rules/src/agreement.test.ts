import { expect, it } from 'vitest';
import { statusCodes } from './sql/rule.ts';
import { formulaCases, formulaPolicy, villageFacts } from './sql/testing/formulas.ts';
import { duckdbWay } from './sql/testing/in-duckdb.ts';
import { compare, type Verdicts, type Way } from './testing/agreement/answers.ts';
import { questionOf, randomDays, randomPolicies, randomQuestion } from './testing/agreement/random-question.ts';
import { shrink } from './testing/agreement/shrink.ts';
import { byAssess, decideWay, pureWays } from './testing/agreement/ways.ts';
import { mulberry32 } from './testing/seeded-numbers.ts';
import { leaf, loadTiny, onePolicy, tinyParameter, tinyRule } from './testing/tiny-policy.ts';

const seed = Number(process.env.FUZZ_SEED ?? 20161129);
const policies = Number(process.env.FUZZ_RUNS ?? 20);
const ways = [...pureWays, duckdbWay];

it('decide, columns, SQL and json-rules-engine answer random policies on random households as assess does', async () => {
  const compared = new Map(ways.map(({ name }) => [name, 0]));
  const seen = new Set<number>();
  for (const [place, policy] of randomPolicies(policies, seed).entries()) {
    const dates = randomDays[place % randomDays.length] as (typeof randomDays)[number];
    const question = randomQuestion(policy, dates, 40, seed + place);
    const reference = byAssess(question);
    for (const { statuses } of reference.values()) for (const status of statuses) seen.add(status);
    for (const way of ways) {
      const { compared: own, differences } = compare(question, reference, await way.ask(question));
      expect(differences, `${way.name}, ${question.name}`).toEqual([]);
      compared.set(way.name, (compared.get(way.name) ?? 0) + own);
    }
  }
  for (const [name, count] of compared) expect(count, name).toBeGreaterThan(policies * 10);
  expect([...seen].toSorted()).toEqual(Object.values(statusCodes));
});

it('they agree on formulas of every kind', async () => {
  const policy = formulaPolicy();
  const dates = { on: '2017-06-15' };
  for (const facts of [{}, villageFacts]) {
    const question = questionOf(policy, dates, formulaCases(60, mulberry32(seed)), facts, 'formulas');
    const reference = byAssess(question);
    for (const way of pureWays) {
      const { compared, differences } = compare(question, reference, await way.ask(question));
      expect(differences, way.name).toEqual([]);
      expect(compared, way.name).toBeGreaterThan(60 * 10);
    }
  }
});

it('they agree on parameters that lie between two steps of what they are held against', async () => {
  const lines = { half: 0.5, fifth: 0.2, more: 1.5, most: 2.75 };
  const operators = ['lessThan', 'lessThanInclusive', 'equal', 'notEqual', 'greaterThan', 'greaterThanInclusive'];
  const when = (operator: string, parameter: string) => leaf('household.mainBusinessCount', operator, { parameter });
  const rules = Object.keys(lines).flatMap((line) =>
    operators.map(
      (operator, place) => [`tiny.rule.${line}-${place}`, tinyRule({ when: when(operator, line) })] as const,
    ),
  );
  const several = { any: [when('lessThan', 'half'), { all: [when('greaterThan', 'more'), when('lessThan', 'most')] }] };
  const { policy } = loadTiny({
    parameters: Object.fromEntries(Object.entries(lines).map(([line, of]) => [line, tinyParameter('items', of)])),
    rules: Object.fromEntries([...rules, ['tiny.rule.several', tinyRule({ when: several })]]),
  });
  const cases = [0, 1, 2, 3, null].map((mainBusinessCount) => ({ household: { mainBusinessCount } }));
  const question = questionOf(policy, { on: '2017-06-15' }, cases, {}, 'finer parameters');
  const reference = byAssess(question);
  for (const way of ways) {
    const { compared, differences } = compare(question, reference, await way.ask(question));
    expect(differences, way.name).toEqual([]);
    expect(compared, way.name).toBeGreaterThan(20);
  }
});

it('a way that takes what is missing for false is found out, on one household and one comparison', async () => {
  const missingIsFalse: Way = {
    name: 'missing is false',
    ask: async (question) => {
      const answers = await decideWay.ask(question);
      const guessed = ({ statuses, amounts }: Verdicts): Verdicts => ({
        statuses: statuses.map((status) => (status === statusCodes.unknown ? statusCodes.unmet : status)),
        amounts,
      });
      return answers.map(({ form, verdicts = new Map() }) => ({
        form,
        verdicts: new Map([...verdicts].map(([rule, each]) => [rule, guessed(each)])),
      }));
    },
  };
  const policy = onePolicy({
    when: {
      all: [
        leaf('household.registered', 'equal', true),
        { any: [leaf('household.type', 'equal', 'dibao'), { not: leaf('household.creditRated', 'equal', true) }] },
      ],
    },
    grant: { what: 'aid', amount: '200', unit: 'yuan', per: 'household', every: 'year' },
  });
  const { question, differences } = await shrink(
    randomQuestion(policy, { on: '2017-06-15' }, 200, seed),
    missingIsFalse,
  );
  expect(question.cases).toEqual([{ household: { members: [] } }]);
  expect(JSON.stringify(question.policy.rules[0]?.when).match(/"operator"/g)).toHaveLength(1);
  expect(differences).toEqual([
    { form: 'findings', rule: 'tiny.rule.one', row: 0, member: -1, expected: 'unknown', found: 'unmet' },
  ]);
});
