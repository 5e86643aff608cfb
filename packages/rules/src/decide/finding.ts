import type { Change, Reason, RuleFinding, Subject } from '@jingzhun/schemas';
import { type CompiledFact, factValue } from '../compile/facts.ts';
import type { Regime } from '../compile/regime.ts';
import type { CompiledItem, CompiledRule } from '../compile/rule.ts';
import type { Slot } from '../compile/slots.ts';
import { look, type Node } from '../compile/table.ts';
import { TRUE, UNKNOWN } from '../compile/truth.ts';
import { daysBetween } from '../values/dates.ts';
import { type ChangeFrame, changeFor, changesToMeet } from './changes.ts';
import { type MissingFact, missingFacts, missingNames } from './missing.ts';
import { outcomesOf, settledByUnknowns } from './outcomes.ts';
import { type ReasonFrame, reasonFor, reasonsOf } from './reasons.ts';
import { dueDay, itemStatus, statusOf } from './status.ts';
import { type Asked, complete } from './subjects.ts';

/**
 * All of a finding that does not depend on whom it is about. What it has not is undefined and has its place all the same: findings are
 * copied from bodies, and objects of one shape are read fastest.
 */
export type Body = Omit<RuleFinding, 'subject' | 'anomalies' | Seldom> & {
  [Field in Seldom]: RuleFinding[Field] | undefined;
};
type Seldom = 'delivered' | 'items' | 'due' | 'daysLeft' | 'eligibleIf';

/**
 * All of a finding that the classes of its facts settle. Actual numbers and dates, and amounts by formula, are filled
 * in for each subject; where there are none, `body` is the finding itself.
 */
interface Settled {
  readonly status: RuleFinding['status'];
  readonly delivered: RuleFinding['delivered'];
  readonly items: RuleFinding['items'];
  readonly missing: readonly MissingFact[];
  readonly reasons: readonly ReasonFrame[];
  readonly changes: readonly ChangeFrame[];
  /** Which of the three hold nothing that has to be filled in. */
  readonly plain: { readonly missing: boolean; readonly reasons: boolean; readonly changes: boolean };
  readonly body: Body | undefined;
}

/** A finding about a subject. */
export function findingOf(body: Body, subject: Subject): RuleFinding {
  const { rule, kind, status, outcomes, missing, because, cite } = body;
  // Written out, for objects made whole are made fastest; what few findings have is added.
  const { delivered, items, due, daysLeft, eligibleIf } = body;
  const finding: RuleFinding =
    delivered !== undefined
      ? { rule, kind, subject, status, delivered, outcomes, missing, because, cite }
      : eligibleIf !== undefined
        ? { rule, kind, subject, status, outcomes, missing, because, eligibleIf, cite }
        : { rule, kind, subject, status, outcomes, missing, because, cite };
  if (items !== undefined) finding.items = items;
  if (due !== undefined) finding.due = due;
  if (daysLeft !== undefined) finding.daysLeft = daysLeft;
  return finding;
}

/** What a rule says about somebody. */
export function bodyOf(rule: CompiledRule, asked: Asked, regime: Regime): Body {
  complete(asked.frame);
  const settled = settledOf(rule, asked, regime);
  return settled.body ?? fillIn(settled, rule, asked, regime);
}

const mostRemembered = 4096;

/** Households are much alike: what equal classes settle is worked out once and shared, frozen. */
function settledOf(rule: CompiledRule, asked: Asked, regime: Regime): Settled {
  const { codes, partial } = asked;
  // A due date makes the day count, a partly known value more than its class does: then nothing is shared.
  if (rule.dated || (partial !== undefined && rule.slots.some(({ index }) => partial.has(index)))) {
    return settle(rule, asked, regime);
  }
  const memory = rule.memory as Map<number, Settled>;
  const { slots, grounds } = rule;
  let key = 0;
  for (let place = 0; place < grounds.length; place++) {
    key = 2 * key + (factValue(grounds[place] as CompiledFact, asked.frame) === undefined ? 0 : 1);
  }
  for (let place = 0; place < slots.length; place++) {
    const { index, width } = slots[place] as Slot;
    key = key * width + (codes[index] as number);
  }
  let settled = memory.get(key);
  if (settled === undefined) {
    settled = settle(rule, asked, regime);
    if (memory.size >= mostRemembered) memory.clear();
    if (Number.isSafeInteger(key)) memory.set(key, freeze(settled));
  }
  return settled;
}

