import * as z from 'zod';
import { condition } from './condition.ts';
import { bilingual } from './decision.ts';
import {
  amendedBy,
  camelName,
  day,
  dayOr,
  factName,
  form,
  formula,
  provisionId,
  quoteSha256,
  unit,
} from './policy-parts.ts';
import { listedFile, ruleFile } from './rule-file.ts';

const single = z.union([
  z.number(),
  dayOr(
    form(
      '值写成不加引号、没有千位逗号的数；日期写成 yyyy-mm-dd',
      'a value is a number, without quotes or thousands separators; a day is written yyyy-mm-dd',
    ),
  ),
]);
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
