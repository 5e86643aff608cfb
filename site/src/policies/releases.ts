import { catalogue } from './catalogue.gen.ts';
import type { Release } from './release.ts';
import { filesOf } from './released-files.ts';

/** The releases of every policy, oldest first, by the policy's id. Read while pages are built: no visitor's browser loads them. */
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
