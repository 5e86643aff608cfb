import type { DialectName, Form, ImpactSide, Statement } from '@jingzhun/rules/sql';
import { impactSql, tableDdl, toSql } from '@jingzhun/rules/sql';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { checkDays, type DayOptions } from '../days.ts';
import { type Edition, findEdition } from '../editions.ts';
import { print, printJson } from '../output.ts';
import { findPolicy, type PolicyChoice } from '../policies.ts';
import { type CommonOptions, languageOf } from './options.ts';

type SqlCommandOptions = CommonOptions &
  PolicyChoice &
  DayOptions & {
    readonly dialect: string;
    readonly form: string;
    readonly by?: string;
    readonly reasons?: boolean;
    readonly tables?: boolean;
    readonly against?: string;
  };

/** `jingzhun sql`: a policy as SQL, the tables that it reads, or what another edition changes for those in them. */
export async function sqlCommand(options: SqlCommandOptions): Promise<void> {
  const language = languageOf(options);
  const days = checkDays(options);
  const { policy, text } = await findPolicy(options);
  const dialect = options.dialect as DialectName;
  const form = options.form as Form;
  const reasons = options.reasons === true;
  const by = options.by === undefined ? {} : { by: options.by };
  const sides = options.against === undefined ? undefined : await sidesOf(options, options.against, days);
  const sql = asOptions(() => {
    if (options.tables) return { statements: tableDdl(policy, { dialect, text, language }) };
    if (sides !== undefined) return impactSql(...sides, { dialect, language, ...by });
    return toSql(policy, { ...days, dialect, form, ...by, reasons, text, language });
  });
  if (options.json) await printJson(sql);
  else await print(together(sql.statements));
}

/** A dialect, form or column that is none is told at the option that was written. */
function asOptions<T>(write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof JingzhunError) || !['wrong-dialect', 'wrong-form', 'wrong-column'].includes(error.code))
      throw error;
    throw new JingzhunError(
      error.code,
      error.problems.map((problem) => ({ ...problem, path: `--${problem.path}` })),
    );
  }
}

/** Both editions, each on the day that its name says or else on the one that is asked for. */
async function sidesOf(
  options: PolicyChoice,
  against: string,
  days: DayOptions,
): Promise<[before: ImpactSide, after: ImpactSide]> {
  const { policy: id, release } = options;
  const first = await findEdition(release === undefined ? id : `${id}@${release}`, options);
  const second = await findEdition(against, options, first);
  const sideOf = ({ loaded: { policy, text }, on = days.on }: Edition): ImpactSide => ({ ...days, policy, text, on });
  return [sideOf(first), sideOf(second)];
}

function together(statements: readonly Statement[]): string {
  return statements.map(({ sql }) => `${sql};`).join('\n\n');
}
