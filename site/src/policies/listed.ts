import type { Policy, PolicyText } from '@jingzhun/rules';
import { catalogue } from './catalogue.gen.ts';

/** A policy with its wording, as pages that are built need it. */
export interface ListedPolicy {
  readonly id: string;
  readonly policy: Policy;
  readonly text: PolicyText;
  /** The numbers of its releases, oldest first. */
  readonly releases: readonly string[];
}

/** Every policy of the site. For building pages: in the browser take what is needed from the catalogue. */
export async function listedPolicies(): Promise<readonly ListedPolicy[]> {
  const entries = Object.entries(catalogue);
  return Promise.all(
    entries.map(async ([id, { policy, text, releases }]) => {
      const [model, wording] = await Promise.all([policy(), text()]);
      return { id, policy: model, text: wording, releases: Object.keys(releases) };
    }),
  );
}

/** The area of a policy, from the largest unit to the smallest. */
export function areaOf({ document }: PolicyText): string {
  return Object.values(document.jurisdiction).filter(Boolean).join(' ');
}

/** How many provisions a policy has, with those that no rule can decide. */
export function provisionCount({ sections }: PolicyText): number {
  return sections.reduce((sum, { provisions }) => sum + provisions.length, 0);
}
