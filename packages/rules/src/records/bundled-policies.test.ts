import { readFileSync } from 'node:fs';
import type { Case } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { bundled, policyIds } from '../../scripts/bundled-policies.ts';
import { checkRecord, type DecisionRecord, recordDecision, serialise, verifyRecord } from './index.ts';
import { library } from './library.ts';

const readBack = (record: DecisionRecord): DecisionRecord => {
  const check = checkRecord(JSON.parse(serialise(record)));
  if (!check.ok) throw new Error(JSON.stringify(check.problems));
  return check.record;
};

// Some hundred records for each policy.
describe.each(policyIds)('records of %s', (id) => {
  const { policy, tests: all } = bundled(id);
  const tests = all.map((test) => ({ ...test, case: test.case as Case }));
  const datesOf = ({ on, assessedOn }: (typeof tests)[number]) =>
    assessedOn === undefined ? { on } : { on, assessedOn };

  it('are verified from the record alone where nothing is withheld', () => {
    for (const test of someOf(tests)) {
      const record = recordDecision(policy, test.case, datesOf(test), { personal: true });
      expect(record.withheld).toEqual([]);
      expect(verifyRecord(readBack(record), policy)).toEqual({
        same: true,
        verdict: 'same',
        faults: [],
        differences: [],
        redecided: record.findings.length,
        lacking: [],
      });
    }
  });

  it('are verified from the facts of whoever holds them where some are withheld', () => {
    for (const test of someOf(tests)) {
      const record = readBack(recordDecision(policy, test.case, datesOf(test)));
      expect(verifyRecord(record, policy, { facts: test.case }), test.name).toMatchObject({ verdict: 'same' });
    }
  });

  it('are without facts the same, or say which facts are lacking, and never differ', () => {
    const verdicts = new Set<string>();
    for (const test of someOf(tests)) {
      const record = readBack(recordDecision(policy, test.case, datesOf(test)));
      const { verdict, differences, faults, lacking } = verifyRecord(record, policy);
      expect([differences, faults], test.name).toEqual([[], []]);
      expect(verdict === 'cannot-redecide').toBe(lacking.length > 0);
      verdicts.add(verdict);
    }
    expect(verdicts).toContain('same');
  });

  it('are the same text for the same inputs, whatever the order of their keys', () => {
    for (const test of tests.slice(0, 40)) {
      const record = serialise(recordDecision(policy, test.case, datesOf(test)));
      expect(serialise(recordDecision(policy, turned(test.case) as Case, datesOf(test)))).toBe(record);
      expect(serialise(JSON.parse(record))).toBe(record);
    }
  });
});

/** Every fourth: the tests of a section are much alike. */
const someOf = <T>(tests: readonly T[]): T[] => tests.filter((_, index) => index % 4 === 0);

/** The same data with the keys of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, turned(each)]),
  );
}

it('a record names the version of the library that made it', () => {
  const { name, version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(library).toEqual({ name, version });
});
