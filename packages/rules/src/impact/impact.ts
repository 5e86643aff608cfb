import type { Case } from '@jingzhun/schemas';
import { JingzhunError } from '@jingzhun/schemas/problem';
import type { RuleModel } from '../model/policy.ts';
import { bandsOf } from './bands.ts';
import { type ChangedRule, changedRules } from './changed-rules.ts';
import { HouseholdChange } from './household-change.ts';
import { GroupTallies, HouseholdTally } from './household-tally.ts';
import { type FindingKind, findingKinds, householdKinds, kindOf, type Verdict } from './kinds.ts';
import { absentVerdict, addVerdicts, certainDifference, Measures, MoneySums, moneyOf } from './measures.ts';
import type { Profiled } from './profile.ts';
import type { HouseholdImpact, Impact, RefusedCase, RuleImpact, SideName } from './result.ts';
import { SharedFindings } from './shared-findings.ts';
import { type AskedCase, nobody, type Side, SideDecider } from './side.ts';

export interface ImpactOptions<Entry extends { readonly case: Case }, Group extends string = string> {
  /**
   * By what households are grouped, and how to tell a household's group; by default `type` (household.type) and `village`
   * (household.villageName).
   */
  readonly groupBy?: Readonly<Record<Group, (entry: Entry) => string | null | undefined>>;
  /** Called with each household for which something changes other than why it is not met, in the order of the roster. */
  readonly each?: (household: HouseholdImpact, entry: Entry) => void;
  /** Called with each case that one of the sides refuses; the others go on. */
  readonly refused?: (refused: RefusedCase, entry: Entry) => void;
}

/**
 * What changes for the households of a roster between two sides: two releases, a draft, two days, or two policies. Only rules whose
 * meaning differs are decided; all others find the same on both sides for every case, which is proven and not measured. The result is
 * what `decide` on both sides gives, household by household, refusals included.
 *
 * Amounts are in the unit they name (yuan). Sums are exact.
 *
 * @throws JingzhunError `invalid-case` where a side's day is no day. A case that cannot be used goes to `refused`.
 *
 * @example
 * const before = { policy: ruyuan2016, on: '2017-09-01' };
 * const roster = [{ case: { household: { members: [{ registered: true, enrolled: true, schoolStage: 'primary' }] } } }];
 * impact(before, { ...before, on: '2019-09-01' }, roster).byHousehold.loses.households; // 1
 */
export function impact<Entry extends { readonly case: Case }, Group extends string = 'type' | 'village'>(
  before: Side,
  after: Side,
  entries: Iterable<Entry>,
  options: ImpactOptions<Entry, Group> = {},
): Impact<Group> {
  const run = new ImpactRun<Entry, Group>(before, after, options);
  for (const entry of entries) run.add(entry);
  return run.result();
}

interface RuleTally {
  readonly changed: ChangedRule;
  readonly clause: string;
  readonly gives: boolean;
  readonly subjects: Record<FindingKind, number>;
  households: number;
  last: number;
  readonly money: MoneySums;
  readonly findings: SharedFindings;
}

/**
 * Does what `impact` does, household by household, for those who stream a roster or show progress.
 *
 * @example
 * const before = { policy: ruyuan2016, on: '2017-09-01' };
 * const run = new ImpactRun(before, { ...before, on: '2019-09-01' });
 * run.add({ case: { household: { members: [{ registered: true, enrolled: true, schoolStage: 'primary' }] } } });
 * run.result().byHousehold.loses.households; // 1
 */
export class ImpactRun<Entry extends { readonly case: Case }, Group extends string = 'type' | 'village'> {
  private readonly sides: readonly [SideDecider, SideDecider];
  private readonly names: readonly [SideName, SideName];
  private readonly options: ImpactOptions<Entry, Group>;
  private readonly equalRules: number;
  private readonly measures: Measures;
  private readonly rules: readonly RuleTally[];
  private readonly byId: ReadonlyMap<string, RuleTally>;
  private readonly total: HouseholdTally;
  private readonly groups: GroupTallies<Entry>;
  private readonly persons = counts(householdKinds);
  private readonly differences: readonly Map<number, number>[];
  private readonly absent: Verdict;
  private households = 0;
  private personCount = 0;
  private refused = 0;
  private index = -1;

  constructor(before: Side, after: Side, options: ImpactOptions<Entry, Group> = {}) {
    this.options = options;
    const { changed, equal } = changedRules(before, after);
    this.equalRules = equal;
    this.measures = new Measures(changed.flatMap((rule) => [rule.before, rule.after]));
    const ids = changed.map(({ rule }) => rule);
    this.sides = [new SideDecider(before, ids, this.measures), new SideDecider(after, ids, this.measures)];
    this.names = [nameOf(before), nameOf(after)];
    this.rules = changed.map((rule) => ({
      changed: rule,
      clause: clauseOf(rule, [after, before]),
      gives: [rule.before, rule.after].some((model) => model !== undefined && gives(model)),
      subjects: counts(findingKinds),
      households: 0,
      last: -1,
      money: new MoneySums(this.measures),
      findings: new SharedFindings(rule.rule, this.measures),
    }));
    this.byId = new Map(this.rules.map((rule) => [rule.changed.rule, rule]));
    this.total = new HouseholdTally(this.measures);
    this.groups = new GroupTallies(this.measures, options.groupBy ?? defaultGroups);
    this.differences = this.measures.units.map(() => new Map());
    this.absent = absentVerdict(this.measures);
  }

