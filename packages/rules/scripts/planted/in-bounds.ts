import { fieldOf } from '@jingzhun/schemas';
import type { Shown } from '../../src/analyse/index.ts';
import { decide } from '../../src/decide/decide.ts';
import type { LoadedPolicy } from '../../src/load/load.ts';
import type { Policy } from '../../src/model/policy.ts';
import { all, canBeMet, changed, given, leaf, loaded, type Plant, placesIn, said, why, withRule } from './plant.ts';

/** Lower bounds above the upper ones: in the test, in one branch of it, of days, and in a formula of the policy. */
export function* swappedBounds(whole: LoadedPolicy): Generator<Plant> {
  for (const [seat, place] of placesIn(whole).entries()) {
    const { id, rule, section, model } = place;
    const [number, date, [asked = '']] = [place.free('yuan')[0], place.free('date')[0], model.asks];
    if (rule.when === undefined || rule.items !== undefined) continue;
    const name = seat % 3 === 2 ? (date ?? number) : (number ?? date);
    if (name === undefined) continue;
    const [low, high] = name === date ? ['2018-05-01', '2017-03-01'] : [5000, 2000];
    const pair = all(leaf(name, 'greaterThanInclusive', low), leaf(name, 'lessThan', high));
    const inFact = seat % 4 === 3 && name === number && asked !== 'person';
    const own = `${asked}.planted`;
    const unit = fieldOf(name)?.unit ?? 'yuan';
    const when = inFact
      ? { any: [rule.when, leaf(own, 'equal', true)] }
      : seat % 2 === 0
        ? all(rule.when, pair)
        : { any: [rule.when, pair] };
    const files = changed(withRule(whole.files, place, { ...rule, when }), section, (file) => {
      if (inFact)
        file.facts = {
          ...file.facts,
          [own]: { title: why, formula: `${name} >= 5000[${unit}] and ${name} < 2000[${unit}]` },
        };
    });
    const faulty = loaded(files);
    if (faulty === undefined) continue;
    const isAll = 'all' in when;
    yield {
      kind: 'swapped-bound',
      of: id,
      what: `${name} ${isAll ? 'in the test' : inFact ? 'in a fact' : 'in a branch'}`,
      files,
      isAt: (finding) => finding.kind === 'swapped-bound' && finding.id === `swapped-bound:${inFact ? own : id}`,
      // A test with it is never met; a branch with it changes nothing.
      refute: ({ witness }) =>
        witness.every((each) =>
          isAll
            ? said(faulty, each, id)?.status !== 'met'
            : said(faulty, each, id)?.status === said(whole.policy, each, id)?.status,
        )
          ? undefined
          : 'the bounds let it through',
    };
  }
}

const incomes = [
  'household.perCapitaDisposableIncome',
  'household.perCapitaNetIncome',
  'household.monthlyPerCapitaIncome',
];

/** A grant that ends at an income: by a condition, or in the formula of its amount. */
export function* cliffs(whole: LoadedPolicy): Generator<Plant> {
  for (const [seat, place] of placesIn(whole).entries()) {
    const { id, rule, model } = place;
    if (!['household', 'person'].includes(model.asks[0] ?? '') || rule.items !== undefined || rule.when === undefined)
      continue;
    const income = incomes[seat % incomes.length] as string;
    const line = [1200, 3000, 4000, 7365][seat % 4] as number;
    const unit = fieldOf(income)?.unit ?? '';
    const grants = [rule.grant ?? []].flat();
    const hasMoney = grants.some(({ unit: each, amount }) => each === 'yuan' && amount !== null);
    const inFormula = seat % 3 === 0 && !hasMoney;
    const plain = {
      what: 'planted',
      amount: inFormula ? `if(${income} < ${line}[${unit}], 3000[yuan], 0[yuan])` : 3000,
      unit: 'yuan',
      per: model.asks[0],
      every: 'year',
    };
    const { require: _, state: __, ...bare } = rule;
    const made = {
      ...(hasMoney ? rule : { ...bare, grant: [...grants, plain] }),
      when: inFormula ? rule.when : all(rule.when, leaf(income, 'lessThan', line)),
    };
    if (!canBeMet(whole.policy, place, { [income]: line - 0.01 })) continue;
    const files = withRule(whole.files, place, made);
    const faulty = loaded(files);
    if (faulty === undefined) continue;
    yield {
      kind: 'cliff',
      of: id,
      what: `${income} ${line}`,
      files,
      isAt: (finding) => finding.kind === 'cliff' && finding.id === `cliff:${income}:${id}`,
      refute: ({ witness: [low, high] }) => {
        if (low === undefined || high === undefined) return 'no two cases';
        const sums = [low, high].map((each) => yearly(faulty, each));
        const members = Math.max(1, low.case.household?.members?.length ?? 0, low.case.household?.memberCount ?? 0);
        const rise =
          ((given(high, income) as number) - (given(low, income) as number)) *
          members *
          (unit.includes('month') ? 12 : 1);
        return rise > 0 && (sums[0] as number) - (sums[1] as number) > rise
          ? undefined
          : 'no loss greater than the rise';
      },
    };
  }
}

/** Yuan of a year that are certain, summed here from the findings' own totals. */
function yearly(policy: Policy, { case: input, on, assessedOn = on }: Shown): number {
  const { totals } = decide(policy, input, { on, assessedOn });
  return totals
    .filter(({ unit }) => unit === 'yuan')
    .reduce((sum, { certain, every }) => sum + certain * (every === 'month' ? 12 : 1), 0);
}
