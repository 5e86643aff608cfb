import { refusals } from '@jingzhun/schemas/workbook';
import { nameIn } from '../decided/households.ts';
import type { Handlers } from '../handlers.ts';
import type { Held } from '../held.ts';
import { maskName, maskNumber } from '../mask.ts';
import { readBook } from '../open-file.ts';
import type { PaymentCase, PaymentKind, PaymentRequests, PaymentSummary } from '../protocol-payments.ts';
import { type HeldResults, resultsIn } from '../results/held-results.ts';
import { comparePayments, type PaymentComparison, type PaymentDifference } from './compare-payments.ts';
import type { HeldPayments } from './held-payments.ts';
import { paymentColumns, paymentHeaderRow } from './payment-columns.ts';
import { matchMeasures } from './payment-measures.ts';
import { paymentRows } from './payment-rows.ts';
import { paymentsFile } from './payments-file.ts';

const paymentKinds: readonly PaymentKind[] = ['not-paid', 'not-entitled', 'amount', 'open', 'stranger'];

/** What the worker answers about a list of what was paid. */
export const paymentHandlers: Handlers<keyof PaymentRequests> = {
  openPayments: async ({ file }, task, held) => {
    const results = resultsIn(held);
    const book = await readBook(file, task);
    // The first sheet that holds more than its headers.
    const sheet = Math.max(
      0,
      book.tops.findIndex(({ rows }) => rows.length > 1),
    );
    const table = await book.table(sheet, task);
    const header = paymentHeaderRow(table);
    const names = table.rows[header - 1] ?? [];
    if (names.length === 0) throw refusals.emptySheet();
    if (table.rows.length <= header) throw refusals.headersOnly();
    results.payments = { name: file.name, table, header };
    return { name: file.name, headers: names, rows: table.rows.length - header, ...paymentColumns(names) };
  },
  paymentMeasures: ({ columns }, _, held) => {
    const { table, header } = paymentsIn(held);
    const counts = new Map<string, number>();
    for (const { measure } of paymentRows(table, header, columns)) counts.set(measure, (counts.get(measure) ?? 0) + 1);
    const { roster, text } = resultsIn(held);
    const benefits = roster.askedRules().flatMap(({ rule, benefit }) => (benefit ? [rule] : []));
    return matchMeasures(
      counts,
      roster.rules.filter(({ id }) => benefits.includes(id)),
      text,
    );
  },
  comparePayments: ({ columns, measures }, _, held) => {
    const payments = paymentsIn(held);
    const { table, header } = payments;
    const comparison = comparePayments(resultsIn(held).roster, paymentRows(table, header, columns), measures);
    payments.comparison = comparison;
    return summaryOf(comparison);
  },
  paymentCases: ({ kind, offset, limit, names }, _, held) => {
    const results = resultsIn(held);
    const found = comparisonIn(held).differences.filter((each) => each.kind === kind);
    const shown = found.slice(offset, offset + limit).map((each) => caseOf(each, results, names));
    return { total: found.length, cases: shown };
  },
  paymentsFile: ({ language }, _, held) => {
    const results = resultsIn(held);
    const cases = comparisonIn(held).differences.map((each) => caseOf(each, results, true));
    return paymentsFile(cases, results.words[language].writer, language);
  },
};

function paymentsIn(held: Held): HeldPayments {
  const { payments } = resultsIn(held);
  if (payments === undefined) throw new Error('no list of payments is open');
  return payments;
}

function comparisonIn(held: Held): PaymentComparison {
  const { comparison } = paymentsIn(held);
  if (comparison === undefined) throw new Error('the list of payments has not been compared');
  return comparison;
}

function summaryOf({ rows, passedOver, rules, agreeing, differences }: PaymentComparison): PaymentSummary {
  const counts = Object.fromEntries(paymentKinds.map((kind) => [kind, 0])) as Record<PaymentKind, number>;
  const money = Object.fromEntries(paymentKinds.map((kind) => [kind, { paid: 0, due: 0 }])) as Record<
    PaymentKind,
    { paid: number; due: number }
  >;
  for (const { kind, paid, due } of differences) {
    counts[kind]++;
    money[kind].paid += Math.round((paid ?? 0) * 100);
    money[kind].due += Math.round((due ?? 0) * 100);
  }
  for (const sum of Object.values(money)) {
    sum.paid /= 100;
    sum.due /= 100;
  }
  return { rows, passedOver, rules, agreeing, counts, money };
}

function caseOf(difference: PaymentDifference, { roster, households }: HeldResults, names: boolean): PaymentCase {
  const { kind, rule, household: place, member, rows, paid, due } = difference;
  const found = place === null ? undefined : roster.question.households[place];
  const [first] = rows;
  const person = found?.case.household?.members?.[member];
  const id = found === undefined ? first?.person || first?.household || null : found.id;
  const name = found === undefined ? first?.name || null : (person?.name ?? nameIn(found));
  return {
    kind,
    rule,
    household: place,
    member,
    id: id === null || names ? id : maskNumber(id),
    name: name === null || names ? name : maskName(name),
    village: place === null ? null : households.villageOf(place),
    rosterRow: found?.rows[Math.max(0, member)] ?? null,
    listRows: rows.map(({ row }) => row),
    paid,
    due,
  };
}
