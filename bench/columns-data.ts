import { ruyuan2016 } from '../packages/rules/src/policies/ruyuan-2016/1.0.0.gen.ts';
import { columnsFrom, type FactColumn, type RosterColumns } from '../packages/rules/src/roster/index.ts';
import type { Case } from '../packages/schemas/src/index.ts';
import { randomHouseholds } from './random-households.ts';

/** What is shared by all households of the comparison. */
const around = {
  area: { publicServicesAtAverage: true },
  external: {
    dibaoLine: 420,
    baseLendingRate: 4.35,
    pensionSubsidyRate: 30,
    industryAwardAmount: 500,
    upperHousingSubsidy: 20_000,
    inpatientRates: { 'level-1': 85.5, 'level-2': 75.1234, 'level-3': 60 },
  },
  fund: { distributableProfit: 1_234_567.89, totalShares: 12_345.6789 },
  project: { kind: 'poverty' },
  province: { ruralPerCapitaDisposableIncome: 14_512.2 },
} as Omit<Case, 'household' | 'person'>;

/** Columns of so many synthetic (合成数据) households: every fact that the rules read, left out here and there. */
export function randomColumns(households: number): RosterColumns {
  const cases = function* (): Generator<Case> {
    for (const { household } of randomHouseholds(ruyuan2016, households, 1)) yield { household } as Case;
  };
  return columnsFrom(cases(), ruyuan2016, around).columns;
}

/** The same households over and over: many rows without the time to invent them all. */
export function repeated(columns: RosterColumns, times: number): RosterColumns {
  const persons = columns.offsets.at(-1) as number;
  const offsets = new Uint32Array(columns.households * times + 1);
  for (let time = 0; time < times; time++) {
    const first = time * columns.households;
    for (let row = 0; row <= columns.households; row++) {
      offsets[first + row] = time * persons + (columns.offsets[row] as number);
    }
  }
  const facts = Object.entries(columns.facts).map(([name, column]) => [name, longer(column, times)] as const);
  const { listed } = columns;
  return {
    ...columns,
    households: columns.households * times,
    offsets,
    facts: Object.fromEntries(facts),
    ...(listed === undefined ? {} : { listed: tiled(listed, times) }),
  };
}

function longer(column: FactColumn, times: number): FactColumn {
  switch (column.kind) {
    case 'boolean':
    case 'code':
      return { ...column, classes: tiled(column.classes, times) };
    case 'number':
      return { ...column, steps: tiled(column.steps, times) };
    case 'date':
      return { ...column, days: tiled(column.days, times) };
    default:
      return { ...column, places: tiled(column.places, times) };
  }
}

function tiled<Rows extends Uint8Array | Uint32Array | Int32Array | Float64Array>(rows: Rows, times: number): Rows {
  const made = new (rows.constructor as new (length: number) => Rows)(rows.length * times);
  for (let time = 0; time < times; time++) made.set(rows as never, time * rows.length);
  return made;
}
