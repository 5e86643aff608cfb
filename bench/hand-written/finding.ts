import type {
  Change,
  Citation,
  Outcome,
  Reason,
  RuleFinding,
  Status,
  Subject,
} from '../../packages/schemas/src/index.ts';
import type { Truth } from './truth.ts';

export const nothing: never[] = [];

export function isTrue(fact: string, actual: Truth): Reason {
  return { fact, operator: 'equal', expected: true, actual, holds: actual };
}

export function isFalse(fact: string, actual: Truth): Reason {
  return { fact, operator: 'equal', expected: false, actual, holds: actual === null ? null : !actual };
}

export function equals(fact: string, expected: string | number, actual: string | number | null): Reason {
  return { fact, operator: 'equal', expected, actual, holds: actual === null ? null : actual === expected };
}

export function oneOf(fact: string, expected: string[], actual: string | null): Reason {
  return { fact, operator: 'in', expected, actual, holds: actual === null ? null : expected.includes(actual) };
}

export function compared(
  fact: string,
  operator: string,
  expected: number | string | null,
  actual: number | string | null,
  holds: Truth,
): Reason {
  return { fact, operator, expected, actual, holds };
}

/** One condition of a checklist's item. */
export function itemIsTrue(item: string, fact: string, actual: Truth): Reason {
  return { fact, operator: 'equal', expected: true, actual, holds: actual, item };
}

export function allHold(reasons: readonly Reason[]): Truth {
  let open = false;
  for (const { holds } of reasons) {
    if (holds === false) return false;
    if (holds === null) open = true;
  }
  return open ? null : true;
}

export function statusOf(truth: Truth): Status {
  return truth === null ? 'unknown' : truth ? 'met' : 'unmet';
}

export function finding(
  rule: string,
  kind: string,
  cite: Citation,
  subject: Subject,
  status: Status,
  because: Reason[],
  outcomes: Outcome[],
  missing: string[],
): RuleFinding {
  return { rule, kind, subject, status, outcomes, missing, because, cite };
}

/**
 * A rule all of whose conditions have to hold; `outcomes` go with it while it is met or may be. `first` is the
 * condition whose fact settles most, where that is not the first.
 */
export function conjunction(
  rule: string,
  kind: string,
  cite: Citation,
  subject: Subject,
  because: Reason[],
  outcomes: Outcome[],
  first = 0,
): RuleFinding {
  const truth = allHold(because);
  if (truth !== false) {
    const missing = truth === null ? openFacts(because, first) : nothing;
    return finding(rule, kind, cite, subject, truth === null ? 'unknown' : 'met', because, outcomes, missing);
  }
  const found = finding(rule, kind, cite, subject, 'unmet', because, nothing, nothing);
  const only = onlyFailing(because);
  if (only !== undefined) found.eligibleIf = [changeOf(only)];
  return found;
}

/** A rule that speaks of some only (all conditions but the last) and tests the last. */
export function withinScope(
  rule: string,
  kind: string,
  cite: Citation,
  subject: Subject,
  inScope: Truth,
  because: Reason[],
  outcomes: Outcome[],
): RuleFinding {
  if (inScope === false) return finding(rule, kind, cite, subject, 'not-applicable', because, nothing, nothing);
  const test = because[because.length - 1] as Reason;
  const status = inScope === null ? 'unknown' : statusOf(test.holds);
  const missing = status === 'unknown' ? openFacts(because, 0) : nothing;
  const found = finding(rule, kind, cite, subject, status, because, outcomes, missing);
  if (status === 'unmet' && test.expected !== null) found.eligibleIf = [changeOf(test)];
  return found;
}

/** A day that is still to come, and how far away it is. */
export interface DueDay {
  readonly due: string;
  readonly daysLeft: number;
}

/** As `withinScope`, of a target whose day is still to come: a test that fails is not yet due. */
export function beforeDue(
  { due, daysLeft }: DueDay,
  rule: string,
  kind: string,
  cite: Citation,
  subject: Subject,
  inScope: Truth,
  because: Reason[],
  outcomes: Outcome[],
): RuleFinding {
  if (inScope === false) {
    return { rule, kind, subject, status: 'not-applicable', outcomes: nothing, missing: nothing, because, due, cite };
  }
  const test = because[because.length - 1] as Reason;
  if (inScope && test.holds)
    return { rule, kind, subject, status: 'met', outcomes, missing: nothing, because, due, cite };
  const missing = openFacts(because, 0);
  return { rule, kind, subject, status: 'unknown', outcomes, missing, because, due, daysLeft, cite };
}

export function openFacts(because: readonly Reason[], first: number): string[] {
  const facts: string[] = [];
  const foremost = because[first] as Reason;
  if (foremost.holds === null) facts.push(foremost.fact);
  for (const reason of because) if (reason.holds === null && reason !== foremost) facts.push(reason.fact);
  return facts;
}

/** The one condition that fails while all others hold. */
function onlyFailing(because: readonly Reason[]): Reason | undefined {
  let only: Reason | undefined;
  for (const reason of because) {
    if (reason.holds === true) continue;
    if (reason.holds === null || only !== undefined) return undefined;
    only = reason;
  }
  return only;
}

export function changeOf({ fact, actual, operator, expected }: Reason): Change {
  return { fact, actual, operator, value: expected };
}

/** Names the facts that a fact follows from, in its place. */
export function spellOut(found: RuleFinding, fact: string, inputs: readonly string[]): RuleFinding {
  const place = found.missing.indexOf(fact);
  if (place >= 0) found.missing.splice(place, 1, ...inputs);
  return found;
}

/** Names what an amount still needs. */
export function alsoNeeds(found: RuleFinding, needed: readonly (string | false)[]): RuleFinding {
  const missing = [...found.missing];
  for (const fact of needed) if (fact !== false && !missing.includes(fact)) missing.push(fact);
  found.missing = missing;
  return found;
}

export function gapAtLeast(value: number | null, actual: number | null): number | null {
  return value === null || actual === null ? null : Math.max(0, Math.round((value - actual) * 1e6) / 1e6);
}

export function gapAtMost(value: number | null, actual: number | null): number | null {
  return value === null || actual === null ? null : Math.max(0, Math.round((actual - value) * 1e6) / 1e6);
}

export function gapEither(value: number | null, actual: number | null): number | null {
  return value === null || actual === null ? null : Math.abs(Math.round((value - actual) * 1e6) / 1e6);
}

/** Everything on the list is done: for those of whom `scope` holds. */
export function checklist(found: RuleFinding, scope: Reason, items: readonly Reason[]): RuleFinding {
  const done = allHold(items);
  found.because = [scope, ...items];
  found.items = items.map(({ item = '', holds }) => ({ key: item, status: statusOf(holds) }));
  found.status = scope.holds === false ? 'not-applicable' : scope.holds === null ? 'unknown' : statusOf(done);
  if (found.status === 'unknown') found.missing = done === false ? [scope.fact] : openFacts(found.because, 0);
  if (found.status === 'unmet') {
    const failing = items.filter(({ holds }) => holds !== true);
    const only = failing[0] as Reason;
    if (failing.length === 1 && only.holds === false) found.eligibleIf = [changeOf(only)];
  }
  return found;
}

export function delivered(received: Truth): 'met' | 'unmet' | 'unknown' {
  return received === null ? 'unknown' : received ? 'met' : 'unmet';
}
