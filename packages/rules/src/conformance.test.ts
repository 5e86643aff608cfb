import type { Case } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { decide } from './decide/decide.ts';
import { checkCondition } from './load/condition.ts';
import { Fault } from './load/faults.ts';
import { type KnownFact, Registry } from './load/registry.ts';
import type { ConditionModel, FactModel, Policy } from './model/policy.ts';
import {
  absent,
  caseRows,
  type Data,
  type MatrixRow,
  matrixRows,
  conformanceIsThere as present,
  unknownRows,
  untagged,
} from './testing/conformance-data.ts';
import { faultsOf, quoteSha256, rulesIn, tinyRule, tinySource } from './testing/tiny-policy.ts';

/** A fact of the entity `test` that can hold the value; undefined where no type of the vocabulary can. */
function factFor(name: string, samples: readonly unknown[]): FactModel | undefined {
  const base = { name: `test.${name}`, entity: 'test', path: [name], scale: 1 } as const;
  const known = samples.filter((value) => value !== absent && value !== null);
  const all = (type: string) => known.length > 0 && known.every((value) => typeof value === type);
  if (known.length === 0) return { ...base, kind: 'number', type: 'number' };
  if (all('boolean')) return { ...base, kind: 'boolean', type: 'boolean' };
  if (all('number')) {
    if (!known.every(Number.isFinite)) return undefined;
    const decimals = Math.max(...known.map((value) => String(value).split('.')[1]?.length ?? 0));
    // The vocabulary's numbers have at most six decimals and reach to 10^12.
    if (decimals > 6 || known.some((value) => Math.abs(value as number) > 1e12)) return undefined;
    return { ...base, kind: 'number', type: 'number', scale: 10 ** decimals };
  }
  if (known.every((value) => typeof value === 'string')) return { ...base, kind: 'text', type: 'text' };
  if (known.every(Array.isArray)) {
    const entries = known.flat();
    const simple = entries.every((entry) => typeof entry === 'string') || entries.every(Number.isInteger);
    const numbers = entries.length > 0 && entries.every(Number.isInteger);
    return simple ? { ...base, kind: 'list', type: 'list', ...(numbers && { entries: 'number' }) } : undefined;
  }
  return undefined;
}

function policyOf(facts: readonly FactModel[], when: ConditionModel): Policy {
  return {
    id: 'conformance',
    release: '1.0.0',
    digest: 'sha256:',
    document: '',
    force: { from: '2016-01-01', to: null },
    entities: ['test'],
    facts,
    parameters: {},
    rules: [
      {
        id: 'e',
        kind: 'obligation',
        asks: ['test'],
        clause: '',
        force: { from: '2016-01-01', to: null },
        when,
        outcomes: [],
        computable: 'full',
        quoteSha256,
      } as Policy['rules'][number],
    ],
  };
}

/** Lets the loader check a condition over facts of the entity `test`. */
function loaded(condition: unknown, facts: readonly FactModel[], named: Data = {}): ConditionModel {
  const registry = new Registry(() => undefined);
  for (const model of facts) {
    const known: KnownFact = { model, dimensions: {}, percent: false, level: 'case', parameters: new Set() };
    registry.used.set(model.name, known);
  }
  const place = { person: false, parameters: new Set<string>() };
  return checkCondition(condition as never, registry, place, new Map(Object.entries(named)) as never);
}

/** Facts renamed to those of the entity `test`. */
function renamed(condition: unknown): unknown {
  if (Array.isArray(condition)) return condition.map(renamed);
  if (typeof condition !== 'object' || condition === null) return condition;
  return Object.fromEntries(
    Object.entries(condition).map(([key, value]) => [
      key,
      key === 'fact' && typeof value === 'string' ? `test.${value}` : renamed(value),
    ]),
  );
}

function statusOf(facts: readonly FactModel[], when: ConditionModel, given: Data): string {
  const test = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== absent && value !== null));
  const [finding] = rulesIn(decide(policyOf(facts, when), { test } as unknown as Case, { on: '2017-01-01' }));
  return finding?.status ?? 'none';
}

