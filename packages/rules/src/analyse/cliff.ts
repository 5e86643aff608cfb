import { type Case, fieldOf } from '@jingzhun/schemas';
import type { CompiledRule } from '../compile/rule.ts';
import { decide } from '../decide/decide.ts';
import { groundOf, groundOfRule } from '../model/rests-on.ts';
import { addDays } from '../values/dates.ts';
import { withFact } from '../witness/with-fact.ts';
import { caseFor, type Witness } from '../witness/witness.ts';
import type { Shown } from './analysis.ts';
import { type Step, stepsOf } from './income-steps.ts';
import { type Bench, type Period, report } from './period.ts';
import { priced } from './priced.ts';
import { settled } from './settled.ts';
import { clausesOf, shown } from './shown.ts';
import { amount, capital } from './words.ts';

/** How many times a year what comes so often is paid; what comes once, or on an occasion, counts once. */
const perYear: Readonly<Record<string, number>> = { month: 12, day: 365 };

/**
 * Steps of an income after which more income means less in all: what is granted for certain, by all rules together,
 * falls by more than the income rises. Gives how many steps were looked at.
 */
export function cliffsIn(bench: Bench): number {
  const { policy, periods } = bench;
  const looked = new Set<string>();
  const incomes = policy.facts.filter(({ name, path }) => path !== undefined && isIncome(name)).map(({ name }) => name);
  for (const income of incomes) {
    for (const period of periods) {
      for (const rule of period.rules) {
        const { facts } = groundOfRule(rule.model, policy);
        if (!facts.has(income) || !grantsMoney(rule)) continue;
        for (const step of stepsOf(income, rule, facts, period)) {
          looked.add(`${income} ${step.below} ${step.above}`);
          // One is enough: the first, which is at a line if there is one.
          if (cliffAt(income, step, rule, period, bench)) break;
        }
      }
    }
  }
  return looked.size;
}

/** Income of a household, a person or a village: yuan a year or a month, by its unit and its name. */
function isIncome(name: string): boolean {
  const field = fieldOf(name);
  return (
    field?.type === 'yuan' &&
    /^yuan(\/person)?\/(year|month)$/.test(field.unit ?? '') &&
    /\bincome\b/i.test(field.en) &&
    !/^(province|external)\./.test(name)
  );
}

function grantsMoney({ grants, model }: CompiledRule): boolean {
  return grants.some(({ place }) => model.outcomes[place]?.unit === 'yuan');
}

interface Loss {
  readonly lower: Witness;
  readonly upper: Witness;
  readonly one: Granted;
  readonly other: Granted;
}

