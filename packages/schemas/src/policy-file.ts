import * as z from 'zod';
import { condition } from './condition.ts';
import { bilingual } from './decision.ts';
import {
  anomalies,
  camelName,
  day,
  entityName,
  factName,
  force,
  form,
  formula,
  provisionId,
  provisionKind,
  provisionSubject,
  quoteSha256,
  reading,
  sha256,
} from './policy-parts.ts';

const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema).min(1)]);

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

const amendedBy = z
  .strictObject({ document: z.string().min(1), clause: z.string().min(1) })
  .describe("The later document that says so, where it is not the policy's own")
  .meta({ id: 'amendedBy' });

const unit = z.string().min(1).describe('A unit of the vocabulary, a product or quotient of them, date, or "1"');
const single = z.union([z.number(), day]);
const table = z.record(z.string(), single).describe('A value for each code of the fact in by');

const printedParameter = z.strictObject({
  title: bilingual,
  unit,
  by: factName.optional().describe('The fact whose codes the table is keyed by'),
  values: z
    .array(
      z.strictObject({
        from: day,
        to: day.optional(),
        value: z.union([single, table]),
        amendedBy: amendedBy.optional(),
        quoteSha256,
      }),
    )
    .min(1)
    .describe('Values by date, the earliest first; each lasts to the next unless to closes it'),
});
const derivedParameter = z.strictObject({
  title: bilingual,
  unit,
  derived: z.literal(true),
  formula: formula.describe('How the number follows from printed ones'),
});
const parameterFile = z.union([printedParameter, derivedParameter]).meta({ id: 'parameter' });
export type ParameterFile = z.infer<typeof parameterFile>;
export type ParameterValue = z.infer<typeof printedParameter>['values'][number];

const factFile = z.strictObject({ title: bilingual, unit: unit.optional(), formula });
export type FactFile = z.infer<typeof factFile>;

const comparator = z
  .enum(['equal', 'at-least', 'at-most', 'less-than', 'more-than', 'approx', 'range', 'all'])
  .describe('How the value is meant; equal where nothing is said');
const what = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, form('一个简短的英文词，例如 aid', 'a short English word, such as aid'));
const measured = {
  title: bilingual.optional().describe('What the outcome is called on screen'),
  per: z.string().min(1).optional().describe('person, household, labourer, village, town, county, point, loan …'),
  every: z.enum(['once', 'year', 'month', 'day', 'admission', 'visit', 'school-year']).optional(),
  comparator: comparator.optional(),
};

const grantFile = z
  .strictObject({
    what,
    amount: formula.nullable().describe('A formula, or null where the document prints no number'),
    unit,
    ...measured,
  })
  .meta({ id: 'grant' });
export type GrantFile = z.infer<typeof grantFile>;

const statedValue = z.union([formula, z.boolean()]).nullable();
const requireFile = z
  .strictObject({ what, value: statedValue, actual: formula.optional(), unit: unit.optional(), ...measured })
  .meta({ id: 'require' });
export type RequireFile = z.infer<typeof requireFile>;

const stateFile = z
  .strictObject({
    what,
    title: measured.title,
    value: statedValue,
    unit: unit.optional(),
    when: condition.optional(),
  })
  .meta({ id: 'state' });
export type StateFile = z.infer<typeof stateFile>;

const reconcileFile = z
  .strictObject({
    what,
    title: measured.title,
    printed: formula,
    unit: unit.optional(),
    formula,
    approx: formula.optional().describe('The tolerance of a rounded figure'),
    conflict: bilingual.optional().describe('Why the printed and the computed figure differ'),
  })
  .meta({ id: 'reconcile' });
export type ReconcileFile = z.infer<typeof reconcileFile>;

const due = z
  .union([day, camelName, factName])
  .describe(
    'The last day on which what fails is not yet late: a day, or the name of a parameter or fact that is a date',
  );

const itemFile = z
  .strictObject({
    key: z
      .string()
      .regex(
        /^[a-z0-9]+(-[a-z0-9]+)*$/,
        form('键用短横线小写，例如 asset-income', 'a key is kebab-case, such as asset-income'),
      ),
    title: bilingual,
    asks: entityName
      .exclude(['person'])
      .optional()
      .describe('The entity it is about: where that is not in the case, it does not apply'),
    scope: condition.optional().describe('When the item applies'),
    when: condition,
    due: due.optional(),
  })
  .meta({ id: 'item' });
export type ItemFile = z.infer<typeof itemFile>;

const eachFile = z.union([factName, z.strictObject({ field: factName, in: z.array(z.string()).min(1) })]);
export type EachFile = z.infer<typeof eachFile>;

