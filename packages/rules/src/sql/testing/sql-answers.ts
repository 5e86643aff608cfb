import { type Answers, blank, type Counts, noVerdict, type Verdicts } from '../../testing/agreement/answers.ts';
import { offsetsOf, type Question } from '../../testing/agreement/question.ts';
import type { DialectName } from '../dialect.ts';
import { type Form, forms, type RuleCode, type Statement } from '../options.ts';
import { toSql } from '../to-sql.ts';

/** A result, column by column. */
export type ResultColumns = Readonly<Record<string, readonly unknown[]>>;

/** Asks a database in all three forms; `run` gives the result of each statement. */
export async function sqlAnswers(
  question: Question,
  dialect: DialectName,
  run: (statements: readonly Statement[], form: Form) => Promise<readonly ResultColumns[]>,
): Promise<Answers[]> {
  const answers: Answers[] = [];
  for (const form of forms) {
    const { policy, dates, facts } = question;
    const { statements, rules } = toSql(policy, { ...dates, facts, dialect, form });
    const results = await run(statements, form);
    if (form === 'totals') answers.push({ form, counts: countsIn(rules, results) });
    else answers.push({ form, verdicts: (form === 'rows' ? inRows : inWide)(question, rules, results) });
  }
  return answers;
}

type Results = readonly ResultColumns[];

function inRows(question: Question, rules: readonly RuleCode[], results: Results): Map<string, Verdicts> {
  const filled = new Filled(question, rules);
  const byCode = new Map(rules.map((each) => [each.code, each]));
  for (const { household_id = [], member = [], rule = [], status = [], amount = [] } of results) {
    for (let row = 0; row < household_id.length; row++) {
      const code = byCode.get(Number(rule[row]));
      if (code === undefined) throw new Error(`no rule has the code ${rule[row]}`);
      filled.put(code, Number(household_id[row]), Number(member[row]), status[row], amount[row]);
    }
  }
  return filled.verdicts;
}

function inWide(question: Question, rules: readonly RuleCode[], results: Results): Map<string, Verdicts> {
  const filled = new Filled(question, rules);
  for (const columns of results) {
    const { household_id = [], member } = columns;
    for (const code of rules) {
      const [statuses, amounts] = [columns[`${code.column}_status`], columns[`${code.column}_amount`]];
      if (statuses === undefined) continue;
      for (let row = 0; row < statuses.length; row++) {
        filled.put(code, Number(household_id[row]), Number(member?.[row] ?? -1), statuses[row], amounts?.[row] ?? null);
      }
    }
  }
  return filled.verdicts;
}

/** The verdicts of those rules that the SQL has. */
class Filled {
  readonly verdicts = new Map<string, Verdicts>();
  private readonly offsets: Uint32Array;

  constructor(question: Question, rules: readonly RuleCode[]) {
    const all = blank(question);
    for (const { rule } of rules) this.verdicts.set(rule, all.get(rule) as Verdicts);
    this.offsets = offsetsOf(question.cases);
  }

  put({ rule, scale }: RuleCode, household: number, member: number, status: unknown, amount: unknown): void {
    const { statuses, amounts } = this.verdicts.get(rule) as Verdicts;
    const place = member < 0 ? household : (this.offsets[household] as number) + member;
    if (statuses[place] !== noVerdict)
      throw new Error(`${rule} has two verdicts for household ${household}, member ${member}`);
    statuses[place] = Number(status);
    if (amount !== null) amounts[place] = Number(amount) / (scale ?? 1);
  }
}

const counted = ['asked', 'met', 'unmet', 'unknown', 'not_applicable', 'not_in_force'];
const summed = ['certain', 'possible'];

function countsIn(rules: readonly RuleCode[], results: Results): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const columns of results) {
    (columns.rule ?? []).forEach((code, row) => {
      const of = rules.find((each) => each.code === Number(code));
      if (of === undefined) throw new Error(`no rule has the code ${code}`);
      const names = of.unit === null ? counted : [...counted, ...summed];
      counts.set(of.rule, { numbers: names.map((name) => Number(columns[name]?.[row])), scale: of.scale ?? 1 });
    });
  }
  return counts;
}
