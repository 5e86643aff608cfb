import type { Condition, RuleFile } from '@jingzhun/schemas';
import type { PolicyFiles } from '../load/load.ts';

/** What other parts of a policy rest on. */
export type Used = 'parameter' | 'fact' | 'condition';

/** The ids of the rules whose decisions rest on a parameter, fact or condition, directly or through others. */
export type Users = (of: Used, name: string) => readonly string[];

/**
 * Follows what each rule of a policy names, in the document's order.
 *
 * @example
 * usersIn(released.files)('parameter', 'universityAid'); // ['ruyuan.education-aid.university']
 */
export function usersIn({ sections }: PolicyFiles): Users {
  const uses = new Map<string, readonly string[]>();
  const rules: [string, readonly string[]][] = [];
  for (const section of Object.values(sections)) {
    for (const [name, file] of Object.entries(section.parameters ?? {})) {
      uses.set(name, 'formula' in file ? namesIn(file.formula) : file.by === undefined ? [] : [file.by]);
    }
    for (const [name, { formula }] of Object.entries(section.facts ?? {})) uses.set(name, namesIn(formula));
    for (const [name, condition] of Object.entries(section.conditions ?? {})) {
      uses.set(`condition ${name}`, namesOf(condition));
    }
    for (const [id, rule] of Object.entries(section.rules ?? {})) rules.push([id, namesOfRule(rule)]);
  }
  const users = new Map<string, string[]>();
  for (const [id, names] of rules) {
    for (const name of reached(names, uses)) users.set(name, [...(users.get(name) ?? []), id]);
  }
  return (of, name) => users.get(of === 'condition' ? `condition ${name}` : name) ?? [];
}

function reached(names: readonly string[], uses: ReadonlyMap<string, readonly string[]>): Set<string> {
  const all = new Set(names);
  for (const name of all) for (const next of uses.get(name) ?? []) all.add(next);
  return all;
}

/** All names that a rule's test and outcomes hold, in every version. Printed figures recomputed decide nothing. */
function namesOfRule(rule: RuleFile): string[] {
  const list = <T>(value: T | T[] | undefined): T[] =>
    value === undefined ? [] : Array.isArray(value) ? value : [value];
  const conditions = (...all: (Condition | undefined)[]): string[] =>
    all.flatMap((each) => (each === undefined ? [] : namesOf(each)));
  return [rule, ...(rule.amended ?? [])].flatMap((version) => [
    ...conditions(version.scope, version.when, version.delivered),
    ...namesIn(version.due),
    ...(version.items ?? []).flatMap((item) => [...conditions(item.scope, item.when), ...namesIn(item.due)]),
    ...(version.each === undefined ? [] : [typeof version.each === 'string' ? version.each : version.each.field]),
    ...list(version.grant).flatMap(({ amount }) => namesIn(amount)),
    ...list(version.require).flatMap(({ value, actual }) => [...namesIn(value), ...namesIn(actual)]),
    ...list(version.state).flatMap(({ value, when }) => [...namesIn(value), ...conditions(when)]),
  ]);
}

function namesOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(namesOf);
  if ('any' in condition) return condition.any.flatMap(namesOf);
  if ('not' in condition) return namesOf(condition.not);
  if ('condition' in condition) return [`condition ${condition.condition}`];
  const { fact, value } = condition;
  if (typeof value !== 'object' || Array.isArray(value)) return [fact];
  return [fact, 'parameter' in value ? value.parameter : value.fact];
}

/** The names in a formula; texts and units are none. */
function namesIn(formula: unknown): string[] {
  if (typeof formula !== 'string') return [];
  return formula.replace(/'[^']*'|\[[^\]]*\]/g, ' ').match(/[A-Za-z_]\w*(?:[.-][A-Za-z0-9_]+)*/g) ?? [];
}
