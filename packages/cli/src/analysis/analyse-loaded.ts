import { type Analysis, analyse } from '@jingzhun/rules/analyse';
import type { LoadedPolicy } from '@jingzhun/rules/load';

/** The analysis of a release or a draft, under its own number: the files of a draft have that of the release it is built on. */
export function analyseLoaded({ files, policy }: LoadedPolicy, days: { on?: string } = {}): Analysis {
  const { release, digest } = policy;
  return { ...analyse(files, days), release, digest };
}
