import { describe, expect, it } from 'vitest';
import { readPolicyFolder } from '../../../cli/src/policy-folder.ts';
import { readTests, testSources } from '../../../cli/src/policy-tests.ts';
import { policiesRoot, policyIds } from '../../scripts/bundled-policies.ts';
import { loadPolicy } from '../load/index.ts';
import { runPolicyTest } from '../policy-test/index.ts';

/** What a rule cannot be, whatever the case, so that no test shows it. */
const cannot: Readonly<Record<string, 'fail' | 'be-unknown'>> = {
  // Any operator that is named will do.
  'huadu.process.asset-management': 'fail',
  // The day asked about tells the year where none is stated.
  'huayang.plan.county-prosperity-2018': 'be-unknown',
};

describe.each(policyIds)('%s: the tests beside the policy', (id) => {
  const folder = `${policiesRoot}${id}`;
  const { policy, text } = loadPolicy(readPolicyFolder(folder));
  const sources = testSources(folder);
  const all = readTests(sources);
  const read = sources.map(({ file }) => ({
    file: file.replace(/.*\//, ''),
    tests: all.tests.filter(({ source }) => source.file === file).map(({ test }) => test),
  }));

  it('every file of tests can be read', () => {
    expect(all.problems).toEqual([]);
  });

  it.each(read)('each name stands once in $file', ({ tests }) => {
    const names = tests.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  describe.each(read)('$file', ({ tests }) => {
    it.each(tests)('$name', (test) => {
      expect(runPolicyTest(policy, test).map(({ rule, en }) => `${rule}: ${en}`)).toEqual([]);
    });
  });

  it('every section with rules has a file of its own, which tests each of its rules', () => {
    const expected = new Map(
      read.map(({ file, tests }) => [file, new Set(tests.flatMap((test) => Object.keys(test.expect)))]),
    );
    const sections = readPolicyFolder(folder).sections.map(({ file, data }) => ({
      file: file.replace(/.*\//, ''),
      rules: Object.keys((data as { rules?: object }).rules ?? {}),
    }));
    expect(sections.flatMap(({ rules }) => rules).toSorted()).toEqual(policy.rules.map(({ id }) => id).toSorted());
    for (const { file, rules } of sections) {
      for (const rule of rules) expect(expected.get(file)?.has(rule), `${file} tests ${rule}`).toBe(true);
    }
    expect(text.sections.length).toBe(sections.length);
  });

  it('every rule is tested out of force, decided, and unknown with what is missing or still to come', () => {
    for (const rule of policy.rules) {
      const all = read.flatMap(({ tests }) => tests.flatMap((test) => test.expect[rule.id] ?? []));
      const statuses = new Set(all.map(({ status }) => status));
      expect(statuses.has('not-in-force'), `${rule.id} out of force`).toBe(true);
      // Before its day a deadline cannot be unmet, and some deadlines end with the plan.
      const failing = ['unmet', 'not-applicable', ...(rule.due === undefined ? [] : ['unknown'])];
      expect(
        failing.some((status) => statuses.has(status as never)),
        `${rule.id} not met`,
      ).toBe(cannot[rule.id] !== 'fail');
      expect(
        all.some(({ status, missing }) => status === 'unknown' && missing !== undefined),
        `${rule.id} unknown`,
      ).toBe(cannot[rule.id] !== 'be-unknown');
    }
  });
});
