import type { Policy, PolicyText } from '@jingzhun/rules';
import { policyFolders } from './policy-folders.ts';
import { unknownPolicy, unknownRelease } from './unknown-policy.ts';

/** A policy and its wording, loaded when they are asked for. */
interface PolicyModule {
  policy(): Promise<Policy>;
  text(): Promise<PolicyText>;
}

export type PolicyModules = Readonly<Record<string, PolicyModule>>;

/** Policies of one's own, from a folder of policy folders: checked as they are read. */
function fromFolder(root: string): PolicyModules {
  const modules: Record<string, PolicyModule> = {};
  for (const { id, folder } of policyFolders(root)) {
    const loaded = async () => {
      const [{ readPolicyFolder }, { loadPolicy }] = await Promise.all([
        import('./policy-folder.ts'),
        import('@jingzhun/rules/load'),
      ]);
      return loadPolicy(readPolicyFolder(folder));
    };
    let once: ReturnType<typeof loaded> | undefined;
    const load = () => {
      once ??= loaded();
      return once;
    };
    modules[id] = { policy: async () => (await load()).policy, text: async () => (await load()).text };
  }
  return modules;
}

/** The policies that come with the command, or those of a folder. */
export async function allPolicies(folder?: string): Promise<PolicyModules> {
  return folder === undefined ? (await import('./policies.gen.ts')).embedded : fromFolder(folder);
}

export interface PolicyChoice {
  readonly policy: string;
  readonly release?: string | undefined;
  readonly policies?: string | undefined;
}

/** The policy of an id, in a release if one is asked for. An unknown one is answered with the nearest name, at the option that asked. */
export async function findPolicy(
  { policy: id, release, policies }: PolicyChoice,
  askedBy = '--policy',
): Promise<{ policy: Policy; text: PolicyText }> {
  const all = await allPolicies(policies);
  const found = Object.hasOwn(all, id) ? all[id] : undefined;
  if (found === undefined) throw await unknownPolicy(id, Object.keys(all), askedBy);
  const [policy, text] = await Promise.all([found.policy(), found.text()]);
  if (release === undefined || release === policy.release) return { policy, text };
  if (!/^\d+\.\d+\.\d+$|^draft$/.test(release)) throw unknownRelease(id, release, [policy.release]);
  const { findEdition } = await import('./editions.ts');
  return (await findEdition(`${id}@${release}`, { policies })).loaded;
}
