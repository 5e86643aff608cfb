import type { Policy, RuleModel } from '@jingzhun/rules';
import { factModels, factsRead, type Reading } from './facts-read.ts';

/** The entities that stand under a page's heading: a household's page asks about its members too. */
export function entitiesAsked(subject: string): readonly string[] {
  return subject === 'household' ? ['household', 'person'] : [subject];
}

/** The page on which an entity is asked about. */
function subjectOf(entity: string): string {
  return entity === 'person' ? 'household' : entity;
}

/** Whom a policy's rules can be asked of, in the order of the vocabulary, each with its own page. */
export function subjectsOf(policy: Policy): readonly string[] {
  const asked = new Set(policy.rules.flatMap(({ asks }) => asks.map(subjectOf)));
  return [...new Set(policy.entities.map(subjectOf))].filter((entity) => asked.has(entity));
}

/** The rules of a page, in all their versions. */
export function rulesAskedOf(policy: Policy, subject: string): readonly RuleModel[] {
  const entities = entitiesAsked(subject);
  return policy.rules.filter(({ asks }) => asks.some((entity) => entities.includes(entity)));
}

/** A policy with the rules of one page alone: what it decides of a case is what the page shows. */
export function policyFor(policy: Policy, subject: string): Policy {
  return { ...policy, rules: rulesAskedOf(policy, subject) };
}

/**
 * The facts that a page has to ask. Another entity stands on the page where a rule reads it whatever the case is about;
 * what is read only when that entity is there is asked along with it.
 */
export function factsOfPage(policy: Policy, subject: string): readonly Reading[] {
  const rules = rulesAskedOf(policy, subject);
  const there = entitiesAsked(subject);
  let around: ReadonlySet<string> = new Set(there);
  for (;;) {
    const known = around;
    const presence = (entity: string): boolean | undefined =>
      there.includes(entity) ? true : known.has(entity) ? undefined : false;
    const read = factsRead(policy, rules, { presence, fromRoster: false });
    around = new Set([...known, ...read.flatMap(({ name }) => factModels(policy).get(name)?.entity ?? [])]);
    if (around.size === known.size) return read;
  }
}
