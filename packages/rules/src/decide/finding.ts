import type { Citation, RuleFinding } from '@jingzhun/schemas';
import type { Regime } from '../compile/regime.ts';
import type { CompiledRule } from '../compile/rule.ts';
import { look } from '../compile/table.ts';
import { TRUE, UNKNOWN } from '../compile/truth.ts';
import { daysBetween } from '../values/dates.ts';
import { missingFacts } from './missing.ts';
import { outcomesOf } from './outcomes.ts';
import { changesToMeet, reasonsOf } from './reasons.ts';
import { isNotYetDue, itemStatus, statusOf } from './status.ts';
import type { Asked } from './subjects.ts';

/** All of a finding that does not depend on whom it is about. */
type Body = Omit<RuleFinding, 'subject'>;

/** What a rule says about one subject. */
export function findingOf(rule: CompiledRule, asked: Asked, on: string, regime: Regime): RuleFinding {
  const body = rule.repeats ? repeated(rule, asked, on, regime) : bodyOf(rule, asked, on, regime);
  const { status, outcomes, missing, because, cite } = body;
  const subject = asked.subject as RuleFinding['subject'];
  const finding: RuleFinding = {
    rule: rule.model.id,
    kind: rule.model.kind,
    subject,
    status,
    outcomes,
    missing,
    because,
    cite,
  };
  if (body.delivered !== undefined) finding.delivered = body.delivered;
  if (body.items !== undefined) finding.items = body.items;
  if (body.eligibleIf !== undefined) finding.eligibleIf = body.eligibleIf;
  if (body.due !== undefined) finding.due = body.due;
  if (body.daysLeft !== undefined) finding.daysLeft = body.daysLeft;
  if (body.anomalies !== undefined) finding.anomalies = body.anomalies;
  return finding;
}

const bodies = new WeakMap<CompiledRule, Map<number, Body>>();
const mostBodies = 4096;

/**
 * Where classes fix all that a finding says, equal classes share one frozen body: households are much alike, and
 * making reasons is most of the work.
 */
function repeated(rule: CompiledRule, asked: Asked, on: string, regime: Regime): Body {
  let known = bodies.get(rule);
  if (known === undefined) {
    known = new Map();
    bodies.set(rule, known);
  }
  let key = 0;
  for (const { index, classes } of rule.slots) {
    key = key * classes.representatives.length + (asked.codes[index] as number);
  }
  let body = known.get(key);
  if (body === undefined) {
    if (known.size >= mostBodies) known.clear();
    body = freeze(bodyOf(rule, asked, on, regime));
    known.set(key, body);
  }
  return body;
}

function bodyOf(rule: CompiledRule, asked: Asked, on: string, regime: Regime): Body {
  const { frame, codes, partial } = asked;
  const status = statusOf(rule, codes, partial, on);
  const pending = rule.inForce && isNotYetDue(rule, on);
  const settled = outcomesOf(rule, status, asked, regime);
  const missing =
    status === 'unknown' ? missingFacts(rule, codes, partial, on, frame, regime) : ([] as string[]);
  for (const name of settled.missing) if (!missing.includes(name)) missing.push(name);
  const body: Body = {
    rule: rule.model.id,
    kind: rule.model.kind,
    status,
    outcomes: settled.outcomes,
    missing,
    because: reasonsOf(rule, codes, partial, frame),
    cite: citationOf(rule, regime),
  };
  if (rule.delivered !== undefined && (status === 'met' || status === 'unknown')) {
    body.delivered = deliveryOf(rule, asked);
  }
  if (rule.items !== undefined) {
    body.items = rule.items.map((item) => ({ key: item.key, status: itemStatus(item, codes, partial) }));
  }
  if (status === 'unmet') {
    const changes = changesToMeet(rule, codes, partial, frame);
    if (changes.length > 0) body.eligibleIf = changes;
  }
  if (rule.due !== undefined) body.due = rule.due;
  if (rule.due !== undefined && pending && status !== 'met') body.daysLeft = daysBetween(on, rule.due);
  if (rule.model.anomalies !== undefined) body.anomalies = [...rule.model.anomalies];
  return body;
}

function deliveryOf(rule: CompiledRule, { codes, partial }: Asked): 'met' | 'unmet' | 'unknown' {
  const truth = rule.delivered === undefined ? UNKNOWN : look(rule.delivered, codes, partial);
  return truth === UNKNOWN ? 'unknown' : truth === TRUE ? 'met' : 'unmet';
}

const citations = new WeakMap<CompiledRule, Citation>();

function citationOf(rule: CompiledRule, { policy }: Regime): Citation {
  let citation = citations.get(rule);
  if (citation === undefined) {
    const { clause, alsoClauses, quoteSha256 } = rule.model;
    const quotes = typeof quoteSha256 === 'string' ? quoteSha256 : [...quoteSha256];
    citation = freeze({
      document: policy.document,
      clause,
      ...(alsoClauses === undefined ? {} : { alsoClauses: [...alsoClauses] }),
      quoteSha256: quotes,
    });
    citations.set(rule, citation);
  }
  return citation;
}

/** Frozen all through: it is handed out more than once. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}

