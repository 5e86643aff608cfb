import type { Status } from '@jingzhun/schemas';

/**
 * What the columns of statuses hold. An unknown has two codes: of one that can no longer come out met, whatever the missing
 * facts are, nothing can be granted.
 */
export const statuses: readonly (Status | null)[] = [
  null,
  'met',
  'unknown',
  'unknown',
  'unmet',
  'not-applicable',
  'not-in-force',
];

/** The rule is not asked there: whom it asks is not in the case. */
export const notAsked = 0;
export const met = 1;
/** Unknown, and it can still come out met. */
export const openUnknown = 2;
const closedUnknown = 3;

export function statusCode(status: Status, isOpen: boolean): number {
  if (status === 'unknown') return isOpen ? openUnknown : closedUnknown;
  return statuses.indexOf(status);
}
