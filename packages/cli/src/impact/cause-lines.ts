import type { Impact } from '@jingzhun/rules/impact';
import type { Edition } from '../editions.ts';
import { causeText } from './cause-text.ts';
import type { ImpactLabels } from './impact-labels.ts';

/** By rule: what brought its change about, each in a line. */
export type CauseLines = ReadonlyMap<string, readonly string[]>;

export function causeLines(
  impact: Impact,
  _editions: { readonly before: Edition; readonly after: Edition },
  labels: ImpactLabels,
): CauseLines {
  return new Map(
    impact.rules.map(({ rule, causes }) => [rule, causes.map((cause) => causeText(cause, labels, impact))]),
  );
}
