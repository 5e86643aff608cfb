import type { ConditionModel, Policy, PolicyText } from '@jingzhun/rules';
import type { Bilingual } from '@jingzhun/schemas';

const known = new WeakMap<PolicyText, ReadonlyMap<string, Bilingual>>();

/**
 * What an item of a rule is called, by the facts that it alone compares. Keys of a record may have no label in the
 * vocabulary: `county.healthIndicators.infantMortality` is then called as the item that tests it.
 */
export function itemTitles(policy: Policy, text: PolicyText): ReadonlyMap<string, Bilingual> {
  let titles = known.get(text);
  if (titles === undefined) {
    const wording = new Map(
      text.sections.flatMap(({ provisions }) => provisions.map((each) => [each.id, each] as const)),
    );
    const found = new Map<string, Bilingual>();
    for (const { id, items = [] } of policy.rules) {
      for (const { key, when } of items) {
        const title = wording.get(id)?.items[key];
        for (const fact of title === undefined ? [] : leafFacts(when))
          if (!found.has(fact)) found.set(fact, title as Bilingual);
      }
    }
    titles = found;
    known.set(text, titles);
  }
  return titles;
}

function leafFacts(condition: ConditionModel): readonly string[] {
  if (!('fact' in condition)) return [];
  const { fact, value } = condition;
  return typeof value === 'object' && 'fact' in value ? [fact, value.fact] : [fact];
}
