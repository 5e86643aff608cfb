import type { Change, Household, Reason, RuleFinding, Status } from '../../packages/schemas/src/index.ts';
import { citations } from './citations.ts';
import { changeOf, isTrue, itemIsTrue } from './finding.ts';
import type { HouseholdFacts } from './household-facts.ts';

const keys = [
  'asset-income',
  'industry',
  'employment',
  'education',
  'housing',
  'medical',
  'finance',
  'social-security',
  'solar',
] as const;

/**
 * The nine measures of section 二(一): each that applies has been delivered. Beside one that applies and has been, it does not matter
 * whether another that has been applies.
 */
export function nineToHousehold({ household, subject, registered }: HouseholdFacts): RuleFinding {
  const because = [isTrue('household.registered', registered)];
  const items: { key: string; status: Status }[] = [];
  let met = 0;
  let unmet = 0;
  let unknown = 0;
  let maybe = 0;
  for (const key of keys) {
    const { applicable, delivered } = reasonsOf(household, key);
    because.push(applicable, delivered);
    const status = statusOf(applicable, delivered);
    items.push({ key, status });
    if (status === 'met') met += 1;
    else if (status === 'unmet') unmet += 1;
    else if (status === 'unknown') {
      if (delivered.holds) maybe += 1;
      else unknown += 1;
    }
  }
  const open = met > 0 ? unknown : unknown + maybe;
  const done: Status = unmet > 0 ? 'unmet' : open > 0 ? 'unknown' : met > 0 ? 'met' : 'not-applicable';
  const found: RuleFinding = {
    rule: 'ruyuan.checklist.nine-to-household',
    kind: 'checklist',
    subject,
    status:
      registered === false || done === 'not-applicable' ? 'not-applicable' : registered === null ? 'unknown' : done,
    outcomes: [],
    missing: [],
    because,
    cite: citations.checklistNineToHousehold,
    items,
  };
  if (found.status === 'unknown') {
    found.missing = unmet > 0 ? ['household.registered'] : missingOf(because, open > 1 && registered === true, met > 0);
  }
  // The one that is delivered then is one that is met: what else has been delivered is settled beside it.
  if (found.status === 'unmet' && unmet === 1 && unknown === 0) found.eligibleIf = [deliveryOf(because)];
  return found;
}

function reasonsOf({ nineMeasures }: Household, key: (typeof keys)[number]): { applicable: Reason; delivered: Reason } {
  const measure = nineMeasures?.[key];
  const prefix = `household.nineMeasures.${key}`;
  return {
    applicable: itemIsTrue(key, `${prefix}.applicable`, measure?.applicable ?? null),
    delivered: itemIsTrue(key, `${prefix}.delivered`, measure?.delivered ?? null),
  };
}

function statusOf(applicable: Reason, delivered: Reason): Status {
  if (applicable.holds === false) return 'not-applicable';
  if (applicable.holds === null || delivered.holds === null) return 'unknown';
  return delivered.holds ? 'met' : 'unmet';
}

/** While several measures are open, what may show one of them undelivered settles more than the rest. */
function missingOf(because: readonly Reason[], several: boolean, someMet: boolean): string[] {
  const settling: string[] = [];
  const others: string[] = [];
  const [registered] = because as [Reason];
  if (registered.holds === null) settling.push(registered.fact);
  for (let place = 1; place < because.length; place += 2) {
    const [applicable, delivered] = because.slice(place, place + 2) as [Reason, Reason];
    if (applicable.holds === false || (someMet && applicable.holds === null && delivered.holds)) continue;
    if (applicable.holds === null) {
      (several && delivered.holds !== false ? others : settling).push(applicable.fact);
      if (delivered.holds === null) (several ? others : settling).push(delivered.fact);
    } else if (delivered.holds === null) settling.push(delivered.fact);
  }
  return [...settling, ...others];
}

/** One measure is left: it would have to be delivered. */
function deliveryOf(because: readonly Reason[]): Change {
  const left = because.find(
    ({ holds }, at) => at > 0 && at % 2 === 0 && holds === false && because[at - 1]?.holds === true,
  );
  return changeOf(left as Reason);
}
