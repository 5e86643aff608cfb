import type { Roster } from '@jingzhun/schemas/table';
import type { Task } from '../../worker/task.ts';
import { circumstanceRules } from './circumstances.ts';
import type { Doubt, DoubtRule, GivenHousehold, Seen } from './doubt.ts';
import { familyRules } from './family.ts';
import { personRules } from './persons.ts';

const rules: readonly DoubtRule[] = [...familyRules, ...circumstanceRules, ...personRules];

/** What should be looked at in a household: it can be read, and is hardly so. */
const doubtsAbout = (seen: Seen): Doubt[] => rules.flatMap((rule) => rule(seen));

/** What should be looked at in a roster: household by household, then numbers that several persons have. */
export async function doubtsIn(
  { match, households }: Pick<Roster, 'match' | 'households'>,
  on: string,
  task: Task,
): Promise<Doubt[]> {
  const doubts: Doubt[] = [];
  const isRosterOfPersons = match.layout === 'person';
  const owners = new Map<string, number>();
  for (const [place, { case: own, rows }] of households.entries()) {
    const household = own.household as GivenHousehold;
    const members = (household.members ?? []).map((person, index) => ({ person, row: rows[index] ?? rows[0] ?? 0 }));
    doubts.push(...doubtsAbout({ household, members, row: rows[0] ?? 0, isRosterOfPersons, on }));
    for (const { person, row } of members) {
      const id = person.idNumber?.trim().toUpperCase();
      if (id === undefined) continue;
      const other = owners.get(id);
      if (other === undefined) owners.set(id, row);
      else doubts.push({ code: 'id-twice', row, field: 'person.idNumber', about: { other } });
    }
    if (!task.due) continue;
    task.report('doubts', place / households.length);
    await task.pause();
  }
  return doubts;
}
