export { canonical, digestOf } from './digest.ts';
export type { SourceFile } from './faults.ts';
export { type LoadedPolicy, loadPolicy, type PolicySource } from './load.ts';
export { pack } from './pack.ts';
