import { assess, type Case, decide, JingzhunError, type Policy, type Verdict } from '@jingzhun/rules';
import { type Comparison, compare } from '@jingzhun/rules/compare';
import { type HouseholdImpact, type HouseholdKind, type Impact, ImpactRun } from '@jingzhun/rules/impact';
import type { LoadedPolicy } from '@jingzhun/rules/load';
import type { RosterHousehold } from '@jingzhun/schemas/table';
import type { Task } from '../worker/task.ts';

/** A policy on a day. */
export interface StudySide {
  readonly loaded: LoadedPolicy;
  readonly on: string;
}

/** A household for which something comes out otherwise, and in which way. */
export interface Affected {
  readonly kind: HouseholdKind;
  readonly entry: RosterHousehold;
}

/** All that comes of a comparison, not yet in words. */
export interface Study {
  readonly before: StudySide;
  readonly after: StudySide;
  /** On the days that were chosen. */
  readonly comparison: Comparison;
  /** Whatever the day. */
  readonly atAnyTime: Comparison;
  readonly impact: Impact<'type' | 'village'>;
  readonly affected: readonly Affected[];
  /** Where nobody is affected: how the rules that differ stand, on both sides alike. */
  readonly standings: readonly Standings[];
}

/** The subjects of a rule by what it finds about them. */
export interface Standings {
  readonly rule: string;
  readonly counts: Readonly<Partial<Record<Verdict['status'], number>>>;
  /** What is not known about the first for whom it stays open. */
  readonly missing: readonly string[];
}

/** Compares two sides on a roster: the same as `impact`, in steps. */
export async function study(
  before: StudySide,
  after: StudySide,
  households: readonly RosterHousehold[],
  task: Task,
): Promise<Study> {
  const affected: Affected[] = [];
  const run = new ImpactRun<RosterHousehold>(sideOf(before), sideOf(after), {
    each: (household, entry) => {
      if (household.kind !== 'same') affected.push({ kind: household.kind, entry });
    },
  });
  for (let place = 0; place < households.length; place++) {
    run.add(households[place] as RosterHousehold);
    if (task.due) await nextStep(task, place / households.length);
  }
  const impact = run.result();
  return {
    before,
    after,
    comparison: compare({ ...before.loaded, on: before.on }, { ...after.loaded, on: after.on }),
    atAnyTime: compare(before.loaded, after.loaded),
    impact,
    affected,
    standings: affected.length > 0 ? [] : await standingsOf(impact, after, households, task),
  };
}

async function nextStep(task: Task, done: number): Promise<void> {
  task.report('decide', done);
  await task.pause();
}

export const sideOf = ({ loaded, on }: StudySide) => ({ policy: loaded.policy, on });

/** What changes for some of them: of a whole roster it would not fit into memory. */
export function changesOf({ before, after }: Study, affected: readonly Affected[]): HouseholdImpact[] {
  const changes: HouseholdImpact[] = [];
  const run = new ImpactRun<RosterHousehold>(sideOf(before), sideOf(after), {
    each: (household) => changes.push(household),
  });
  for (const { entry } of affected) run.add(entry);
  return changes;
}

/** Only rules that differ are counted, on the later side: nobody's standing differs on the earlier one. */
async function standingsOf(
  { rules }: Pick<Impact, 'rules'>,
  { loaded, on }: StudySide,
  households: readonly RosterHousehold[],
  task: Task,
): Promise<Standings[]> {
  const all = new Map(
    rules.map(({ rule }) => [rule, { rule, counts: {} as Record<string, number>, missing: [] as string[] }]),
  );
  const policy = { ...loaded.policy, rules: loaded.policy.rules.filter(({ id }) => all.has(id)) };
  if (policy.rules.length === 0) return [];
  for (const [place, { case: input }] of households.entries()) {
    for (const { rule, status } of verdictsOf(policy, input, on)) {
      const own = all.get(rule);
      if (own === undefined) continue;
      own.counts[status] = (own.counts[status] ?? 0) + 1;
      if (status === 'unknown' && own.counts.unknown === 1) own.missing = missingOf(policy, input, on, rule);
    }
    if (task.due) await nextStep(task, place / households.length);
  }
  return [...all.values()];
}

function verdictsOf(policy: Policy, input: Case, on: string): Verdict[] {
  try {
    return assess(policy, input, { on });
  } catch (error) {
    // A case that cannot be used is counted as refused already.
    if (error instanceof JingzhunError) return [];
    throw error;
  }
}

function missingOf(policy: Policy, input: Case, on: string, rule: string): string[] {
  const { findings } = decide(policy, input, { on });
  const open = findings.find((finding) => finding.rule === rule && finding.status === 'unknown');
  return open !== undefined && 'missing' in open ? [...open.missing] : [];
}
