import * as z from 'zod';
import { camelName, factName } from './policy-parts.ts';

/** The operators of a condition, by what they ask of the fact. */
export const operators = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'contains',
  'doesNotContain',
] as const;
export type Operator = (typeof operators)[number];

export type Scalar = string | number | boolean;

/** What a fact is compared with: a value, a list of values, a parameter on the day, or another fact. */
export type ConditionValue = Scalar | Scalar[] | { parameter: string } | { fact: string };

/** One comparison. */
export interface ConditionLeaf {
  fact: string;
  operator: Operator;
  value: ConditionValue;
}

/** A condition in the JSON of json-rules-engine. `condition` names one of the policy's conditions. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { condition: string }
  | ConditionLeaf;

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const conditionValue: z.ZodType<ConditionValue> = z.union([
  scalar,
  z.array(scalar).min(1),
  z.strictObject({ parameter: camelName.describe('Name of a parameter; its value on the day is taken') }),
  z.strictObject({ fact: factName.describe('Name of another fact of the same type and unit') }),
]);

export const conditionLeaf: z.ZodType<ConditionLeaf> = z
  .strictObject({
    fact: factName.describe('Name of the fact'),
    operator: z.enum(operators).describe('How the fact is compared'),
    value: conditionValue.describe('A value, a list, { parameter: name } or { fact: name }'),
  })
  .meta({ id: 'leaf' });

/** A condition: `all`, `any`, `not`, the name of another, or one comparison. */
export const condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(condition).min(1) }).describe('Every one of these holds'),
      z.strictObject({ any: z.array(condition).min(1) }).describe('At least one of these holds'),
      z.strictObject({ not: condition }).describe('This does not hold'),
      z.strictObject({ condition: camelName }).describe('A condition of this policy, by name'),
      conditionLeaf,
    ]),
  )
  .meta({ id: 'condition' });