/** Is there one at this step? Where it is, it is reported. */
function cliffAt(
  income: string,
  { below, above, given }: Step,
  rule: CompiledRule,
  period: Period,
  bench: Bench,
): boolean {
  const { policy } = bench;
  const { from, regime } = period;
  const found = caseFor(rule, regime, 'met', { on: from, given: { ...given, [income]: below } });
  if (found === undefined) return false;
  // What fails before its due date is not lost yet.
  const asked = found.assessedOn ?? found.on;
  const day = typeof rule.due === 'string' && rule.due >= asked ? addDays(rule.due, 1) : asked;
  const met = day === found.on ? found : { ...found, assessedOn: day };
  // Where only the amount rests on it, the case need not hold it yet.
  const dates = met.assessedOn === undefined ? { on: met.on } : { on: met.on, assessedOn: met.assessedOn };
  const fill = (input: Case, value: number): Case =>
    priced(withFact(input, income, value), rule.model.id, policy, dates);
  // What the amounts need on either side is in both.
  const high = fill(fill(met.case, below), above);
  const rise = (above - below) * membersOf(high, income) * (/month/.test(fieldOf(income)?.unit ?? '') ? 12 : 1);
  const lost = ([under, over]: readonly Case[]): Loss | undefined => {
    const [lower, upper] = [
      { ...met, case: under as Case },
      { ...met, case: over as Case },
    ];
    const [one, other] = [granted(policy, lower, rule), granted(policy, upper, rule)];
    if (one.certain - other.certain <= rise) return undefined;
    // Another rule's grant may be the one that is lost.
    return one.own <= other.own ? undefined : { lower, upper, one, other };
  };
  // What rests on the income too and is still open above the line could make up for the loss.
  const open = (cases: readonly Case[]): readonly string[] | undefined =>
    lost(cases)
      ?.other.open.filter((each) => restsOn(each, income, period, policy))
      .map((each) => each.rule);
  const cases = settled([withFact(high, income, below), high], policy, dates, open);
  const loss = lost(cases);
  if (loss === undefined) return false;
  const { lower, upper, one, other } = loss;
  const { id } = rule.model;
  const line = `cliff:${income}:${id}`;
  const [name, title] = [bench.words.fact(income), bench.words.rule(id)];
  // Where it stays open, nothing is claimed.
  if (open(cases)?.length !== 0) {
    bench.undecided.push({
      id: line,
      zh: `${name.zh}过线后，其他尚待补充的项目可能弥补`,
      en: `past a line of ${name.en}, grants that are still open may make up for the loss`,
    });
    return true;
  }
  const { to } = period;
  const unit = fieldOf(income)?.unit;
  const [at, past] = [amount(below, unit), amount(above, unit)];
  const [more, less] = [amount(one.certain, 'yuan'), amount(other.certain, 'yuan')];
  report(bench, {
    kind: 'cliff',
    id: line,
    rules: [id],
    clauses: clausesOf(policy, [id]),
    from,
    to,
    zh: `${name.zh}从 ${at.zh}增加到 ${past.zh}，可确定的一年的补助合计从 ${more.zh}降到 ${less.zh}（${title.zh}）：收入多了，总数反而少了。`,
    en: `${capital(name.en)} rises from ${at.en} to ${past.en}, and all that is granted in a year falls from ${more.en} to ${less.en} (${title.en}): more income, less in all.`,
    witness: [
      withTotal(shown(bench, lower, [id]), income, below, one.certain),
      withTotal(shown(bench, upper, [id]), income, above, other.certain),
    ],
    confirmed: true,
  });
  return true;
}

const withTotal = (witness: Shown, fact: string, income: number, total: number): Shown => ({
  ...witness,
  total: { fact, income, granted: total },
});

function restsOn({ rule: id, unpriced }: Open, income: string, { rules }: Period, policy: Bench['policy']): boolean {
  const model = rules.find((rule) => rule.model.id === id)?.model;
  if (model === undefined) return false;
  if (unpriced === undefined) return groundOfRule(model, policy).facts.has(income);
  const amounts = model.outcomes.filter(({ what }) => unpriced.includes(what)).map(({ value }) => value);
  return groundOf(amounts, policy).facts.has(income);
}

/** Yuan a year that are granted for certain, of that what one rule grants, and the rules that may grant more. */
interface Granted {
  readonly certain: number;
  readonly own: number;
  readonly open: readonly Open[];
}

/** A rule that may grant more: because it is unknown, or by amounts that are. */
interface Open {
  readonly rule: string;
  readonly unpriced?: readonly string[];
}

function granted(policy: Bench['policy'], { case: input, on, assessedOn }: Witness, { model }: CompiledRule): Granted {
  const { totals, findings } = decide(policy, input, assessedOn === undefined ? { on } : { on, assessedOn });
  const money = totals.filter(({ unit }) => unit === 'yuan');
  const certain = money.reduce((all, total) => all + total.certain * (perYear[total.every] ?? 1), 0);
  const open = findings.flatMap(({ rule, status, outcomes }): Open[] => {
    const money = outcomes.flatMap(({ unit, value, what }) => (unit === 'yuan' ? [{ what, value }] : []));
    if (status === 'unknown') return money.length > 0 ? [{ rule }] : [];
    const unpriced = money.filter(({ value }) => value === null).map(({ what }) => what);
    return status === 'met' && unpriced.length > 0 ? [{ rule, unpriced }] : [];
  });
  const mine = findings.filter(({ rule, status }) => rule === model.id && status === 'met');
  const own = mine.flatMap(({ outcomes }) => outcomes.filter(({ unit }) => unit === 'yuan'));
  return {
    certain,
    own: own.reduce((all, { value }) => all + (typeof value === 'number' ? value : 0), 0),
    open,
  };
}

function membersOf(input: Case, income: string): number {
  if (!/person/.test(fieldOf(income)?.unit ?? '')) return 1;
  return Math.max(1, input.household?.members?.length ?? 0, input.household?.memberCount ?? 0);
}
