import type { Leaf } from '../compile/slots.ts';
import type { ConditionCode } from './options.ts';

/** What a condition expects: a value, or the fact that it is compared with. */
export function expectedOf({ expected, other }: Leaf): ConditionCode['expected'] {
  return other === undefined ? (expected as ConditionCode['expected']) : { fact: other.model.name };
}

/** What a condition expects, as text. */
export function expectedText(expected: ConditionCode['expected']): string {
  if (typeof expected !== 'object') return String(expected);
  return 'fact' in expected ? expected.fact : expected.join(', ');
}
