import { type Almanac, Engine } from 'json-rules-engine';
import { parametersOn } from '../compile/parameters.ts';
import { isRecord } from '../compile/read.ts';
import { factOutcomes } from '../decide/outcomes.ts';
import { type Dates, open, refuseProblems } from '../decide/question.ts';
import { actualOf } from '../decide/reasons.ts';
import type { Policy } from '../model/policy.ts';
import { isInForce, rulesOn } from '../model/rules-on.ts';
import { presenceOf, ruleCondition } from './conditions.ts';

/**
 * A ready json-rules-engine `Engine` with the facts, conditions and events of a policy on a day, for those who already
 * run that engine. Run it with the case, and for rules about a person with the place of the member.
 *
 * An event's type is the rule's id; its `params` hold kind, clause and outcomes with amounts. A rule whose facts are
 * missing raises no event: this engine has no *unknown*, and its answers on incomplete cases are not to be relied on.
 * Each call gives a fresh engine: overlapping runs of one engine drop each other's rules.
 *
 * @example
 * const engine = toEngine(ruyuan2016, { on: '2017-09-01' });
 * const { events } = await engine.run({ case: { household: { registered: true, members: [{ schoolStage: 'primary' }] } }, member: 0 });
 * events.map(({ type }) => type).includes('ruyuan.education-aid.primary-and-junior'); // true
 */
export function toEngine(policy: Policy, dates: Dates): Engine {
  const facts = new Map(policy.facts.map((fact) => [fact.name, fact]));
  const parameters = parametersOn(policy.parameters, dates.on);
  const engine = new Engine([], {
    allowUndefinedFacts: true,
    replaceFactsInEventParams: true,
    pathResolver: ownProperties,
  });
  const opened = openedCases(policy, dates);
  for (const { name, kind } of facts.values()) {
    if (kind === 'records') continue;
    engine.addFact(name, async (_, almanac) => {
      const { home, person, regime } = await opened(almanac);
      return actualOf(regime.scope.fact(name), person ?? home) ?? undefined;
    });
  }
  for (const rule of rulesOn(policy, dates.on)) {
    if (!isInForce(rule, dates.on)) continue;
    engine.addFact(presenceOf(rule), async (_, almanac) => {
      const { home, person } = await opened(almanac);
      return rule.asks[0] === 'person'
        ? person !== undefined
        : rule.asks.some((entity) => isRecord(home.objects[entity]));
    });
    const outcomes = `outcomes of ${rule.id}`;
    engine.addFact(outcomes, async (_, almanac) => {
      const { home, person, regime } = await opened(almanac);
      const compiled = regime.rules.find(({ model }) => model.id === rule.id)?.compiled();
      return compiled === undefined ? [] : factOutcomes(compiled, person ?? home);
    });
    engine.addRule({
      name: rule.id,
      conditions: ruleCondition(rule, { parameters, scaleOf: (name) => policy.parameters[name]?.scale ?? 1 }),
      event: { type: rule.id, params: { kind: rule.kind, clause: rule.clause, outcomes: { fact: outcomes } } },
    });
  }
  return engine;
}

/** Opens the case of a run once, whatever the number of facts asked of it. */
function openedCases(policy: Policy, dates: Dates) {
  const known = new WeakMap<Almanac, ReturnType<typeof open>>();
  return async (almanac: Almanac) => {
    let opened = known.get(almanac);
    if (opened === undefined) {
      opened = open(policy, await almanac.factValue('case'), dates);
      refuseProblems(opened);
      known.set(almanac, opened);
    }
    const member = await almanac.factValue<number | undefined>('member');
    const { home, regime, persons } = opened;
    return { home, regime, person: member === undefined ? undefined : persons[member] };
  };
}

/** Paths of rules someone adds walk own properties only; no path language that can run code. */
function ownProperties(value: unknown, path: string): unknown {
  let found = value;
  for (const key of path
    .replace(/^\$\.?/, '')
    .split('.')
    .filter(Boolean)) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}
