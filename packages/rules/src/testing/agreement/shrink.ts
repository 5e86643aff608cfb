import type { Case } from '@jingzhun/schemas';
import type { ConditionModel, RuleModel } from '../../model/policy.ts';
import { compare, type Difference, type Way } from './answers.ts';
import { membersOf, type Question } from './question.ts';
import { byAssess } from './ways.ts';

/** The smallest question found on which a way still differs from `assess`, and how. */
export interface Shrunk {
  readonly question: Question;
  readonly differences: readonly Difference[];
}

/**
 * Leaves out households, rules, members, facts and parts of conditions as long as the way still differs.
 *
 * @param attempts how often the way may be asked.
 */
export async function shrink(question: Question, way: Way, attempts = 1000): Promise<Shrunk> {
  let left = attempts;
  const differencesOf = async (smaller: Question): Promise<readonly Difference[]> => {
    left -= 1;
    return compare(smaller, byAssess(smaller), await way.ask(smaller)).differences;
  };
  let best: Shrunk = { question, differences: await differencesOf(question) };
  let isSmaller = best.differences.length > 0;
  while (isSmaller && left > 0) {
    isSmaller = false;
    for (const smaller of smallerThan(best)) {
      if (left <= 0) break;
      const differences = await differencesOf(smaller).catch(() => []);
      if (differences.length === 0) continue;
      best = { question: smaller, differences };
      isSmaller = true;
      break;
    }
  }
  return best;
}

function* smallerThan({ question, differences }: Shrunk): Generator<Question> {
  const { policy, cases, facts } = question;
  if (cases.length > 1) {
    for (const { row } of differences) if (row >= 0) yield { ...question, cases: cases.slice(row, row + 1) };
    const half = Math.ceil(cases.length / 2);
    yield { ...question, cases: cases.slice(0, half) };
    yield { ...question, cases: cases.slice(half) };
    return;
  }
  if (policy.rules.length > 1) {
    for (const { rule } of differences) {
      yield { ...question, policy: { ...policy, rules: policy.rules.filter(({ id }) => id === rule) } };
    }
    return;
  }
  const [only] = cases;
  if (only === undefined) return;
  for (const entity of Object.keys(facts)) yield { ...question, facts: without(facts, entity) };
  const members = membersOf(only);
  const withMembers = (changed: readonly object[]): Question =>
    ({ ...question, cases: [{ household: { ...only.household, members: changed } } as Case] }) as Question;
  for (const place of members.keys()) yield withMembers(members.toSpliced(place, 1));
  for (const [place, member] of members.entries()) {
    for (const smaller of fewerFacts(member)) yield withMembers(members.with(place, smaller));
  }
  const { members: _, ...own } = (only.household ?? {}) as Record<string, unknown>;
  for (const smaller of fewerFacts(own)) yield { ...question, cases: [{ household: { ...smaller, members } } as Case] };
  for (const rule of policy.rules.flatMap(simplerRules)) yield { ...question, policy: { ...policy, rules: [rule] } };
}

function without<T extends object>(object: T, key: string): T {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key)) as T;
}

function* fewerFacts(object: object): Generator<object> {
  for (const [key, value] of Object.entries(object)) {
    yield without(object, key);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    for (const smaller of fewerFacts(value)) yield { ...object, [key]: smaller };
  }
}

function simplerRules(rule: RuleModel): RuleModel[] {
  const { scope, when, items } = rule;
  return [
    ...(rule.outcomes.length > 0 ? [{ ...rule, outcomes: [] }] : []),
    ...(scope === undefined
      ? []
      : [without(rule, 'scope'), ...simpler(scope).map((each) => ({ ...rule, scope: each }))]),
    ...(when === undefined ? [] : simpler(when).map((each) => ({ ...rule, when: each }))),
    ...(items === undefined || items.length < 2
      ? []
      : items.map((_, place) => ({ ...rule, items: items.toSpliced(place, 1) }))),
    ...(items ?? []).flatMap((item, place) => {
      const changed = [
        ...(item.scope === undefined ? [] : [without(item, 'scope')]),
        ...simpler(item.when).map((each) => ({ ...item, when: each })),
      ];
      return changed.map((each) => ({ ...rule, items: (items ?? []).with(place, each) }));
    }),
  ];
}

function simpler(condition: ConditionModel): ConditionModel[] {
  if ('not' in condition) return [condition.not, ...simpler(condition.not).map((not) => ({ not }))];
  if ('all' in condition) return [...condition.all, ...fewerParts(condition.all).map((all) => ({ all }))];
  if ('any' in condition) return [...condition.any, ...fewerParts(condition.any).map((any) => ({ any }))];
  return [];
}

function fewerParts(parts: readonly ConditionModel[]): (readonly ConditionModel[])[] {
  return [
    ...(parts.length > 1 ? parts.map((_, place) => parts.toSpliced(place, 1)) : []),
    ...parts.flatMap((part, place) => simpler(part).map((each) => parts.with(place, each))),
  ];
}
