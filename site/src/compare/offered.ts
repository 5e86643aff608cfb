import { changeDays } from '@jingzhun/rules';
import { defaultDay } from '../calculator/default-day.ts';
import type { Language } from '../language.ts';
import type { ListedPolicy } from '../policies/listed.ts';
import { draft, editionText, type OfferedPolicy } from './edition.ts';
import { queryText } from './query-text.ts';

/** The policies that can be chosen, as the page holds them. */
export function offeredPolicies(policies: readonly ListedPolicy[], language: Language): OfferedPolicy[] {
  return policies.map(({ id, policy, text, releases }) => ({
    id,
    title: text.document.title[language],
    number: text.document.number,
    releases,
    force: policy.force,
    days: changeDays(policy).filter((day) => day > policy.force.from || day === policy.force.from),
  }));
}

/** Two days between which something changes in a policy: the last of those and the day before it. */
export function changingDays({
  days,
  force,
}: OfferedPolicy): { readonly before: string; readonly after: string } | undefined {
  const after = days.findLast((day) => day > force.from && (force.to === null || day <= dayAfter(force.to)));
  return after === undefined ? undefined : { before: addDays(after, -1), after };
}

const dayAfter = (day: string): string => addDays(day, 1);

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Where to begin with a policy: its last release beside a draft of it, on a day on which it applies. */
export function draftQuery(policy: OfferedPolicy, on = defaultDay(policy)): string {
  const release = policy.releases.at(-1) ?? '';
  return queryText(
    editionText({ policy: policy.id, release, on }),
    editionText({ policy: policy.id, release: draft, on }),
  );
}

/** The last release on two days. */
export function daysQuery(
  policy: OfferedPolicy,
  { before, after }: { readonly before: string; readonly after: string },
): string {
  const release = policy.releases.at(-1) ?? '';
  const [a, b] = [before, after].map((on) => editionText({ policy: policy.id, release, on })) as [string, string];
  return queryText(a, b);
}
