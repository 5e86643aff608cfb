import { defaultDay } from '../calculator/default-day.ts';
import type { Language } from '../language.ts';
import { listedPolicies } from '../policies/listed.ts';

/** A release of a policy, as the page offers it. */
export interface PolicyOption {
  readonly policy: string;
  readonly release: string;
  readonly label: string;
  readonly from: string;
  readonly to: string | null;
  /** The day that is proposed. */
  readonly day: string;
}

/** Every release of every policy, the newest of each first. For building the page. */
export async function policyOptions(language: Language): Promise<readonly PolicyOption[]> {
  const listed = await listedPolicies();
  return listed.flatMap(({ id, policy, text, releases }) =>
    [...releases].reverse().map((release): PolicyOption => {
      const title = text.document.title[language];
      const label = releases.length === 1 ? title : `${title} ${release}`;
      const { from, to } = policy.force;
      return { policy: id, release, label, from, to, day: defaultDay(policy) };
    }),
  );
}
