import { Engine } from 'json-rules-engine';
import type { PlainRule } from './conditions.ts';
import { type Peer, versionOf } from './peer.ts';

/**
 * As its documentation shows it: rules added once, facts passed to `run`, events collected. One engine for the rules
 * about households and one for those about persons, so that none evaluates rules that cannot concern the subject.
 */
export function jsonRulesEngine(rules: readonly PlainRule[]): Peer {
  const household = engineWith(rules.filter(({ entity }) => entity === 'household'));
  const person = engineWith(rules.filter(({ entity }) => entity === 'person'));
  return peerOf('json-rules-engine', rules, { household, person });
}

/** A single engine with all rules: what does not concern a subject is evaluated all the same, and its events are dropped. */
export function singleJsonRulesEngine(rules: readonly PlainRule[]): Peer {
  const single = engineWith(rules);
  return peerOf('json-rules-engine, one engine', rules, { household: single, person: single });
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
): Peer {
  return {
    name,
    version: versionOf('json-rules-engine'),
    rules: rules.length,
    async run(subjects) {
      const met: string[][] = [];
      for (const { entity, facts } of subjects) {
        const { events } = await engines[entity].run(facts);
        met.push(events.filter(({ params }) => params?.entity === entity).map(({ type }) => type));
      }
      return met;
    },
  };
}
