import { LogicEngine } from 'json-logic-engine';
import type { NestedCondition } from 'json-rules-engine';
import type { PlainRule } from './conditions.ts';
import { type Peer, versionOf } from './peer.ts';

const operators: Readonly<Record<string, string>> = {
  equal: '===',
  notEqual: '!==',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
  in: 'in',
};

/** Rules compiled to functions by `build`. Facts are read by one key each: no walking of paths. */
export function jsonLogicEngine(rules: readonly PlainRule[]): Peer {
  const engine = new LogicEngine();
  const built = rules.map(({ id, entity, condition }) => ({
    id,
    entity,
    holds: engine.build(logicOf(condition)) as (facts: unknown) => unknown,
  }));
  const byEntity = {
    household: built.filter(({ entity }) => entity === 'household'),
    person: built.filter(({ entity }) => entity === 'person'),
  };
  return {
    name: 'json-logic-engine, compiled',
    version: versionOf('json-logic-engine'),
    rules: rules.length,
    run: (subjects) =>
      subjects.map(({ entity, facts }) => byEntity[entity].filter(({ holds }) => holds(facts)).map(({ id }) => id)),
  };
}

function logicOf(condition: NestedCondition): unknown {
  if ('all' in condition) return { and: condition.all.map(logicOf) };
  if ('any' in condition) return { or: condition.any.map(logicOf) };
  if ('not' in condition) return { '!': logicOf(condition.not) };
  if (!('fact' in condition)) throw new TypeError('a condition by name is not expected');
  const { fact, operator, value } = condition;
  const other = typeof value === 'object' && value !== null && 'fact' in value ? read(String(value.fact)) : value;
  return { [operators[operator] ?? operator]: [read(fact), other] };
}

/** A dot in a key is escaped, or it would be a path. */
function read(fact: string): unknown {
  return { var: fact.replaceAll('.', '\\.') };
}
