import * as z from 'zod';
import { condition } from './condition.ts';
import { bilingual } from './decision.ts';
import {
  amendedBy,
  anomalies,
  camelName,
  day,
  entityName,
  factName,
  form,
  formula,
  oneOrMore,
  provisionKind,
  provisionSubject,
  quoteSha256,
  reading,
  unit,
} from './policy-parts.ts';

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
