import type { Case, Decision, RuleFinding } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { readPolicyFolder } from '../../../cli/src/policy-folder.ts';
import { decide } from '../decide/decide.ts';
import { loadPolicy } from '../load/index.ts';
import { rulesIn } from '../testing/tiny-policy.ts';

const { policy } = loadPolicy(readPolicyFolder(new URL('../../policies/ruyuan-2016', import.meta.url).pathname));
const on = '2017-09-01';

const findings = (input: unknown, rule: string, day = on): RuleFinding[] =>
  rulesIn(decide(policy, input as Case, { on: day }) as Decision).filter((finding) => finding.rule === rule);
const statements = (input: unknown, rule: string): string[][] =>
  findings(input, rule).map(({ outcomes }) => outcomes.map(({ what, value }) => `${what} ${value}`));

describe('the 1414 households without labour', () => {
  const rule = 'ruyuan.plan.baseline-no-labour';
  /** So many households of one type with so many persons: all of one, but for the last. */
  const households = (type: string, count: number, persons: number) =>
    Array.from({ length: count }, (_, index) => ({
      household: { registered: true, type, hasLabour: false, memberCount: index === 0 ? persons - count + 1 : 1 },
    }));
  const roster = (dibao: [number, number], general: [number, number]) => ({
    county: {},
    roster: [
      ...households('dibao', dibao[0] - 430, dibao[1] - 445),
      ...households('wubao', 430, 445),
      ...households('general', ...general),
    ],
  });
  it.each<[string, [number, number], [number, number], string]>([
    ['as in the document', [1277, 1903], [137, 253], 'met'],
    ['one dibao household fewer', [1276, 1903], [137, 253], 'unmet'],
    ['one person of dibao households more', [1277, 1904], [137, 253], 'unmet'],
    ['one general household more', [1277, 1903], [138, 253], 'unmet'],
    ['one person of general households fewer', [1277, 1903], [137, 252], 'unmet'],
  ])('%s', (_, dibao, general, status) => {
    expect(findings(roster(dibao, general), rule).map((finding) => finding.status)).toEqual([status]);
  });
});

describe('statements are made only where they hold', () => {
  it.each([
    [2015, []],
    [2016, ['campaign 3']],
    [2017, ['campaign 3']],
    [2018, ['campaign 3']],
    [2019, ['consolidation 2']],
    [2020, ['consolidation 2']],
    [2021, []],
  ])('%i is in one phase at most', (year, expected) => {
    expect(statements({ period: { year } }, 'ruyuan.plan.phasing')).toEqual([expected]);
  });

  it('an applicant has one place in the order, and none while the village is not known', () => {
    const members = [
      { registered: true, village: 'v1' },
      { registered: true, village: 'v2' },
      { registered: false, village: 'v1' },
      { registered: true },
    ];
    const input = { project: { kind: 'poverty', village: 'v1' }, household: { members } };
    expect(statements(input, 'ruyuan.obligation.local-hiring-priority')).toEqual([
      ['rank 1'],
      ['rank 2'],
      ['rank 3'],
      [],
    ]);
  });

  it.each([
    [
      'a family that cannot be lifted is covered whole',
      { liftableByIndustryOrJob: false },
      'lost',
      false,
      ['whole-family true'],
    ],
    [
      'so it is with a member who could be covered singly',
      { liftableByIndustryOrJob: false },
      'partial',
      true,
      ['whole-family true'],
    ],
    [
      'in one that can be lifted the member is covered',
      { liftableByIndustryOrJob: true },
      'partial',
      true,
      ['members 1'],
    ],
    ['and nobody where none meets the conditions', { liftableByIndustryOrJob: true }, 'partial', false, []],
    ['nobody of a family able to work', { liftableByIndustryOrJob: false }, 'able', false, []],
    ['nobody of one that is not registered', { registered: false, liftableByIndustryOrJob: false }, 'lost', true, []],
    [
      'no single member of one that is not registered',
      { registered: false, liftableByIndustryOrJob: true },
      'able',
      true,
      [],
    ],
  ])('dibao: %s', (_, household, labourAbility, dibaoEligible, expected) => {
    const input = { household: { registered: true, ...household, members: [{ labourAbility, dibaoEligible }] } };
    expect(statements(input, 'ruyuan.social.dibao-no-labour')).toEqual([expected]);
  });

  it('while registration is not known nobody is said to be covered', () => {
    const household = { liftableByIndustryOrJob: false, members: [{ labourAbility: 'lost' }] };
    expect(statements({ household }, 'ruyuan.social.dibao-no-labour')).toEqual([[]]);
  });

  it.each([
    [299.9999, 'own-point false'],
    [300, 'points 1'],
    [300.0001, 'points 1'],
  ])('a town that plans %f kW is told one thing', (solarCapacity, expected) => {
    const [said] = statements({ town: { solarCapacity } }, 'ruyuan.solar.site-minimum');
    expect(said?.filter((each) => /^(own-point|points)/.test(each))).toEqual([expected]);
  });
});
