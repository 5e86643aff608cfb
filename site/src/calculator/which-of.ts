import type { Outcome, OutcomeModel } from '@jingzhun/rules';
import { factsIn } from './outcome-words.ts';

/** How many statements about the same facts say which of them is meant: two may each be of interest. */
const several = 3;

interface Stated {
  readonly outcome: Outcome;
  readonly model: OutcomeModel | undefined;
  readonly name: string | undefined;
}

/**
 * Statements of yes and no that follow from the same facts say which of several it is, who leads for one: those that are so are told
 * in one line, and those that are not, not at all.
 */
export function whichOf<Each extends Stated>(stated: readonly Each[], comma: string): readonly Each[] {
  const groups = Map.groupBy(stated, factsOf);
  return stated.flatMap((each) => {
    const group = groups.get(factsOf(each)) ?? [];
    const meant = group.filter(({ outcome }) => outcome.value === true);
    if (factsOf(each) === undefined || group.length < several || meant.length === 0) return [each];
    const named = meant.flatMap(({ name }) => name ?? []).join(comma);
    return each === meant[0] ? [{ ...each, name: named || undefined }] : [];
  });
}

/** The facts that a statement of yes and no follows from, in one text; undefined for all else. */
function factsOf({ outcome, model }: Stated): string | undefined {
  if (typeof outcome.value !== 'boolean' || model?.role !== 'state' || !model.value) return undefined;
  const facts = factsIn(model.value.expression);
  return facts.length === 0 ? undefined : [...new Set(facts)].sort().join(' ');
}