/** Does the structure check of a section take the condition? */
function fitsStructure(condition: unknown): boolean {
  const source = tinySource({ rules: { 'tiny.rule.one': tinyRule({ when: renamed(condition) }) } });
  const ofForm = ['wrong-form', 'wrong-type', 'unknown-key', 'missing-key', 'wrong-value', 'too-deep', 'forbidden-key'];
  return !faultsOf(source).some(
    ({ code, path }) => ofForm.includes(code) && !(code === 'wrong-value' && path.endsWith('when')),
  );
}

it('the conformance data is there where tests must not be left out', () => {
  expect(present || !process.env.CI).toBe(true);
});

describe.skipIf(!present)('operators, as json-rules-engine answers', () => {
  const rows = matrixRows();
  const condition = ({ op, rhs }: MatrixRow) => ({ fact: 'test.x', operator: op, value: untagged(rhs) });

  it('agree on every row inside the profile', () => {
    const inside = rows.filter(({ wellTyped }) => wellTyped);
    const beyond: string[] = [];
    let agreed = 0;
    for (const row of inside) {
      const lhs = untagged(row.lhs);
      const samples = Array.isArray(lhs) ? [lhs, [untagged(row.rhs)]] : [lhs, ...[untagged(row.rhs)].flat()];
      const fact = factFor('x', samples);
      if (fact === undefined) {
        beyond.push(row.label);
        continue;
      }
      const when = loaded(condition(row), [fact]);
      expect(statusOf([fact], when, { x: lhs }), row.label).toBe(row.expected === true ? 'met' : 'unmet');
      agreed += 1;
    }
    console.log(
      `conformance: ${agreed} of ${inside.length} well-typed rows agree, ${beyond.length} are of no type of the vocabulary`,
    );
    // Those: numbers of 17 decimals or past 10^12, and lists of truths or fractions. A case with them is refused.
    expect([agreed, beyond.length]).toEqual([204, 23]);
  });

  it('refuse every row outside the profile at load, or refuse the case, or are unknown where an operand is missing', () => {
    const outside = rows.filter(({ wellTyped }) => !wellTyped);
    const count = { refused: 0, caseRefused: 0, unknown: 0, agreed: 0 };
    for (const row of outside) {
      const lhs = untagged(row.lhs);
      // A policy is JSON, so an operand that is none stands for a rule nobody can write.
      if (!fitsStructure({ ...condition(row), fact: 'x' })) {
        count.refused += 1;
        continue;
      }
      const fact = factFor('x', [lhs]) ?? factFor('x', [untagged(row.rhs)].flat()) ?? factFor('x', []);
      const status = answer(row, fact as FactModel);
      if (lhs === absent || lhs === null) expect(['refused', 'unknown'], row.label).toContain(status);
      if (status === 'refused') count.refused += 1;
      else if (status === 'case refused') count.caseRefused += 1;
      else if (status === 'unknown') count.unknown += 1;
      else {
        expect(status, row.label).toBe(row.expected === true ? 'met' : 'unmet');
        count.agreed += 1;
      }
    }
    console.log(`conformance: outside the profile ${JSON.stringify(count)}`);
    expect(count.refused + count.caseRefused + count.unknown + count.agreed).toBe(outside.length);
  });

  function answer(row: MatrixRow, fact: FactModel): string {
    try {
      return statusOf([fact], loaded(condition(row), [fact]), { x: untagged(row.lhs) });
    } catch (error) {
      if (error instanceof Fault) return 'refused';
      if ((error as { code?: string }).code === 'invalid-case') return 'case refused';
      throw error;
    }
  }
});

