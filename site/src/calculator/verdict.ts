import type { Contradiction, Decision, Finding, Outcome, RuleFinding, RuleModel, Total } from '@jingzhun/rules';

/** The buckets of an answer. What only applies, or does not, is neither met nor unmet; what waits for a day asks nothing. */
export type Bucket = 'met' | 'applies' | 'unknown' | 'later' | 'unmet';
export const buckets: readonly Bucket[] = ['met', 'applies', 'unknown', 'later', 'unmet'];

/** A finding about the page's subject, what stands around it, or a member. */
export interface Card {
  /** Rule and subject: the same from one decision to the next. */
  readonly key: string;
  readonly finding: RuleFinding;
  /** Place among the members; undefined for all else. */
  readonly person: number | undefined;
  /** Something the subject gets, not something that is asked of it. */
  readonly benefit: boolean;
  /** Its rule applies or does not: there is nothing in it to meet. */
  readonly onlyApplies: boolean;
}

/** A decision sorted for the reader. */
export interface Verdict {
  readonly cards: Readonly<Record<Bucket, readonly Card[]>>;
  readonly outside: readonly Card[];
  /** Rules that could apply, and do not as things are. */
  readonly notApplying: readonly Card[];
  readonly notInForce: readonly Card[];
  readonly contradictions: readonly Contradiction[];
  readonly totals: readonly Total[];
  /** What is certain a year, in yuan. */
  readonly certainPerYear: number;
}

/** Kinds of rules that promise something to whom they are about. */
export const benefits: ReadonlySet<string> = new Set(['entitlement', 'incentive']);

/**
 * Sorts the findings of a page: benefits first, then in the order of the document. `applying` are rules that only apply,
 * `granting` those that grant something, of whatever kind they are.
 */
export function verdictOf(
  { findings, totals }: Pick<Decision, 'findings' | 'totals'>,
  applying: ReadonlySet<string>,
  granting: ReadonlySet<string>,
): Verdict {
  const cards: Card[] = [];
  const contradictions: Contradiction[] = [];
  for (const finding of findings) {
    if (isContradiction(finding)) contradictions.push(finding);
    else cards.push(cardOf(finding, applying.has(finding.rule), granting.has(finding.rule)));
  }
  const of = (status: RuleFinding['status'], only?: boolean): Card[] =>
    cards
      .filter(({ finding, onlyApplies }) => finding.status === status && (only === undefined || only === onlyApplies))
      .sort((a, b) => Number(b.benefit) - Number(a.benefit));
  const open = of('unknown');
  const perYear = totals.find(({ unit, every }) => unit === 'yuan' && every === 'year');
  return {
    cards: {
      met: of('met', false),
      applies: of('met', true),
      unknown: open.filter(({ finding }) => !isLater(finding)),
      later: open.filter(({ finding }) => isLater(finding)),
      unmet: of('unmet', false),
    },
    outside: of('not-applicable'),
    notApplying: of('unmet', true),
    notInForce: of('not-in-force'),
    contradictions,
    totals,
    certainPerYear: perYear?.certain ?? 0,
  };
}

/** All is known, and the day on which it is due is still to come. */
const isLater = ({ missing, due }: RuleFinding): boolean => missing.length === 0 && due !== undefined;

/** A support is a measure of its own beside the standard that it helps to reach. */
export const grants = ({ outcomes }: RuleModel): boolean => outcomes.some(({ role }) => role === 'grant');

function isContradiction(finding: Finding): finding is Contradiction {
  return finding.kind === 'contradiction';
}

function cardOf(finding: RuleFinding, onlyApplies: boolean, grants: boolean): Card {
  const person = finding.subject.entity === 'person' ? (finding.subject.index ?? 0) : undefined;
  return {
    key: `${finding.rule} ${person ?? ''}`,
    finding,
    person,
    benefit: grants || benefits.has(finding.kind),
    onlyApplies,
  };
}

/** Entitled to what was not received. While the finding is open, nobody is entitled yet. */
export function isUndelivered({ status, delivered }: RuleFinding): boolean {
  return status === 'met' && delivered === 'unmet';
}

/** What a finding's outcomes are to its subject: granted, required, or only stated. */
export function rolesOf(
  rule: RuleModel | undefined,
  { outcomes, status }: RuleFinding,
): ('grant' | 'require' | 'state')[] {
  const open = status === 'met' || status === 'unknown';
  const models = (rule?.outcomes ?? []).filter(({ role }) => open || role !== 'grant');
  let next = 0;
  return outcomes.map(({ what }) => {
    // Outcomes keep the rule's order; a statement may be left out.
    const found = models.findIndex((model, index) => index >= next && model.what === what);
    if (found < 0) return 'state';
    next = found + 1;
    return models[found]?.role ?? 'state';
  });
}

/** What a finding grants; one that is not met grants nothing. */
export function grantsOf(rule: RuleModel | undefined, finding: RuleFinding): readonly Outcome[] {
  if (finding.status !== 'met' && finding.status !== 'unknown') return [];
  const roles = rolesOf(rule, finding);
  return finding.outcomes.filter((_, place) => roles[place] === 'grant');
}

/** The day that a finding hangs on: where it is not met the first that was missed, else the next that comes. */
export function dueOf({ status, due, items = [] }: RuleFinding): string | undefined {
  const missed = items.flatMap((item) => (item.status === 'unmet' && item.due !== undefined ? [item.due] : []));
  return status === 'unmet' ? (missed.sort()[0] ?? due) : due;
}
