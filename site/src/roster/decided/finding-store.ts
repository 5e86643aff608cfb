import type { Finding, RuleFinding, RuleModel, Status } from '@jingzhun/rules';
import type { Inexact } from '../protocol-results.ts';
import { NumberList } from './numbers.ts';

/** Sums are kept in whole ten-thousandths, so that they stay exact. */
export const precision = 10_000;

const statuses: readonly Status[] = ['met', 'unknown', 'unmet', 'not-applicable', 'not-in-force'];
const deliveries = [undefined, 'met', 'unmet', 'unknown'] as const;

/** An amount that a rule grants: its place among the rule's outcomes, and what it adds up in. */
export interface Grant {
  readonly place: number;
  readonly what: string;
  readonly unit: string;
  readonly every: string;
  /** The document promises about so much, or at least so much. */
  readonly meant?: Inexact;
}

const undelivered = statuses.indexOf('met') + statuses.length * deliveries.indexOf('unmet');

/** A finding as it is kept: who, what came of it, and what is granted. */
export interface StoredFinding {
  readonly rule: number;
  /** Place among the members; -1 for the household. */
  readonly member: number;
  readonly status: Status;
  readonly delivered: RuleFinding['delivered'];
  /** Of each grant, in ten-thousandths: NaN where the amount is not known, undefined where nothing can be granted. */
  readonly amounts: readonly (number | undefined)[];
}

/** Which rules are asked of whom: the same for all households of so many members. */
interface Layout {
  readonly rules: readonly number[];
  readonly members: readonly number[];
  /** Where each finding's amounts begin among the household's. */
  readonly amounts: readonly number[];
  /** Of each rule, the first of its findings and how many there are. */
  readonly spans: ReadonlyMap<number, readonly [first: number, count: number]>;
}

/** The findings of every household in a few long lists of numbers. */
export class FindingStore {
  private readonly places: ReadonlyMap<string, number>;
  /** The amounts that each rule grants. */
  readonly grants: readonly (readonly Grant[])[];
  private readonly layouts: Layout[] = [];
  private readonly layoutOf = new NumberList((length) => new Uint16Array(length));
  private readonly starts = new NumberList((length) => new Uint32Array(length));
  private readonly amountStarts = new NumberList((length) => new Uint32Array(length));
  private readonly codes = new NumberList((length) => new Uint8Array(length));
  private readonly amounts = new NumberList((length) => new Float64Array(length));

  /** Rules as they read on the day, in the document's order: a finding names its rule by the place in it. */
  constructor(rules: readonly RuleModel[]) {
    this.places = new Map(rules.map(({ id }, place) => [id, place]));
    this.grants = rules.map(grantsOf);
  }

  get households(): number {
    return this.layoutOf.length;
  }

  /** Keeps what was found about the next household and its members. */
  add(findings: readonly Finding[]): void {
    const own = findings.filter(isOwn);
    const layout = this.layoutFor(own);
    this.layoutOf.push(layout);
    this.starts.push(this.codes.length);
    this.amountStarts.push(this.amounts.length);
    const { rules } = this.layouts[layout] as Layout;
    for (let place = 0; place < own.length; place++) {
      const { status, delivered, outcomes } = own[place] as RuleFinding;
      this.codes.push(statuses.indexOf(status) + statuses.length * deliveries.indexOf(delivered));
      const open = status === 'met' || status === 'unknown';
      for (const { place: at, what } of this.grantsOf(rules[place] as number)) {
        // Grants stand first among a rule's outcomes, and are there only while they can be granted.
        const outcome = open && outcomes[at]?.what === what ? outcomes[at] : undefined;
        const { value } = outcome ?? {};
        this.amounts.push(
          outcome === undefined ? closed : typeof value === 'number' ? Math.round(value * precision) : Number.NaN,
        );
      }
    }
  }

  /** Every finding of a household, in the order of `decide`. */
  findings(household: number): readonly StoredFinding[] {
    const { rules } = this.layout(household);
    return rules.map((_, place) => this.finding(household, place));
  }

  /** The findings of one rule about a household or its members. */
  ofRule(household: number, rule: number): readonly StoredFinding[] {
    const [first, count] = this.layout(household).spans.get(rule) ?? [0, 0];
    return Array.from({ length: count }, (_, place) => this.finding(household, first + place));
  }

