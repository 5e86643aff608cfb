import { parametersOn } from '../compile/parameters.ts';
import { canonical } from '../load/digest.ts';
import type { Policy, RuleModel } from '../model/policy.ts';
import { groundOfRule } from '../model/rests-on.ts';
import { isInForce, rulesOn } from '../model/rules-on.ts';
import type { Side } from './side.ts';

/** A parameter's value in its unit; null where it has none on that day. */
export type ParameterValue = number | string | Readonly<Record<string, number>> | null;

/** Why the two sides may answer differently about a rule. */
export type Cause =
  | { readonly what: 'added' | 'removed' | 'enters-force' | 'leaves-force' }
  | {
      readonly what: 'parameter';
      readonly parameter: string;
      readonly before: ParameterValue;
      readonly after: ParameterValue;
    }
  /** How a fact that it rests on is read or follows from others. */
  | { readonly what: 'fact'; readonly fact: string }
  | { readonly what: 'condition'; readonly part: 'scope' | 'when' | 'items' | 'due' | 'delivered' }
  | { readonly what: 'outcomes' | 'asks' | 'kind' }
  /** The rule is the same; it looks at the day, and the days differ. */
  | { readonly what: 'day' };

/** A rule that may come out differently on the two sides. */
export interface ChangedRule {
  readonly rule: string;
  readonly before: RuleModel | undefined;
  readonly after: RuleModel | undefined;
  readonly causes: readonly Cause[];
}

/** All that settles what a rule finds, apart from the case. */
interface Meaning {
  readonly model: RuleModel;
  readonly inForce: boolean;
  readonly parameters: ReadonlyMap<string, { readonly value: ParameterValue; readonly text: string }>;
  readonly facts: ReadonlyMap<string, string>;
  /** The days it looks at. */
  readonly days: string;
}

const conditions = ['scope', 'when', 'items', 'due', 'delivered'] as const;

/**
 * The rules whose meaning differs between two sides: their own content, the parameters they use as they stand on the day, the facts
 * they rest on and all that these rest on, their force, and the day itself where they look at it. Every other rule finds the same for
 * every case.
 *
 * @returns in the order of `b`, then what only `a` has.
 *
 * @example
 * const before = { policy: ruyuan2016, on: '2017-09-01' };
 * changedRules(before, { ...before, on: '2019-09-01' }).changed.length > 0; // true
 */
export function changedRules(a: Side, b: Side): { readonly changed: readonly ChangedRule[]; readonly equal: number } {
  const before = meanings(a);
  const after = meanings(b);
  const ids = [...new Set([...after.keys(), ...before.keys()])];
  const changed = ids.flatMap((rule) => {
    const [was, is] = [before.get(rule), after.get(rule)];
    const causes = causesOf(was, is);
    return causes.length === 0 ? [] : [{ rule, before: was?.model, after: is?.model, causes }];
  });
  return { changed, equal: ids.length - changed.length };
}

function causesOf(before: Meaning | undefined, after: Meaning | undefined): Cause[] {
  if (before === undefined) return [{ what: 'added' }];
  if (after === undefined) return [{ what: 'removed' }];
  const asks: Cause[] = same(before.model.asks, after.model.asks) ? [] : [{ what: 'asks' }];
  if (!before.inForce && !after.inForce) return asks;
  if (before.inForce !== after.inForce) return [{ what: after.inForce ? 'enters-force' : 'leaves-force' }, ...asks];
  const causes: Cause[] = [...asks];
  if (before.model.kind !== after.model.kind) causes.push({ what: 'kind' });
  for (const part of conditions) {
    if (!same(before.model[part], after.model[part])) causes.push({ what: 'condition', part });
  }
  if (!same(before.model.outcomes, after.model.outcomes)) causes.push({ what: 'outcomes' });
  for (const [parameter, { value, text }] of after.parameters) {
    const was = before.parameters.get(parameter);
    // One that is only named on one side is a change of the condition or outcome that names it.
    if (was !== undefined && was.text !== text)
      causes.push({ what: 'parameter', parameter, before: was.value, after: value });
  }
  for (const [fact, text] of after.facts) {
    const was = before.facts.get(fact);
    if (was !== undefined && was !== text) causes.push({ what: 'fact', fact });
  }
  if (before.days !== after.days) causes.push({ what: 'day' });
  return causes;
}

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

function meanings({ policy, on, assessedOn = on }: Side): Map<string, Meaning> {
  const facts = new Map(policy.facts.map((fact) => [fact.name, fact]));
  const values = parametersOn(policy.parameters, on);
  const texts = new Map<string, string>();
  const textOf = (name: string): string => {
    const known = texts.get(name) ?? canonical(facts.get(name));
    texts.set(name, known);
    return known;
  };
  return new Map(
    rulesOn(policy, on).map((model): [string, Meaning] => {
      const inForce = isInForce(model, on);
      if (!inForce) return [model.id, { model, inForce, parameters: new Map(), facts: new Map(), days: '' }];
      const names = groundOfRule(model, policy);
      const dated = model.due !== undefined || (model.items ?? []).some(({ due }) => due !== undefined);
      const days = [
        names.facts.has('date.on') ? on : '',
        names.facts.has('date.assessedOn') ? assessedOn : '',
        dated ? (on > assessedOn ? on : assessedOn) : '',
      ].join(' ');
      return [
        model.id,
        {
          model,
          inForce,
          parameters: new Map([...names.parameters].map((name) => [name, parameterOn(policy, name, values)])),
          facts: new Map([...names.facts].map((name) => [name, textOf(name)])),
          days,
        },
      ];
    }),
  );
}

function parameterOn({ parameters }: Policy, name: string, values: ReturnType<typeof parametersOn>) {
  const { kind, scale = 1, by } = parameters[name] ?? {};
  const steps = values.get(name);
  const text = canonical({ kind, scale, by, steps });
  if (steps === undefined || typeof steps === 'string') return { value: steps ?? null, text };
  if (typeof steps === 'number') return { value: steps / scale, text };
  return { value: Object.fromEntries(Object.entries(steps).map(([code, each]) => [code, each / scale])), text };
}
