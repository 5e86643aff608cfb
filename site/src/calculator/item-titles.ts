import type { ConditionModel, Formula, Policy, PolicyText } from '@jingzhun/rules';
import type { Bilingual } from '@jingzhun/schemas';

const known = new WeakMap<PolicyText, ReadonlyMap<string, Bilingual>>();

/**
 * What a rule calls a fact: by the title of the figure that it is in an outcome, else of the item that compares it alone.
 * Keys of a record may have no label in the vocabulary: `county.healthIndicators.infantMortality` is then called so. An
 * item's title says what has to be the case; a figure's names a quantity.
 */
export function itemTitles(policy: Policy, text: PolicyText): ReadonlyMap<string, Bilingual> {
  let titles = known.get(text);
  if (titles === undefined) {
    const wording = new Map(
      text.sections.flatMap(({ provisions }) => provisions.map((each) => [each.id, each] as const)),
    );
    const found = new Map<string, Bilingual>();
    const add = (fact: string | undefined, title: Bilingual | undefined): void => {
      if (fact !== undefined && title !== undefined && !found.has(fact)) found.set(fact, title);
    };
    for (const { id, outcomes } of policy.rules) {
      for (const { what, actual, value } of outcomes) {
        for (const formula of [actual, value]) add(bareFact(formula), wording.get(id)?.outcomes[what]);
      }
    }
    for (const { id, items = [] } of policy.rules) {
      for (const { key, when } of items) {
        for (const fact of leafFacts(when)) add(fact, wording.get(id)?.items[key]);
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

function bareFact(formula: Formula | null | undefined): string | undefined {
  return formula?.expression.op === 'fact' ? formula.expression.fact : undefined;
}
