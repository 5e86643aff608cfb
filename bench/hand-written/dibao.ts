import type { Reason, RuleFinding, Status } from '../../packages/schemas/src/index.ts';
import { citations } from './citations.ts';
import {
  changeOf,
  compared,
  conjunction,
  delivered,
  finding,
  isTrue,
  nothing,
  oneOf,
  statusOf,
  withinScope,
} from './finding.ts';
import type { HouseholdFacts, MemberFacts } from './household-facts.ts';
import { and, not, or, type Truth } from './truth.ts';

// Who is to be in dibao: sections 一(三), 一(四) and 二(一)8.

const lostOrPartial = ['lost', 'partial'];
const dibaoOutcomes = [{ what: 'dibao', value: true }];

export function dibaoInclusion({
  registered,
  labourAbility,
  dibaoEligible,
  inDibao,
  subject,
}: MemberFacts): RuleFinding {
  const found = conjunction(
    'ruyuan.entitlement.dibao-inclusion-goal',
    'entitlement',
    citations.entitlementDibaoInclusionGoal,
    subject,
    [
      isTrue('person.registered', registered),
      oneOf('person.labourAbility', lostOrPartial, labourAbility),
      isTrue('person.dibaoEligible', dibaoEligible),
    ],
    dibaoOutcomes,
  );
  if (found.status !== 'unmet') found.delivered = delivered(inDibao);
  return found;
}

export function backstop(home: HouseholdFacts, member: MemberFacts): RuleFinding {
  const { registered, dibaoEligible, inDibao } = member;
  const poor = home.incomeBelowDibaoLine;
  const unable = oneOf('person.labourAbility', lostOrPartial, member.labourAbility);
  const unableAndEligible = and(unable.holds, dibaoEligible);
  const inScope = and(registered, or(poor, unableAndEligible));
  const income = 'household.perCapitaDisposableIncome';
  const found = withinScope(
    'ruyuan.principle.development-and-backstop',
    'principle',
    citations.principleDevelopmentAndBackstop,
    member.subject,
    inScope,
    [
      isTrue('person.registered', registered),
      compared(income, 'lessThan', home.yearlyDibaoLine, home.income, poor),
      unable,
      isTrue('person.dibaoEligible', dibaoEligible),
      isTrue('person.inDibao', inDibao),
    ],
    [{ what: 'dibao', value: true, comparator: 'all', actual: inDibao, gap: null }],
  );
  if (found.status !== 'unknown') return found;
  if (inScope === true) found.missing = ['person.inDibao'];
  else {
    // Counted in quarters of the answers a fact can have that settle the finding.
    const tested = inDibao !== null;
    const settlesIn = (enough: boolean): number => (enough && registered === true && tested ? 2 : 0);
    const incomeCounts = poor === null && unableAndEligible !== true;
    const settled = (out: number): number => (poor === false ? out : 0);
    const candidates: [score: number, facts: string[]][] = [];
    if (registered === null) {
      const certain = or(poor, unableAndEligible) === true && tested;
      candidates.push([certain ? 4 : 2, ['person.registered']]);
    }
    if (incomeCounts) {
      const facts = home.income === null ? [income] : [];
      if (home.yearlyDibaoLine === null) facts.push('external.dibaoLine');
      candidates.push([settlesIn(true) + (unableAndEligible === false ? 2 : 0), facts]);
    }
    if (poor !== true && unable.holds === null && dibaoEligible !== false) {
      candidates.push([settlesIn(dibaoEligible === true) + settled(2), ['person.labourAbility']]);
    }
    if (poor !== true && dibaoEligible === null && unable.holds !== false) {
      candidates.push([settlesIn(unable.holds === true) + settled(2), ['person.dibaoEligible']]);
    }
    if (!tested) candidates.push([0, ['person.inDibao']]);
    found.missing = candidates.sort(([a], [b]) => b - a).flatMap(([, facts]) => facts);
  }
  return found;
}

