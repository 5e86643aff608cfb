import type { ParameterModel } from '../model/policy.ts';
import { valueOn } from '../model/value-on.ts';

/** Each parameter's value on one day, numbers in steps. */
export type ParameterValues = ReadonlyMap<string, number | string | Readonly<Record<string, number>>>;

/** The values in force on a day. A parameter without one is left out: no rule in force on that day may need it. */
export function parametersOn(parameters: Readonly<Record<string, ParameterModel>>, day: string): ParameterValues {
  const values = new Map<string, number | string | Readonly<Record<string, number>>>();
  for (const [name, parameter] of Object.entries(parameters)) {
    const value = valueOn(parameter.values, day);
    if (value !== undefined) values.set(name, value.value);
  }
  return values;
}
