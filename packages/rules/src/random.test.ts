import type { Case, RuleFinding } from '@jingzhun/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from './decide/assess.ts';
import { decide } from './decide/decide.ts';
import { toEngine } from './engine/index.ts';
import { pack } from './load/pack.ts';
import { unpack } from './model/packed.ts';
import type { Policy } from './model/policy.ts';
import {
  type Cell,
  caseOf,
  cellsOf,
  randomFacts,
  randomSection,
  randomValues,
  type Values,
} from './testing/random-policy.ts';
import { day, loadTiny, rulesIn } from './testing/tiny-policy.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 60);
const seed = Number(process.env.FUZZ_SEED ?? 20161129);
const settings = { numRuns, seed };
const dates = { on: day };

const findings = (policy: Policy, values: Values, members: number): RuleFinding[] =>
  rulesIn(decide(policy, caseOf(values, members) as Case, dates));

/** A policy, and cells of a case with a value each; some of them marked as unknown. */
const question = (options: { due?: boolean; unknowns?: number } = {}) =>
  fc.tuple(randomSection(options), fc.integer({ min: 0, max: 2 })).chain(([section, members]) => {
    const cells = cellsOf(members);
    return fc.record({
      policy: fc.constant(section).map((each) => loadTiny(each).policy),
      members: fc.constant(members),
      complete: randomValues(cells),
      other: randomValues(cells),
      unknown: fc.subarray(cells, { maxLength: options.unknowns ?? cells.length }),
      alsoUnknown: fc.subarray(cells),
    });
  });

function without(values: Values, unknown: readonly Cell[]): Map<Cell, unknown> {
  return new Map([...values].filter(([cell]) => !unknown.includes(cell)));
}

const isDefinite = ({ status }: RuleFinding): boolean => status !== 'unknown';
const amountOf = ({ outcomes }: RuleFinding): unknown => outcomes[0]?.value ?? null;

