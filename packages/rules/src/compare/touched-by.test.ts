import type { Case, RuleFinding } from '@jingzhun/schemas';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { caseOf, cellsOf, randomSection, randomValues } from '../testing/random-policy.ts';
import { day, findingsOf, loadTiny, tinyParameter } from '../testing/tiny-policy.ts';
import { compare } from './compare.ts';
import { touchedBy } from './touched-by.ts';

type Data = Record<string, unknown>;

/** The section with a doubled line, another derivation and some rules of another section. */
function redrafted(section: Data, other: Data, [line, fact, ...rules]: readonly boolean[]): Data {
  const { parameters, facts } = section as { parameters: Record<string, Data>; facts: Record<string, Data> };
  const doubled = tinyParameter('yuan', 666.66);
  const funds = { ...facts['household.funds'], formula: 'household.loan.amount * 2' };
  const others = other.rules as Data;
  return {
    ...section,
    parameters: { ...parameters, ...(line ? { line: doubled } : {}) },
    facts: { ...facts, ...(fact ? { 'household.funds': funds } : {}) },
    rules: Object.fromEntries(
      Object.entries(section.rules as Data).map(([id, rule], place) => [
        id,
        rules[place] ? (others[id] ?? rule) : rule,
      ]),
    ),
  };
}

const cells = cellsOf(2);
const drafted = fc
  .tuple(randomSection(), randomSection(), fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
  .map(([section, other, choice]) => [section, redrafted(section, other, choice)] as const);
const cases = fc.array(randomValues(cells), { minLength: 6, maxLength: 6 });

/** What each rule finds, of all its subjects. */
function toldByRule(findings: readonly RuleFinding[]): Map<string, string> {
  const told = new Map<string, string>();
  for (const { rule, ...what } of findings) {
    told.set(rule, (told.get(rule) ?? '') + JSON.stringify([what.kind, what.status, what.outcomes, what.missing]));
  }
  return told;
}

it('every rule that finds something else is named, with what touches it', () => {
  let differing = 0;
  fc.assert(
    fc.property(drafted, cases, ([before, after], values) => {
      const [a, b] = [loadTiny(before), loadTiny(after)];
      const touched = touchedBy(compare(a, b));
      for (const each of values) {
        const input = caseOf(each, 2) as Case;
        const [old, now] = [a, b].map(({ policy }) => toldByRule(findingsOf(policy, input, day)));
        for (const [rule, told] of now ?? []) {
          if (old?.get(rule) === told) continue;
          differing += 1;
          expect([...touched.keys()]).toContain(rule);
        }
      }
    }),
    { numRuns: 60, seed: 20161129 },
  );
  expect(differing).toBeGreaterThan(50);
});
