import { Engine, type NestedCondition } from 'json-rules-engine';
import type { PlainRule } from './conditions.ts';
import { type Peer, versionOf } from './peer.ts';
import type { SubjectFacts } from './subjects.ts';

type Facts = SubjectFacts['facts'];

/**
 * As its documentation shows it for facts that are objects: one engine with all rules, the household and the person passed
 * to `run` as they are, conditions that point inside by `path`, events collected.
 */
export function jsonRulesEngineWithPaths(rules: readonly PlainRule[]): Peer {
  const single = engineWith(rules.map((rule) => ({ ...rule, condition: withPaths(rule.condition) })));
  return peerOf('json-rules-engine, objects and paths', rules, { household: single, person: single }, nested);
}

/**
 * Spared the paths: every fact of the case passed under its dotted name. One engine for the rules
 * about households and one for those about persons, so that none evaluates rules that cannot concern the subject.
 */
export function jsonRulesEngine(rules: readonly PlainRule[]): Peer {
  const household = engineWith(rules.filter(({ entity }) => entity === 'household'));
  const person = engineWith(rules.filter(({ entity }) => entity === 'person'));
  return peerOf('json-rules-engine, flat facts, two engines', rules, { household, person });
}

/** The same in a single engine with all rules: what does not concern a subject is evaluated all the same, and its events are dropped. */
export function singleJsonRulesEngine(rules: readonly PlainRule[]): Peer {
  const single = engineWith(rules);
  return peerOf('json-rules-engine, flat facts', rules, { household: single, person: single });
}

function engineWith(rules: readonly PlainRule[]): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const { id, entity, condition } of rules) {
    engine.addRule({ name: id, conditions: condition, event: { type: id, params: { entity } } });
  }
  return engine;
}

function peerOf(
  name: string,
  rules: readonly PlainRule[],
  engines: Readonly<Record<PlainRule['entity'], Engine>>,
  shaped: (facts: Facts) => Record<string, unknown> = (facts) => facts,
): Peer {
  // Shaped once for each subject: what is timed is the engine's own work.
  const known = new WeakMap<Facts, Record<string, unknown>>();
  const shapedOnce = (facts: Facts): Record<string, unknown> => {
    const shape = known.get(facts) ?? shaped(facts);
    known.set(facts, shape);
    return shape;
  };
  return {
    name,
    version: versionOf('json-rules-engine'),
    rules: rules.length,
    async run(subjects) {
      const met: string[][] = [];
      for (const { entity, facts } of subjects) {
        const { events } = await engines[entity].run(shapedOnce(facts));
        met.push(events.filter(({ params }) => params?.entity === entity).map(({ type }) => type));
      }
      return met;
    },
  };
}

/** By dotted name to an object for each entity. */
function nested(facts: Facts): Record<string, unknown> {
  const objects: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(facts)) {
    const keys = name.split('.');
    const last = keys.pop() as string;
    let object = objects;
    for (const key of keys) {
      object[key] ??= {};
      object = object[key] as Record<string, unknown>;
    }
    object[last] = value;
  }
  return objects;
}

type Condition = PlainRule['condition'] | NestedCondition;

/** `person.schoolStage` as the fact `person` with the path `$.schoolStage`. */
function withPaths<T extends Condition>(condition: T): T {
  const at = (name: string): { fact: string; path: string } => {
    const dot = name.indexOf('.');
    return { fact: name.slice(0, dot), path: `$.${name.slice(dot + 1)}` };
  };
  const walk = (part: Condition): unknown => {
    if ('all' in part) return { all: part.all.map(walk) };
    if ('any' in part) return { any: part.any.map(walk) };
    if ('not' in part) return { not: walk(part.not) };
    if (!('fact' in part)) throw new TypeError('conditions by name are not used here');
    const { fact, value, ...rest } = part;
    const other = typeof value === 'object' && value !== null && 'fact' in value ? at(value.fact) : value;
    return { ...rest, ...at(fact), value: other };
  };
  return walk(condition) as T;
}
