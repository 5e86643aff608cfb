import type { Case } from '@jingzhun/schemas';
import { dayOfNumber, type FactColumn, isOfPerson, type RosterColumns } from './columns.ts';

type Facts = Record<string, unknown>;

/**
 * The case that a row stands for, to decide it with reasons.
 *
 * @param row place of the household, from 0.
 *
 * @example
 * const { columns } = columnsFrom([{ household: { registered: true, members: [{ schoolStage: 'primary' }] } }], ruyuan2016);
 * caseAt(columns, 0).household?.members?.[0]?.schoolStage; // 'primary'
 */
export function caseAt(columns: RosterColumns, row: number): Case {
  const { offsets, facts, around, listed, present, alone } = columns;
  const from = offsets[row] as number;
  const to = offsets[row + 1] as number;
  const stranger = alone?.[row] === 1 ? to - 1 : to;
  const household: Facts = {};
  const persons: Facts[] = Array.from({ length: to - from }, () => ({}));
  for (const [name, column] of Object.entries(facts)) {
    const path = name.split('.').slice(1);
    if (isOfPerson(name)) {
      for (let place = from; place < to; place++) put(persons[place - from] as Facts, path, valueAt(column, place));
    } else put(household, path, valueAt(column, row));
  }
  if (listed?.[row] !== 0) household.members = persons.slice(0, stranger - from);
  return {
    ...around,
    ...(present?.[row] === 0 ? {} : { household }),
    ...(stranger < to ? { person: persons.at(-1) } : {}),
  } as Case;
}

function put(object: Facts, path: readonly string[], value: unknown): void {
  if (value === undefined) return;
  let inside = object;
  for (const key of path.slice(0, -1)) {
    inside[key] ??= {};
    inside = inside[key] as Facts;
  }
  inside[path.at(-1) as string] = value;
}

/** A value in the terms of a case; undefined where it is unknown. */
function valueAt(column: FactColumn, row: number): unknown {
  switch (column.kind) {
    case 'boolean': {
      const truth = column.classes[row];
      return truth === 0 ? undefined : truth === 1;
    }
    case 'code':
      return column.codes[(column.classes[row] as number) - 1];
    case 'number': {
      const steps = column.steps[row] as number;
      return Object.is(steps, column.unknown) ? undefined : steps / column.scale;
    }
    case 'date': {
      const day = column.days[row] as number;
      return day === column.unknown ? undefined : dayOfNumber(day);
    }
    default:
      return column.values[(column.places[row] as number) - 1];
  }
}
