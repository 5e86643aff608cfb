import { Engine } from 'json-rules-engine';
import type { PlainRule } from './conditions.ts';
import { type Peer, versionOf } from './peer.ts';

/**
 * As its documentation shows it: rules added once, facts passed to `run`, events collected. One engine for the rules
 * about households and one for those about persons, so that none evaluates rules that cannot concern the subject.
 */
export function jsonRulesEngine(rules: readonly PlainRule[]): Peer {
  const engineFor = (entity: PlainRule['entity']): Engine => {
    const engine = new Engine([], { allowUndefinedFacts: true });
    for (const { id, condition } of rules.filter((rule) => rule.entity === entity)) {
      engine.addRule({ name: id, conditions: condition, event: { type: id } });
    }
    return engine;
  };
  const engines = { household: engineFor('household'), person: engineFor('person') };
  return {
    name: 'json-rules-engine',
    version: versionOf('json-rules-engine'),
    rules: rules.length,
    async run(subjects) {
      const met: string[][] = [];
      for (const { entity, facts } of subjects) {
        const { events } = await engines[entity].run(facts);
        met.push(events.map(({ type }) => type));
      }
      return met;
    },
  };
}
