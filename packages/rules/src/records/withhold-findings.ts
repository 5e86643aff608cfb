import type { Case, Contradiction, Decision, RecordedFinding, RuleFinding, Subject, Total } from '@jingzhun/schemas';
import type { OutcomeModel, Policy, RuleModel } from '../model/policy.ts';
import { rulesOn } from '../model/rules-on.ts';
import { Readings, type Reads } from './reads.ts';

/** Findings and totals as a record holds them, and where something was left out of them. */
export interface WithheldFindings {
  readonly findings: readonly RecordedFinding[];
  readonly totals: readonly RecordedTotal[];
  readonly paths: readonly string[];
}

type RecordedTotal = Partial<Total> & Pick<Total, 'unit' | 'every'>;

/**
 * Leaves out of a decision what would give withheld facts away. What stays of a finding that rests on one is what the
 * record is for: its status, the statuses of its items, whether it was delivered, and which outcomes there are.
 * Two cases that differ only in withheld facts and come to the same of these have the same record.
 */
export class FindingsWithholder {
  private readonly hidden: ReadonlySet<string>;
  private readonly facts: Policy['facts'];
  private readonly readings: Readings;
  private readonly rules: ReadonlyMap<string, RuleModel>;
  private readonly resting = new WeakMap<object, boolean>();
  private readonly places = new Map<string, number>();
  private readonly paths: string[] = [];

  constructor(policy: Policy, on: string, names: ReadonlySet<string>) {
    this.hidden = names;
    this.facts = policy.facts;
    this.readings = Readings.ofPolicy(policy);
    this.rules = new Map(rulesOn(policy, on).map((rule) => [rule.id, rule]));
  }

  /** Does a finding rest on a withheld fact? Then it cannot be made again without it. */
  restsOnWithheld(rule: string): boolean {
    return this.rests(this.rules.get(rule) ?? { fact: rule.replace(/^contradiction\./, '') });
  }

  /**
   * The withheld facts that findings rest on, as a case names them; also those that could contradict what follows from
   * others, for that would be a finding of its own.
   */
  readBy(findings: readonly { readonly rule: string }[]): string[] {
    const contradictable = this.facts.filter(({ path, derive, fallback }) => path && derive && !fallback);
    const parts = [
      ...findings.map(({ rule }) => this.readsOf(rule)),
      ...contradictable.map(({ name }) => this.readsOf(name)),
    ];
    const read = new Set(parts.flatMap(({ facts }) => [...facts]));
    return [...this.hidden].filter((name) => [...read].some((fact) => isWithin(fact, name))).sort();
  }

  readsOf(rule: string): Reads {
    return this.readings.of(this.rules.get(rule) ?? { fact: rule.replace(/^contradiction\./, '') });
  }

  withhold({ findings, totals }: Decision, { household }: Case): WithheldFindings {
    for (const [index, { id }] of (household?.members ?? []).entries()) {
      if (typeof id === 'string') this.places.set(id, index);
    }
    const recorded = findings.map((finding, index) => this.finding(finding, `findings[${index}]`));
    const open = recorded.flatMap(({ outcomes }) => outcomes.filter((outcome) => !('value' in outcome)));
    const rows = totals.map((total, index): RecordedTotal => {
      const holds = open.some(({ unit, every }) => unit === total.unit && (every ?? 'once') === total.every);
      return holds ? this.without(total, ['value', 'certain', 'unpriced'], `totals[${index}]`) : total;
    });
    return { findings: recorded, totals: rows, paths: this.paths };
  }

  private rests(part: unknown): boolean {
    if (this.hidden.size === 0 || typeof part !== 'object' || part === null) return false;
    let rests = this.resting.get(part);
    if (rests === undefined) {
      rests = [...this.readings.of(part).facts].some((fact) => this.hides(fact));
      this.resting.set(part, rests);
    }
    return rests;
  }

  /** Is a fact withheld, or inside what is? */
  private hides(fact: string): boolean {
    for (const name of this.hidden) if (isWithin(fact, name)) return true;
    return false;
  }

