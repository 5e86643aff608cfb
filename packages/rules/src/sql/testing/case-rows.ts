import type { Case } from '@jingzhun/schemas';
import type { FactModel, Policy } from '../../model/policy.ts';
import { type Column, columnsOf, type Level } from '../columns.ts';

type Row = readonly (string | null)[];

/** Cases as rows of the two tables, every value as text; null where a fact is not given. */
export interface CaseRows {
  readonly columns: Readonly<Record<Level, readonly Column[]>>;
  readonly household: Row[];
  readonly person: Row[];
}

type Data = Readonly<Record<string, unknown>>;

export function caseRows(policy: Policy, cases: readonly Case[]): CaseRows {
  const columns = columnsOf(policy);
  const household: Row[] = [];
  const person: Row[] = [];
  cases.forEach((each, id) => {
    const home = each.household as Data;
    household.push([String(id), ...columns.household.map((column) => cellOf(home, column.fact))]);
    (home.members as readonly Data[]).forEach((member, place) => {
      person.push([
        String(id),
        `${id}-${place}`,
        String(place),
        ...columns.person.map(({ fact }) => cellOf(member, fact)),
      ]);
    });
  });
  return { columns, household, person };
}

function cellOf(object: Data, { path = [] }: FactModel): string | null {
  let value: unknown = object;
  for (const key of path) value = value === undefined ? undefined : (value as Data)[key];
  if (value === undefined || value === null) return null;
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
}

/** The case as far as the tables can hold it: no lists of records, a list of members always, and nothing else. */
export function tabular(policy: Policy, { household = {} }: Case): Case {
  const records = policy.facts.filter(({ kind, name }) => kind === 'records' && name !== 'household.members');
  const without = (object: Data, entity: string): Data => {
    const copy = JSON.parse(JSON.stringify(object)) as Record<string, unknown>;
    for (const { path = [] } of records.filter((fact) => fact.entity === entity)) remove(copy, path);
    return copy;
  };
  const members = ((household as Data).members as readonly Data[] | undefined) ?? [];
  return {
    household: { ...without(household as Data, 'household'), members: members.map((each) => without(each, 'person')) },
  } as Case;
}

function remove(object: Record<string, unknown>, [key, ...rest]: readonly string[]): void {
  if (key === undefined) return;
  if (rest.length === 0) delete object[key];
  else if (typeof object[key] === 'object') remove(object[key] as Record<string, unknown>, rest);
}
