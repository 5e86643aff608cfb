import { JingzhunError } from '@jingzhun/schemas/problem';
import { type Answers, blank, type Counts, noVerdict, type Verdicts } from '../../testing/agreement/answers.ts';
import { offsetsOf, type Question } from '../../testing/agreement/question.ts';
import type { DialectName } from '../dialect.ts';
import { type ConditionCode, type Form, forms, type RuleCode, type SqlOfPolicy, type Statement } from '../options.ts';
import { toSql } from '../to-sql.ts';

/** A result, column by column. */
export type ResultColumns = Readonly<Record<string, readonly unknown[]>>;

/** Asks a database in all three forms, and once more with reasons; `run` gives the result of each statement. */
export async function sqlAnswers(
  question: Question,
  dialect: DialectName,
  run: (statements: readonly Statement[], form: Form) => Promise<readonly ResultColumns[]>,
): Promise<Answers[]> {
  const answers: Answers[] = [];
  for (const { form, reasons } of asked) {
    const sql = sqlOf(question, { dialect, form, reasons });
    if (sql === undefined) continue;
    const results = await run(sql.statements, form);
    if (form === 'totals') answers.push({ form, counts: countsIn(sql.rules, results) });
    else {
      const filled = new Filled(question, sql);
      (form === 'rows' ? fillFromRows : fillFromWide)(filled, sql.rules, results);
      const { verdicts, because } = filled;
      answers.push(reasons ? { form: `${form} with reasons`, verdicts, because } : { form, verdicts });
    }
  }
  return answers;
}

/** A rule can have more conditions than a number holds: then there are no reasons to compare. */
function sqlOf(
  { policy, dates, facts }: Question,
  options: { readonly dialect: DialectName; readonly form: Form; readonly reasons: boolean },
): SqlOfPolicy | undefined {
  try {
    return toSql(policy, { ...dates, facts, ...options });
  } catch (error) {
    if (error instanceof JingzhunError && error.code === 'too-many-conditions') return undefined;
    throw error;
  }
}

const asked: readonly { readonly form: Form; readonly reasons: boolean }[] = [
  ...forms.map((form) => ({ form, reasons: false })),
  { form: 'rows', reasons: true },
  { form: 'wide', reasons: true },
];

type Results = readonly ResultColumns[];

function fillFromRows(filled: Filled, rules: readonly RuleCode[], results: Results): void {
  const byCode = new Map(rules.map((each) => [each.code, each]));
  for (const { household_id = [], member = [], rule = [], status = [], amount = [], reasons } of results) {
    for (let row = 0; row < household_id.length; row++) {
      const code = byCode.get(Number(rule[row]));
      if (code === undefined) throw new Error(`no rule has the code ${rule[row]}`);
      const [household, person] = [Number(household_id[row]), Number(member[row])];
      filled.put(code, household, person, status[row], amount[row], reasons?.[row]);
    }
  }
}

function fillFromWide(filled: Filled, rules: readonly RuleCode[], results: Results): void {
  for (const columns of results) {
    const { household_id = [], member } = columns;
    for (const code of rules) {
      const column = (suffix: string) => columns[`${code.column}_${suffix}`];
      const [statuses, amounts, reasons] = [column('status'), column('amount'), column('reasons')];
      if (statuses === undefined) continue;
      for (let row = 0; row < statuses.length; row++) {
        const [household, person] = [Number(household_id[row]), Number(member?.[row] ?? -1)];
        filled.put(code, household, person, statuses[row], amounts?.[row] ?? null, reasons?.[row]);
      }
    }
  }
}

/** The verdicts of those rules that the SQL has, and why. */
class Filled {
  readonly verdicts = new Map<string, Verdicts>();
  readonly because = new Map<string, string[]>();
  private readonly offsets: Uint32Array;
  private readonly conditions: ReadonlyMap<number, readonly ConditionCode[]>;

  constructor(question: Question, { rules, conditions = [] }: SqlOfPolicy) {
    const all = blank(question);
    for (const { rule } of rules) {
      this.verdicts.set(rule, all.get(rule) as Verdicts);
      this.because.set(rule, []);
    }
    this.offsets = offsetsOf(question.cases);
    this.conditions = Map.groupBy(conditions, ({ rule }) => rule);
  }

  put(
    { rule, code, scale }: RuleCode,
    household: number,
    member: number,
    status: unknown,
    amount: unknown,
    reasons: unknown,
  ): void {
    const { statuses, amounts } = this.verdicts.get(rule) as Verdicts;
    const place = member < 0 ? household : (this.offsets[household] as number) + member;
    if (statuses[place] !== noVerdict)
      throw new Error(`${rule} has two verdicts for household ${household}, member ${member}`);
    statuses[place] = Number(status);
    if (amount !== null) amounts[place] = Number(amount) / (scale ?? 1);
    if (reasons !== undefined) (this.because.get(rule) as string[])[place] = this.digits(code, reasons);
  }

  private digits(code: number, reasons: unknown): string {
    const conditions = this.conditions.get(code) ?? [];
    if (reasons === null) return conditions.length === 0 ? '' : 'NULL';
    return conditions.map(({ place }) => (BigInt(reasons as string) / 4n ** BigInt(place)) % 4n).join('');
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
