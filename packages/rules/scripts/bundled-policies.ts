import { readPolicyFolder } from '../../cli/src/policy-folder.ts';
import { policyFolders } from '../../cli/src/policy-folders.ts';
import { readTests, testSources } from '../../cli/src/policy-tests.ts';
import { type LoadedPolicy, loadPolicy } from '../src/load/index.ts';
import type { PolicyTest } from '../src/policy-test/index.ts';

/** Where the policies stand that come with the package. */
export const policiesRoot: string = new URL('../policies/', import.meta.url).pathname;

export const policyIds: readonly string[] = policyFolders(policiesRoot).map(({ id }) => id);

/** A policy as its files stand, and the tests beside it. */
export function bundled(id: string): LoadedPolicy & { readonly tests: readonly PolicyTest[] } {
  const folder = `${policiesRoot}${id}`;
  const { tests } = readTests(testSources(folder));
  return { ...loadPolicy(readPolicyFolder(folder)), tests: tests.map(({ test }) => test) };
}
