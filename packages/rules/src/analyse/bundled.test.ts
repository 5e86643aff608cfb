import { existsSync, readdirSync } from 'node:fs';
import { type AnalysisFile, analysisFile, type Case } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { readPolicyFolder, readYaml } from '../../../cli/src/policy-folder.ts';
import { decide } from '../decide/decide.ts';
import { loadPolicy, type PolicySource } from '../load/load.ts';
import type { Policy } from '../model/policy.ts';
import { leaf, rulesIn } from '../testing/tiny-policy.ts';
import type { Finding } from './analysis.ts';
import { analyse } from './index.ts';

const root = new URL('../../policies/', import.meta.url).pathname;
const ids = readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

const acceptedIn = (id: string): AnalysisFile['accepted'] => {
  const path = `${root}${id}/analysis.yaml`;
  return existsSync(path) ? analysisFile.parse(readYaml(path, path).data).accepted : [];
};

describe.each(ids)('%s', (id) => {
  const source = readPolicyFolder(`${root}${id}`);
  const { findings, covered } = analyse(source);
  const { policy } = loadPolicy(source);

  it('has no finding but those that are accepted, and all of those', () => {
    expect(findings.map((finding) => finding.id).toSorted()).toEqual(
      acceptedIn(id)
        .map(({ finding }) => finding)
        .toSorted(),
    );
  });

  it('has a case for each of its findings, and decides it as they say', () => {
    for (const finding of findings) {
      expect([finding.id, finding.confirmed, finding.witness.length > 0]).toEqual([finding.id, true, true]);
      confirm(finding, policy);
    }
  });

  it('was looked at as a whole', () => {
    expect(covered.rules).toBe(new Set(policy.rules.map((rule) => rule.id)).size);
    expect(covered.conditions.all).toBeGreaterThan(covered.rules);
    expect(covered.undecided.map((each) => each.id)).toEqual(
      id === 'ruyuan-2016' ? ['unreachable:ruyuan.plan.baseline-no-labour'] : [],
    );
  });
});

function confirm({ witness }: Finding, policy: Policy): void {
  for (const { case: input, says, member = 0, ...dates } of witness) {
    const all = rulesIn(decide(policy, input as Case, dates));
    const decided = says.map(({ rule }) => all.filter((each) => each.rule === rule)[member]);
    expect(decided.map((each) => [each?.status, each?.outcomes[0]?.value ?? null])).toEqual(
      says.map(({ status, amount }) => [status, amount]),
    );
  }
}

type Section = {
  rules: Record<string, Rule>;
  parameters: Record<string, { values: Value[] }>;
  exclusive?: unknown;
  successive?: unknown;
};
type Rule = { when: { all: unknown[] }; grant: object; quoteSha256?: string; force?: object };
type Value = { from: string; to?: string; value: number; quoteSha256?: string };

const education = '2-1-4-education';
const housing = '2-1-5-housing';
const relocation = 'ruyuan.housing.relocation';
const original = readPolicyFolder(`${root}ruyuan-2016`);

/** The policy with a fault planted in one of its sections. */
function withFault(section: string, change: (file: Section) => void): PolicySource {
  const sections = original.sections.map((file) => {
    if (!file.file.endsWith(`/${section}.yaml`)) return file;
    const data = structuredClone(file.data) as Section;
    change(data);
    return { ...file, data };
  });
  return { ...original, sections };
}

const aid = (file: Section): Value => file.parameters.universityAid?.values[0] as Value;
const rule = (file: Section, name: string): Rule => file.rules[name] as Rule;

