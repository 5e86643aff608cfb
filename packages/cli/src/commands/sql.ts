import type { DialectName, Form, Statement } from '@jingzhun/rules/sql';
import { tableDdl, toSql } from '@jingzhun/rules/sql';
import { checkDays, type DayOptions } from '../days.ts';
import { print, printJson } from '../output.ts';
import { findPolicy, type PolicyChoice } from '../policies.ts';
import { type CommonOptions, languageOf } from './options.ts';

type SqlCommandOptions = CommonOptions &
  PolicyChoice &
  DayOptions & { readonly dialect: string; readonly form: string; readonly tables?: boolean };

/** `jingzhun sql`: a policy as SQL, or the tables that it reads. */
export async function sqlCommand(options: SqlCommandOptions): Promise<void> {
  const language = languageOf(options);
  const days = checkDays(options);
  const { policy, text } = await findPolicy(options);
  const dialect = options.dialect as DialectName;
  if (options.tables) {
    const statements = tableDdl(policy, { dialect, text, language });
    if (options.json) await printJson({ statements });
    else await print(together(statements));
    return;
  }
  const sql = toSql(policy, { ...days, dialect, form: options.form as Form, text, language });
  if (options.json) await printJson(sql);
  else await print(together(sql.statements));
}

function together(statements: readonly Statement[]): string {
  return statements.map(({ sql }) => `${sql};`).join('\n\n');
}
