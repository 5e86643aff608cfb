import { JingzhunError } from '@jingzhun/schemas/problem';
import { describe, expect, it } from 'vitest';
import {
  absent,
  caseRows,
  conformanceIsThere,
  type Data,
  given,
  matrixRows,
  unknownRows,
  untagged,
} from '../testing/conformance-data.ts';
import { type EngineFact, fromEngineRules } from './index.ts';

/** The declaration that somebody would write who has these values; undefined where no type holds them all. */
function declared(samples: readonly unknown[]): EngineFact | undefined {
  const known = samples.filter((value) => value !== absent && value !== null && value !== undefined);
  const all = (type: string) => known.every((value) => typeof value === type);
  if (all('boolean')) return { type: 'boolean' };
  if (all('number')) return { type: 'number' };
  if (all('string')) return { type: 'text' };
  if (!known.every(Array.isArray)) return undefined;
  return {
    type: 'list',
    of: (known as unknown[][]).flat().every((entry) => typeof entry === 'number') ? 'number' : 'text',
  };
}

function factsIn(condition: unknown, names = new Set<string>()): Set<string> {
  if (typeof condition !== 'object' || condition === null) return names;
  for (const [key, value] of Object.entries(condition)) {
    if (key === 'fact' && typeof value === 'string') names.add(value);
    else factsIn(value, names);
  }
  return names;
}

/** Met rules by event type, `refused` at load, or `case refused`; unknown ones beside. */
function outcome(rules: readonly unknown[], facts: Record<string, EngineFact>, values: Data, conditions: Data = {}) {
  try {
    const own = Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(facts, name)));
    const findings = fromEngineRules(rules, { facts, conditions }).run(own);
    return {
      events: findings.filter(({ status }) => status === 'met').map(({ event }) => event.type),
      unknown: findings.filter(({ status }) => status === 'unknown').length,
    };
  } catch (error) {
    if (!(error instanceof JingzhunError)) throw error;
    return error.code === 'outside-profile' ? ('refused' as const) : ('case refused' as const);
  }
}

it('the conformance data is there where tests must not be left out', () => {
  expect(conformanceIsThere || !process.env.CI).toBe(true);
});

describe.skipIf(!conformanceIsThere)('rules taken over from json-rules-engine answer as it does', () => {
  it('on every operand inside the profile, and never answer outside it but alike', () => {
    const count = { agreed: 0, refused: 0, caseRefused: 0, unknown: 0, alike: 0 };
    const beyond: string[] = [];
    for (const { op, lhs, rhs, label, expected, wellTyped } of matrixRows()) {
      const [left, right] = [untagged(lhs), untagged(rhs)];
      const fact = declared(
        Array.isArray(left) ? [left, [right]] : left === absent || left === null ? [right].flat() : [left],
      );
      const rule = {
        conditions: { all: [{ fact: 'x', operator: op, value: right === absent ? undefined : right }] },
        event: { type: 'e' },
      };
      const answer = fact === undefined ? 'refused' : outcome([rule], { x: fact }, left === absent ? {} : { x: left });
      const met = typeof answer === 'object' && answer.events.length === 1;
      const open = typeof answer === 'object' && answer.unknown === 1;
      if (wellTyped) {
        // Numbers of more than six decimals or past 10^12, lists of truths: no type holds them, so they are refused.
        if (typeof answer === 'string') beyond.push(label);
        else {
          expect([met, open], label).toEqual([expected === true, false]);
          count.agreed++;
        }
      } else if (answer === 'refused') count.refused++;
      else if (answer === 'case refused') count.caseRefused++;
      else if (open) count.unknown++;
      else {
        expect(left === absent || left === null, label).toBe(false);
        expect(met, label).toBe(expected === true);
        count.alike++;
      }
    }
    console.log(
      `conformance of rules taken over: operators ${JSON.stringify(count)}, ${beyond.length} beyond every type`,
    );
    expect([count.agreed, beyond.length, count.alike]).toEqual([208, 19, 0]);
  });

  it('with facts missing: never definite where completions differ, never unknown where they agree', () => {
    const count = { definite: 0, mixed: 0, refused: 0 };
    for (const { name, rules, known, unknown, domain, completions } of unknownRows()) {
      const values = { ...Object.fromEntries(unknown.map((key) => [key, domain[key] ?? []])) };
      const facts = Object.fromEntries([
        ...Object.entries(known).map(([key, value]) => [key, declared([value])]),
        ...Object.entries(values).map(([key, samples]) => {
          const numbers = samples.every((value) => typeof value === 'number');
          const fact = declared(samples);
          return [key, numbers ? { ...fact, min: Math.min(...samples), max: Math.max(...samples) } : fact];
        }),
      ]) as Record<string, EngineFact>;
      const answer = outcome(
        rules.map((rule) => ({ ...rule, event: { type: 'e' } })),
        facts,
        known,
      );
      if (answer === 'refused') {
        expect(JSON.stringify(rules), name).toMatch(/"operator":"\w+:|"(any|all)":\[\]/);
        count.refused++;
      } else if (completions === 'mixed') {
        expect(answer, name).toEqual({ events: [], unknown: 1 });
        count.mixed++;
      } else {
        expect(answer, name).toEqual({ events: completions === 'always-true' ? ['e'] : [], unknown: 0 });
        count.definite++;
      }
    }
    console.log(`conformance of rules taken over: facts missing ${JSON.stringify(count)}`);
    expect(count.definite + count.mixed + count.refused).toBe(unknownRows().length);
    expect(count.definite).toBeGreaterThan(20);
  });

  it('on whole rules, with shared conditions, and refuse the rest at load', () => {
    const count = { agreed: 0, unknown: 0, refused: 0, caseRefused: 0 };
    const stricter: string[] = [];
    for (const row of caseRows()) {
      const values = given(row.facts ?? {});
      // Many rows share a condition that is empty: it is left out, and what uses it is refused.
      const { anyEmpty: _, ...conditions } = untagged(row.conditions ?? {}) as Data;
      const rules = untagged(row.rules) as Data[];
      const names = [...factsIn([rules.map((rule) => rule.conditions), conditions])];
      const facts: Record<string, EngineFact> = {};
      for (const name of names) {
        const fact = declared(Object.hasOwn(values, name) ? [values[name]] : []);
        if (fact !== undefined && name !== '__proto__') facts[name] = fact;
      }
      const answer = outcome(rules, facts, values, conditions);
      if (answer === 'refused') count.refused++;
      else if (answer === 'case refused') count.caseRefused++;
      else if (answer.unknown > 0) count.unknown++;
      else if (row.expected.outcome === 'ok') {
        const events = (row.expected.events ?? []).map(({ type }) => type);
        expect(answer.events.toSorted(), row.name).toEqual(events.toSorted());
        count.agreed++;
      } else stricter.push(row.name);
    }
    console.log(
      `conformance of rules taken over: whole rules ${JSON.stringify(count)}, ${stricter.length} answered where the engine throws: ${stricter.join('; ')}`,
    );
    expect(count.agreed).toBe(85);
    // Where a comparison may stand alone at the top, and where a settled any needs no second fact.
    expect(stricter.toSorted()).toEqual([
      'malformed: root leaf',
      'malformed: shared condition: root leaf',
      'priority: any: same priority does not hide it',
    ]);
  });
});
