import type { Status } from '@jingzhun/schemas';
import type { Frame } from '../compile/frame.ts';
import type { CompiledItem, CompiledRule, ItemLeaf } from '../compile/rule.ts';
import { type Codes, look, type Node, type Partial, type Table, tablesOf } from '../compile/table.ts';
import { FALSE, join, TRUE, type Truth, UNKNOWN } from '../compile/truth.ts';
import { isOpen, itemStatus, statusOf } from '../decide/status.ts';
import { combine } from './combine.ts';
import { factOperand } from './fact-operand.ts';
import type { Sheet } from './sheet.ts';
import { type SlotClasses, slotClasses } from './slot-classes.ts';
import { statusCode } from './status-codes.ts';
import { type ClassVector, isConstant, type Level, NotInColumns } from './vectors.ts';

/** The status of a rule by row: one for all, or a vector of status codes. */
export type StatusVector = number | ClassVector;

/** Wider tables are split where the rule itself can be: its scope, its items, the parts of its test. */
const mostEntries = 65_536;

export function statusVector(rule: CompiledRule, level: Level, sheet: Sheet): StatusVector {
  if (!rule.inForce) return statusCode('not-in-force', false);
  const { scope, when, items = [] } = rule;
  const frame = duesFrame(rule, sheet);
  const seen = new Seen([scope, when, ...items.flatMap((item) => [item.scope, item.when])], rule.leaves, frame, sheet);
  if (seen.size <= mostEntries) return seen.combined(level, codesOf(rule));
  const parts = [
    truthOf(scope, rule, frame, sheet),
    truthOf(when, rule, frame, sheet),
    checklist(items, rule, frame, sheet),
  ];
  const answer = codesOf(rejoined(rule));
  return joined(
    parts,
    ([inScope = 0, test = 0, found = 0]) => answer([inScope, test, ...flags(found)], undefined, frame),
    {
      level,
      width: 8,
      sheet,
    },
  );
}

function codesOf(rule: CompiledRule): Answer {
  return (codes, partial, frame) => {
    const status = statusOf(rule, codes, partial, frame);
    return statusCode(status, isOpen(rule, status, codes, partial, frame));
  };
}

/** What a condition comes to; true where there is none. */
function truthOf(node: Node | undefined, rule: CompiledRule, frame: Frame, sheet: Sheet): StatusVector {
  if (node === undefined) return TRUE;
  const seen = new Seen([node], rule.leaves, frame, sheet);
  if (seen.size <= mostEntries || !('all' in node)) {
    return seen.combined('case', (codes, partial) => look(node, codes, partial));
  }
  const parts = node.parts.map((part) => truthOf(part, rule, frame, sheet));
  return folded(parts, node.all ? TRUE : FALSE, 3, sheet, (truth, part) =>
    join(node.all, [truth as Truth, part as Truth]),
  );
}

/** Which statuses there are among the items: the sum of their flags. */
function checklist(items: readonly CompiledItem[], rule: CompiledRule, frame: Frame, sheet: Sheet): StatusVector {
  const each = items.map((item) => {
    const seen = new Seen([item.scope, item.when], rule.leaves, frame, sheet);
    return seen.combined('case', (codes, partial) => itemStatuses.indexOf(itemStatus(item, codes, partial, frame)) + 1);
  });
  return folded(each, 0, 8, sheet, (found, status) => (status === 0 ? found : found | (1 << (status - 1))));
}

const itemStatuses: readonly Status[] = ['unmet', 'unknown', 'met'];

function flags(found: number): Truth[] {
  return itemStatuses.map((_, place) => ((found >> place) & 1 ? TRUE : FALSE));
}

/** The rule, asked about what its parts came to: scope, test, and for each status whether an item has it. */
function rejoined(rule: CompiledRule): CompiledRule {
  const at = (place: number): Table => ({ slots: [], places: [place], strides: [1], entries: Uint8Array.of(0, 1, 2) });
  const always = (truth: Truth): Table => ({ slots: [], places: [], strides: [], entries: Uint8Array.of(truth) });
  const items = ([FALSE, UNKNOWN, TRUE] as const).map((truth, place) => ({
    key: '',
    due: undefined,
    scope: at(2 + place),
    when: always(truth),
  }));
  return { ...rule, scope: at(0), when: at(1), items: rule.items === undefined ? undefined : items };
}

interface Joining {
  readonly level: Level;
  readonly width: number;
  readonly sheet: Sheet;
}

function joined(parts: readonly StatusVector[], answer: (of: number[]) => number, joining: Joining): StatusVector {
  const { level, width, sheet } = joining;
  const vectors = parts.filter((part) => typeof part !== 'number');
  const all = (classes: readonly number[]): number => {
    let next = 0;
    return answer(parts.map((part) => (typeof part === 'number' ? part : (classes[next++] as number))));
  };
  return vectors.length === 0 ? all([]) : combine(vectors, sheet, all, { width, meaning: (of) => of }, level);
}

function folded(
  parts: readonly StatusVector[],
  first: number,
  width: number,
  sheet: Sheet,
  answer: (found: number, part: number) => number,
): StatusVector {
  return parts.reduce(
    (found, part) => joined([found, part], ([a = 0, b = 0]) => answer(a, b), { level: 'case', width, sheet }),
    first as StatusVector,
  );
}

type Answer = (codes: Codes, partial: Partial | undefined, frame: Frame) => number;

/** The classes that tables look at, and how to ask the tables about them. */
class Seen {
  readonly size: number;
  private readonly slots: readonly SlotClasses[];
  private readonly vectors: readonly ClassVector[];
  private readonly frame: Frame;
  private readonly sheet: Sheet;

  constructor(nodes: readonly (Node | undefined)[], leaves: readonly ItemLeaf[], frame: Frame, sheet: Sheet) {
    const slots = new Set(
      nodes.flatMap((node) => (node === undefined ? [] : tablesOf(node))).flatMap((table) => table.slots),
    );
    this.slots = [...slots].map((slot) => {
      const found = leaves.find(({ leaf }) => leaf.slot === slot);
      if (found === undefined) throw new NotInColumns('a slot that no leaf looks at');
      return slotClasses(found.leaf, sheet);
    });
    this.vectors = this.slots.flatMap(({ classes }) => (typeof classes === 'number' ? [] : [classes]));
    this.size = this.vectors.reduce((product, { width }) => product * width, 1);
    this.frame = frame;
    this.sheet = sheet;
  }

  combined(level: Level, answer: Answer): StatusVector {
    const codes: Codes = [];
    const open = new Map<number, readonly number[]>();
    const put = ({ slot, spreads }: SlotClasses, of: number): void => {
      codes[slot.index] = of < slot.width ? of : 0;
      if (of >= slot.width) open.set(slot.index, spreads[of - slot.width] as readonly number[]);
    };
    const ask = (classes: readonly number[]): number => {
      open.clear();
      let next = 0;
      for (const each of this.slots)
        put(each, typeof each.classes === 'number' ? each.classes : (classes[next++] as number));
      return answer(codes, open.size > 0 ? open : undefined, this.frame);
    };
    if (this.vectors.length === 0) return ask([]);
    return combine(this.vectors, this.sheet, ask, { width: 8, meaning: (of) => of }, level);
  }
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
