import type { Status } from '@jingzhun/schemas';
import type { Frame } from '../compile/frame.ts';
import type { CompiledItem, CompiledRule } from '../compile/rule.ts';
import { look, type Node, type Table } from '../compile/table.ts';
import { FALSE, join, TRUE, type Truth, UNKNOWN } from '../compile/truth.ts';
import { isDone, isOpen, itemStatus, statusOf } from '../decide/status.ts';
import { type Combination, combinationOf, folded, type Part, partOf } from './combination.ts';
import { factOperand } from './fact-operand.ts';
import { mostKeys } from './keys.ts';
import { type Asking, Seen } from './seen.ts';
import type { Sheet } from './sheet.ts';
import { statusCode } from './status-codes.ts';
import { isConstant, NotInColumns } from './vectors.ts';

/**
 * The code of a rule's status, by the classes of all that its scope, test and items look at. A table that would be too wide is
 * split where the rule itself is: scope, items, parts of the test.
 */
export function ruleStatus(rule: CompiledRule, sheet: Sheet): Combination {
  if (!rule.inForce) return statusCode('not-in-force', false);
  const { scope, when, items = [], leaves } = rule;
  const frame = duesFrame(rule, sheet);
  const seen = new Seen([scope, when, ...items.flatMap((item) => [item.scope, item.when])], leaves, sheet);
  if (seen.size <= mostKeys) return seen.combination(codeOf(rule, frame));
  const parts = [truthOf(scope, rule, sheet), truthOf(when, rule, sheet), statusesAmong(items, rule, frame, sheet)];
  const answer = codeOf(rejoined(rule), frame);
  return combinationOf(parts, ([inScope = 0, test = 0, found = 0]) =>
    answer([inScope, test, ...flagsOf(found)], undefined),
  );
}

function codeOf(rule: CompiledRule, frame: Frame): Asking {
  return (codes, partial) => {
    const status = statusOf(rule, codes, partial, frame);
    return statusCode(status, isOpen(rule, status, codes, partial, frame));
  };
}

/** What a condition comes to; true where there is none. */
function truthOf(node: Node | undefined, rule: CompiledRule, sheet: Sheet): Part {
  if (node === undefined) return TRUE;
  const seen = new Seen([node], rule.leaves, sheet);
  if (seen.size <= mostKeys || !('all' in node)) {
    return partOf(
      seen.combination((codes, partial) => look(node, codes, partial)),
      3,
      sheet,
    );
  }
  const parts = node.parts.map((part) => truthOf(part, rule, sheet));
  return folded(parts, node.all ? TRUE : FALSE, 3, sheet, (truth, part) =>
    join(node.all, [truth as Truth, part as Truth]),
  );
}

/** Which statuses there are among the items: the sum of their flags. */
function statusesAmong(items: readonly CompiledItem[], rule: CompiledRule, frame: Frame, sheet: Sheet): Part {
  const each = items.map((item) => {
    const seen = new Seen([item.scope, item.when], rule.leaves, sheet);
    const ask: Asking = (codes, partial) => {
      const status = itemStatus(item, codes, partial, frame);
      return flagOf(status === 'unknown' && isDone(item, codes, partial) ? 'done' : status);
    };
    return seen.combination(ask);
  });
  return folded(each, 0, 1 << flagged.length, sheet, (found, flag) => found | flag);
}

/**
 * Of these each makes a difference to the whole, however many items have it; any other status makes none. What is done, and may not
 * apply, is an item by itself.
 */
const flagged: readonly (Status | 'done')[] = ['unmet', 'unknown', 'met', 'done'];

function flagOf(status: Status | 'done'): number {
  return flagged.includes(status) ? 1 << flagged.indexOf(status) : 0;
}

function flagsOf(found: number): Truth[] {
  return flagged.map((flag, place) => ((found >> place) & 1 ? (flag === 'done' ? UNKNOWN : TRUE) : FALSE));
}

/** The rule, asked about what its parts came to: scope, test, and for each flagged status whether an item has it. */
function rejoined(rule: CompiledRule): CompiledRule {
  const at = (place: number): Table => ({ slots: [], places: [place], strides: [1], entries: Uint8Array.of(0, 1, 2) });
  const always = (truth: Truth): Table => ({ slots: [], places: [], strides: [], entries: Uint8Array.of(truth) });
  const items = ([FALSE, UNKNOWN, TRUE, TRUE] as const).map((truth, place) => ({
    key: '',
    due: undefined,
    scope: at(2 + place),
    when: always(truth),
  }));
  return { ...rule, scope: at(0), when: at(1), items: rule.items === undefined ? undefined : items };
}

/** A frame that knows the days on which things are due, where these are the same for all. */
function duesFrame({ due, items = [] }: CompiledRule, sheet: Sheet): Frame {
  const { shared } = sheet;
  const values = shared.values.slice();
  for (const each of [due, ...items.map((item) => item.due)]) {
    if (typeof each !== 'object') continue;
    const operand = factOperand(each, sheet);
    if (!isConstant(operand) || each.level !== 'case') throw new NotInColumns(`${each.model.name} differs by row`);
    values[each.index] = operand.value;
  }
  const frame = { ...shared, values };
  return Object.assign(frame, { case: frame });
}
