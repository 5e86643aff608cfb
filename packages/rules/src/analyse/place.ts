import type { CompiledRule } from '../compile/rule.ts';
import type { ConditionModel } from '../model/policy.ts';

/** One condition of a rule, with those that must hold for it to be asked. */
export interface Place {
  /** After the rule's id, in ids of findings: empty for the test itself. */
  readonly part: string;
  readonly role: 'scope' | 'test' | 'delivered' | 'statement';
  readonly condition: ConditionModel;
  readonly guards: readonly ConditionModel[];
}

/** Every condition of a rule, in the order in which they are asked. */
export function placesOf({ model }: CompiledRule): readonly Place[] {
  const { scope, when, delivered, items = [], outcomes } = model;
  const places: Place[] = [];
  const note = (
    part: string,
    role: Place['role'],
    condition: ConditionModel | undefined,
    ...guards: (ConditionModel | undefined)[]
  ): void => {
    if (condition !== undefined)
      places.push({ part, role, condition, guards: guards.filter((each) => each !== undefined) });
  };
  note('scope', 'scope', scope);
  note('', 'test', when, scope);
  for (const item of items) {
    note(`${item.key}.scope`, 'scope', item.scope, scope);
    note(item.key, 'test', item.when, scope, item.scope);
  }
  note('delivered', 'delivered', delivered, scope, when);
  outcomes.forEach((outcome, place) => {
    note(`${outcome.what}-${place + 1}`, 'statement', outcome.when, scope);
  });
  return places;
}

/** What must hold for a checklist to be met: each of its items, where it applies. */
export function checklistOf({ model: { scope, items = [] } }: CompiledRule): readonly ConditionModel[] {
  const asked = items.map((item) => (item.scope === undefined ? item.when : { any: [{ not: item.scope }, item.when] }));
  const scopes = items.flatMap((item) => item.scope ?? []);
  const some = items.length > 0 && scopes.length === items.length ? [{ any: scopes }] : [];
  return conjunctsOf([...(scope === undefined ? [] : [scope]), ...asked, ...some]);
}

/** The parts that must all hold, each as small as can be. */
export function conjunctsOf(conditions: readonly ConditionModel[]): readonly ConditionModel[] {
  return conditions.flatMap((condition) => ('all' in condition ? conjunctsOf(condition.all) : [condition]));
}
