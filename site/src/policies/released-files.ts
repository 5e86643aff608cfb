import type { PolicyFiles } from '@jingzhun/rules/load';

const found = import.meta.glob<PolicyFiles>('../../../packages/rules/policies/*/releases/*.json', {
  import: 'default',
});

/** What a release says, loaded when it is asked for. */
type ReleasedFiles = () => Promise<PolicyFiles>;

/** Every release of every policy: policy → number → files, the oldest first. A new one appears by itself. */
export const releasedFiles: ReadonlyMap<string, ReadonlyMap<string, ReleasedFiles>> = byPolicy(found);

/** What one release says. A release that does not exist is a fault of the page. */
export function filesOf(policy: string, release: string): Promise<PolicyFiles> {
  const files = releasedFiles.get(policy)?.get(release);
  if (files === undefined) throw new ReferenceError(`there is no ${policy}@${release}`);
  return files();
}

function byPolicy(modules: Readonly<Record<string, ReleasedFiles>>): Map<string, Map<string, ReleasedFiles>> {
  const policies = new Map<string, Map<string, ReleasedFiles>>();
  for (const [path, files] of Object.entries(modules).sort(([a], [b]) => inOrder(a, b))) {
    const [, id = '', version = ''] = /([^/]+)\/releases\/([^/]+)\.json$/.exec(path) ?? [];
    const releases = policies.get(id) ?? new Map<string, ReleasedFiles>();
    policies.set(id, releases.set(version, files));
  }
  return policies;
}

/** 1.10.0 comes after 1.9.0. */
function inOrder(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
