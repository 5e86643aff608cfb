import * as z from 'zod';
import { releaseChange, releaseKind, version } from './policy-file.ts';
import { day } from './policy-parts.ts';

const patch = z.record(z.string(), z.unknown());

/**
 * A `draft.yaml`: the next release of a policy, holding only what changes. `document`, `force` and `sections`
 * are laid over the policy's files as a JSON merge patch (RFC 7396): records are merged, `null` takes away, all else replaces. Lists of
 * dated entries (`values`, `amended`) are merged by `from`.
 */
export const draftFile = z.strictObject({
  policy: z.string().min(1).describe('Id of the policy'),
  base: version.describe('The release it is built on'),
  kind: releaseKind,
  from: day.optional().describe('Of an amendment: the first day of the new law. Nothing before it may change'),
  changes: z.array(releaseChange).describe('What changed, for people who apply the policy; needed to release'),
  document: patch.optional().describe('Laid over `document` of policy.yaml'),
  force: patch.optional().describe('Laid over `force` of policy.yaml'),
  sections: z.record(z.string(), patch.nullable()).describe('By file name without .yaml; a new name is a new section'),
  tests: z
    .array(z.unknown())
    .optional()
    .describe('Tests of what changed; one with the name of an existing test takes its place'),
});
export type DraftFile = z.infer<typeof draftFile>;
