import { hexToBytes } from '@noble/hashes/utils.js';
import type { Expression, Formula } from '../model/expression.ts';
import { expressionParts, operators, outcomeTexts, type PackedPolicy } from '../model/packed.ts';
import type { ConditionModel, FactModel, Policy, RuleModel } from '../model/policy.ts';

/**
 * A policy in the form in which it is shipped. `unpack` gives the same policy back.
 *
 * @example
 * JSON.stringify(pack(ruyuan2016)).length < JSON.stringify(ruyuan2016).length; // true
 */
export function pack(policy: Policy): PackedPolicy {
  // Like names beside each other make a smaller file.
  const facts = [...policy.facts].sort((a, b) => (a.name < b.name ? -1 : 1));
  const factPlaces = new Map(facts.map(({ name }, place) => [name, place]));
  const parameterPlaces = new Map(Object.keys(policy.parameters).map((name, place) => [name, place]));
  const fact = (name: string): number => factPlaces.get(name) as number;
  const parameter = (name: string): number => parameterPlaces.get(name) as number;

  const expression = (made: Expression | null): unknown => {
    if (made === null) return null;
    const fields = made as unknown as Readonly<Record<string, unknown>>;
    const parts = expressionParts[made.op].split(' ').filter(Boolean);
    return [
      made.op,
      ...parts.map((part) => {
        const [how, name = ''] = part.split(':');
        const value = fields[name];
        if (how === 'e') return expression(value as Expression | null);
        if (how === 'l') return (value as Expression[]).map(expression);
        return how === 'f' ? fact(value as string) : how === 'p' ? parameter(value as string) : value;
      }),
    ];
  };
  // Most formulas are one parameter or one fact: a number, negative for a fact, says which.
  const formula = (made: Formula | null | undefined): unknown => {
    if (made === null || made === undefined) return null;
    if (made.type === 'number' && made.scale === 1) {
      if (made.expression.op === 'parameter') return parameter(made.expression.parameter);
      if (made.expression.op === 'fact') return -1 - fact(made.expression.fact);
    }
    return short([
      expression(made.expression),
      made.scale === 1 ? null : made.scale,
      made.type === 'number' ? null : made.type,
    ]);
  };
  const condition = (made: ConditionModel | undefined): unknown => {
    if (made === undefined) return null;
    if ('all' in made) return ['all', made.all.map(condition)];
    if ('any' in made) return ['any', made.any.map(condition)];
    if ('not' in made) return ['not', condition(made.not)];
    const { value } = made;
    const reference =
      typeof value === 'object' && 'fact' in value
        ? { f: fact(value.fact) }
        : typeof value === 'object' && 'parameter' in value
          ? { p: parameter(value.parameter) }
          : value;
    return [fact(made.fact), operators.indexOf(made.operator), reference];
  };
  const derivation = ({ derive }: FactModel): unknown => {
    if (derive === undefined) return null;
    if ('formula' in derive) return formula(derive.formula);
    return { cases: derive.cases.map(({ is, when }) => [is, formula(when)]) };
  };
  const more = (rule: RuleModel): Record<string, unknown> => ({
    ...(rule.document === undefined ? {} : { document: rule.document }),
    ...(rule.amendments === undefined ? {} : { amendments: rule.amendments }),
    ...(rule.alsoClauses === undefined ? {} : { alsoClauses: rule.alsoClauses }),
    ...(rule.force.from === policy.force.from && rule.force.to === policy.force.to ? {} : { force: rule.force }),
    ...(rule.items === undefined
      ? {}
      : {
          items: rule.items.map(({ key, scope, when, due }) =>
            short([key, condition(scope), condition(when), due ?? null]),
          ),
        }),
    ...(rule.due === undefined ? {} : { due: rule.due }),
    ...(rule.delivered === undefined ? {} : { delivered: condition(rule.delivered) }),
  });
  const { id, release, digest, document, force } = policy;
  return {
    head: [id, release, digest, document, force.from, force.to],
    entities: policy.entities.join(' '),
    facts: facts.map((made) =>
      short([
        made.name,
        `${made.kind} ${made.type === made.kind ? '' : made.type}${made.path === undefined ? ' own' : ''}${made.fallback ? ' fallback' : ''}`.trimEnd(),
        made.scale === 1 ? null : made.scale,
        made.min ?? null,
        made.max ?? null,
        made.codes?.join(' ') ?? null,
        made.items ?? made.entries ?? null,
        derivation(made),
      ]),
    ),
    parameters: Object.entries(policy.parameters).map(([name, { scale, values, by }]) =>
      short([
        name,
        values.map(({ from, to, value }) => short([value, from === force.from ? null : from, to ?? null])),
        scale === 1 ? null : scale,
        by === undefined ? null : fact(by),
      ]),
    ),
    rules: policy.rules.map((rule) => [
      rule.id,
      rule.kind,
      rule.asks.join(' '),
      rule.clause,
      inBase64(rule.quoteSha256),
      condition(rule.scope),
      condition(rule.when),
      rule.outcomes.map((outcome) =>
        short([
          short(outcomeTexts.map((name) => (outcome[name] === 'equal' ? null : (outcome[name] ?? null)))),
          formula(outcome.value),
          formula(outcome.actual),
          condition(outcome.when),
        ]),
      ),
      more(rule),
    ]),
  };
}

/** Without the empty places at its end. */
function short(values: readonly unknown[]): never {
  return values.slice(0, values.findLastIndex((value) => value !== null) + 1) as never;
}

declare function btoa(text: string): string;

/** A digest takes a third less room in base 64 than in base 16. */
function inBase64(digest: RuleModel['quoteSha256']): string {
  const one = (hex: string): string => btoa(String.fromCharCode(...hexToBytes(hex))).slice(0, 43);
  return typeof digest === 'string' ? one(digest) : digest.map(one).join(' ');
}