describe.skipIf(!present)('conditions with facts missing', () => {
  const rows = unknownRows();

  it('are never definite where completions differ, never contradict them, and never unknown where they agree', () => {
    const count = { definite: 0, mixed: 0, refused: 0 };
    const incomplete: string[] = [];
    for (const { name, rules, known, unknown, domain, completions } of rows) {
      const values = new Map(Object.entries(known).map(([key, value]) => [key, [value]]));
      for (const key of unknown) values.set(key, [...(domain[key] ?? [])]);
      // The domain says what an unknown can be: codes for texts, bounds for numbers.
      const facts = [...values].map(([key, samples]) =>
        bounded(factFor(key, samples) as FactModel, unknown.includes(key) ? samples : undefined),
      );
      if (!fitsStructure(rules[0]?.conditions)) {
        expect(JSON.stringify(rules), name).toMatch(/"operator":"\w+:|"(any|all)":\[\]/);
        count.refused += 1;
        continue;
      }
      const status = statusOf(facts, loaded(renamed(rules[0]?.conditions), facts), known);
      if (completions === 'mixed') {
        expect(status, name).toBe('unknown');
        count.mixed += 1;
      } else if (status === 'unknown') incomplete.push(name);
      else {
        expect(status, name).toBe(completions === 'always-true' ? 'met' : 'unmet');
        count.definite += 1;
      }
    }
    console.log(
      `conformance: ${count.definite} definite and ${count.mixed} mixed rows agree, ${count.refused} with decorated operators or empty lists are refused, ${incomplete.length} are unknown though settled: ${incomplete.join('; ')}`,
    );
    expect(rows.length).toBe(91);
    expect(incomplete).toEqual([]);
  });

  function bounded(fact: FactModel, samples: readonly unknown[] | undefined): FactModel {
    if (fact.kind !== 'number' || samples === undefined) return fact;
    return { ...fact, min: Math.min(...(samples as number[])), max: Math.max(...(samples as number[])) };
  }
});

describe.skipIf(!present)('whole rules', () => {
  const rows = caseRows();

  it('agree inside the profile, and are a load error outside it, never a crash', () => {
    const count = { agreed: 0, unknown: 0, refused: 0, caseRefused: 0 };
    const agreedOrigins = new Set<string>();
    const stricter: string[] = [];
    for (const row of rows) {
      const given = Object.fromEntries(Object.entries(row.facts ?? {}).map(([key, value]) => [key, untagged(value)]));
      // Many rows share a condition that is empty: it is left out, and what uses it is refused.
      const shared = Object.entries(row.conditions ?? {}).filter(([name]) => name !== 'anyEmpty');
      const conditions = renamed(Object.fromEntries(shared)) as Data;
      for (const rule of row.rules) {
        const { conditions: condition } = untagged(rule) as { conditions?: unknown };
        // Of a rule, only conditions are taken over: priorities, names and events are json-rules-engine's own.
        if (
          condition === undefined ||
          'priority' in rule ||
          ![condition, ...shared.map(([, each]) => each)].every(fitsStructure)
        ) {
          count.refused += 1;
          continue;
        }
        const status = answer(condition, conditions, given);
        if (status === 'refused') count.refused += 1;
        else if (status === 'case refused') count.caseRefused += 1;
        else if (status === 'unknown') count.unknown += 1;
        else if (row.expected.outcome === 'ok') {
          expect(status, row.name).toBe((row.expected.events ?? []).length > 0 ? 'met' : 'unmet');
          count.agreed += 1;
          agreedOrigins.add(row.origin);
        } else {
          stricter.push(row.name);
        }
      }
    }
    console.log(
      `conformance: whole rules ${JSON.stringify(count)}, ${stricter.length} answered where the engine throws: ${stricter.join('; ')}`,
    );
    expect(count.agreed).toBe(97);
    // Where a comparison may stand alone at the top, and where only the event is malformed.
    expect(stricter.toSorted()).toEqual([
      'event: event no type',
      'malformed: root leaf',
      'malformed: shared condition: root leaf',
    ]);
    expect([...agreedOrigins]).toEqual(
      expect.arrayContaining([
        'systematic:boolean',
        'systematic:condition-ref',
        'systematic:fact-comparison',
        'systematic:event',
      ]),
    );
  });

  function answer(condition: unknown, named: Data, given: Data): string {
    const facts = [...namesIn([condition, ...Object.values(named)])].flatMap(
      (name) => factFor(name, name in given ? [given[name]] : []) ?? [],
    );
    try {
      return statusOf(facts, loaded(renamed(condition), facts, named), given);
    } catch (error) {
      if (error instanceof Fault) return 'refused';
      if ((error as { code?: string }).code === 'invalid-case') return 'case refused';
      throw error;
    }
  }

  /** Names of facts, also of those already renamed. */
  function namesIn(condition: unknown, names = new Set<string>()): Set<string> {
    if (typeof condition !== 'object' || condition === null) return names;
    for (const [key, value] of Object.entries(condition)) {
      if (key === 'fact' && typeof value === 'string') names.add(value.replace(/^test\./, ''));
      else namesIn(value, names);
    }
    return names;
  }
});
