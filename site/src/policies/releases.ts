import type { PolicyFiles } from '@jingzhun/rules/load';
import { catalogue } from './catalogue.gen.ts';
import type { Release } from './release.ts';

// Read while pages are built, so that no visitor's browser loads them.
const files = import.meta.glob<PolicyFiles>('../../../packages/rules/policies/*/releases/*.json', {
  import: 'default',
});

/** The releases of every policy, oldest first, by the policy's id. */
export async function releasesByPolicy(): Promise<ReadonlyMap<string, readonly Release[]>> {
  const entries = await Promise.all(
    Object.entries(catalogue).map(async ([id, { releases }]) => {
      const loaded = await Promise.all(
        Object.entries(releases).map(async ([version, release]) => {
          const [policy, text, source] = await Promise.all([release.policy(), release.text(), filesOf(id, version)]);
          return { version, policy, text, files: source };
        }),
      );
      if (loaded.length === 0) throw new Error(`${id} has no release to show: run jingzhun release ${id}`);
      const all = loaded.map(({ version, policy: { digest } }) => ({ version, digest }));
      return [id, loaded.map((release) => ({ ...release, all }))] as const;
    }),
  );
  return new Map(entries);
}

function filesOf(id: string, version: string): Promise<PolicyFiles> {
  const path = Object.keys(files).find((each) => each.endsWith(`/${id}/releases/${version}.json`));
  const load = path === undefined ? undefined : files[path];
  if (load === undefined) throw new Error(`the files of ${id} ${version} are not there`);
  return load();
}
