import { indicators } from './indicators.gen.ts';
import { fieldOf } from './vocabulary.ts';

/**
 * What the number of an indicator is measured in: a key of a record whose keys are free. Undefined for every other name,
 * also where the record itself has a unit.
 *
 * @example
 * indicatorUnit('county.healthIndicators.infantMortality') // 'per-thousand'
 * indicatorUnit('county.villageCounts.hasBusService') // undefined
 */
export function indicatorUnit(name: string): string | undefined {
  const path = name.split('.');
  const { keys, values } = fieldOf(path.slice(0, -1).join('.')) ?? {};
  if (keys === undefined || keys.enum !== undefined || values?.unit !== undefined) return undefined;
  return indicators.get(path.at(-1) ?? '');
}