  /**
   * Goes through the findings of a household without making anything of them. The amounts of a finding's grants stand
   * from `amounts` on: see `amountAt`.
   */
  each(household: number, take: (rule: number, status: Status, amounts: number) => void): void {
    const { rules, amounts } = this.layout(household);
    const start = this.starts.at(household);
    const amountStart = this.amountStarts.at(household);
    for (let place = 0; place < rules.length; place++) {
      take(rules[place] as number, this.statusAt(start + place), amountStart + (amounts[place] as number));
    }
  }

  /** In ten-thousandths: NaN where the amount is not known, undefined where nothing can be granted. */
  amountAt(place: number): number | undefined {
    const amount = this.amounts.at(place);
    return amount === closed ? undefined : amount;
  }

  grantsOf(rule: number): readonly Grant[] {
    return this.grants[rule] as readonly Grant[];
  }

  /** Has a rule this status for the household or one of its members? */
  has(household: number, rule: number, status: Status): boolean {
    const [first, count] = this.layout(household).spans.get(rule) ?? [0, 0];
    const start = this.starts.at(household) + first;
    for (let place = start; place < start + count; place++) if (this.statusAt(place) === status) return true;
    return false;
  }

  /** Is a rule met for the household or one of its members, and known not to have been received? */
  isUndelivered(household: number, rule: number): boolean {
    const [first, count] = this.layout(household).spans.get(rule) ?? [0, 0];
    const start = this.starts.at(household) + first;
    for (let place = start; place < start + count; place++) if (this.codes.at(place) === undelivered) return true;
    return false;
  }

  private layout(household: number): Layout {
    return this.layouts[this.layoutOf.at(household)] as Layout;
  }

  private statusAt(place: number): Status {
    return statuses[this.codes.at(place) % statuses.length] as Status;
  }

  private finding(household: number, place: number): StoredFinding {
    const layout = this.layout(household);
    const code = this.codes.at(this.starts.at(household) + place);
    const rule = layout.rules[place] as number;
    const from = this.amountStarts.at(household) + (layout.amounts[place] as number);
    return {
      rule,
      member: layout.members[place] as number,
      status: statuses[code % statuses.length] as Status,
      delivered: deliveries[Math.floor(code / statuses.length)],
      amounts: this.grantsOf(rule).map((_, grant) => this.amountAt(from + grant)),
    };
  }

  private layoutFor(findings: readonly RuleFinding[]): number {
    const known = this.layouts.findIndex(
      ({ rules, members }) =>
        rules.length === findings.length &&
        findings.every(
          ({ rule, subject }, place) =>
            this.places.get(rule) === rules[place] && (subject.entity === 'person') === (members[place] as number) >= 0,
        ),
    );
    if (known >= 0) return known;
    this.layouts.push(this.newLayout(findings));
    return this.layouts.length - 1;
  }

  private newLayout(findings: readonly RuleFinding[]): Layout {
    const rules: number[] = [];
    const members: number[] = [];
    const amounts: number[] = [];
    const spans = new Map<number, readonly [number, number]>();
    let next = 0;
    for (const [place, { rule: id, subject }] of findings.entries()) {
      const rule = this.places.get(id) as number;
      const [first, count] = spans.get(rule) ?? [place, 0];
      spans.set(rule, [first, count + 1]);
      rules.push(rule);
      // Findings of one rule come person by person, in the order of the members.
      members.push(subject.entity === 'person' ? count : -1);
      amounts.push(next);
      next += this.grantsOf(rule).length;
    }
    return { rules, members, amounts, spans };
  }
}

/** A grant that cannot come. */
const closed = Number.NEGATIVE_INFINITY;

/** Where the document prints no number there is no amount to add up. */
function grantsOf({ outcomes }: RuleModel): readonly Grant[] {
  return outcomes.flatMap(({ role, value, what, unit = '', every = 'once', comparator }, place) => {
    if (role !== 'grant' || value === null) return [];
    const isInexact = comparator === 'approx' || comparator === 'at-least';
    return [{ place, what, unit, every, ...(isInexact && { meant: comparator }) }];
  });
}

/** What a roster's table is about: its households and their members. */
export function isOwn(finding: Finding): finding is RuleFinding {
  const { kind, subject } = finding;
  return kind !== 'contradiction' && (subject.entity === 'household' || subject.entity === 'person');
}
