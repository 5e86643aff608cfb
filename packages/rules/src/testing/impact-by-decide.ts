import type { Case, Decision, RuleFinding } from '@jingzhun/schemas';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { decide } from '../decide/decide.ts';
import {
  type FindingKind,
  type HouseholdImpact,
  type HouseholdKind,
  householdKinds,
  impact,
  type Side,
} from '../impact/index.ts';
import { rulesIn } from './tiny-policy.ts';

/** What two decisions say about a household, told in the plainest way: the twin that `impact` is held against. */
export interface ByDecide {
  readonly refused: boolean;
  readonly kind: HouseholdKind;
  /** `rule entity place: before -> after kind`, sorted; of every kind but `still-not-met`, which are counted. */
  readonly findings: readonly string[];
  /** `unit every`: by how much the totals of the decisions differ; without those that do not. */
  readonly money: Readonly<Record<string, { certain: number; possible: number }>>;
}

export interface RosterByDecide {
  readonly households: readonly ByDecide[];
  readonly stillNotMet: number;
}

export function impactByDecide(a: Side, b: Side, cases: readonly Case[]): RosterByDecide {
  const all = cases.map((each) => householdByDecide(a, b, each));
  return {
    households: all.map(({ stillNot: _, ...household }) => household),
    stillNotMet: all.reduce((sum, { stillNot }) => sum + stillNot, 0),
  };
}

function householdByDecide(a: Side, b: Side, input: Case): ByDecide & { readonly stillNot: number } {
  const [before, after] = [attempt(a, input), attempt(b, input)];
  if (before === undefined || after === undefined)
    return { refused: true, kind: 'same', findings: [], stillNot: 0, money: {} };
  const [was, is] = [placed(before), placed(after)];
  const findings: string[] = [];
  let stillNot = 0;
  let [up, down, open, other] = [false, false, false, false];
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [first, second] = [was.get(key), is.get(key)];
    const kind = kindOf(first, second, granted(a, first), granted(b, second));
    if (kind === 'still-not-met') stillNot++;
    if (kind === undefined || kind === 'still-not-met') continue;
    findings.push(`${key}: ${first?.status ?? 'absent'} -> ${second?.status ?? 'absent'} ${kind}`);
    if (!/ (household|person) /.test(key)) continue;
    const gives = [first, second].some(
      (finding) => finding !== undefined && ['entitlement', 'incentive'].includes(finding.kind),
    );
    if (!gives) other = true;
    else if (kind === 'exchanged') up = down = true;
    else if (kind === 'gains' || kind === 'more') up = true;
    else if (kind === 'loses' || kind === 'less') down = true;
    else open = true;
  }
  const kind = up && down ? 'mixed' : up ? 'gains' : down ? 'loses' : open ? 'unknown' : other ? 'other' : 'same';
  return { refused: false, kind, findings: findings.sort(), stillNot, money: moneyBetween(before, after) };
}

/** What `impact` says, in the words of its twin. */
export function impactTold(a: Side, b: Side, cases: readonly Case[]): RosterByDecide {
  const households = new Map<number, HouseholdImpact>();
  const refused = new Set<number>();
  const result = impact(
    a,
    b,
    cases.map((each) => ({ case: each })),
    {
      each: (household) => void households.set(household.index, household),
      refused: ({ index }) => void refused.add(index),
    },
  );
  const all = cases.map((_, index): ByDecide => {
    const household = households.get(index);
    return {
      refused: refused.has(index),
      kind: household?.kind ?? 'same',
      findings: (household?.findings ?? [])
        .map(
          ({ rule, entity, member, before, after, kind }) =>
            `${rule} ${entity} ${member}: ${before} -> ${after} ${kind}`,
        )
        .sort(),
      money: Object.fromEntries(
        (household?.money ?? [])
          .filter(({ difference }) => difference.certain !== 0 || difference.possible !== 0)
          .map(({ unit, every, difference }) => [`${unit} ${every}`, difference]),
      ),
    };
  });
  for (const kind of householdKinds) {
    const counted = all.filter((each) => !each.refused && each.kind === kind).length;
    if (result.byHousehold[kind].households !== counted) throw new Error(`${kind} is counted wrongly`);
  }
  return {
    households: all,
    stillNotMet: result.rules.reduce((sum, { subjects }) => sum + subjects['still-not-met'], 0),
  };
}

