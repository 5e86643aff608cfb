import type { Status } from '@jingzhun/schemas';
import { factValue } from '../compile/facts.ts';
import type { Frame } from '../compile/frame.ts';
import type { CompiledItem, CompiledRule, Due } from '../compile/rule.ts';
import { type Codes, look, type Partial } from '../compile/table.ts';
import { FALSE, TRUE, UNKNOWN } from '../compile/truth.ts';

/** The status of a rule for the classes found: its scope decides whether it applies, its test whether it is met. */
export function statusOf(rule: CompiledRule, codes: Codes, partial: Partial | undefined, frame: Frame): Status {
  if (!rule.inForce) return 'not-in-force';
  const scope = rule.scope === undefined ? TRUE : look(rule.scope, codes, partial);
  if (scope === FALSE) return 'not-applicable';
  const status = testStatus(rule, codes, partial, frame);
  // Not applicable and anything else differ, so an unknown scope leaves the finding unknown.
  if (scope === UNKNOWN) return status === 'not-applicable' ? status : 'unknown';
  return status === 'unmet' && isNotYetDue(rule, frame) ? 'unknown' : status;
}

/** What the test comes to, whoever is spoken of and whenever it is due. */
export function testStatus(rule: CompiledRule, codes: Codes, partial: Partial | undefined, frame: Frame): Status {
  if (rule.items !== undefined) {
    return checklistStatus(rule.items, codes, partial, frame);
  }
  const test = rule.when === undefined ? TRUE : look(rule.when, codes, partial);
  return test === TRUE ? 'met' : test === FALSE ? 'unmet' : 'unknown';
}

/** Is the rule met, or can it still be? Where the scope is unknown and the test fails, whoever is asked gets nothing. */
export function isOpen(
  rule: CompiledRule,
  status: Status,
  codes: Codes,
  partial: Partial | undefined,
  frame: Frame,
): boolean {
  if (status !== 'unknown') return status === 'met';
  return testStatus(rule, codes, partial, frame) !== 'unmet' || isNotYetDue(rule, frame);
}

/** What has a due date cannot fail before it has passed; where that is unknown, nobody can say. */
function isNotYetDue({ due }: Pick<CompiledItem, 'due'>, frame: Frame): boolean {
  if (due === undefined) return false;
  const day = dueDay(due, frame);
  return day === undefined || frame.question.latest <= day;
}

export function dueDay(due: Due, frame: Frame): string | undefined {
  return typeof due === 'string' ? due : (factValue(due, frame) as string | undefined);
}

export function itemStatus(item: CompiledItem, codes: Codes, partial: Partial | undefined, frame: Frame): Status {
  const scope = item.scope === undefined ? TRUE : look(item.scope, codes, partial);
  if (scope === FALSE) return 'not-applicable';
  if (scope === UNKNOWN) return 'unknown';
  const test = look(item.when, codes, partial);
  if (test === FALSE) return isNotYetDue(item, frame) ? 'unknown' : 'unmet';
  return test === TRUE ? 'met' : 'unknown';
}

/** Met when every item that applies is met; unmet as soon as one is not. */
function checklistStatus(
  items: readonly CompiledItem[],
  codes: Codes,
  partial: Partial | undefined,
  frame: Frame,
): Status {
  const statuses = items.map((item) => itemStatus(item, codes, partial, frame));
  if (statuses.includes('unmet')) return 'unmet';
  const isMet = statuses.includes('met');
  const open = items.filter((_, place) => statuses[place] === 'unknown');
  if (open.some((item) => !isMet || !isDone(item, codes, partial))) return 'unknown';
  return isMet ? 'met' : 'not-applicable';
}

/** Whether an item is met if it applies: then it fails nothing, whether it does or not. */
export function isDone({ when }: CompiledItem, codes: Codes, partial: Partial | undefined): boolean {
  return look(when, codes, partial) === TRUE;
}
