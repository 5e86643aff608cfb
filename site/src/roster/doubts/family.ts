import { yearsBetween } from './age.ts';
import type { Doubt, DoubtRule, Seen, SeenMember } from './doubt.ts';

const relation = 'person.relation';

function twice(code: 'two-heads' | 'two-spouses', { members }: Seen, one: string): readonly Doubt[] {
  const [first, ...others] = members.filter(({ person }) => person.relation === one);
  if (first === undefined) return [];
  return others.map(({ row }) => ({ code, row, field: relation, about: { other: first.row } }));
}

const oneHead: DoubtRule = (seen) => {
  const { members, row } = seen;
  const known = members.length > 0 && members.every(({ person }) => person.relation !== undefined);
  if (known && !members.some(({ person }) => person.relation === 'head'))
    return [{ code: 'no-head', row, field: relation }];
  return twice('two-heads', seen, 'head');
};

const oneSpouse: DoubtRule = (seen) => twice('two-spouses', seen, 'spouse');

const memberCount: DoubtRule = ({ household, members, row, isRosterOfPersons }) => {
  const { memberCount: count } = household;
  if (!isRosterOfPersons || count === undefined || count === members.length) return [];
  return [{ code: 'member-count', row, field: 'household.memberCount', about: { count, rows: members.length } }];
};

const names: DoubtRule = ({ members }) => {
  const first = new Map<string, number>();
  return members.flatMap(({ person: { name }, row }): readonly Doubt[] => {
    if (name === undefined) return [];
    const other = first.get(name);
    first.set(name, other ?? row);
    return other === undefined ? [] : [{ code: 'same-name', row, field: 'person.name', about: { other } }];
  });
};

/** Nobody has a child before this age. */
const leastYears = 12;
const children: ReadonlySet<string> = new Set(['son', 'daughter']);
const parents: ReadonlySet<string> = new Set(['father', 'mother']);

const generations: DoubtRule = ({ members }) => {
  const head = members.find(({ person }) => person.relation === 'head')?.person.birthDate;
  if (head === undefined) return [];
  return members.flatMap((member) => generation(member, head));
};

function generation({ person, row }: SeenMember, head: string): readonly Doubt[] {
  const { relation: own, birthDate } = person;
  if (own === undefined || birthDate === undefined) return [];
  const field = 'person.birthDate';
  if (children.has(own)) {
    const years = yearsBetween(head, birthDate);
    return years < leastYears ? [{ code: 'child-age', row, field, about: { years } }] : [];
  }
  if (!parents.has(own)) return [];
  const years = yearsBetween(birthDate, head);
  return years < leastYears ? [{ code: 'parent-age', row, field, about: { years } }] : [];
}

export const familyRules: readonly DoubtRule[] = [oneHead, oneSpouse, memberCount, names, generations];