const place = {
  clause: z.string().min(1).optional().describe("The section path as printed, where it differs from the section's"),
  alsoClauses: z.array(z.string().min(1)).min(1).optional(),
  force: z
    .strictObject({ from: day.optional(), to: day.nullable().optional() })
    .optional()
    .describe("Where the force differs from the policy's"),
  reading: reading.optional(),
  anomalies: anomalies.optional(),
};

const testKeys = ['when', 'items', 'each'] as const;

/** What a rule asks and what follows: all of it that an amendment can change. */
const meaning = {
  scope: condition.optional().describe('Whom the rule speaks of; outside it the finding is not-applicable'),
  when: condition.optional().describe('The test'),
  due: due.optional(),
  items: z.array(itemFile).min(1).optional().describe('A checklist in place of when'),
  each: eachFile.optional().describe('A checklist from a record field keyed by codes'),
  delivered: condition.optional().describe('Has an entitled subject received it'),
  grant: oneOrMore(grantFile).optional().describe('What an entitled subject gets'),
  require: oneOrMore(requireFile).optional().describe('What is demanded, beside what is'),
  state: oneOrMore(stateFile).optional().describe('Another outcome that is no amount'),
};

const amendedFile = z
  .strictObject({ from: day.describe('The first day on which it reads so'), ...meaning, amendedBy, quoteSha256 })
  .meta({ id: 'amended' });
export type AmendedFile = z.infer<typeof amendedFile>;

/** One provision that is computable in full or in part. */
export const ruleFile = z
  .strictObject({
    kind: provisionKind,
    subject: provisionSubject.describe('Whom the rule is about, or who bears the duty'),
    asks: oneOrMore(entityName)
      .optional()
      .describe('The entity the rule is evaluated for, where it is not the subject'),
    title: bilingual,
    summary: bilingual.optional().describe('What it says, in our own words'),
    ...place,
    ...meaning,
    amended: z
      .array(amendedFile)
      .min(1)
      .optional()
      .describe('How later documents changed it, the earliest first; what one does not name stays as it was'),
    reconcile: z.array(reconcileFile).min(1).optional().describe('Printed figures recomputed'),
    computable: z.enum(['full', 'partial']).optional(),
    computableWhy: bilingual.optional().describe('Why the rule is computable only in part'),
    quoteSha256,
  })
  .superRefine((rule, context) => {
    const tests = testKeys.filter((key) => rule[key] !== undefined);
    if (tests.length > 1) {
      context.addIssue({
        code: 'custom',
        path: [tests[1] ?? ''],
        message: form(`只能有一种检验：${tests.join('、')}`, `one test only: ${tests.join(' or ')}`).error,
      });
    }
    if (rule.computable === 'partial' && rule.computableWhy === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['computableWhy'],
        message: form('部分可计算的规则要在 computableWhy 中说明原因', 'a partial rule says why in computableWhy')
          .error,
      });
    }
  })
  .meta({ id: 'rule' });
export type RuleFile = z.infer<typeof ruleFile>;

/** One provision that is not computable, with the reason. */
export const listedFile = z
  .strictObject({
    kind: provisionKind,
    subject: provisionSubject,
    title: bilingual,
    ...place,
    why: bilingual.describe('Why it is not computable'),
    quoteSha256,
  })
  .meta({ id: 'listed' });
export type ListedFile = z.infer<typeof listedFile>;

const together = z.strictObject({ rules: z.array(provisionId).min(2), why: bilingual });

/** A section file: what one section of the document says. */
export const sectionFile = z.strictObject({
  clause: z.string().min(1).describe('The section path as printed'),
  title: bilingual,
  summary: bilingual.describe('What the section says, in our own words'),
  parameters: z.record(camelName, parameterFile).optional().describe('Numbers, dates and tables that the section sets'),
  facts: z.record(factName, factFile).optional().describe('Facts that this policy derives for its own use'),
  conditions: z.record(camelName, condition).optional().describe('Conditions that several rules use'),
  rules: z.record(provisionId, ruleFile).optional().describe('Provisions that are computable in full or in part'),
  listed: z.record(provisionId, listedFile).optional().describe('Provisions that are not computable, with the reason'),
  exclusive: z
    .array(together)
    .min(1)
    .optional()
    .describe('Rules of which no two are ever met by the same subject on the same day'),
  successive: z
    .array(together)
    .min(1)
    .optional()
    .describe('Rules that follow each other: from the first to the last of their days exactly one is in force'),
});
export type SectionFile = z.infer<typeof sectionFile>;
