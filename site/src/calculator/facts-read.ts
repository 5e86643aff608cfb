import type { ConditionModel, Expression, Formula, Policy, RuleModel } from '@jingzhun/rules';

/** How a fact is read: by which rules, and whether any of them asks for more than its presence. */
export interface Reading {
  readonly name: string;
  /** Ids of the rules that read it, directly or because another fact follows from it. */
  readonly rules: ReadonlySet<string>;
  /** True where rules only ask whether something was given. */
  readonly presenceOnly: boolean;
}

interface Note {
  rules: Set<string>;
  presenceOnly: boolean;
}

/** Rules that are asked of one of these entities. */
export function rulesAskedOf(policy: Policy, entities: readonly string[]): readonly RuleModel[] {
  return policy.rules.filter(({ asks }) => asks.some((entity) => entities.includes(entity)));
}

/**
 * Every fact that the rules read, with those from which it follows where it is not given. In the order of the
 * policy's facts.
 */
export function factsRead(policy: Policy, rules: readonly RuleModel[]): readonly Reading[] {
  const models = new Map(policy.facts.map((fact) => [fact.name, fact]));
  const notes = new Map<string, Note>();

  for (const rule of rules) {
    const seen = new Set<string>();
    const note = (name: string, presence: boolean): void => {
      let known = notes.get(name);
      if (known === undefined) {
        known = { rules: new Set(), presenceOnly: true };
        notes.set(name, known);
      }
      known.rules.add(rule.id);
      if (!presence) known.presenceOnly = false;
      if (seen.has(name)) return;
      seen.add(name);
      const derive = models.get(name)?.derive;
      if (derive === undefined) return;
      if ('formula' in derive) inFormula(derive.formula);
      else for (const { when } of derive.cases) inFormula(when);
    };
    const table = (name: string): void => {
      const by = policy.parameters[name]?.by;
      if (by !== undefined) note(by, false);
    };
    const inFormula = ({ expression }: Formula): void => inExpression(expression, note, table);
    const inCondition = (condition: ConditionModel): void => {
      if ('all' in condition) condition.all.forEach(inCondition);
      else if ('any' in condition) condition.any.forEach(inCondition);
      else if ('not' in condition) inCondition(condition.not);
      else {
        note(condition.fact, false);
        const { value } = condition;
        if (typeof value === 'object' && 'fact' in value) note(value.fact, false);
        if (typeof value === 'object' && 'parameter' in value) table(value.parameter);
      }
    };
    for (const condition of [rule.scope, rule.when, rule.delivered]) if (condition) inCondition(condition);
    for (const { scope, when } of rule.items ?? []) {
      if (scope) inCondition(scope);
      inCondition(when);
    }
    for (const { value, actual, when } of rule.outcomes) {
      if (value) inFormula(value);
      if (actual) inFormula(actual);
      if (when) inCondition(when);
    }
  }
  return policy.facts.flatMap(({ name }) => {
    const known = notes.get(name);
    return known === undefined ? [] : [{ name, rules: known.rules, presenceOnly: known.presenceOnly }];
  });
}

function inExpression(
  expression: Expression,
  note: (fact: string, presence: boolean) => void,
  table: (parameter: string) => void,
): void {
  switch (expression.op) {
    case 'fact':
    case 'ifAbsent':
      note(expression.fact, false);
      break;
    case 'given':
      note(expression.fact, true);
      break;
    case 'parameter':
      table(expression.parameter);
      break;
    case 'table':
      note(expression.by, false);
      break;
    case 'count':
    case 'sum':
    case 'any':
    case 'every':
      note(expression.list, false);
      break;
  }
  for (const part of Object.values(expression)) {
    if (Array.isArray(part)) {
      for (const each of part) if (isExpression(each)) inExpression(each, note, table);
    } else if (isExpression(part)) inExpression(part, note, table);
  }
}

function isExpression(part: unknown): part is Expression {
  return typeof part === 'object' && part !== null && 'op' in part;
}