describe('random policies and cases', () => {
  it('decide agrees with json-rules-engine on complete cases: met means an event, and amounts are equal', async () => {
    let met = 0;
    await fc.assert(
      fc.asyncProperty(question(), async ({ policy, members, complete }) => {
        const input = caseOf(complete, members);
        const engine = () => toEngine(policy, dates);
        const seen = new Map<string, unknown>();
        for (const member of [undefined, ...(input.household.members as unknown[])].keys()) {
          const facts = member === 0 ? { case: input } : { case: input, member: member - 1 };
          const { events } = await engine().run(facts);
          for (const { type, params } of events) {
            const asked = policy.rules.find(({ id }) => id === type)?.asks[0];
            if ((asked === 'person') === member > 0)
              seen.set(`${type} ${member - 1}`, (params as { outcomes: { value: unknown }[] }).outcomes[0]?.value);
          }
        }
        const expected = new Map<string, unknown>();
        for (const finding of findings(policy, complete, members)) {
          expect(finding.missing).toEqual([]);
          if (finding.status !== 'met') continue;
          met += 1;
          expected.set(`${finding.rule} ${finding.subject.index ?? -1}`, amountOf(finding));
        }
        expect(seen).toEqual(expected);
      }),
      settings,
    );
    expect(met).toBeGreaterThan(numRuns / 10);
  });

  it('a complete case has no unknown finding, but for what is not yet due', () => {
    fc.assert(
      fc.property(question(), ({ policy, members, complete }) => {
        for (const finding of findings(policy, complete, members)) {
          if (finding.status === 'unknown') expect(finding.daysLeft).toEqual(expect.any(Number));
        }
      }),
      settings,
    );
  });

  it('a definite answer with facts missing agrees with every completion, and so does an amount', () => {
    let definite = 0;
    fc.assert(
      fc.property(question(), ({ policy, members, complete, other, unknown }) => {
        const partial = findings(policy, without(complete, unknown), members);
        const filled = new Map(complete);
        for (const cell of unknown) filled.set(cell, other.get(cell));
        for (const completion of [complete, filled]) {
          findings(policy, completion, members).forEach((finding, index) => {
            const before = partial[index] as RuleFinding;
            if (isDefinite(before)) expect(finding.status).toBe(before.status);
            if (isDefinite(before) && unknown.length > 0) definite += 1;
            if (amountOf(before) !== null && finding.outcomes.length > 0)
              expect(amountOf(finding)).toBe(amountOf(before));
            before.because.forEach(({ holds }, place) => {
              if (holds !== null) expect(finding.because[place]?.holds).toBe(holds);
            });
          });
        }
      }),
      settings,
    );
    expect(definite).toBeGreaterThan(numRuns / 10);
  });

  it('removing facts never makes an unknown definite, nor one definite answer another', () => {
    fc.assert(
      fc.property(question(), ({ policy, members, complete, unknown, alsoUnknown }) => {
        const more = findings(policy, without(complete, unknown), members);
        findings(policy, without(complete, [...unknown, ...alsoUnknown]), members).forEach((fewer, index) => {
          if (isDefinite(fewer)) expect(more[index]?.status).toBe(fewer.status);
        });
      }),
      settings,
    );
  });

  it('the order and the ids of members change nothing but their names', () => {
    fc.assert(
      fc.property(question(), ({ policy, members, complete, unknown }) => {
        const input = caseOf(without(complete, unknown), members);
        const people = input.household.members as object[];
        const turned = {
          household: {
            ...input.household,
            members: people.map((person, index) => ({ ...person, id: `p${index}` })).reverse(),
          },
        };
        const by = (finding: RuleFinding): RuleFinding => ({
          ...finding,
          subject: { entity: finding.subject.entity, id: null },
          missing: finding.missing.toSorted(),
        });
        const here = rulesIn(decide(policy, input as Case, dates));
        const there = rulesIn(decide(policy, turned as Case, dates));
        for (const { id } of policy.rules) {
          const first = here.filter(({ rule }) => rule === id);
          const second = there.filter(({ rule }) => rule === id).toReversed();
          expect(second.map(by)).toEqual(first.map(by));
        }
        const total = (of: unknown) => decide(policy, of as Case, dates).totals;
        expect(total(turned)).toEqual(total(input));
      }),
      settings,
    );
  });

  it('a policy that was packed and unpacked is the same', () => {
    fc.assert(
      fc.property(randomSection(), (section) => {
        const { policy } = loadTiny(section);
        const byName = (of: Policy) => ({ ...of, facts: of.facts.toSorted((a, b) => (a.name < b.name ? -1 : 1)) });
        expect(byName(unpack(JSON.parse(JSON.stringify(pack(policy)))))).toEqual(byName(policy));
      }),
      settings,
    );
  });

  it('assess gives the verdicts of decide', () => {
    fc.assert(
      fc.property(question(), ({ policy, members, complete, unknown }) => {
        const values = without(complete, unknown);
        const verdicts = assess(policy, caseOf(values, members) as Case, dates);
        const expected = findings(policy, values, members).map((finding) => ({
          rule: finding.rule,
          member: finding.subject.entity === 'person' ? (finding.subject.index ?? -1) : -1,
          status: finding.status,
          amount: amountOf(finding),
        }));
        expect(verdicts).toEqual(expected);
      }),
      settings,
    );
  });

  it('what is missing can change the finding, and an unknown names something', () => {
    let named = 0;
    fc.assert(
      fc.property(question({ due: false, unknowns: 3 }), ({ policy, members, complete, unknown }) => {
        const partial = findings(policy, without(complete, unknown), members);
        if (partial.every(({ missing }) => missing.length === 0)) return;
        // Every completion of the unknown cells, by what each finding then is.
        const outcomes = completions(complete, unknown).map((values) => ({
          values,
          found: findings(policy, values, members).map((finding) => `${finding.status} ${amountOf(finding)}`),
        }));
        partial.forEach((finding, index) => {
          // What goes together over several tables (a fact in scope and test, two facts compared, a derived fact) no table sees.
          if (isCorrelated(policy, finding.rule)) return;
          const mayBeMet = outcomes.some(({ found }) => found[index]?.startsWith('met'));
          for (const name of finding.missing) {
            // An amount that nobody can get any more still names the facts it is made from.
            if (!mayBeMet && !conditionsOf(policy, finding.rule).includes(`"${name}"`)) continue;
            named += 1;
            const cells = unknown.filter(({ fact }) => fact.name === name);
            expect(cells.length, name).toBeGreaterThan(0);
            expect(
              cells.some((cell) => changes(cell, unknown, outcomes, index)),
              `${name} can change ${JSON.stringify(policy.rules.find(({ id }) => id === finding.rule))}`,
            ).toBe(true);
          }
        });
      }),
      { ...settings, numRuns: Math.ceil(numRuns / 2) },
    );
    expect(named).toBeGreaterThan(0);
  });
});

function conditionsOf(policy: Policy, rule: string): string {
  const { scope, when, items } = policy.rules.find(({ id }) => id === rule) as Policy['rules'][number];
  return JSON.stringify([scope, when, items]);
}

function isCorrelated(policy: Policy, rule: string): boolean {
  const text = conditionsOf(policy, rule);
  const own = policy.facts.filter(({ path }) => path === undefined);
  const { scope, when, items = [] } = policy.rules.find(({ id }) => id === rule) as Policy['rules'][number];
  const parts = [scope, when, ...items.flatMap((item) => [item.scope, item.when])].map((part) =>
    JSON.stringify(part ?? ''),
  );
  if (randomFacts.some(({ name }) => parts.filter((part) => part.includes(`"${name}"`)).length > 1)) return true;
  return text.includes('"value":{"fact"') || own.some(({ name }) => text.includes(`"${name}"`));
}

interface Completed {
  readonly values: Values;
  readonly found: readonly string[];
}

function completions(complete: Values, unknown: readonly Cell[]): Values[] {
  return unknown.reduce<Values[]>(
    (all, cell) => all.flatMap((values) => cell.fact.values.map((value) => new Map(values).set(cell, value))),
    [complete],
  );
}

/** Are there two completions that differ in this cell alone and in what is found? */
function changes(cell: Cell, unknown: readonly Cell[], outcomes: readonly Completed[], index: number): boolean {
  const others = unknown.filter((each) => each !== cell);
  const groups = Map.groupBy(outcomes, ({ values }) => JSON.stringify(others.map((each) => values.get(each))));
  return [...groups.values()].some((group) => new Set(group.map(({ found }) => found[index])).size > 1);
}
