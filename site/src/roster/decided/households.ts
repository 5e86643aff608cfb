import type { RosterHousehold } from '@jingzhun/schemas/table';
import type {
  Answered,
  FilterStatus,
  HouseholdFilter,
  HouseholdLine,
  HouseholdQuery,
  Scope,
  SortKey,
  Sum,
} from '../protocol-results.ts';
import { type DecidedRoster, personsIn } from './decided-roster.ts';
import { Sums } from './sums.ts';

/** What a household is called, for searching and sorting; masked only where it is shown. */
export function nameIn({ case: input }: RosterHousehold): string | null {
  const { headName, members } = input.household ?? {};
  if (headName) return headName;
  const head = members?.find(({ relation }) => relation === 'head') ?? members?.[0];
  return head?.name ?? null;
}

/** Finds and orders the households of a decided roster. */
export class Households {
  private readonly roster: DecidedRoster;
  private last: { readonly key: string; readonly found: readonly number[] } | undefined;

  constructor(roster: DecidedRoster) {
    this.roster = roster;
  }

  /** The places of the households that a query lets through, in its order. The last answer is remembered for paging. */
  find({ scope, filter, sort }: HouseholdQuery): readonly number[] {
    const key = JSON.stringify([scope, Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1)), sort]);
    if (this.last?.key === key) return this.last.found;
    const found = this.matching(filter, scope);
    this.order(found, sort, scope);
    this.last = { key, found };
    return found;
  }

  /** In the order of the file. */
  matching(filter: HouseholdFilter, scope: Scope): number[] {
    const { households } = this.roster.question;
    const found: number[] = [];
    const passes = this.filterFor(filter, scope);
    for (let index = 0; index < households.length; index++) {
      if (!this.roster.isRefused(index) && passes(index)) found.push(index);
    }
    return found;
  }

  line(index: number, scope: Scope): HouseholdLine {
    const { households } = this.roster.question;
    const household = households[index] as RosterHousehold;
    const { villageName, type } = household.case.household ?? {};
    return {
      index,
      row: household.rows[0] ?? 0,
      id: household.id,
      name: nameIn(household),
      village: villageName ?? null,
      group: this.groupOf(index),
      type: type ?? null,
      members: personsIn(household.case),
      ...this.counted(index, scope),
    };
  }

  /** What a household gets, and how many findings of each status it has. */
  counted(index: number, scope: Scope): Pick<HouseholdLine, 'sums' | 'counts'> {
    const { roster } = this;
    const sums = new Sums(roster.store);
    const counts: Record<Answered, number> = { met: 0, unknown: 0, unmet: 0 };
    roster.store.each(index, (rule, status, amounts) => {
      if (!roster.isIn(scope, rule) || status === 'not-applicable' || status === 'not-in-force') return;
      counts[status]++;
      sums.add(rule, status, amounts);
    });
    return { sums: sums.list(), counts };
  }

  villageOf(index: number): string | null {
    return this.roster.question.households[index]?.case.household?.villageName ?? null;
  }

  groupOf(index: number): string | null {
    return this.roster.question.groups?.[index] ?? null;
  }

  typeOf(index: number): string | null {
    return this.roster.question.households[index]?.case.household?.type ?? null;
  }

  private filterFor(filter: HouseholdFilter, scope: Scope): (index: number) => boolean {
    const { village, group, type, rule, status, lacks, find } = filter;
    const tests: ((index: number) => boolean)[] = [];
    if (village !== undefined) tests.push((index) => this.villageOf(index) === village);
    if (group !== undefined) tests.push((index) => this.groupOf(index) === group);
    if (type !== undefined) tests.push((index) => this.typeOf(index) === type);
    if (lacks !== undefined) tests.push((index) => this.roster.lacks(index, lacks, scope));
    if (rule !== undefined || status !== undefined) tests.push(this.answered(rule, status, scope));
    const sought = find?.trim().toLowerCase() ?? '';
    if (sought !== '') tests.push((index) => this.isCalled(index, sought));
    return (index) => tests.every((test) => test(index));
  }

  private answered(
    rule: string | undefined,
    status: FilterStatus | undefined,
    scope: Scope,
  ): (index: number) => boolean {
    const { store, rules } = this.roster;
    const all = rules.flatMap((_, place) => (this.roster.isIn(scope, place) ? [place] : []));
    const places = rule === undefined ? all : [this.roster.placeOf(rule) ?? -1];
    if (status === 'undelivered') return (index) => places.some((place) => store.isUndelivered(index, place));
    const statuses: readonly Answered[] = status === undefined ? ['met', 'unknown', 'unmet'] : [status];
    return (index) => places.some((place) => statuses.some((each) => store.has(index, place, each)));
  }

  private isCalled(index: number, sought: string): boolean {
    const { id, case: input } = this.roster.question.households[index] as RosterHousehold;
    const { headName, members = [] } = input.household ?? {};
    const called = [id, headName, ...(members ?? []).flatMap(({ id: person, name }) => [person, name])];
    return called.some((each) => each?.toLowerCase().includes(sought));
  }

  private order(found: number[], { by, descending }: HouseholdQuery['sort'], scope: Scope): void {
    if (by !== 'file') {
      const keys = new Map(found.map((index) => [index, this.keyOf(index, by, scope)]));
      // What is not stated stands at the end in either direction.
      found.sort((a, b) => {
        const [one, other] = [keys.get(a) ?? null, keys.get(b) ?? null];
        if (one === null || other === null) return Number(one === null) - Number(other === null) || a - b;
        return (descending ? -1 : 1) * compare(one, other) || a - b;
      });
    } else if (descending) found.reverse();
  }

  private keyOf(index: number, by: SortKey, scope: Scope): Key | null {
    const household = this.roster.question.households[index] as RosterHousehold;
    switch (by) {
      case 'id':
        return household.id;
      case 'village':
        return this.villageOf(index) === null ? null : `${this.villageOf(index)} ${this.groupOf(index) ?? ''}`;
      case 'type':
        return this.typeOf(index);
      case 'members':
        return [personsIn(household.case)];
      case 'amount':
        return moneyOf(this.counted(index, scope).sums);
      case 'met':
      case 'unknown':
      case 'unmet':
        return [this.counted(index, scope).counts[by]];
      default:
        return [index];
    }
  }
}

type Key = string | readonly number[];

/** What is certain every year, then all other certain money, then what may come every year. */
function moneyOf(sums: readonly Sum[]): readonly number[] {
  const money = sums.filter(({ unit }) => unit === 'yuan');
  const yearly = money.find(({ every }) => every === 'year');
  const others = money.reduce((sum, each) => sum + (each === yearly ? 0 : each.certain), 0);
  return [yearly?.certain ?? 0, others, yearly?.possible ?? 0];
}

const compare = (one: Key, other: Key): number =>
  typeof one === 'string' || typeof other === 'string'
    ? collator.compare(String(one), String(other))
    : byNumbers(one, other);

const collator = new Intl.Collator('zh-CN', { numeric: true });

function byNumbers(one: readonly number[], other: readonly number[]): number {
  for (let place = 0; place < Math.max(one.length, other.length); place++) {
    const difference = (one[place] ?? 0) - (other[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
