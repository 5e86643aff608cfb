import { defaultDay } from '../calculator/default-day.ts';

/** A policy in one state on one day, as the command line names it: `ruyuan-2016@1.0.0:2018-09-01`. */
export interface Edition {
  readonly policy: string;
  /** The number of a release, or `draft`: the change made on the page, of the other side's release. */
  readonly release: string;
  /** The day whose law applies. */
  readonly on: string;
}

/** A policy that can be chosen. */
export interface OfferedPolicy {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  /** Oldest first. */
  readonly releases: readonly string[];
  readonly force: { readonly from: string; readonly to: string | null };
  /** The days on which something in it changes. */
  readonly days: readonly string[];
}

export const draft = 'draft';

export function editionText({ policy, release, on }: Edition): string {
  return `${policy}@${release}:${on}`;
}

export type EditionFault = 'form' | 'policy' | 'release' | 'day';

/**
 * Reads an edition. What is left out is the policy's last release and a usual day; after a first one (`like`), a version,
 * `draft` or a day alone is of the same policy, as on the command line.
 */
export function readEdition(
  text: string,
  policies: readonly OfferedPolicy[],
  like?: Edition,
): Edition | { readonly fault: EditionFault; readonly text: string } {
  const fault = (of: EditionFault, what: string) => ({ fault: of, text: what.slice(0, 60) });
  const [, what = '', day] = /^(.*?)(?::?(\d{4}-\d{2}-\d{2}))?$/s.exec(text.trim()) ?? [];
  if (day !== undefined && !isDay(day)) return fault('day', day);
  const alone = like !== undefined && (what === draft || /^\d+\.\d+\.\d+$/.test(what));
  const [id = '', release] = alone
    ? [like.policy, what]
    : what === '' && like
      ? [like.policy, like.release]
      : split(what);
  if (!/^[a-z0-9-]+$/.test(id)) return fault('form', text);
  const policy = policies.find((each) => each.id === id);
  if (policy === undefined) return fault('policy', id);
  const version = release ?? policy.releases.at(-1) ?? '';
  const drafted = version === draft && like?.policy === id && like.release !== draft;
  if (!drafted && !policy.releases.includes(version)) return fault('release', `${id}@${version}`);
  return { policy: id, release: version, on: day ?? like?.on ?? defaultDay(policy) };
}

const split = (what: string): [string, string | undefined] => {
  const at = what.indexOf('@');
  return at < 0 ? [what, undefined] : [what.slice(0, at), what.slice(at + 1)];
};

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
