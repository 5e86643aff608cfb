/** Of survivors that were looked at: why. `elsewhere` is seen by a test that is no YAML test. */
export const known: readonly {
  readonly of: string;
  readonly part: string;
  readonly elsewhere?: true;
  readonly reason: string;
}[] = [
  {
    of: 'ruyuan.solar.site-split',
    part: 'partCount greaterThanInclusive',
    reason: 'a point has at least one part, and one is allowed by the branch before',
  },
  {
    of: 'solarPartsLeast',
    part: '− 1 step',
    reason: 'a point has at least one part, and one is allowed by the branch before',
  },
  {
    of: 'ruyuan.social.dibao-no-labour',
    part: 'outcomes members when not: household.registered equal true left out',
    reason: 'the other half of the same condition asks for registration already',
  },
  {
    of: 'ruyuan.plan.baseline-no-labour',
    part: 'when: county.noLabour',
    elsewhere: true,
    reason: 'it takes a roster of 1414 households to be met: src/policies/ruyuan-2016.test.ts builds one',
  },
  ...[
    'ruyuan.plan.phasing',
    'ruyuan.obligation.local-hiring-priority',
    'ruyuan.social.dibao-no-labour',
    'ruyuan.solar.site-minimum',
  ].map((of) => ({
    of,
    part: 'outcomes ',
    elsewhere: true as const,
    reason: 'a YAML test cannot say that a statement is absent: src/policies/ruyuan-2016.test.ts does',
  })),
  {
    of: 'ruyuan.road.maintenance-500',
    part: 'half-up → down',
    reason: 'a length has four decimals, so 500 yuan a kilometre always comes to whole fen',
  },
  {
    of: 'household.poorInRoster',
    part: 'without its condition',
    reason: 'without poor households in the roster the coverage holds anyway',
  },
  {
    of: 'town.dedicatedAmongLinked',
    part: 'every',
    reason: 'the rule demands exactly one leader, of whom every and any say the same',
  },
  ...[
    'application.lastVerification',
    'application.meetingFrom',
    'application.publicityFrom',
    'application.opinionFrom',
    'application.rosterFrom',
    'application.townReviewFrom',
    'application.countyDecisionFrom',
  ].map((of) => ({ of, part: '→ >', reason: 'the later of two equal days is the same day, whichever is taken' })),
  {
    of: 'application.nextStep',
    part: '{op:value,value:0} 0 − 1 step',
    reason: 'it stands in for objections that are not given, and neither 0 nor less is more than 0',
  },
  {
    of: 'workTeam.postedCommitmentCount',
    part: '1 + 1 step',
    reason: 'a promise without a day of posting is taken to come tomorrow; the day after is to come just the same',
  },
  ...['household.leftInTime', 'household.stillOut'].map((of) => ({
    of,
    part: 'household.exitDate},right:{op:fact,fact:date.as → <',
    reason: 'a household that left on or before the day has its status by that; the date decides only after it',
  })),
  ...[
    { part: 'cadre.stationedFromDate,other:{op:fact,fact → >', of: 'cadre.daysStationed' },
    { part: 'date.assessedOn},right:{op:parameter,parameter: → <', of: 'household.exitedMemberCount' },
    { part: 'date.assessedOn},right:{op:parameter,parameter: → <', of: 'household.leftInTime' },
    { part: 'date.assessedOn},right:{op:parameter,parameter: → <', of: 'village.leftInTime' },
    { part: 'cadre.stationedToDate,other:{op:fact,fact:p → <', of: 'cadre.daysStationed' },
  ].map((each) => ({ ...each, reason: 'of two equal days either is the earlier, and the later, one' })),
];
