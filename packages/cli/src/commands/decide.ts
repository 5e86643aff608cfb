import { annotate, type Case, type Decision, decide, type Policy, type PolicyText } from '@jingzhun/rules';
import type { DecisionRecord } from '@jingzhun/rules/records';
import { checkCase } from '@jingzhun/schemas';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { linesOf, parseCase, readCase } from '../case-input.ts';
import { checkDays, type DayOptions } from '../days.ts';
import { type Language, say } from '../language.ts';
import { print, printJson, printJsonLine } from '../output.ts';
import { findPolicy, type PolicyChoice } from '../policies.ts';
import { prepareRecord, type RecordOptions, writeRecord } from '../records/write-record.ts';
import { decisionReport } from '../wording/decision-report.ts';
import { type CommonOptions, languageOf } from './options.ts';

export type DecideOptions = CommonOptions & PolicyChoice & DayOptions & RecordOptions;

/** `jingzhun decide`: one case, or one a line of a `.jsonl`. */
export async function decideCommand(name: string, options: DecideOptions): Promise<void> {
  const language = languageOf(options);
  const days = checkDays(options);
  const key = await prepareRecord(name, options);
  const loaded = await findPolicy(options);
  const { policy, text } = loaded;
  if (/\.jsonl$/i.test(name)) {
    await decideLines(name, loaded, days, language);
    return;
  }
  const input = checked(readCase(name), name === '-' ? '<stdin>' : name);
  const decision = decide(policy, input, days);
  const { record: file, personal = false } = options;
  const record = file === undefined ? undefined : await writeRecord(file, { policy, input, days, personal }, key);
  if (options.json) await printJson(withAnomalies(decision, text));
  else await print(decisionReport(decision, policy, text, language));
  if (record !== undefined && !options.json) await print(recordedText(file ?? '', record, language));
}

function checked(input: unknown, file?: string): Case {
  const check = checkCase(input);
  if (check.ok) return check.case;
  throw new JingzhunError(
    'invalid-case',
    check.problems.map((problem) => (file === undefined ? problem : { ...problem, file })),
  );
}

function recordedText(file: string, { withheld, personal, signature }: DecisionRecord, language: Language): string {
  const left = withheld.filter((path) => path.startsWith('facts.')).length;
  const signed = signature === undefined ? { zh: '', en: '' } : { zh: '，已签名', en: ', signed' };
  const held =
    personal === true
      ? { zh: '含全部个人资料，请妥善保管', en: 'it holds all personal data: keep it safe' }
      : left === 0
        ? { zh: '案例中没有个人资料', en: 'the case has no personal data' }
        : { zh: `个人资料 ${left} 处未记入`, en: `personal data in ${left} places were left out` };
  return say(language, { zh: `记录：${file}${signed.zh}；${held.zh}`, en: `Record: ${file}${signed.en}; ${held.en}` });
}

interface Loaded {
  readonly policy: Policy;
  readonly text: PolicyText;
}

/** What is odd in the document stands on the finding it touches. */
function withAnomalies(decision: Decision, text: PolicyText) {
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
      answer = withAnomalies(decide(policy, checked(parseCase(bytes, file, line)), days), text);
    } catch (error) {
      if (!(error instanceof JingzhunError)) throw error;
      process.exitCode = 1;
      answer = { error: errorOf(error, language) };
    }
    await printJsonLine(answer);
  }
}

/** An error on one line: the first problem's place, every problem's text. */
function errorOf({ code, path, problems }: JingzhunError, language: Language) {
  const message = problems
    .map((problem) => (problem.path === '' ? say(language, problem) : `${problem.path}: ${say(language, problem)}`))
    .join('; ');
  return { code, path, message };
}
