import type { Expression } from '../model/expression.ts';
import type { ConditionModel, FactModel, Policy, RuleModel } from '../model/policy.ts';
import type { ColumnType } from './dialect.ts';
import { type Names, snakeCase } from './names.ts';

/** A column of the household or of the person table: the fact it holds. */
export interface Column {
  readonly name: string;
  readonly fact: FactModel;
  readonly type: ColumnType;
}

export type Level = 'household' | 'person';

/** The names that are given out at each level. */
export type LevelNames = Readonly<Record<Level, Names>>;

/** Is the fact a column of the tables: one of a household or a person that can be given, and no list of records? */
export function isColumn({ entity, path, kind }: FactModel): boolean {
  return (entity === 'household' || entity === 'person') && path !== undefined && kind !== 'records';
}

/** Its field's path; what is not the household's or the person's own keeps its entity. */
export function columnName(fact: FactModel): string {
  return snakeCase(nameOf(fact));
}

export function nameOf({ name, entity }: FactModel): string {
  return entity === 'household' || entity === 'person' ? name.slice(entity.length + 1) : name;
}

/** Of whom a rule is asked; undefined where that is neither a household nor a person. */
export function levelOf({ asks }: RuleModel): Level | undefined {
  if (asks[0] === 'person') return 'person';
  return asks.includes('household') ? 'household' : undefined;
}

/** The columns that rules about households and persons read, on whatever day; in the policy's order. */
export function columnsOf(policy: Policy): Readonly<Record<Level, readonly Column[]>> {
  const read = factsRead(policy);
  const of = (level: Level): Column[] =>
    policy.facts
      .filter((fact) => read.has(fact.name) && isColumn(fact) && fact.entity === level)
      .map((fact) => ({ name: columnName(fact), fact, type: typeOf(fact) }));
  return { household: of('household'), person: of('person') };
}

/** Lists of records that the rules read: no column can hold them. */
export function recordsRead(policy: Policy): readonly FactModel[] {
  const read = factsRead(policy);
  return policy.facts.filter(
    ({ name, entity, kind }) =>
      read.has(name) &&
      kind === 'records' &&
      (entity === 'household' || entity === 'person') &&
      name !== 'household.members',
  );
}

function typeOf({ kind, scale, entries }: FactModel): ColumnType {
  if (kind === 'number') return { kind, scale };
  if (kind === 'list') return { kind, entries: entries ?? 'text' };
  return { kind: kind === 'records' ? 'text' : kind };
}

/** Every fact that rules about households and persons look at, and those that these follow from. */
function factsRead({ facts, rules }: Policy): ReadonlySet<string> {
  const byName = new Map(facts.map((fact) => [fact.name, fact]));
  const read = new Set<string>();
  const follow = (name: string): void => {
    if (read.has(name)) return;
    read.add(name);
    const derive = byName.get(name)?.derive;
    if (derive === undefined) return;
    if ('formula' in derive) formula(derive.formula.expression);
    else for (const { when } of derive.cases) formula(when.expression);
  };
  const formula = (expression: Expression): void => {
    for (const [key, part] of Object.entries(expression) as [string, unknown][]) {
      if (typeof part === 'string') {
        if (key === 'fact' || key === 'list' || (key === 'by' && expression.op === 'table')) follow(part);
      } else if (Array.isArray(part)) {
        for (const each of part) if (typeof each === 'object') formula(each as Expression);
      } else if (typeof part === 'object' && part !== null) formula(part as Expression);
    }
  };
  const condition = (model: ConditionModel | undefined): void => {
    if (model === undefined) return;
    if ('all' in model) model.all.forEach(condition);
    else if ('any' in model) model.any.forEach(condition);
    else if ('not' in model) condition(model.not);
    else {
      follow(model.fact);
      if (typeof model.value === 'object' && 'fact' in model.value) follow(model.value.fact);
    }
  };
  for (const rule of rules) {
    if (levelOf(rule) === undefined) continue;
    for (const each of [rule, ...(rule.items ?? [])]) {
      condition(each.scope);
      condition(each.when);
      if (typeof each.due === 'object' && 'fact' in each.due) follow(each.due.fact);
    }
    for (const { role, value } of rule.outcomes) if (role === 'grant' && value !== null) formula(value.expression);
  }
  return read;
}
