import type { Case } from '@jingzhun/schemas';
import { ask, type Compared } from './comparison.ts';
import { labourHousehold } from './identification-and-exit.ts';

type Household = NonNullable<Case['household']>;
type Member = NonNullable<Household['members']>[number];

export interface StandingDifference {
  readonly name: string;
  readonly rules: readonly string[];
  /** Second opinion, then library. */
  readonly pairs: readonly `${string} ${string}`[];
  /** A case in which they differ, on the first of the rules and the first of the pairs. */
  readonly example: Case;
  readonly holds: (household: Household, member: Member | undefined, compared: Compared, input: Case) => boolean;
}

const labourIsSure = (input: Case) => ask(labourHousehold, input, '2017-09-01', -1).answer === 'yes';

/** Where the two opinions differ and neither was changed. README.md says of each what the document says. */
export const standingDifferences: readonly StandingDifference[] = [
  {
    name: 'postgraduates',
    rules: ['ruyuan.education-aid.university'],
    pairs: ['met unmet', 'unknown unmet'],
    example: { household: { registered: true, members: [{ schoolStage: 'postgraduate', studiesFullTime: true }] } },
    holds: (_, member) => member?.schoolStage === 'postgraduate',
  },
  {
    name: 'technician colleges',
    rules: [
      'ruyuan.education-aid.university',
      'ruyuan.education-aid.senior-and-vocational',
      'ruyuan.education-aid.vocational-free',
    ],
    pairs: ['unknown unmet'],
    example: {
      household: { registered: true, members: [{ schoolStage: 'technician-college', studiesFullTime: true }] },
    },
    holds: (_, member) => member?.schoolStage === 'technician-college',
  },
  {
    name: 'at school or not, without a stage',
    rules: [
      'ruyuan.education-aid.state-and-province-aid',
      'ruyuan.education-aid.two-exemptions',
      'ruyuan.education-aid.free-tuition-12-years',
      'ruyuan.education-aid.vocational-free',
    ],
    pairs: ['met unknown', 'unmet unknown'],
    example: { household: { registered: true, members: [{ enrolled: true }] } },
    holds: (_, member) => member?.enrolled !== undefined && member.schoolStage === undefined,
  },
  {
    name: 'house built or repaired without a renovation task',
    rules: ['ruyuan.housing.new-build-10000', 'ruyuan.housing.repair-2000'],
    pairs: ['met unmet', 'met unknown', 'unknown unmet'],
    example: { household: { registered: true, housing: { needsRenovation: false, work: 'new-build' } } },
    holds: ({ housing }) => housing?.needsRenovation !== true,
  },
  {
    name: 'not in the pension scheme',
    rules: ['ruyuan.social.pension-subsidy'],
    pairs: ['unmet unknown'],
    example: { household: { registered: true, members: [{ pensionInsured: false }] } },
    holds: (_, member) => member?.pensionInsured === false && member.pensionContribution === undefined,
  },
  {
    name: 'solar power without labour',
    rules: ['ruyuan.solar.framework-agreement', 'ruyuan.solar.household-income-3000'],
    pairs: [
      'not-applicable met',
      'not-applicable unmet',
      'not-applicable unknown',
      'unmet met',
      'unmet unknown',
      'unknown met',
      'unknown unmet',
    ],
    example: { household: { registered: true, hasLabour: false, solar: { ownInvestment: 0 } } },
    holds: (_household, _member, _compared, input) => !labourIsSure(input),
  },
  {
    name: 'works that take on people who cannot work',
    rules: ['ruyuan.obligation.local-hiring-priority'],
    pairs: ['unmet met', 'unmet unknown', 'unknown met'],
    example: { project: { kind: 'poverty' }, household: { registered: true, members: [{ labourAbility: 'none' }] } },
    holds: (_, member) => member?.labourAbility !== 'able' && member?.labourAbility !== 'partial',
  },
  {
    name: 'nothing to distribute',
    rules: ['ruyuan.asset.investment-forms'],
    pairs: ['met met', 'unknown unknown'],
    example: {
      household: { registered: true, wishRecorded: true, equity: { shares: 1 } },
      fund: { distributableProfit: 0 },
    },
    holds: (_household, _member, { second, library }) => second.amount === 0 && library.amount === null,
  },
  {
    name: 'dibao either way',
    rules: ['ruyuan.social.dibao-no-labour'],
    pairs: ['met unknown'],
    example: {
      household: { registered: true, liftableByIndustryOrJob: false, members: [{ dibaoEligible: true }] },
    },
    holds: ({ members }) =>
      (members ?? []).some((each) => each.labourAbility === undefined && each.dibaoEligible === true),
  },
];

export function standingDifference(input: Case, compared: Compared): StandingDifference | undefined {
  const household = input.household ?? {};
  const member = household.members?.[compared.member];
  const pair = `${compared.second.status} ${compared.library.status}` as const;
  return standingDifferences.find(
    ({ rules, pairs, holds }) =>
      rules.includes(compared.rule) && pairs.includes(pair) && holds(household, member, compared, input),
  );
}