  /** Compares one household. */
  add(entry: Entry): void {
    const index = ++this.index;
    let cases: readonly [AskedCase, AskedCase];
    try {
      cases = [this.sides[0].read(entry.case), this.sides[1].read(entry.case)];
    } catch (error) {
      if (!(error instanceof JingzhunError)) throw error;
      this.refused++;
      this.options.refused?.({ index, problems: error.problems }, entry);
      return;
    }
    const { measures, rules } = this;
    const { persons } = cases[0];
    const household = new HouseholdChange(measures);
    for (let place = 0; place < rules.length; place++) this.compare(place, cases, household);
    this.households++;
    this.personCount += persons;
    const kind = household.kind();
    for (const person of household.persons) if (person !== undefined) this.persons[person.kind()]++;
    this.total.add(kind, persons, household.sums);
    this.groups.add(entry, kind, persons, household.sums);
    this.spread(household.sums);
    const { findings } = household;
    if (findings.length === 0) return;
    const money = moneyOf(measures, household.sums);
    this.options.each?.({ index, kind, persons, findings, money }, entry);
  }

  /** One rule, for everyone whom one of the sides asks. */
  private compare(place: number, cases: readonly [AskedCase, AskedCase], household: HouseholdChange): void {
    const before = this.sides[0].askedBy(place, cases[0]);
    const after = this.sides[1].askedBy(place, cases[1]);
    const [was, is] = [before[0]?.entity, after[0]?.entity];
    if (was !== undefined) this.pair(place, was, before, is === was ? after : nobody, household);
    if (is !== undefined && is !== was) this.pair(place, is, nobody, after, household);
  }

  private pair(
    place: number,
    entity: string,
    before: readonly Profiled[],
    after: readonly Profiled[],
    household: HouseholdChange,
  ): void {
    const rule = this.rules[place] as RuleTally;
    const { nothing } = this.measures;
    for (let index = 0; index < before.length || index < after.length; index++) {
      const [wasAsked, isAsked] = [before[index], after[index]];
      const was = wasAsked === undefined ? this.absent : this.sides[0].verdict(place, wasAsked);
      const is = isAsked === undefined ? this.absent : this.sides[1].verdict(place, isAsked);
      if (was.amounts !== nothing || is.amounts !== nothing) {
        rule.money.addVerdicts(was, is);
        addVerdicts(household.sums, was, is);
      }
      const kind = kindOf(was, is);
      if (kind === undefined) continue;
      rule.subjects[kind]++;
      if (kind === 'still-not-met') continue;
      if (rule.last !== this.index) {
        rule.last = this.index;
        rule.households++;
      }
      const member = entity === 'person' ? index : -1;
      household.add(kind, rule.gives, entity, member);
      if (this.options.each !== undefined) household.findings.push(rule.findings.of(entity, member, kind, was, is));
    }
  }

  private spread(sums: readonly number[]): void {
    for (let measure = 0; measure < this.differences.length; measure++) {
      const difference = certainDifference(sums, measure);
      if (difference === 0) continue;
      const households = this.differences[measure] as Map<number, number>;
      households.set(difference, (households.get(difference) ?? 0) + 1);
    }
  }

  /** A changed rule: where it stands and whether it gives something. */
  rule(id: string): { readonly clause: string; readonly gives: boolean } | undefined {
    const rule = this.byId.get(id);
    return rule && { clause: rule.clause, gives: rule.gives };
  }

  /** What came of all households added so far. */
  result(): Impact<Group> {
    const { persons, personCount } = this;
    const affected = householdKinds.reduce((sum, kind) => sum + (kind === 'same' ? 0 : persons[kind]), 0);
    return {
      before: this.names[0],
      after: this.names[1],
      households: this.households,
      persons: personCount,
      refused: this.refused,
      byHousehold: this.total.counts(),
      byPerson: { ...persons, same: personCount - affected },
      rules: this.rules.map((rule): RuleImpact => {
        const model = modelOf(rule.changed);
        return {
          rule: rule.changed.rule,
          kind: model.kind,
          clause: rule.clause,
          gives: rule.gives,
          asks: model.asks,
          causes: rule.changed.causes,
          subjects: { ...rule.subjects },
          households: rule.households,
          money: rule.money.list(),
        };
      }),
      equalRules: this.equalRules,
      money: this.total.money(),
      groups: this.groups.list() as Impact<Group>['groups'],
      distribution: this.measures.units.flatMap((measure, place) => {
        const bands = bandsOf(this.differences[place] as Map<number, number>);
        return bands.length === 0 ? [] : [{ ...measure, bands }];
      }),
    };
  }
}

/** It is there on one side at least. */
const modelOf = ({ before, after }: ChangedRule): RuleModel => (after ?? before) as RuleModel;

/** Where it stands in the policy's own document, also where a later one set how it reads now. */
function clauseOf({ rule, after, before }: ChangedRule, sides: readonly Side[]): string {
  const models = sides.flatMap(({ policy }) => policy.rules.filter(({ id }) => id === rule));
  const own = models.find(({ document }) => document === undefined) ?? after ?? before;
  return (own as RuleModel).clause;
}

function gives({ kind, outcomes }: RuleModel): boolean {
  return kind === 'entitlement' || kind === 'incentive' || outcomes.some(({ role }) => role === 'grant');
}

function nameOf({ policy, on, assessedOn = on }: Side): SideName {
  return { policy: policy.id, release: policy.release, digest: policy.digest, on, assessedOn };
}

function counts<Kind extends string>(kinds: readonly Kind[]): Record<Kind, number> {
  return Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
}

const defaultGroups = {
  type: (entry: { readonly case: Case }) => entry.case.household?.type,
  village: (entry: { readonly case: Case }) => entry.case.household?.villageName,
};
