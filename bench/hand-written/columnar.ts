import type { RosterColumns } from '../../packages/rules/src/roster/index.ts';
import type { Case } from '../../packages/schemas/src/index.ts';
import { householdColumns } from './columnar-households.ts';
import { Input } from './columnar-input.ts';
import { personColumns } from './columnar-persons.ts';

/**
 * What `decideRoster` finds about households and persons on 2017-09-01 under the Ruyuan plan, written out by hand as loops
 * over columns: a column of status codes a rule, and one of steps where the amount differs by row.
 */
export function handWrittenColumns(columns: RosterColumns): Record<string, Uint8Array | Float64Array> {
  const around = (columns.around ?? {}) as Case;
  const input = new Input(columns);
  const codesOf = (fact: string): readonly string[] => {
    const column = columns.facts[fact];
    return column?.kind === 'code' ? column.codes : [];
  };
  const codes = {
    type: codesOf('household.type'),
    production: codesOf('household.loan.purpose').indexOf('production') + 1,
    transferred: codesOf('person.employmentStatus').indexOf('transferred') + 1,
  };
  const { columns: ofHouseholds, truths } = householdColumns(input, codes, around);
  return { ...ofHouseholds, ...personColumns(input, truths, around) };
}
