import * as z from 'zod';
import { checkCase } from './case.ts';
import { pathOf } from './case-problem.ts';
import { isDay } from './case-value.ts';
import { contradiction, outcome, reason, ruleFinding, total } from './decision.ts';
import { fileProblems } from './file-problem.ts';
import { version } from './policy-file.ts';
import { day } from './policy-parts.ts';
import type { Problem } from './problem.ts';

/** The format that this version writes and reads. */
export const recordFormat = 'jingzhun-record/1';

/** The most a record may hold. Its facts have the limits of a case. */
const recordLimits = { depth: 64, values: 20_000_000, findings: 200_000, shownProblems: 20 } as const;

const digest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, 'sha256: 加 64 位十六进制数 / sha256: and 64 hexadecimal digits');
const base64 = z.string().regex(/^[A-Za-z0-9+/]{4,400}={0,2}$/, '应为 Base64 / should be Base64');

// What could give a withheld fact away is left out; its place stands in `withheld`.
const because = z.array(reason.partial({ expected: true, actual: true, holds: true }));
const item = ruleFinding.shape.items.unwrap().element;

const recordedFinding = ruleFinding.omit({ anomalies: true }).extend({
  outcomes: z.array(outcome.partial({ value: true })),
  items: z.array(item).optional(),
  missing: z.array(z.string()).optional(),
  because,
});

const recordedContradiction = contradiction.partial({ supplied: true, derived: true }).extend({ because });

/** Who signed a record: the bytes signed are the UTF-8 of `digest`. */
const recordSignature = z.strictObject({
  algorithm: z.literal('Ed25519'),
  publicKey: base64.describe('SubjectPublicKeyInfo in DER, in base 64: what a public PEM file holds'),
  value: base64.describe('64 bytes in base 64'),
});
export type RecordSignature = z.infer<typeof recordSignature>;

/** A decision with all that is needed to make it again. */
export const decisionRecord = z.strictObject({
  format: z.literal(recordFormat),
  policy: z.strictObject({ id: z.string().min(1).max(200), release: version, digest }),
  on: day,
  assessedOn: day,
  personal: z
    .union([z.literal(true), z.array(z.string())])
    .describe('Personal fields that were let in: true for all, or their names'),
  facts: z.record(z.string(), z.unknown()).describe('The case (case.schema.json), without what is withheld'),
  findings: z.array(z.union([recordedFinding, recordedContradiction])).max(recordLimits.findings),
  totals: z.array(total.partial({ value: true, certain: true })),
  withheld: z.array(z.string()).describe('Places of what was left out, such as facts.household.members[0].name'),
  library: z.strictObject({ name: z.string(), version: z.string() }),
  digest: digest.describe('Over the canonical form of all above'),
  signature: recordSignature.optional(),
});
export type DecisionRecord = z.infer<typeof decisionRecord>;
export type RecordedFinding = DecisionRecord['findings'][number];

/** A record that can be used, or what is wrong with it. */
export type RecordCheck =
  | { readonly ok: true; readonly record: DecisionRecord; readonly problems: readonly [] }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/**
 * Checks a record from outside: its form, its limits, and its facts as a case. Whether it is true is for `verifyRecord`
 * of `@jingzhun/rules/records`. Never throws.
 *
 * @example
 * checkRecord({ format: 'jingzhun-record/2' }).problems[0]?.path // 'format'
 */
export function checkRecord(input: unknown): RecordCheck {
  let problems: Problem[];
  try {
    problems = problemsOf(input);
  } catch {
    // Only an object that runs code when it is read, such as a proxy, gets here.
    problems = [notPlain('')];
  }
  const [first, ...others] = problems;
  return first === undefined
    ? { ok: true, record: input as DecisionRecord, problems: [] }
    : { ok: false, problems: [first, ...others.slice(0, recordLimits.shownProblems - 1)] };
}

function problemsOf(input: unknown): Problem[] {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return [
      {
        code: 'not-a-record',
        path: '',
        zh: '不是判定记录：应为一个对象。',
        en: 'is no record: it should be an object',
      },
    ];
  }
  const odd = firstOddity(input);
  if (odd !== undefined) return [odd];
  if ((input as { format?: unknown }).format !== recordFormat) {
    const zh = `不是判定记录，或是别的版本的格式；应为 ${recordFormat}。`;
    return [
      {
        code: 'unknown-format',
        path: 'format',
        zh,
        en: `is no record, or one of another format; should be ${recordFormat}`,
      },
    ];
  }
  const form = decisionRecord.safeParse(input);
  if (!form.success) return fileProblems(form.error, input).map(({ code, path, zh, en }) => ({ code, path, zh, en }));
  const days = (['on', 'assessedOn'] as const).filter((name) => !isDay(form.data[name]));
  if (days.length > 0) {
    return days.map((path) => ({
      code: 'invalid-date',
      path,
      zh: '不是日历上的日期。',
      en: 'is no day of the calendar',
    }));
  }
  return checkCase(form.data.facts).problems.map((problem) => ({
    ...problem,
    path: problem.path === '' ? 'facts' : `facts.${problem.path}`,
  }));
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

const notPlain = (path: string): Problem => ({
  code: 'unreadable',
  path,
  zh: '不是纯数据（JSON）。',
  en: 'is no plain data as in JSON',
});

/** What no record has, found without recursion, so that nothing after it can overflow. */
function firstOddity(input: object): Problem | undefined {
  const stack: { value: object; keys: readonly (string | number)[] }[] = [{ value: input, keys: [] }];
  let values = 0;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const { value, keys } = at;
    // Objects that stand in several places can be more than anybody can go through.
    values += 1;
    if (values > recordLimits.values) {
      const zh = `超过 ${recordLimits.values} 项。`;
      return { code: 'too-many-values', path: '', zh, en: `holds more than ${recordLimits.values} values` };
    }
    if (keys.length >= recordLimits.depth) {
      const [top = ''] = keys;
      return {
        code: 'too-deep',
        path: String(top),
        zh: `嵌套超过 ${recordLimits.depth} 层。`,
        en: `is nested deeper than ${recordLimits.depth} levels`,
      };
    }
    const list = Array.isArray(value);
    for (const key of Object.keys(value)) {
      const path = () => pathOf([...keys, list ? Number(key) : key]);
      if (forbidden.has(key)) {
        return {
          code: 'forbidden-key',
          path: path(),
          zh: `不允许使用键 ${key}。`,
          en: `the key ${key} is not allowed`,
        };
      }
      const property = Object.getOwnPropertyDescriptor(value, key);
      if (property === undefined || !('value' in property)) return notPlain(path());
      const inner: unknown = property.value;
      if (typeof inner === 'object' && inner !== null)
        stack.push({ value: inner, keys: [...keys, list ? Number(key) : key] });
    }
  }
  return undefined;
}
