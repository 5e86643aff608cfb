import * as z from 'zod';

/** Text in both languages. */
export const bilingual = z.strictObject({ zh: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof bilingual>;

/** `met`, `unmet`, `unknown`, `not-applicable` (outside whom the rule speaks of) or `not-in-force` (on that day). */
export const status = z.enum(['met', 'unmet', 'unknown', 'not-applicable', 'not-in-force']);
export type Status = z.infer<typeof status>;

const scalar = z.union([z.boolean(), z.number(), z.string(), z.null()]);

/** What follows when the rule is met: an amount granted, a figure required beside the actual one, or a plain statement. */
export const outcome = z.strictObject({
  what: z.string(),
  /** The amount, the figure required, or the statement; null where the document prints no number or a fact it needs is missing. */
  value: scalar,
  unit: z.string().optional(),
  per: z.string().optional(),
  every: z.string().optional(),
  comparator: z.string().optional(),
  /** Of a standard: what is, and how far short of what is required (0 when it suffices); null when unknown. */
  actual: scalar.optional(),
  gap: z.number().nullable().optional(),
});
export type Outcome = z.infer<typeof outcome>;

/** One condition of the rule, what it expects and what the case has. `holds` is null when the fact is unknown. */
export const reason = z.strictObject({
  fact: z.string(),
  operator: z.string(),
  expected: z.union([scalar, z.array(scalar)]),
  actual: z.union([scalar, z.array(scalar)]),
  holds: z.boolean().nullable(),
  /** Of a checklist: the item the condition belongs to. */
  item: z.string().optional(),
});
export type Reason = z.infer<typeof reason>;

/** One change of one fact that would turn an unmet finding into a met one. */
export const change = z.strictObject({
  fact: z.string(),
  actual: z.union([scalar, z.array(scalar)]),
  operator: z.string(),
  value: z.union([scalar, z.array(scalar)]),
});
export type Change = z.infer<typeof change>;

const quote = z.union([z.string(), z.array(z.string())]);

export const citation = z.strictObject({
  document: z.string(),
  clause: z.string(),
  alsoClauses: z.array(z.string()).optional(),
  quoteSha256: quote,
  /** Later documents whose values it rests on that day. */
  amendedBy: z.array(z.strictObject({ document: z.string(), clause: z.string(), quoteSha256: quote })).optional(),
});
export type Citation = z.infer<typeof citation>;

export const subject = z.strictObject({
  entity: z.string(),
  id: z.string().nullable(),
  /** Place in `household.members`, where the person has no id. */
  index: z.number().int().optional(),
});
export type Subject = z.infer<typeof subject>;

/** One rule on one subject. */
export const ruleFinding = z.strictObject({
  rule: z.string(),
  kind: z.string(),
  subject,
  status,
  /** Of an entitlement whose receipt is among the facts: has it been received. */
  delivered: z.enum(['met', 'unmet', 'unknown']).optional(),
  outcomes: z.array(outcome),
  /** Of a checklist: each item. */
  items: z.array(z.strictObject({ key: z.string(), status, due: z.string().optional() })).optional(),
  /** Facts that would settle the finding or its amount, the one that settles most first. */
  missing: z.array(z.string()),
  because: z.array(reason),
  eligibleIf: z.array(change).optional(),
  /** Of a rule with a due date; of a checklist, the next one of the items that are still open. */
  due: z.string().optional(),
  daysLeft: z.number().int().optional(),
  anomalies: z.array(bilingual).optional(),
  cite: citation,
});

/** A fact that was given and follows from others as something else. The given value was used. */
export const contradiction = z.strictObject({
  rule: z.string(),
  kind: z.literal('contradiction'),
  subject,
  status: z.literal('unmet'),
  fact: z.string(),
  supplied: scalar,
  derived: scalar,
  outcomes: z.array(outcome).max(0),
  missing: z.array(z.string()).max(0),
  because: z.array(reason),
  cite: z.null(),
});
export interface Contradiction extends z.infer<typeof contradiction> {
  // Else a misspelt id of a rule would compile wherever findings of both kinds are looked through.
  rule: `contradiction.${string}`;
  subject: Subject;
  because: Reason[];
}

/** What is certain, and what it would be if every unknown came out met. In the unit named: yuan, kW. */
export const total = z.strictObject({
  unit: z.string(),
  every: z.string(),
  value: z.number(),
  certain: z.number(),
  /** Findings that count here but whose amount is not known. */
  unpriced: z.number().int().optional(),
});
export type Total = z.infer<typeof total>;

export const decision = z.strictObject({
  policy: z.strictObject({ id: z.string(), release: z.string(), digest: z.string() }),
  on: z.string(),
  assessedOn: z.string(),
  findings: z.array(z.union([ruleFinding, contradiction])),
  totals: z.array(total),
});

/** A finding of one rule. `Id` is the union of a policy's rule ids. */
export interface RuleFinding<Id extends string = string> extends z.infer<typeof ruleFinding> {
  rule: Id;
  // What has a name keeps it: the reference would else say no more than that it is an object.
  subject: Subject;
  outcomes: Outcome[];
  because: Reason[];
  eligibleIf?: Change[];
  cite: Citation;
}
export type Finding<Id extends string = string> = RuleFinding<Id> | Contradiction;
/** What a policy says about a case on a date. */
export interface Decision<Id extends string = string> extends z.infer<typeof decision> {
  findings: Finding<Id>[];
  totals: Total[];
}