  private without<T extends object, K extends keyof T & string>(
    object: T,
    keys: readonly K[],
    path: string,
  ): Omit<T, K> & Partial<Pick<T, K>> {
    const kept = { ...object };
    for (const key of keys) {
      delete kept[key];
      this.paths.push(`${path}.${key}`);
    }
    return kept;
  }

  private finding(finding: Decision['findings'][number], path: string): RecordedFinding {
    const own = { ...finding, subject: this.subject(finding.subject) };
    if (!this.restsOnWithheld(finding.rule)) return own as RecordedFinding;
    if (own.kind === 'contradiction') {
      const { because, ...rest } = own as Contradiction;
      return {
        ...this.without(rest, ['supplied', 'derived'], path),
        because: because.map((each, at) => this.without(each, ['expected', 'actual'], `${path}.because[${at}]`)),
      };
    }
    return this.ruleFinding(own as RuleFinding, this.rules.get(finding.rule) as RuleModel, path);
  }

  private ruleFinding(finding: RuleFinding, model: RuleModel, path: string): RecordedFinding {
    const outcomes = finding.outcomes.map((outcome, index) => {
      const meant = model.outcomes.filter(({ what }) => what === outcome.what);
      const hides = (key: keyof OutcomeModel): boolean => meant.some((each) => this.rests(each[key]));
      const keys = [
        ...(hides('value') ? (['value', 'gap'] as const) : []),
        ...(hides('actual') ? (['actual', 'gap'] as const) : []),
      ].filter((key) => key in outcome);
      return this.without(outcome, [...new Set(keys)], `${path}.outcomes[${index}]`);
    });
    const because = finding.because.map((reason, index) => {
      const leaves = leavesOf(model).filter(
        ({ fact, operator }) => fact === reason.fact && operator === reason.operator,
      );
      const actual = this.rests({ fact: reason.fact });
      const expected = leaves.some(({ value }) => this.rests(value));
      if (!actual && !expected) return reason;
      const keys = [...(actual ? (['actual'] as const) : []), ...(expected ? (['expected'] as const) : [])];
      return this.without(reason, [...keys, 'holds'], `${path}.because[${index}]`);
    });
    const items = finding.items?.map((item, index) => {
      const due = model.items?.find(({ key }) => key === item.key)?.due;
      return this.rests(due) ? this.without(item, ['due'], `${path}.items[${index}]`) : item;
    });
    const dues = [model.due, ...(model.items ?? []).map(({ due }) => due)];
    // Of a finding that is met, facts are missing only for its amounts.
    const asks =
      finding.status === 'unknown' ||
      (finding.status === 'met' && model.outcomes.some(({ value }) => this.rests(value)));
    const keys = [
      ...(asks ? (['missing'] as const) : []),
      ...(finding.status === 'unmet' ? (['eligibleIf'] as const) : []),
      ...(dues.some((due) => this.rests(due)) ? (['due', 'daysLeft'] as const) : []),
    ];
    const kept = this.without(finding, keys, path);
    return { ...kept, outcomes, because, ...(items === undefined ? {} : { items }) } as RecordedFinding;
  }

  /** A member whose id is withheld is known by the place, as one that has none. */
  private subject({ entity, id, index }: Subject): Subject {
    if (id === null || !this.hidden.has(`${entity}.id`))
      return index === undefined ? { entity, id } : { entity, id, index };
    const place = entity === 'person' ? this.places.get(id) : undefined;
    return place === undefined ? { entity, id: null } : { entity, id: null, index: place };
  }
}

/** Is a fact the withheld one, or inside it? */
const isWithin = (fact: string, name: string): boolean => fact === name || fact.startsWith(`${name}.`);

interface Leaf {
  readonly fact: string;
  readonly operator: string;
  readonly value: unknown;
}

/** The conditions that reasons come from. */
function leavesOf(part: unknown): Leaf[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('fact' in part && 'operator' in part) return [part as Leaf];
  return Object.values(part).flatMap(leavesOf);
}
