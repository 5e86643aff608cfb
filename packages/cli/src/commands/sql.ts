import type { DialectName, Form, ImpactSide, Statement } from '@jingzhun/rules/sql';
import { impactSql, tableDdl, toSql } from '@jingzhun/rules/sql';
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
  if (options.tables) {
    const statements = tableDdl(policy, { dialect, text, language });
    if (options.json) await printJson({ statements });
    else await print(together(statements));
    return;
  }
  const sql =
    options.against === undefined
      ? toSql(policy, {
          ...days,
          dialect,
          form: options.form as Form,
          reasons: options.reasons === true,
          text,
          language,
        })
      : impactSql(...(await sidesOf(options, options.against, days)), { dialect, language });
  if (options.json) await printJson(sql);
  else await print(together(sql.statements));
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
