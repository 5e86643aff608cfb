import type { Policy, PolicyText } from '@jingzhun/rules';
import { areaInEnglish } from '@jingzhun/schemas';
import type { Language } from '../language.ts';
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

/** The area of a policy: in Chinese from the largest place to the smallest, in English from the smallest to the largest. */
export function areaOf({ document: { jurisdiction } }: Pick<PolicyText, 'document'>, language: Language): string {
  return language === 'zh' ? Object.values(jurisdiction).join(' ') : areaInEnglish(jurisdiction);
}

/** How many provisions a policy has, with those that no rule can decide. */
export function provisionCount({ sections }: PolicyText): number {
  return sections.reduce((sum, { provisions }) => sum + provisions.length, 0);
}
