import * as z from 'zod';
import { bilingual } from './decision.ts';
import { anomalies, camelName, day, force, form, oneOrMore, provisionId, sha256 } from './policy-parts.ts';

const jurisdiction = z.strictObject({
  province: z.string().min(1),
  city: z.string().min(1).optional(),
  county: z.string().min(1).optional(),
  town: z.string().min(1).optional(),
});

const documentFile = z.strictObject({
  title: bilingual,
  number: z.string().min(1).nullable().describe('The printed document number, null where none is printed'),
  issuer: bilingual,
  issued: day.nullable().optional().describe('The day of signature, where the text prints one'),
  published: day.nullable().describe('The day of publication, null where none is printed'),
  jurisdiction,
  sha256: sha256.describe('SHA-256 of the text the citations were made from'),
  anomalies: anomalies.optional(),
});
export type DocumentFile = z.infer<typeof documentFile>;

/** What was changed, from when to when, and which provisions and parameters it touches. */
export const releaseChange = z
  .strictObject({
    zh: z.string().min(1),
    en: z.string().min(1),
    provisions: z.array(provisionId).min(1).optional(),
    parameters: z.array(camelName).min(1).optional(),
    from: day.optional().describe('The first day for which answers differ from those of the release before'),
    to: day.optional().describe('The last such day, where there is one'),
  })
  .meta({ id: 'releaseChange' });
export type ReleaseChange = z.infer<typeof releaseChange>;

export const version = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/, form('版本是三个数字，例如 1.0.0', 'a version is three numbers, such as 1.0.0'));

export const releaseKind = z
  .enum(['amendment', 'correction'])
  .describe('amendment: the law changed, from a day on. correction: the law was encoded wrongly');

const release = z.strictObject({
  version,
  date: day,
  kind: releaseKind.optional().describe('Of every release but the first'),
  changes: oneOrMore(releaseChange).describe('What changed, for people who apply the policy'),
});
export type ReleaseFile = z.infer<typeof release>;

/** A `policy.yaml`: the document, its force, its releases and the order of its sections. */
export const policyFile = z.strictObject({
  id: z
    .string()
    .regex(
      /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
      form('编号用短横线小写，例如 ruyuan-2016', 'an id is kebab-case, such as ruyuan-2016'),
    ),
  document: documentFile,
  force: force.describe('The force of every rule that states none of its own'),
  releases: z.array(release).min(1),
  sections: z
    .array(
      z
        .string()
        .regex(
          /^[a-z0-9]+(-[a-z0-9]+)*$/,
          form('文件名不带 .yaml，例如 2-1-4-education', 'a file name without .yaml, such as 2-1-4-education'),
        ),
    )
    .min(1)
    .describe("File names without .yaml, in the document's order"),
});
export type PolicyFile = z.infer<typeof policyFile>;
