import type { Bilingual } from '@jingzhun/schemas';
import type { CompiledRule } from '../compile/rule.ts';
import { inTerms, type Slot } from '../compile/slots.ts';
import { FALSE, TRUE, type Truth, UNKNOWN } from '../compile/truth.ts';
import type { ConditionModel } from '../model/policy.ts';
import { both, isTrue, leafModels } from '../witness/condition.ts';
import type { Bench, Period } from './period.ts';
import { conjunctsOf } from './place.ts';

export interface Sibling {
  readonly rule: CompiledRule;
  /** The classes of the fact with which the rule can be met, as its conditions about that fact alone say. */
  readonly classes: ReadonlySet<number>;
  readonly others: readonly ConditionModel[];
}

/**
 * The rules that single out parts of a fact. What an entitlement asks says whom it is for. What others ask is the test of
 * those in their scope, unless the tests share the fact out: then no two of them hold of one value.
 */
export function siblingsOver(slot: Slot, rules: readonly CompiledRule[], period: Period): readonly Sibling[] {
  const sure = rules.flatMap((rule) => siblingOf(rule, slot, dividing(rule), period) ?? []);
  if (sure.length > 1) return sure;
  const all = rules.flatMap((rule) => siblingOf(rule, slot, true, period) ?? []);
  const taken = all.flatMap(({ classes }) => [...classes]);
  return new Set(taken).size === taken.length ? all : sure;
}

const dividing = ({ model, grants }: CompiledRule): boolean =>
  ['entitlement', 'incentive'].includes(model.kind) || grants.length > 0;

/** `divides`: does its test say whom it is for? */
export function siblingOf(rule: CompiledRule, slot: Slot, divides: boolean, { regime }: Period): Sibling | undefined {
  const { scope, when, items } = rule.model;
  if (items !== undefined) return undefined;
  const parts = conjunctsOf([scope, divides ? when : undefined].filter((each) => each !== undefined));
  const about = parts.filter((part) => leafModels(part).every((leaf) => regime.leaf(leaf).slot === slot));
  if (about.length === 0) return undefined;
  const codes = Array.from({ length: slot.width - 1 }, (_, place) => place + 1);
  const goal = both(...about.map((part) => isTrue(part, regime)));
  const classes = codes.filter((code) => goal(new Map([[slot, code]])) === TRUE);
  if (classes.length === 0 || classes.length === codes.length) return undefined;
  return { rule, classes: new Set(classes), others: parts.filter((part) => !about.includes(part)) };
}

export const anyOf = (truths: readonly Truth[]): Truth =>
  truths.includes(TRUE) ? TRUE : truths.includes(UNKNOWN) ? UNKNOWN : FALSE;

/** What the ids of siblings have in common, so that a sibling more or less changes no accepted finding. */
export function shared(ids: readonly string[]): string {
  const [first = ''] = ids;
  const parts = first.split('.');
  for (let length = parts.length; length > 0; length--) {
    const start = parts.slice(0, length).join('.');
    if (ids.every((id) => id === start || id.startsWith(`${start}.`))) return start;
  }
  return first;
}

/** A class as a key without days, and in words: a code, or a band by the value that stands for it. */
export function bandOf({ facts, classes }: Slot, code: number, { words }: Bench): { key: string; label: Bilingual } {
  const [fact] = facts;
  const value = classes.representatives[code];
  if (fact === undefined || value === '\u0000') return { key: 'other', label: { zh: '其他', en: 'any other' } };
  const given = inTerms(fact, value as number | string | boolean);
  const said = words.value(fact.model.name, given);
  const near = fact.model.kind === 'number' || fact.model.kind === 'date';
  return {
    key: String(given),
    label: near
      ? { zh: `${said.zh}所在的一档`, en: `the band that holds ${said.en}` }
      : { zh: `“${said.zh}”`, en: `"${said.en}"` },
  };
}
