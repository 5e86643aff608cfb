import { annotate, decide, type Policy, type PolicyText } from '@jingzhun/rules';
import { checkCase } from '@jingzhun/schemas';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { linesOf, parseCase, readCase } from '../case-input.ts';
import { checkDays, type DayOptions } from '../days.ts';
import { type Language, say } from '../language.ts';
import { print, printJson } from '../output.ts';
import { findPolicy, type PolicyChoice } from '../policies.ts';
import { decisionReport } from '../wording/decision-report.ts';
import { type CommonOptions, languageOf } from './options.ts';

export type DecideOptions = CommonOptions & PolicyChoice & DayOptions;

/** `jingzhun decide`: one case, or one a line of a `.jsonl`. */
export async function decideCommand(name: string, options: DecideOptions): Promise<void> {
  const language = languageOf(options);
  const days = checkDays(options);
  const loaded = await findPolicy(options);
  const { policy, text } = loaded;
  if (/\.jsonl$/i.test(name)) {
    await decideLines(name, loaded, days, language);
    return;
  }
  const decision = decided(readCase(name), policy, days, name === '-' ? '<stdin>' : name);
  if (options.json) await printJson(withAnomalies(decision, text));
  else await print(decisionReport(decision, policy, text, language));
}

function decided(input: unknown, policy: Policy, days: DayOptions, file?: string) {
  const check = checkCase(input);
  if (!check.ok)
    throw new JingzhunError(
      'invalid-case',
      check.problems.map((problem) => (file === undefined ? problem : { ...problem, file })),
    );
  return decide(policy, check.case, days);
}

interface Loaded {
  readonly policy: Policy;
  readonly text: PolicyText;
}

/** What is odd in the document stands on the finding it touches. */
function withAnomalies(decision: ReturnType<typeof decided>, text: PolicyText) {
  const { findings, ...rest } = annotate(decision, text);
  return { ...rest, findings: findings.map(({ title: _, ...finding }) => finding) };
}

async function decideLines(
  file: string,
  { policy, text }: Loaded,
  days: DayOptions,
  language: Language,
): Promise<void> {
  for await (const { bytes, line } of linesOf(file)) {
    let answer: unknown;
    try {
      answer = withAnomalies(decided(parseCase(bytes, file, line), policy, days), text);
    } catch (error) {
      if (!(error instanceof JingzhunError)) throw error;
      process.exitCode = 1;
      answer = { error: errorOf(error, language) };
    }
    await print(JSON.stringify(answer));
  }
}

/** An error on one line: the first problem's place, every problem's text. */
function errorOf({ code, path, problems }: JingzhunError, language: Language) {
  const message = problems
    .map((problem) => (problem.path === '' ? say(language, problem) : `${problem.path}: ${say(language, problem)}`))
    .join('; ');
  return { code, path, message };
}
