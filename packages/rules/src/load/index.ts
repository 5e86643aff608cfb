export { canonical, digestOf, digestOfFiles } from './digest.ts';
export { applyDraft, draftFrom, loadDraft, nextVersion } from './draft.ts';
export type { SourceFile } from './faults.ts';
export { inLikeSteps } from './like-steps.ts';
export { type LoadedPolicy, loadPolicy, type PolicyFiles, type PolicySource, sourceOf } from './load.ts';
export { pack } from './pack.ts';
export { type RuleVersion, versionsOf } from './versions.ts';
