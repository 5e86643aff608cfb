import * as z from 'zod';
import { bilingual } from './decision.ts';
import { vocabulary } from './vocabulary.gen.ts';

/** The message of a form that is not kept, in both languages; `fileProblems` takes it apart. */
export const form = (zh: string, en: string): { error: string } => ({ error: `${zh} / ${en}` });

/** A day, yyyy-mm-dd, and what is said of any other text. */
export const dayOr = (error: { error: string }) =>
  z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, error)
    .describe('A day, yyyy-mm-dd');

export const day = dayOr(form('日期写成 yyyy-mm-dd', 'a day is written yyyy-mm-dd'));

/** SHA-256 of an exact sentence, its white space removed; a list where the sentence is printed in several pieces. */
const digest = z.string().regex(/^[0-9a-f]{64}$/, form('SHA-256 是 64 位 0-9 a-f', 'a SHA-256 is 64 digits 0-9 a-f'));
export const sha256 = digest.describe('SHA-256, 64 hexadecimal digits');
export const quoteSha256 = z
  .union([digest, z.array(digest).min(1)])
  .describe('SHA-256 of the exact sentence, white space removed; a list where it stands in several pieces');

/** Name of a parameter or of a named condition. */
export const camelName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, form('名称用小驼峰，例如 universityAid', 'a name is camelCase, such as universityAid'));

/** Id of a provision: kebab-case words joined by dots. */
export const provisionId = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/,
    form(
      '编号是用点连接的短横线小写词，例如 ruyuan.education-aid.university',
      'an id is kebab-case words joined by dots, such as ruyuan.education-aid.university',
    ),
  );

/** Name of a fact. Whether there is such a fact is checked when the policy is loaded. */
export const factName = z
  .string()
  .regex(
    /^[a-z]\w*(\.[\w-]+)+$/,
    form('事实写成 实体.键，例如 household.registered', 'a fact is written entity.key, such as household.registered'),
  );

/** A formula, or a plain number. */
export const formula = z.union([z.string().min(1), z.number()]).describe('A formula over facts and parameters');

/** Days between which something is in force, both included; `to: null` leaves the end open. */
export const force = z.strictObject({ from: day, to: day.nullable().optional() });
export type Force = z.infer<typeof force>;

export const provisionKind = z.enum([
  'identification',
  'exit-standard',
  'entitlement',
  'capital-plan',
  'capacity',
  'obligation',
  'service-target',
  'process',
  'deadline',
  'plan-figure',
  'checklist',
  'funding-rule',
  'incentive',
  'record',
  'principle',
]);
export type ProvisionKind = z.infer<typeof provisionKind>;

/** Whom a provision is about, or who bears the duty. */
export const provisionSubject = z.enum([
  'person',
  'household',
  'village',
  'town',
  'county',
  'province',
  'enterprise',
  'work-team',
  'cadre',
  'unit',
  'fund',
]);
export type ProvisionSubject = z.infer<typeof provisionSubject>;

export const entityName = z.enum(keysOf(vocabulary.entities));

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(record) as K[];
}

export const reading = z
  .union([bilingual, z.array(bilingual).min(1)])
  .describe('How an ambiguous clause is read, and why');
export const anomalies = z.array(bilingual).min(1).describe('Errors and contradictions of the text');

export const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema).min(1)]);

export const amendedBy = z
  .strictObject({ document: z.string().min(1), clause: z.string().min(1) })
  .describe("The later document that says so, where it is not the policy's own")
  .meta({ id: 'amendedBy' });

export const unit = z.string().min(1).describe('A unit of the vocabulary, a product or quotient of them, date, or "1"');
