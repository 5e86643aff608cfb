import { regimeOn } from '../../compile/regime.ts';
import { leaf, onePolicy, title } from '../../testing/tiny-policy.ts';
import { dialects } from '../dialects.ts';
import { orderedSlot } from '../ordered-slot.ts';
import type { SlotSql } from '../slot-sql.ts';
import { type Thresholds, thresholdsOf } from '../thresholds.ts';
import type { SqlValue } from '../value.ts';

export type Slot = Parameters<typeof orderedSlot>[0];

export const asks = (operator: string, value: unknown, fact = 'mainBusinessCount') =>
  leaf(`household.${fact}`, operator, value);

/**
 * What a table sees of the only fact that a condition asks, and its thresholds. `household.other` follows from others, and
 * lies within its field's bounds.
 */
export function asked(
  when: object,
  field: { readonly min?: number; readonly max?: number } = {},
): readonly [Slot, Thresholds] {
  const facts = {
    'household.other': { title, unit: '1', formula: 'sum(household.annualPlanYears, entry)' },
    'household.later': { title, formula: 'firstOfNextMonth(household.exitDate)' },
  };
  const policy = onePolicy({ when }, { facts });
  const bounded = policy.facts.map((fact) => (fact.name === 'household.other' ? { ...fact, ...field } : fact));
  const [only] = thresholdsOf(regimeOn({ ...policy, facts: bounded }, '2017-06-15'));
  if (only === undefined) throw new Error('nothing is asked');
  return only;
}

export function seen([slot, thresholds]: readonly [Slot, Thresholds], value: SqlValue): SlotSql {
  return orderedSlot(slot, value, thresholds, dialects.duckdb);
}