function settle(rule: CompiledRule, asked: Asked, regime: Regime): Settled {
  const { codes, partial, frame } = asked;
  const status = statusOf(rule, codes, partial, frame);
  const open = status === 'met' || status === 'unknown';
  const settled = {
    status,
    delivered: rule.delivered !== undefined && open ? deliveryOf(rule.delivered, asked) : undefined,
    items: rule.items?.map((item) => itemOf(item, asked)),
    missing: status === 'unknown' ? missingFacts(rule, asked, regime) : [],
    reasons: reasonsOf(rule, codes, partial, frame),
    changes: status === 'unmet' ? changesToMeet(rule, codes, partial, frame) : [],
  };
  const plain = {
    missing: settled.missing.every((each) => typeof each === 'string'),
    reasons: settled.reasons.every((each) => 'holds' in each),
    changes: settled.changes.every((each) => 'value' in each),
  };
  const all = { ...settled, plain, body: undefined };
  const complete = plain.missing && plain.reasons && plain.changes && settledByUnknowns(rule, frame);
  return complete ? { ...all, body: fillIn(all, rule, asked, regime) } : all;
}

function fillIn(settled: Settled, rule: CompiledRule, asked: Asked, regime: Regime): Body {
  const { status, delivered, items, plain, missing, reasons, changes } = settled;
  const { model, cite } = rule;
  const { frame } = asked;
  const { outcomes, needed } = outcomesOf(rule, status, asked, regime);
  const told = (plain.changes ? (changes as Change[]) : changes.map((each) => changeFor(each, frame))).filter(
    // What to change to may itself be unknown: then there is nothing to suggest.
    ({ value }) => value !== null,
  );
  const body: Body = {
    rule: model.id,
    kind: model.kind,
    status,
    delivered,
    items,
    outcomes,
    missing:
      plain.missing && needed.length === 0 ? (missing as string[]) : missingNames(missing, needed, frame, regime),
    because: plain.reasons ? (reasons as Reason[]) : reasons.map((each) => reasonFor(each, frame)),
    due: undefined,
    daysLeft: undefined,
    eligibleIf: told.length > 0 ? told : undefined,
    cite,
  };
  tellDue(body, rule, frame);
  return body;
}

function itemOf(item: CompiledItem, { codes, partial, frame }: Asked): NonNullable<Body['items']>[number] {
  const status = itemStatus(item, codes, partial, frame);
  const due = item.due === undefined ? undefined : dueDay(item.due, frame);
  return due === undefined ? { key: item.key, status } : { key: item.key, status, due };
}

/** The rule's own due date, or the next one of the items that are still open; while nothing is late, the days left. */
function tellDue(body: Body, rule: CompiledRule, frame: Asked['frame']): void {
  const { latest } = frame.question;
  // What has no due date is past it on all days.
  const open = body.items?.flatMap(({ status, due = '' }) => (status === 'unknown' && latest <= due ? [due] : []));
  const due = rule.due === undefined ? open?.sort()[0] : dueDay(rule.due, frame);
  if (due === undefined) return;
  body.due = due;
  if (body.status === 'unknown' && latest <= due) body.daysLeft = daysBetween(latest, due);
}

function deliveryOf(delivered: Node, { codes, partial }: Asked): 'met' | 'unmet' | 'unknown' {
  const truth = look(delivered, codes, partial);
  return truth === UNKNOWN ? 'unknown' : truth === TRUE ? 'met' : 'unmet';
}

/** Frozen all through: it is handed out more than once. What is no object counts as frozen. */
export function freeze<T>(value: T): T {
  if (!Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value as object)) freeze(part);
  }
  return value;
}
