import type { CompiledFact } from './facts.ts';

/** By key: what stands there. */
export interface Plan {
  readonly places: Map<string, Place>;
  /** What came first the last time. */
  next: Place | undefined;
}

/** The fact that stands at a key, or the keys inside. */
export interface Place {
  readonly key: string;
  /** Its number in the trace of a case: above 0, and no two the same, nor within 3 of each other. */
  readonly id: number;
  fact: CompiledFact | undefined;
  inside: Plan | undefined;
  /** What came after it the last time: objects of one kind mostly have their keys in one order. */
  next: Place | undefined;
  /** The text that a trace was last given there, and the word for it: values repeat. */
  text: unknown;
  word: number;
}

let places = 0;

const newPlan = (): Plan => ({ places: new Map(), next: undefined });

const newPlace = (key: string): Place => ({
  key,
  id: 4 * ++places,
  fact: undefined,
  inside: undefined,
  next: undefined,
  text: undefined,
  word: 0,
});

export function plansOf(facts: readonly CompiledFact[]): ReadonlyMap<string, Plan> {
  const plans = new Map<string, Plan>();
  for (const fact of facts) {
    const { entity, path } = fact.model;
    if (path === undefined) continue;
    let plan = plans.get(entity) ?? newPlan();
    plans.set(entity, plan);
    path.forEach((key, depth) => {
      const place = plan.places.get(key) ?? newPlace(key);
      plan.places.set(key, place);
      if (depth === path.length - 1) place.fact = fact;
      else {
        place.inside ??= newPlan();
        plan = place.inside;
      }
    });
  }
  return plans;
}

/** What stands at a key that came after another, or first of all. */
export function placeAt(plan: Plan, last: Plan | Place, key: string): Place | undefined {
  const expected = last.next;
  if (expected?.key === key) return expected;
  const place = plan.places.get(key);
  if (place !== undefined) last.next = place;
  return place;
}

/** Any fact that stands inside: its path begins with the keys that lead there. */
export function firstIn(plan: Plan): CompiledFact {
  const [place] = plan.places.values();
  return (place as Place).fact ?? firstIn((place as Place).inside as Plan);
}
