import type { Problem, Status } from '@jingzhun/schemas';

type Scalar = string | number | boolean | null;

/** What a policy's test expects of one rule. */
export interface Expectation {
  readonly status: Status;
  /** The id of the person or other subject meant, or the place of a member without id; every subject of the rule without it. */
  readonly subject?: string | number;
  /** The value of the first outcome, or of each outcome by its `what`. */
  readonly value?: Scalar | Readonly<Record<string, Scalar>>;
  /** What is, beside what is required, by `what` or of the first outcome. */
  readonly actual?: Scalar | Readonly<Record<string, Scalar>>;
  /** Exactly the facts that are missing, in any order. */
  readonly missing?: readonly string[];
  readonly delivered?: 'met' | 'unmet' | 'unknown';
  /** Outcomes that the finding must not have, by `what`. */
  readonly absent?: readonly string[];
  /** The status of items of a checklist, by key. */
  readonly items?: Readonly<Record<string, Status>>;
  readonly due?: string;
  readonly daysLeft?: number;
}

/** One example of a policy: a case, the days, and what is expected of some of the rules. */
export interface PolicyTest {
  readonly name: string;
  readonly on: string;
  readonly assessedOn?: string;
  readonly case: unknown;
  /** Rule id → a status, an expectation, or one for each of several subjects. */
  readonly expect: Readonly<Record<string, readonly Expectation[]>>;
}

const statuses = ['met', 'unmet', 'unknown', 'not-applicable', 'not-in-force'];
const keys: Readonly<Record<string, (value: unknown) => boolean>> = {
  status: (value) => statuses.includes(value as string),
  subject: (value) => typeof value === 'string' || typeof value === 'number',
  value: (value) => value === null || typeof value !== 'object' || isRecord(value),
  actual: (value) => value === null || typeof value !== 'object' || isRecord(value),
  missing: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
  delivered: (value) => ['met', 'unmet', 'unknown'].includes(value as string),
  absent: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
  items: (value) => isRecord(value) && Object.values(value).every((each) => statuses.includes(each as string)),
  due: (value) => typeof value === 'string',
  daysLeft: (value) => typeof value === 'number',
};
const testKeys = ['name', 'on', 'assessedOn', 'case', 'expect'];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wrong = (path: string, zh: string, en: string): Problem => ({ code: 'policy-test', path, zh, en });

/**
 * Tests as a test file lists them, checked: each `{ name, on, assessedOn?, case, expect: { <rule id>: <status> | { status, … } | [ … ] } }`.
 *
 * @example
 * const data = [{ name: 'registered', on: '2017-09-01', case: { household: { registered: true } }, expect: { 'any.rule': 'met' } }];
 * policyTestsFrom(data).problems; // []
 */
export function policyTestsFrom(data: unknown): {
  readonly tests: readonly PolicyTest[];
  readonly problems: readonly Problem[];
} {
  if (!Array.isArray(data))
    return { tests: [], problems: [wrong('', '测试文件应为一个列表', 'a test file is a list of tests')] };
  const tests: PolicyTest[] = [];
  const problems: Problem[] = [];
  for (const [index, entry] of data.entries()) {
    const found = problemsOf(entry, String(index));
    if (found.length > 0) problems.push(...found);
    else tests.push(testOf(entry as Record<string, unknown>));
  }
  return { tests, problems };
}

function problemsOf(entry: unknown, path: string): Problem[] {
  if (!isRecord(entry)) return [wrong(path, '应为 { name, on, case, expect }', 'should be { name, on, case, expect }')];
  const problems = Object.keys(entry)
    .filter((key) => !testKeys.includes(key))
    .map((key) =>
      wrong(
        `${path}.${key}`,
        `没有此键，可用：${testKeys.join('、')}`,
        `there is no such key; there are ${testKeys.join(', ')}`,
      ),
    );
  for (const key of ['name', 'on']) {
    if (typeof entry[key] !== 'string') problems.push(wrong(`${path}.${key}`, '应为文本', 'should be a text'));
  }
  if (!isRecord(entry.expect) || Object.keys(entry.expect).length === 0) {
    return [
      ...problems,
      wrong(
        `${path}.expect`,
        '应写明各规则的预期，例如 { 规则编号: met }',
        'should say what is expected of a rule, such as { <rule id>: met }',
      ),
    ];
  }
  for (const [rule, expected] of Object.entries(entry.expect)) {
    // A list of none is no expectation, and its test would check nothing.
    const all: unknown[] = Array.isArray(expected) && expected.length > 0 ? expected : [expected];
    for (const each of all) {
      if (!isExpectation(each))
        problems.push(
          wrong(
            `${path}.expect.${rule}`,
            `应为 ${statuses.join('、')} 之一，或 { ${Object.keys(keys).join(', ')} }`,
            `should be one of ${statuses.join(', ')}, or { ${Object.keys(keys).join(', ')} }`,
          ),
        );
    }
  }
  return problems;
}

function isExpectation(each: unknown): boolean {
  if (!isRecord(each)) return statuses.includes(each as string);
  return (
    'status' in each &&
    Object.entries(each).every(([key, value]) => Object.hasOwn(keys, key) && keys[key]?.(value) === true)
  );
}

function testOf(entry: Record<string, unknown>): PolicyTest {
  const expect = Object.entries(entry.expect as Record<string, unknown>).map(
    ([rule, expected]): [string, Expectation[]] => [
      rule,
      (Array.isArray(expected) ? expected : [expected]).map(
        (each) => (isRecord(each) ? each : { status: each }) as unknown as Expectation,
      ),
    ],
  );
  return { ...(entry as unknown as PolicyTest), expect: Object.fromEntries(expect) };
}
