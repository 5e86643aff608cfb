import type { RuleFinding } from '@jingzhun/rules';

/** The entities, of those that the page's subject has many of, of which the one that was given says something in a finding. */
export function byExample({ because }: Pick<RuleFinding, 'because'>, within: readonly string[]): readonly string[] {
  return within.filter((entity) =>
    because.some(({ fact, actual }) => actual !== null && fact.startsWith(`${entity}.`)),
  );
}