export function dibaoNoLabour(home: HouseholdFacts): RuleFinding {
  const { household, subject, registered, withoutLabour, dibaoLabourersLow: low, dibaoLabourersHigh: high } = home;
  const liftable = household.liftableByIndustryOrJob ?? null;
  const wholeFamily = and(withoutLabour, not(liftable));
  const someMembers: Truth = low > 0 ? true : high <= 0 ? false : null;
  const labourers = low === high ? low : null;
  const rule = 'ruyuan.social.dibao-no-labour';
  const because: Reason[] = [
    isTrue('household.registered', registered),
    isTrue('household.withoutLabour', withoutLabour),
    {
      fact: 'household.liftableByIndustryOrJob',
      operator: 'equal',
      expected: false,
      actual: liftable,
      holds: not(liftable),
    },
    isTrue('household.registered', registered),
    compared('household.dibaoLabourerCount', 'greaterThan', 0, labourers, someMembers),
  ];
  const status: Status = statusOf(and(registered, or(wholeFamily, someMembers)));
  const found = finding(rule, 'entitlement', citations.socialDibaoNoLabour, subject, status, because, nothing, nothing);
  if (registered === true && wholeFamily === true) found.outcomes = [{ what: 'whole-family', value: true }];
  if (registered === true && wholeFamily === false && someMembers === true) {
    found.outcomes = [{ what: 'members', value: labourers, unit: 'persons' }];
  }
  if (status !== 'unmet') {
    const asFamily = and(registered, wholeFamily);
    const covered = home.dibaoLabourersCovered;
    found.delivered = delivered(
      asFamily === null ? (home.inDibao === covered ? covered : null) : asFamily ? home.inDibao : covered,
    );
  }
  if (status === 'unknown') found.missing = missingOfDibao(home, liftable, wholeFamily, someMembers);
  if (status === 'unmet') {
    const [first, second, third, , last] = because as [Reason, Reason, Reason, Reason, Reason];
    const changes = [];
    if (registered === false && or(wholeFamily, someMembers) === true) changes.push(changeOf(first));
    if (registered === true && withoutLabour === false && liftable === false) changes.push(changeOf(second));
    if (registered === true && liftable === true && withoutLabour === true) changes.push(changeOf(third));
    if (registered === true && someMembers === false) changes.push(changeOf(last));
    if (changes.length > 0) found.eligibleIf = changes;
  }
  return found;
}

function missingOfDibao(home: HouseholdFacts, liftable: Truth, wholeFamily: Truth, someMembers: Truth): string[] {
  const { members, registered, withoutLabour } = home;
  const candidates: [score: number, facts: string[]][] = [];
  const isRegistered = registered === true ? 1 : 0;
  const noMembers = someMembers === false ? 1 : 0;
  if (registered === null) candidates.push([or(wholeFamily, someMembers) === true ? 2 : 1, ['household.registered']]);
  if (withoutLabour === null && liftable !== true && someMembers !== true) {
    const facts = home.hasLabour === null ? ['household.hasLabour'] : [];
    if (members === null) facts.push('household.members');
    else if (members.some(({ labourAbility }) => labourAbility === null)) facts.push('person.labourAbility');
    candidates.push([(liftable === false ? isRegistered : 0) + noMembers, facts]);
  }
  if (liftable === null && withoutLabour !== false && someMembers !== true) {
    candidates.push([(withoutLabour === true ? isRegistered : 0) + noMembers, ['household.liftableByIndustryOrJob']]);
  }
  if (someMembers === null && wholeFamily !== true) {
    const facts: string[] = members === null ? ['household.members'] : [];
    for (const { labourAbility, dibaoEligible } of members ?? []) {
      if (labourAbility === null) facts.push('person.labourAbility');
      if (dibaoEligible === null) facts.push('person.dibaoEligible');
    }
    candidates.push([isRegistered + (wholeFamily === false ? 1 : 0), facts]);
  }
  return [...new Set(candidates.sort(([a], [b]) => b - a).flatMap(([, facts]) => facts))];
}
