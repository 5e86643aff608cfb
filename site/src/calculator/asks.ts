import type { Expression, Policy } from '@jingzhun/rules';
import type { Reading } from './case-form.ts';
import { partsOf } from './expression-parts.ts';
import { factModels } from './facts-read.ts';
import { benefits, type Verdict } from './verdict.ts';

/** Path of the button that adds a member: the place to answer who belongs to the household. */
export const membersPath = 'household.members';

/** Path of the field with the policy date, whichever of its meanings is asked about. */
export const datePath = 'date';

/** Finds where on the page a fact is asked. */
export class Places {
  private readonly policy: Policy;
  private readonly reading: Reading;
  private readonly sources: ReadonlyMap<string, string>;
  private readonly hasMembers: boolean;

  constructor(policy: Policy, reading: Reading, hasMembers: boolean) {
    this.policy = policy;
    this.reading = reading;
    this.sources = sourcesOf(policy);
    this.hasMembers = hasMembers;
  }

  /** The place of a fact of the page's subject, or of the member a finding is about. */
  of(fact: string, person: number | undefined): string | undefined {
    if (fact === membersPath) return this.hasMembers ? fact : undefined;
    if (isDate(fact)) return datePath;
    const path = fact.startsWith('person.')
      ? person === undefined
        ? undefined
        : `household.members[${person}].${fact.slice('person.'.length)}`
      : fact;
    return path !== undefined && this.reading.questions.has(path) ? path : undefined;
  }

  /** The place of a fact, or the first place of what it follows from; of members the first. */
  behind(fact: string, person: number | undefined, seen: Set<string> = new Set()): string | undefined {
    if (seen.has(fact)) return undefined;
    seen.add(fact);
    const own = this.of(fact, person ?? (fact.startsWith('person.') ? 0 : undefined));
    if (own !== undefined) return own;
    // The year that is asked about is what an answer is for: what happened in it stands at its own question.
    let year: string | undefined;
    for (const source of factsBehind(fact, this.policy)) {
      // What is beside the day is what an answer is about.
      if (isDate(source)) continue;
      const place = this.behind(source, person, seen);
      if (place !== undefined && !isPeriod(place)) return place;
      year ??= place;
    }
    return year;
  }

  /**
   * Where to ask what is missing. A fact of persons in a finding about the household is asked of every member of whom it
   * is not known, one of records of every record; one that simply follows from another is asked there, once.
   */
  toAsk(fact: string, person: number | undefined): readonly string[] {
    const source = this.sources.get(fact);
    if (source !== undefined) {
      const place = this.of(source, person);
      if (place !== undefined && this.isOpen(place)) return [place];
    }
    if (fact.startsWith('person.') && person === undefined && this.hasMembers) {
      const members = this.reading.names.map((_, index) => this.of(fact, index)).filter((place) => place !== undefined);
      if (members.length === 0) return [membersPath];
      return members.filter((place) => this.isOpen(place));
    }
    const entries = this.reading.entries.get(fact);
    if (entries !== undefined) return entries.filter((place) => this.isOpen(place));
    const place = this.of(fact, person);
    return place === undefined ? [] : [place];
  }

  /** Whether there is more to answer at a place. */
  isOpen(path: string): boolean {
    return path === membersPath || !this.reading.answered.has(path);
  }
}

const isDate = (fact: string): boolean => fact.startsWith('date.');
/** Whether a fact, or the place of one, is the year that is asked about, or of that year. */
export const isPeriod = (fact: string): boolean => fact.startsWith('period.');

/** The facts from which a fact follows, in the order of its formula. */
function factsBehind(fact: string, policy: Policy): readonly string[] {
  const { derive } = factModels(policy).get(fact) ?? {};
  if (derive === undefined) return [];
  const formulas = 'formula' in derive ? [derive.formula] : derive.cases.map(({ when }) => when);
  return formulas.flatMap(({ expression }) => factsNamed(expression));
}

/** A list behind what is asked of its entries: it is where to answer only if they are not. */
function factsNamed(expression: Expression): readonly string[] {
  const own = 'fact' in expression ? [expression.fact] : expression.op === 'table' ? [expression.by] : [];
  const list = 'list' in expression ? [expression.list] : [];
  return [...own, ...partsOf(expression).flatMap(factsNamed), ...list];
}

const known = new WeakMap<Policy, ReadonlyMap<string, string>>();

/** Facts that, where they are not given, are the same as another fact. */
function sourcesOf(policy: Policy): ReadonlyMap<string, string> {
  let sources = known.get(policy);
  if (sources === undefined) {
    sources = new Map(
      policy.facts.flatMap(({ name, derive }) =>
        derive !== undefined && 'formula' in derive && derive.formula.expression.op === 'fact'
          ? [[name, derive.formula.expression.fact] as const]
          : [],
      ),
    );
    known.set(policy, sources);
  }
  return sources;
}

/** Every place that could still change a finding, the one that settles most first. */
export function openPlaces(verdict: Verdict, places: Places): readonly string[] {
  const weights = new Map<string, number>();
  for (const { finding, person } of [...verdict.cards.unknown, ...verdict.cards.met, ...verdict.cards.applies]) {
    finding.missing.forEach((fact, rank) => {
      const asked = places.toAsk(fact, person);
      // The first fact of a finding settles most of it, and what is promised matters more to the reader than duties.
      const weight = (benefits.has(finding.kind) ? 2 : 1) / (rank + 1) / Math.max(1, asked.length);
      for (const place of asked) weights.set(place, (weights.get(place) ?? 0) + weight);
    });
  }
  return [...weights].sort(([, a], [, b]) => b - a).map(([place]) => place);
}
