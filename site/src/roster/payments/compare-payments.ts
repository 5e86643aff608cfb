import type { DecidedRoster } from '../decided/decided-roster.ts';
import { precision, type StoredFinding } from '../decided/finding-store.ts';
import type { MeasureChoices, PaymentKind } from '../protocol-payments.ts';
import type { PaymentRow } from './payment-rows.ts';
import { RosterIds } from './roster-ids.ts';

/** A payment, or the lack of one, that differs from what the rules give. */
export interface PaymentDifference {
  readonly kind: PaymentKind;
  readonly rule: string;
  /** null: nobody of the roster. */
  readonly household: number | null;
  /** -1 for the household as a whole. */
  readonly member: number;
  readonly rows: readonly PaymentRow[];
  /** In yuan, as far as it is known. */
  readonly paid: number | null;
  readonly due: number | null;
}

export interface PaymentComparison {
  readonly rows: number;
  readonly passedOver: Record<'no-id' | 'no-measure' | 'no-amount', number>;
  /** The rules that the list is about; of no other is anything said. */
  readonly rules: readonly string[];
  agreeing: number;
  readonly differences: readonly PaymentDifference[];
}

/** What was paid by one rule to one household. */
interface Paid {
  /** By member; -1 where the list does not say to whom. */
  readonly byMember: Map<number, PaymentRow[]>;
}

/**
 * Holds a list of payments against what was decided. It is compared person by person where the list says to whom was
 * paid, else household by household. Nothing is said of rules that no row of the list is about.
 */
export function comparePayments(
  roster: DecidedRoster,
  rows: Iterable<PaymentRow>,
  measures: MeasureChoices,
): PaymentComparison {
  const ids = new RosterIds(roster.question.households);
  const passedOver = { 'no-id': 0, 'no-measure': 0, 'no-amount': 0 };
  const paid = new Map<string, Map<number, Paid>>();
  const differences: PaymentDifference[] = [];
  let count = 0;
  for (const rule of Object.values(measures)) if (rule !== null && !paid.has(rule)) paid.set(rule, new Map());
  for (const row of rows) {
    count++;
    const rule = measures[row.measure] ?? null;
    if (rule === null) passedOver['no-measure']++;
    else if (row.household === '' && row.person === '') passedOver['no-id']++;
    else if (row.amount === undefined) passedOver['no-amount']++;
    else if (row.amount !== 0) take(row, rule);
  }
  const comparison = { rows: count, passedOver, rules: [...paid.keys()], agreeing: 0, differences };
  for (const [rule, households] of paid) compareRule(rule, households);
  return comparison;

  function take(row: PaymentRow, rule: string): void {
    const found = ids.find(row);
    if (found === undefined) {
      differences.push({
        kind: 'stranger',
        rule,
        household: null,
        member: -1,
        rows: [row],
        paid: row.amount ?? null,
        due: null,
      });
      return;
    }
    const households = paid.get(rule) as Map<number, Paid>;
    const known = households.get(found.household) ?? { byMember: new Map() };
    households.set(found.household, known);
    known.byMember.set(found.member, [...(known.byMember.get(found.member) ?? []), row]);
  }

  function compareRule(rule: string, households: ReadonlyMap<number, Paid>): void {
    const place = roster.placeOf(rule);
    if (place === undefined) return;
    for (let household = 0; household < roster.question.households.length; household++) {
      if (roster.isRefused(household)) continue;
      const findings = roster.store.ofRule(household, place);
      const own = households.get(household);
      const ofPersons = findings.some(({ member }) => member >= 0);
      if (ofPersons && own?.byMember.has(-1) !== true) {
        for (const finding of findings)
          settle(rule, household, finding.member, [finding], own?.byMember.get(finding.member) ?? []);
      } else settle(rule, household, -1, findings, [...(own?.byMember.values() ?? [])].flat());
    }
  }

  function settle(
    rule: string,
    household: number,
    member: number,
    findings: readonly StoredFinding[],
    payments: readonly PaymentRow[],
  ): void {
    const amounts = payments.map(({ amount }) => amount ?? null);
    const total = sumOf(amounts);
    const due = dueOf(roster, findings);
    const kind = kindOf(roster, rule, findings, payments.length > 0, total, due);
    if (kind === undefined) return;
    if (kind === 'agrees') comparison.agreeing++;
    else
      differences.push({
        kind,
        rule,
        household,
        member,
        rows: payments,
        paid: payments.length > 0 ? total : null,
        due,
      });
  }
}

function kindOf(
  roster: DecidedRoster,
  rule: string,
  findings: readonly StoredFinding[],
  isPaid: boolean,
  paid: number | null,
  due: number | null,
): PaymentKind | 'agrees' | undefined {
  const met = findings.some(({ status }) => status === 'met');
  const unknown = findings.some(({ status }) => status === 'unknown');
  if (!isPaid) return met ? 'not-paid' : undefined;
  // More persons of the household may be entitled: then the sum says nothing yet.
  if (unknown && (!met || paid === null || due === null || paid > due)) return 'open';
  if (!met) return 'not-entitled';
  if (paid === null || due === null) return 'agrees';
  return differs(comparatorOf(roster, rule), paid, due) ? 'amount' : 'agrees';
}

/** What those who are entitled get in all, in yuan; null where the rules give no amount, or it is not known. */
function dueOf(roster: DecidedRoster, findings: readonly StoredFinding[]): number | null {
  const amounts = findings
    .filter(({ status }) => status === 'met')
    .flatMap(({ rule, amounts: own }) =>
      roster.store.grantsOf(rule).flatMap(({ unit }, grant) => (unit === 'yuan' ? [own[grant] ?? Number.NaN] : [])),
    );
  const steps = amounts.reduce((sum, amount) => sum + amount, 0);
  return amounts.length === 0 || Number.isNaN(steps) ? null : steps / precision;
}

function sumOf(amounts: readonly (number | null)[]): number | null {
  // Whole fen, so that the sum is exact.
  const fen = amounts.map((amount) => (amount === null ? Number.NaN : Math.round(amount * 100)));
  const sum = fen.reduce((all, each) => all + each, 0);
  return Number.isNaN(sum) ? null : sum / 100;
}

/** A rule may promise at least, at most or about its amount. */
function differs(comparator: string | undefined, paid: number, due: number): boolean {
  switch (comparator) {
    case 'at-least':
    case 'more-than':
      return paid < due;
    case 'at-most':
    case 'less-than':
      return paid > due;
    case undefined:
    case 'equal':
      return paid !== due;
    default:
      return false;
  }
}

function comparatorOf({ rules }: DecidedRoster, rule: string): string | undefined {
  const model = rules.find(({ id }) => id === rule);
  return model?.outcomes.find(({ role, unit }) => role === 'grant' && unit === 'yuan')?.comparator;
}
