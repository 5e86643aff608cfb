import type { Case, Problem } from '@jingzhun/schemas';
import { JingzhunError } from '@jingzhun/schemas/problem';
import type { Frame } from '../compile/frame.ts';
import { problemAt } from '../compile/read.ts';
import { regimeOn } from '../compile/regime.ts';
import { open, refuseProblems } from '../decide/question.ts';
import { unreadableOr } from '../decide/unreadable-case.ts';
import type { Policy } from '../model/policy.ts';
import { ColumnWriter, idWriter } from './column-writer.ts';
import { membersList, type RosterColumns } from './columns.ts';

/** Columns made of cases. */
export interface ColumnsFrom {
  readonly columns: RosterColumns;
  /** Of each household in the columns: the place of its case among those given. */
  readonly places: Uint32Array;
  /** The cases that cannot be decided, with the problems that `decide` would report. They have no row. */
  readonly refused: readonly { readonly place: number; readonly problems: readonly Problem[] }[];
}

/**
 * Makes columns of ordinary cases, one row a household. Only facts that the policy reads are kept, and the ids.
 *
 * @param around what is about other entities and holds for all households. A case that says something else about them
 * has no row: it is reported with the problem `not-shared`.
 *
 * @throws JingzhunError `invalid-case` where `around` cannot be used.
 *
 * @example
 * const { columns, refused } = columnsFrom(
 *   [{ household: { registered: true, members: [{}, {}] } }, { household: { perCapitaDisposableIncome: 0.001 } }],
 *   ruyuan2016,
 * );
 * [columns.households, columns.offsets[1], refused[0]?.place]; // [1, 2, 1]
 */
export function columnsFrom(cases: Iterable<Case>, policy: Policy, around: RosterColumns['around'] = {}): ColumnsFrom {
  // Whether facts can be read is the same on every day of a policy.
  const dates = { on: policy.force.from };
  const { levels } = regimeOn(policy, dates.on);
  try {
    refuseProblems(open(policy, around, dates));
  } catch (error) {
    throw unreadableOr(error, around);
  }
  const shared = textOf(around);

  const ofCase = levels.case.facts.filter(
    ({ model }) => model.entity === 'household' && model.path !== undefined && model.name !== membersList,
  );
  const ofPerson = levels.person.facts.filter(({ model }) => model.path !== undefined);
  const caseWriters = ofCase.map((fact) => new ColumnWriter(fact.model));
  const personWriters = ofPerson.map((fact) => new ColumnWriter(fact.model));
  const ids = { household: idWriter('household.id'), person: idWriter('person.id') };
  const offsets = [0];
  const [listed, present, alone] = [[], [], []] as [number[], number[], number[]];
  const places: number[] = [];
  const refused: { place: number; problems: readonly Problem[] }[] = [];

  let place = -1;
  for (const each of cases) {
    place++;
    let opened: ReturnType<typeof open>;
    try {
      opened = open(policy, each, dates);
      refuseProblems(opened);
      refuseOthers(each, shared);
    } catch (thrown) {
      const error = unreadableOr(thrown, each);
      if (!(error instanceof JingzhunError)) throw error;
      refused.push({ place, problems: error.problems });
      continue;
    }
    const { home, persons } = opened;
    const household = home.objects.household as Readonly<Record<string, unknown>> | null | undefined;
    ofCase.forEach(({ index }, column) => {
      caseWriters[column]?.add(home.values[index]);
    });
    ids.household.add(idOf(home, 'household'));
    for (const person of persons) {
      ofPerson.forEach(({ index }, column) => {
        personWriters[column]?.add(person.values[index]);
      });
      ids.person.add(idOf(person, 'person'));
    }
    offsets.push((offsets.at(-1) as number) + persons.length);
    present.push(household == null ? 0 : 1);
    listed.push(Array.isArray(household?.members) ? 1 : 0);
    alone.push(each.person == null ? 0 : 1);
    places.push(place);
  }
  const facts = [...caseWriters, ...personWriters, ids.household, ids.person].flatMap((writer) => {
    const column = writer.column();
    return column === undefined ? [] : [[writer.name, column] as const];
  });
  const columns = {
    households: places.length,
    offsets: Uint32Array.from(offsets),
    facts: Object.fromEntries(facts),
    around,
    ...(listed.includes(0) ? { listed: Uint8Array.from(listed) } : {}),
    ...(present.includes(0) ? { present: Uint8Array.from(present) } : {}),
    ...(alone.includes(1) ? { alone: Uint8Array.from(alone) } : {}),
  };
  return { columns, places: Uint32Array.from(places), refused };
}

/** Whatever a case says about other entities has to be what is said once for all. */
function refuseOthers(each: Case, shared: string | undefined): void {
  const { household, person, ...others } = each;
  const said = Object.entries(others).filter(([, value]) => value !== undefined && value !== null);
  if (said.length === 0) return;
  const text = textOf(Object.fromEntries(said));
  if (text !== undefined && text === shared) return;
  throw new JingzhunError('invalid-case', [
    problemAt(
      said[0]?.[0] ?? '',
      'not-shared',
      '与全体共有的内容一致，或不写',
      'what is given once for all households, or left out',
    ),
  ]);
}

/** Undefined for what cannot be written, such as what refers to itself or is nested without end: nothing is the same as that. */
function textOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, inOrder);
  } catch {
    return undefined;
  }
}

/** Keys in one order, so that equal objects are equal texts. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function idOf({ objects }: Frame, entity: string): string | undefined {
  const id = (objects[entity] as { id?: unknown } | undefined | null)?.id;
  return typeof id === 'string' ? id : undefined;
}