function attempt({ policy, on, assessedOn }: Side, input: Case): Decision | undefined {
  try {
    return decide(policy, input, assessedOn === undefined ? { on } : { on, assessedOn });
  } catch (error) {
    if (error instanceof JingzhunError) return undefined;
    throw error;
  }
}

function placed(decision: Decision): Map<string, RuleFinding> {
  const places = new Map<string, number>();
  return new Map(
    rulesIn(decision).map((finding) => {
      const place = places.get(finding.rule) ?? 0;
      places.set(finding.rule, place + 1);
      const { entity } = finding.subject;
      return [`${finding.rule} ${entity} ${entity === 'person' ? place : -1}`, finding];
    }),
  );
}

/** Amounts by unit and period, and how many have no figure. */
function granted({ policy }: Side, finding: RuleFinding | undefined) {
  const sums: Record<string, number> = {};
  let unpriced = 0;
  if (finding === undefined) return { sums, unpriced };
  const models = policy.rules.filter(({ id }) => id === finding.rule);
  const names = new Set(
    models.flatMap(({ outcomes }) => outcomes.filter(({ role }) => role === 'grant')).map(({ what }) => what),
  );
  for (const { what, value, unit = '', every = 'once' } of finding.outcomes) {
    if (!names.has(what)) continue;
    if (typeof value !== 'number') unpriced++;
    else sums[`${unit} ${every}`] = Math.round(((sums[`${unit} ${every}`] ?? 0) + value) * 10_000) / 10_000;
  }
  return { sums, unpriced };
}

function kindOf(
  before: RuleFinding | undefined,
  after: RuleFinding | undefined,
  was: ReturnType<typeof granted>,
  is: ReturnType<typeof granted>,
): FindingKind | undefined {
  const [from, to] = [before?.status ?? 'absent', after?.status ?? 'absent'];
  if (from === 'unknown' && to === 'unknown') {
    return JSON.stringify(sorted(was)) === JSON.stringify(sorted(is)) ? undefined : 'may-differ';
  }
  if (from === 'unknown') return 'becomes-known';
  if (to === 'unknown') return 'becomes-unknown';
  if (from !== 'met' && to === 'met') return 'gains';
  if (from === 'met' && to !== 'met') return 'loses';
  if (from !== 'met') return from === to ? undefined : 'still-not-met';
  if (was.unpriced < is.unpriced) return 'becomes-unknown';
  if (was.unpriced > is.unpriced) return 'becomes-known';
  const keys = [...new Set([...Object.keys(was.sums), ...Object.keys(is.sums)])];
  const more = keys.some((key) => (is.sums[key] ?? 0) > (was.sums[key] ?? 0));
  const less = keys.some((key) => (is.sums[key] ?? 0) < (was.sums[key] ?? 0));
  return more && less ? 'exchanged' : more ? 'more' : less ? 'less' : undefined;
}

const sorted = ({ sums, unpriced }: ReturnType<typeof granted>) => [
  Object.entries(sums)
    .filter(([, sum]) => sum !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
  unpriced,
];

function moneyBetween(before: Decision, after: Decision): ByDecide['money'] {
  const money: Record<string, { certain: number; possible: number }> = {};
  for (const [sign, { totals }] of [
    [-1, before],
    [1, after],
  ] as const) {
    for (const { unit, every, certain, value } of totals) {
      const sum = money[`${unit} ${every}`] ?? { certain: 0, possible: 0 };
      sum.certain = Math.round((sum.certain + sign * certain) * 10_000) / 10_000;
      sum.possible = Math.round((sum.possible + sign * value) * 10_000) / 10_000;
      money[`${unit} ${every}`] = sum;
    }
  }
  return Object.fromEntries(
    Object.entries(money).filter(([, { certain, possible }]) => certain !== 0 || possible !== 0),
  );
}