const planted: readonly {
  fault: string;
  id: string;
  section: string;
  change: (file: Section) => void;
  loads: boolean;
}[] = [
  {
    fault: 'a code that a rule lost',
    id: 'gap:ruyuan.education-aid:person.schoolStage:primary+technician-college+postgraduate',
    section: education,
    change: (file) => {
      rule(file, 'ruyuan.education-aid.primary-and-junior').when.all[2] = leaf(
        'person.schoolStage',
        'equal',
        'junior-secondary',
      );
    },
    loads: true,
  },
  {
    fault: 'a code that two exclusive rules have',
    id: 'overlap:ruyuan.education-aid.university+ruyuan.education-aid.senior-and-vocational',
    section: education,
    change: (file) => {
      rule(file, 'ruyuan.education-aid.senior-and-vocational').when.all[2] = leaf('person.schoolStage', 'in', [
        'senior-secondary',
        'secondary-vocational',
        'undergraduate',
      ]);
    },
    loads: true,
  },
  {
    fault: 'a condition that contradicts another',
    id: `unreachable:${relocation}`,
    section: housing,
    change: (file) => void rule(file, relocation).when.all.push(leaf('household.registered', 'equal', false)),
    loads: true,
  },
  {
    fault: 'bounds the wrong way round',
    id: `swapped-bound:${relocation}`,
    section: housing,
    change: (file) =>
      void rule(file, relocation).when.all.push(
        leaf('household.perCapitaDisposableIncome', 'greaterThanInclusive', 5000),
        leaf('household.perCapitaDisposableIncome', 'lessThan', 2000),
      ),
    loads: true,
  },
  {
    fault: 'a condition that another implies',
    id: `idle-condition:${relocation}:household.memberCount:2`,
    section: housing,
    change: (file) =>
      void rule(file, relocation).when.all.push(
        leaf('household.memberCount', 'lessThan', 4),
        leaf('household.memberCount', 'lessThan', 7),
      ),
    loads: true,
  },
  {
    fault: 'a grant that ends at an income',
    id: `cliff:household.perCapitaDisposableIncome:ruyuan.housing.repair-2000`,
    section: housing,
    change: (file) =>
      void rule(file, 'ruyuan.housing.repair-2000').when.all.push(
        leaf('household.perCapitaDisposableIncome', 'lessThan', 4000),
      ),
    loads: true,
  },
  {
    fault: 'a value without its sentence',
    id: 'uncited:universityAid',
    section: education,
    change: (file) => void delete aid(file).quoteSha256,
    loads: false,
  },
  {
    fault: 'a day without value',
    id: 'day-without-law:universityAid',
    section: education,
    change: (file) =>
      void Object.assign(file.parameters.universityAid as object, {
        values: [
          { ...aid(file), to: '2017-08-31' },
          { ...aid(file), from: '2017-09-02' },
        ],
      }),
    loads: false,
  },
  {
    fault: 'days with two values',
    id: 'day-with-two-laws:universityAid',
    section: education,
    change: (file) =>
      void Object.assign(file.parameters.universityAid as object, {
        values: [
          { ...aid(file), to: '2017-09-30' },
          { ...aid(file), from: '2017-09-01' },
        ],
      }),
    loads: false,
  },
  {
    fault: 'a force that ends before it begins',
    id: `swapped-bound:${relocation}`,
    section: housing,
    change: (file) => void Object.assign(rule(file, relocation), { force: { from: '2018-12-31', to: '2016-11-29' } }),
    loads: false,
  },
];

describe('a fault planted in Ruyuan', () => {
  const before = new Set(analyse(original).findings.map(({ id }) => id));

  it.each(planted)(
    '$fault is found, with a case that decide confirms',
    ({ id, section, change, loads }) => {
      const source = withFault(section, change);
      const fresh = analyse(source).findings.filter((finding) => !before.has(finding.id));
      expect(fresh.map((finding) => finding.id)).toEqual([id]);
      const [finding] = fresh as [Finding];
      expect(finding.confirmed).toBe(true);
      expect(finding.witness.length).toBeGreaterThan(0);
      // Files that do not load are decided as they were before the fault.
      confirm(finding, loadPolicy(loads ? source : original).policy);
    },
    30_000,
  );
});
