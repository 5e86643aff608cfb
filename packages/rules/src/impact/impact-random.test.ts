import type { Case } from '@jingzhun/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { impactByDecide, impactTold as told } from '../testing/impact-by-decide.ts';
import { caseOf, cellsOf, randomSection, randomValues } from '../testing/random-policy.ts';
import { day, loadTiny } from '../testing/tiny-policy.ts';
import type { Side } from './side.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 60);
const seed = Number(process.env.FUZZ_SEED ?? 20161129);

type Data = Record<string, unknown>;

/** The section with some of its figures and rules changed, as a draft would change them. */
function redrafted(section: Data, other: Data, choice: readonly boolean[]): Data {
  const [line, aid, rules, fact, drop] = choice;
  const parameters = section.parameters as Record<string, Data>;
  const facts = section.facts as Record<string, Data>;
  const own = Object.entries(section.rules as Data);
  const others = Object.entries(other.rules as Data);
  const value = (parameter: string, change: (was: never) => unknown) => ({
    ...parameters[parameter],
    values: ((parameters[parameter] as Data).values as Data[]).map((each) => ({
      ...each,
      value: change(each.value as never),
    })),
  });
  return {
    ...section,
    parameters: {
      ...parameters,
      ...(line ? { line: value('line', (was: number) => was * 2) } : {}),
      ...(aid ? { aid: value('aid', (was: Record<string, number>) => ({ ...was, primary: 250, none: 0 })) } : {}),
    },
    facts: {
      ...facts,
      ...(fact ? { 'household.funds': { ...facts['household.funds'], formula: 'household.loan.amount * 2' } } : {}),
    },
    rules: Object.fromEntries([
      ...own.slice(drop ? 1 : 0),
      ...(rules ? others.map(([id, rule], place) => [place === 0 ? id : `${id}x`, rule]) : []),
    ]),
  };
}

const drafted = fc
  .record({
    section: randomSection(),
    other: randomSection(),
    choice: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  })
  .map(({ section, other, choice }) => ({ before: section, after: redrafted(section, other, choice) }));

const cell = (members: number) => {
  const cells = cellsOf(members);
  return fc.tuple(randomValues(cells), fc.subarray(cells)).map(([values, unknown]) => {
    return caseOf(new Map([...values].filter(([each]) => !unknown.includes(each))), members) as Case;
  });
};
/** Some cases hold what no fact can be, so that a side refuses them. */
const spoilt = (input: Case, spoil: boolean): Case =>
  spoil ? ({ household: { ...input.household, perCapitaNetIncome: 'little' } } as unknown as Case) : input;
const spoils = fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0);
const roster = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 3 }).chain(cell), spoils).map(([input, spoil]) => spoilt(input, spoil)),
  { minLength: 1, maxLength: 8 },
);
/** The days around which rules enter and leave force, and are due. */
const dayOf = fc.constantFrom(day, '2017-06-14', '2018-02-01', '2015-01-01');

describe('random drafts and rosters', () => {
  it('have the impact that two decisions tell, household by household', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(drafted, roster, dayOf, dayOf, fc.boolean(), ({ before, after }, cases, on, later, sameDay) => {
        const a: Side = { policy: loadTiny(before).policy, on };
        const b: Side = { policy: loadTiny(after).policy, on: sameDay ? on : later };
        const expected = impactByDecide(a, b, cases);
        expect(told(a, b, cases)).toEqual(expected);
        for (const { refused, findings } of expected.households) {
          if (refused) seen.add('refused');
          for (const each of findings) seen.add(each.split(' ').at(-1) as string);
        }
      }),
      { numRuns, seed },
    );
    expect([...seen].sort()).toEqual(
      expect.arrayContaining(['becomes-known', 'becomes-unknown', 'gains', 'loses', 'may-differ', 'refused', 'more']),
    );
  });

  it('mirror each other: who gains by a draft loses by taking it back', () => {
    const opposite: Readonly<Record<string, string>> = {
      gains: 'loses',
      loses: 'gains',
      more: 'less',
      less: 'more',
      'becomes-known': 'becomes-unknown',
      'becomes-unknown': 'becomes-known',
    };
    fc.assert(
      fc.property(drafted, roster, ({ before, after }, cases) => {
        const a: Side = { policy: loadTiny(before).policy, on: day };
        const b: Side = { policy: loadTiny(after).policy, on: day };
        const back = told(b, a, cases).households.map(({ findings }) =>
          findings
            .map((each) =>
              each.replace(
                /(\S+) -> (\S+) (\S+)$/,
                (_, from, to, kind) => `${to} -> ${from} ${opposite[kind] ?? kind}`,
              ),
            )
            .sort(),
        );
        expect(told(a, b, cases).households.map(({ findings }) => findings)).toEqual(back);
      }),
      { numRuns, seed },
    );
  });
});
