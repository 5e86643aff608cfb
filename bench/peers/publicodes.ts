import type { NestedCondition } from 'json-rules-engine';
import Engine from 'publicodes';
import type { PlainRule } from './conditions.ts';
import { type Peer, versionOf } from './peer.ts';
import type { Scalar } from './subjects.ts';

const comparisons: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '!=',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
};

/** Its names know no dots within and no hyphens: facts are named by number. */
export function publicodes(rules: readonly PlainRule[]): Peer {
  const names = new Map<string, string>();
  const nameOf = (fact: string): string => {
    const name = names.get(fact) ?? `fait ${names.size + 1}`;
    names.set(fact, name);
    return name;
  };
  const texts = rules.map(({ condition }, index) => [`règle ${index + 1}`, publicodesOf(condition, nameOf)] as const);
  const facts = [...names.values()].map((name) => [name, { question: name }] as const);
  const engine = new Engine(Object.fromEntries([...facts, ...texts]) as never, {
    logger: { log() {}, warn() {}, error() {} },
  });
  return {
    name: 'publicodes',
    version: versionOf('publicodes'),
    rules: rules.length,
    run: (subjects) =>
      subjects.map(({ entity, facts }) => {
        const situation: Record<string, string> = {};
        for (const [fact, name] of names) {
          const value = facts[fact];
          if (value !== undefined && value !== null) situation[name] = constant(value);
        }
        engine.setSituation(situation);
        return rules.flatMap((rule, index) =>
          rule.entity === entity && engine.evaluate(`règle ${index + 1}`).nodeValue === true ? [rule.id] : [],
        );
      }),
  };
}

type Rule = string | { readonly [mechanism: string]: readonly Rule[] | Rule };

function publicodesOf(condition: NestedCondition, nameOf: (fact: string) => string): Rule {
  const inside = (part: NestedCondition): Rule => publicodesOf(part, nameOf);
  if ('all' in condition) return { 'toutes ces conditions': condition.all.map(inside) };
  if ('any' in condition) return { 'une de ces conditions': condition.any.map(inside) };
  if ('not' in condition) return { 'est non applicable': inside(condition.not) };
  if (!('fact' in condition)) throw new TypeError('a condition by name is not expected');
  const { fact, operator, value } = condition;
  if (operator === 'in') {
    const list = value as readonly Scalar[];
    return { 'une de ces conditions': list.map((each) => `${nameOf(fact)} = ${constant(each)}`) };
  }
  const other = typeof value === 'object' && value !== null ? nameOf(String(value.fact)) : constant(value as Scalar);
  return `${nameOf(fact)} ${comparisons[operator] ?? operator} ${other}`;
}

function constant(value: Scalar): string {
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return typeof value === 'string' ? `'${value}'` : String(value);
}
