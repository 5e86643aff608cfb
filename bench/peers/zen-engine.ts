import { ZenEngine } from '@gorules/zen-engine';
import type { NestedCondition } from 'json-rules-engine';
import type { PlainRule } from './conditions.ts';
import { type Peer, versionOf } from './peer.ts';
import type { Scalar } from './subjects.ts';

const comparisons: Readonly<Record<string, string>> = {
  equal: '==',
  notEqual: '!=',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
};

/** One decision for households and one for persons, each with an expression node: a key for every rule. */
export function zenEngine(rules: readonly PlainRule[]): Peer {
  const engine = new ZenEngine();
  const decisionFor = (entity: PlainRule['entity']) => {
    const own = rules.filter((rule) => rule.entity === entity);
    const expressions = own.map(({ condition }, index) => ({
      id: `e${index}`,
      key: `r${index}`,
      value: zenOf(condition),
    }));
    const content = {
      nodes: [
        { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
        { id: 'rules', type: 'expressionNode', name: 'rules', position: { x: 1, y: 0 }, content: { expressions } },
        { id: 'out', type: 'outputNode', name: 'out', position: { x: 2, y: 0 } },
      ],
      edges: [
        { id: 'a', sourceId: 'in', targetId: 'rules', type: 'edge' },
        { id: 'b', sourceId: 'rules', targetId: 'out', type: 'edge' },
      ],
    };
    return { ids: own.map(({ id }) => id), decision: engine.createDecision(content) };
  };
  const decisions = { household: decisionFor('household'), person: decisionFor('person') };
  return {
    name: 'zen-engine',
    version: versionOf('@gorules/zen-engine'),
    rules: rules.length,
    async run(subjects) {
      const met: string[][] = [];
      for (const { entity, facts } of subjects) {
        const { ids, decision } = decisions[entity];
        const { result } = await decision.evaluate({ f: facts });
        met.push(ids.filter((_, index) => (result as Record<string, unknown>)[`r${index}`] === true));
      }
      return met;
    },
  };
}

function zenOf(condition: NestedCondition): string {
  if ('all' in condition) return `(${condition.all.map(zenOf).join(' and ')})`;
  if ('any' in condition) return `(${condition.any.map(zenOf).join(' or ')})`;
  if ('not' in condition) return `not (${zenOf(condition.not)})`;
  if (!('fact' in condition)) throw new TypeError('a condition by name is not expected');
  const { fact, operator, value } = condition;
  if (operator === 'in') return `${read(fact)} in [${(value as readonly Scalar[]).map(constant).join(', ')}]`;
  const other = typeof value === 'object' && value !== null ? read(String(value.fact)) : constant(value as Scalar);
  const comparison = `${read(fact)} ${comparisons[operator] ?? operator} ${other}`;
  // It refuses to put null in order.
  if (operator === 'equal' || operator === 'notEqual') return comparison;
  const known = [read(fact), ...(typeof value === 'object' ? [other] : [])].map((each) => `${each} != null`);
  return `(${[...known, comparison].join(' and ')})`;
}

function read(fact: string): string {
  return `f['${fact}']`;
}

function constant(value: Scalar): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}
