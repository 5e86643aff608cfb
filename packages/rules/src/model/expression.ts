/**
 * A formula as the loader leaves it: names resolved, units checked, numbers lowered to whole multiples of a fixed step
 * (fen for yuan), so that evaluation is exact integer arithmetic.
 */
export type Expression =
  | { readonly op: 'value'; readonly value: number | string | boolean }
  | { readonly op: 'unknown' }
  | { readonly op: 'fact'; readonly fact: string }
  | { readonly op: 'parameter'; readonly parameter: string }
  | { readonly op: 'table'; readonly parameter: string; readonly by: string }
  | {
      readonly op: 'add' | 'subtract' | 'multiply' | 'min' | 'max';
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly op: 'rescale'; readonly of: Expression; readonly by: number }
  | {
      readonly op: 'round';
      readonly of: Expression;
      readonly by: Expression | null;
      readonly numerator: number;
      readonly denominator: number;
      readonly mode: RoundingMode;
      readonly step: number;
    }
  | {
      readonly op: 'compare';
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly op: 'in'; readonly of: Expression; readonly values: readonly (string | number)[] }
  | { readonly op: 'contains'; readonly of: Expression; readonly value: Expression }
  | { readonly op: 'and' | 'or'; readonly of: readonly Expression[] }
  | { readonly op: 'not'; readonly of: Expression }
  | { readonly op: 'given'; readonly fact: string }
  /** An entry of the list that is gone through. */
  | { readonly op: 'entry' }
  /** Is there such an entity in the case? */
  | { readonly op: 'present'; readonly entity: string }
  | {
      readonly op: 'count' | 'sum' | 'any' | 'every';
      readonly list: string;
      readonly of: Expression | null;
      readonly where: Expression | null;
    }
  | {
      readonly op: 'earliest' | 'latest';
      readonly list: string;
      readonly of: Expression;
      readonly where: Expression | null;
    }
  | { readonly op: 'if'; readonly when: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly op: 'ifAbsent'; readonly fact: string; readonly other: Expression }
  | {
      readonly op: 'addDays' | 'addMonths' | 'addYears';
      readonly of: Expression;
      readonly by: Expression;
    }
  | { readonly op: 'firstOfNextMonth' | 'year'; readonly of: Expression }
  | { readonly op: 'completedYears' | 'daysBetween'; readonly left: Expression; readonly right: Expression };

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** How a value between two steps is rounded. There is no default: a policy states it. */
export type RoundingMode = 'half-up' | 'up' | 'down';

/** A formula with what it yields: for numbers, the value is the evaluated integer divided by `scale`. */
export interface Formula {
  readonly expression: Expression;
  readonly type: 'number' | 'boolean' | 'date' | 'text' | 'list';
  readonly scale: number;
}
