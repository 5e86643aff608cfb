/** What is wrong with an input, in both languages, and where. */
export interface Problem {
  /** Stable name of the kind of problem, such as `unknown-field` or `wrong-type`. */
  readonly code: string;
  /** Where it is, in the form `household.members[2].schoolStage`; empty for the input as a whole. */
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  /** File and line, where the input came from a file. */
  readonly file?: string;
  readonly line?: number;
}

/** The message shows no more; `problems` holds all. */
const mostLines = 1000;

/**
 * The one error class of Jingzhun: thrown with every problem found, not only the first.
 *
 * @example
 * const problem = { path: 'household.area', zh: '应为数', en: 'should be a number' };
 * new JingzhunError('invalid-case', [problem]).path; // 'household.area'
 */
export class JingzhunError extends Error {
  readonly code: string;
  readonly path: string;
  readonly problems: readonly Problem[];

  constructor(code: string, problems: readonly Problem[]) {
    const lines = problems.slice(0, mostLines).map(({ path, en }) => (path ? `${path}: ${en}` : en));
    super(problems.length > mostLines ? [...lines, `… ${problems.length} problems`].join('\n') : lines.join('\n'));
    this.name = 'JingzhunError';
    this.code = code;
    this.path = problems[0]?.path ?? '';
    this.problems = problems;
  }
}
