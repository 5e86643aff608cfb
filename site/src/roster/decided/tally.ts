import type { Answered, GroupTally, MatrixCell, RuleTally, Scope, Tally } from '../protocol-results.ts';
import { type DecidedRoster, personsIn } from './decided-roster.ts';
import type { Households } from './households.ts';
import { Sums } from './sums.ts';

type Counts = Record<Answered, number>;

const none = (): Counts => ({ met: 0, unknown: 0, unmet: 0 });

interface RuleCount {
  readonly findings: Counts;
  readonly households: Counts;
  readonly last: Counts;
  readonly sums: Sums;
}

interface GroupCount {
  readonly village: string | null;
  readonly group: string | null;
  households: number;
  met: number;
  readonly sums: Sums;
}

/** Counts findings, households and money over some of the households. */
export function tallyOf(roster: DecidedRoster, households: Households, found: readonly number[], scope: Scope): Tally {
  const { store, rules } = roster;
  const counts: RuleCount[] = rules.map(() => ({
    findings: none(),
    households: none(),
    last: { met: -1, unknown: -1, unmet: -1 },
    sums: new Sums(store),
  }));
  const groups = new Map<string, GroupCount>();
  const statuses = none();
  const sums = new Sums(store);
  const isFound = new Set(found);
  let persons = 0;
  for (const index of found) {
    persons += personsIn((roster.question.households[index] as { case: object }).case);
    const group = groupFor(index);
    const seen = none();
    store.each(index, (rule, status, amounts) => {
      if (!roster.isIn(scope, rule) || status === 'not-applicable' || status === 'not-in-force') return;
      const count = counts[rule] as RuleCount;
      count.findings[status]++;
      seen[status] = 1;
      if (count.last[status] !== index) {
        count.last[status] = index;
        count.households[status]++;
      }
      count.sums.add(rule, status, amounts);
      group.sums.add(rule, status, amounts);
      sums.add(rule, status, amounts);
    });
    group.households++;
    group.met += seen.met;
    for (const status of ['met', 'unknown', 'unmet'] as const) statuses[status] += seen[status];
  }
  return {
    households: found.length,
    persons,
    undelivered: households.matching({ status: 'undelivered' }, scope).filter((index) => isFound.has(index)).length,
    statuses,
    sums: sums.list(),
    rules: counts.flatMap((count, place) => ruleTally(rules[place]?.id ?? '', count)),
    groups: [...groups.values()].map((group): GroupTally => ({ ...group, sums: group.sums.list() })),
  };

  function groupFor(index: number): GroupCount {
    const village = households.villageOf(index);
    const group = households.groupOf(index);
    const key = JSON.stringify([village, group]);
    let known = groups.get(key);
    if (known === undefined) {
      known = { village, group, households: 0, met: 0, sums: new Sums(store) };
      groups.set(key, known);
    }
    return known;
  }
}

function ruleTally(rule: string, { findings, households, sums }: RuleCount): readonly RuleTally[] {
  if (findings.met + findings.unknown + findings.unmet === 0) return [];
  return [{ rule, findings, households, sums: sums.list() }];
}

/** For each of some households, what each rule says; rules that say nothing about any of them are left out. */
export function matrixOf(
  roster: DecidedRoster,
  shown: readonly number[],
  scope: Scope,
): { readonly rules: readonly string[]; readonly cells: readonly (readonly (MatrixCell | null)[])[] } {
  const { store } = roster;
  const said = new Set<number>();
  const rows = shown.map((index) => {
    const row = new Map<number, { readonly counts: Counts; readonly sums: Sums }>();
    store.each(index, (rule, status, amounts) => {
      if (!roster.isIn(scope, rule) || status === 'not-applicable' || status === 'not-in-force') return;
      said.add(rule);
      let cell = row.get(rule);
      if (cell === undefined) {
        cell = { counts: none(), sums: new Sums(store) };
        row.set(rule, cell);
      }
      cell.counts[status]++;
      cell.sums.add(rule, status, amounts);
    });
    return row;
  });
  const rules = [...said].sort((a, b) => a - b);
  return {
    rules: rules.map((rule) => roster.rules[rule]?.id ?? ''),
    cells: rows.map((row) =>
      rules.map((rule) => {
        const cell = row.get(rule);
        return cell === undefined ? null : { counts: cell.counts, sums: cell.sums.list() };
      }),
    ),
  };
}
