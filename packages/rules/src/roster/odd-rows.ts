import { itemFrames } from '../compile/entries.ts';
import type { Frame } from '../compile/frame.ts';
import type { Regime } from '../compile/regime.ts';
import { isOfPerson } from './columns.ts';
import type { Sheet } from './sheet.ts';

/** Marks the households with a record that a formula may refuse. */
export function markRecords({ regime, columns, shared, odd }: Sheet): void {
  const { facts, offsets } = columns;
  for (const [name, column] of Object.entries(facts)) {
    if (column.kind !== 'records' || !regime.facts.has(name)) continue;
    const refused = column.values.map((records) => isRefused(name, records, regime, shared));
    if (!refused.includes(true)) continue;
    column.places.forEach((place, row) => {
      if (place > 0 && refused[place - 1]) odd[isOfPerson(name) ? householdOf(row, offsets) : row] = 1;
    });
  }
}

/** Is there something in the records that cannot be used? */
function isRefused(name: string, records: unknown, { scope, facts }: Regime, shared: Frame): boolean {
  const fact = facts.get(name);
  if (fact === undefined) return false;
  const question = { ...shared.question, problems: [] };
  const values = fact.level === 'case' ? shared.values.slice() : new Array<Frame['values'][number]>(fact.index + 1);
  values[fact.index] = records as Frame['values'][number];
  const frame = { ...shared, values, question } as { -readonly [Key in keyof Frame]: Frame[Key] };
  frame.case = frame;
  frame.person = frame;
  itemFrames(name, scope)(frame);
  return question.problems.length > 0;
}

/** The household that a person belongs to, by halving. */
function householdOf(person: number, offsets: Uint32Array): number {
  let [low, high] = [0, offsets.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) <= person) low = middle;
    else high = middle;
  }
  return low;
}
