import type * as z from 'zod';
import { pathOf, showKey } from './case-problem.ts';
import { nearestName } from './nearest-name.ts';
import type { Problem } from './problem.ts';

/** What can be wrong with the form of a policy file. */
export type FileProblemCode = 'unknown-key' | 'missing-key' | 'wrong-type' | 'wrong-form' | 'wrong-value';

export interface FileProblem extends Problem {
  readonly code: FileProblemCode;
  /** The path, step by step, to find the line with. */
  readonly keys: readonly (string | number)[];
}

type Issue = z.core.$ZodIssue;

const typesZh: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  boolean: '真假值',
  object: '对象',
  array: '列表',
  record: '对象',
  null: '空值',
};

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** How far the value is from what a branch of a union asks for. Faults further inside do not count: the branch was meant all the same. */
function strangeness(issues: readonly Issue[], value: unknown): number {
  return issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + (issue.path.length === 0 ? 2 * issue.keys.length : 0);
    if (issue.path.length === 0) return sum + (issue.code === 'invalid_type' || issue.code === 'invalid_union' ? 6 : 1);
    return sum + (issue.path.length === 1 && valueAt(value, issue.path) === undefined ? 2 : 0);
  }, 0);
}

/** The branch of a union that the value comes closest to. */
function closest(branches: readonly (readonly Issue[])[], value: unknown): readonly Issue[] {
  const [first = [], ...others] = branches;
  return others.reduce(
    (best, branch) => (strangeness(branch, value) < strangeness(best, value) ? branch : best),
    first,
  );
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** The two languages of a message made by `form`; zod's own messages are in English only. */
function bothOf(message: string): readonly [zh: string, en: string] {
  const [zh = message, en = message] = message.split(' / ');
  return [zh, en];
}

/**
 * The problems of a file that did not fit `policyFile` or `sectionFile`, in both languages; of alternatives, those of the one meant.
 *
 * @example
 * const read = policyFile.safeParse({});
 * fileProblems(read.error, {})[0].code; // 'missing-key'
 */
export function fileProblems(error: z.ZodError, input: unknown): FileProblem[] {
  const problems: FileProblem[] = [];
  const visit = (issue: Issue, before: readonly PropertyKey[]): void => {
    const keys = [...before, ...issue.path].map((key) => (typeof key === 'symbol' ? String(key) : key));
    const add = (code: FileProblemCode, zh: string, en: string, more: readonly string[] = []) =>
      problems.push({ code, path: pathOf([...keys, ...more]), keys: [...keys, ...more], zh, en });
    const value = valueAt(input, keys);
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      for (const inner of closest(issue.errors, value)) visit(inner, keys);
    } else if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const shown = showKey(key);
        add('unknown-key', `没有名为 ${shown} 的键。`, `there is no key ${shown} here`, [key]);
      }
    } else if (value === undefined) {
      add('missing-key', '缺少此项。', 'is missing');
    } else if (issue.code === 'invalid_type') {
      const is = typeOf(value);
      const should = issue.expected;
      add(
        'wrong-type',
        `是${typesZh[is] ?? is}，应为${typesZh[should] ?? should}。`,
        `is ${is} and should be ${should}`,
      );
    } else if (issue.code === 'invalid_value') {
      const values = issue.values.map(String);
      const meant =
        typeof value === 'string' ? nearestName(value, new Map(values.map((name) => [name, name]))) : undefined;
      const is = JSON.stringify(value)?.slice(0, 60);
      const list = values.join(', ');
      add(
        'wrong-value',
        `${is} 不在允许的值之中${meant ? `，是否为 ${meant}` : ''}：${list}。`,
        `is ${is}, which is not one of ${list}${meant ? `; did you mean ${meant}?` : ''}`,
      );
    } else if (issue.code === 'invalid_key') {
      const [zh, en] = bothOf(issue.issues[0]?.message ?? issue.message);
      add('wrong-form', `键的写法不对：${zh}。`, `the key is not well formed: ${en}`);
    } else if (issue.code === 'too_small') {
      add('wrong-form', '不能为空。', 'must not be empty');
    } else {
      const [zh, en] = bothOf(issue.message);
      add('wrong-form', `写法不对：${zh}。`, en);
    }
  };
  for (const issue of error.issues) visit(issue, []);
  return problems;
}
