import { JingzhunError } from '@jingzhun/schemas/problem';
import { problemAt } from '../compile/read.ts';
import { refuseWrongDays } from '../decide/question.ts';
import type { Policy } from '../model/policy.ts';
import { type Level, recordsRead } from './columns.ts';
import { dialectOf, wrongChoice } from './dialects.ts';
import { codesOf, conditionsOf, dictionaryOf } from './dictionary.ts';
import { groupsOf, wrongColumn } from './groups.ts';
import { type Facts, type Form, forms, type SqlOfPolicy, type SqlOptions, type Statement } from './options.ts';
import { rows, totals, wide } from './shapes.ts';
import { namesFor, type Side, writeSide } from './side.ts';
import { comment, Wording } from './wording.ts';

/**
 * SQL that decides a policy over a table of households and one of persons (see `tableDdl`), for DuckDB, PostgreSQL or
 * Spark: the statuses and amounts of `assess`, whatever is unknown. Rules asked of households and persons are in it;
 * facts of other entities are given once for all, in `facts`, or are unknown.
 *
 * Amounts are whole steps of the unit, for yuan fen; statuses and rules are codes, for which there is a dictionary. With
 * `reasons` a number beside each status says of every condition in `because` whether it holds: `conditions` tells where.
 *
 * @throws JingzhunError `wrong-dialect`, `wrong-form` (also of `totals` with reasons, or another with `by`), `wrong-column`, `household-facts`, `unknown-rule`, `too-many-conditions`
 * where a rule has more than a number of reasons can hold; `invalid-case` where a day or a fact given for all cannot be used.
 *
 * @example
 * const { statements, rules } = toSql(ruyuan2016, { on: '2017-09-01', dialect: 'duckdb', form: 'wide' });
 * statements.map(({ name }) => name); // ['household', 'person']
 * rules.find(({ rule }) => rule === 'ruyuan.housing.new-build-10000')?.column; // 'ruyuan_housing_new_build_10000'
 * const { conditions } = toSql(ruyuan2016, { on: '2017-09-01', dialect: 'duckdb', reasons: true });
 * conditions?.find(({ rule, place }) => rule === 74 && place === 1)?.fact; // 'household.solar.inOperation'
 */
export function toSql(policy: Policy, options: SqlOptions): SqlOfPolicy {
  const { form = 'rows', tables = { household: 'household', person: 'person' } } = options;
  const groups = groupsOf(options.by, tables);
  if (groups !== undefined && options.reasons)
    throw wrongColumn('不写：附理由时不分组', 'left out: what comes with reasons is not divided');
  const possible = formsFor(options);
  if (!possible.includes(form)) throw wrongChoice('form', possible);
  const dialect = dialectOf(options.dialect);
  const wording = new Wording(options.text, options.language ?? 'zh');
  const side: Side = { ...options, policy, wording, counted: form === 'totals' };
  refuseWrongDays(options);
  refuseHouseholds(options.facts);
  refuseUnknownRules(policy, options.rules);
  const head = headOf(side);
  const written = (levels: readonly Level[]) =>
    writeSide(side, levels, tables, dialect, namesFor([policy], options.by));
  if (form === 'wide') {
    const levels = (['household', 'person'] as const).map((level) => ({ level, each: written([level]) }));
    const kept = levels.filter(({ each }) => each.rules.length > 0);
    const statements = kept.map(({ level, each }) => ({
      name: level,
      sql: `${head}\n${wide(each, level, wording, dialect)}`,
    }));
    return withDictionary(
      statements,
      kept.flatMap(({ each }) => each.rules),
    );
  }
  const levels: readonly Level[] = ['household', 'person'];
  const both = written(levels);
  if (both.rules.length === 0) return withDictionary([], []);
  const sql = form === 'rows' ? rows(both, levels, wording, dialect) : totals(both, levels, dialect, groups);
  return withDictionary([{ name: form, sql: `${head}\n${sql}` }], both.rules);

  function withDictionary(statements: readonly Statement[], own: typeof both.rules): SqlOfPolicy {
    const codes = codesOf(own);
    if (!options.reasons) return { statements, rules: codes, dictionary: dictionaryOf(codes, wording, dialect) };
    const conditions = conditionsOf(own);
    return { statements, rules: codes, conditions, dictionary: dictionaryOf(codes, wording, dialect, conditions) };
  }
}

/** Totals have no reasons, and nothing else is divided by a column. */
function formsFor({ by, reasons }: SqlOptions): readonly Form[] {
  return forms.filter((form) => (form === 'totals' ? !reasons : by === undefined));
}

export function refuseHouseholds(facts: Facts | undefined): void {
  const wrong = ['household', 'person', 'roster'].filter((entity) => Object.hasOwn(facts ?? {}, entity));
  if (wrong.length === 0) return;
  throw new JingzhunError(
    'household-facts',
    wrong.map((entity) => ({
      code: 'household-facts',
      path: `facts.${entity}`,
      zh: '户和人的情况应在表中，不在此处',
      en: 'facts of households and persons should stand in the tables, not here',
    })),
  );
}

function refuseUnknownRules({ rules }: Policy, wanted: readonly string[] = []): void {
  const known = new Set<string>(rules.map(({ id }) => id));
  const wrong = wanted.filter((id) => !known.has(id));
  if (wrong.length === 0) return;
  throw new JingzhunError(
    'unknown-rule',
    wrong.map((id) =>
      problemAt(`rules.${id}`, 'unknown-rule', '政策中的规则编号', "the id of one of the policy's rules"),
    ),
  );
}

/** What the statement decides, as comments. */
export function headOf({ policy, on, assessedOn = on, reasons = false, wording }: Side): string {
  const { id, release, digest } = policy;
  const records = recordsRead(policy).map(({ name }) => `${name} (${wording.fact(name)})`);
  const lines = [
    `${id} ${release} ${digest}`,
    wording.say(`适用 ${on} 的规定；情况截至 ${assessedOn}`, `law of ${on}; facts as of ${assessedOn}`),
    wording.say(
      '状态：0 不符合，1 符合，2 待补充，3 不适用，4 不在执行期',
      'status: 0 unmet, 1 met, 2 unknown, 3 not applicable, 4 not in force',
    ),
    ...(reasons
      ? [
          wording.say(
            '理由：每个条件两位，按 because 的次序：0 不成立，1 成立，2 未知',
            'reasons: two bits a condition, in the order of because: 0 does not hold, 1 holds, 2 unknown',
          ),
        ]
      : []),
    ...(records.length === 0
      ? []
      : [
          wording.say(
            `表中放不下、视为未知：${records.join('，')}`,
            `no column can hold these, they are unknown: ${records.join(', ')}`,
          ),
        ]),
  ];
  return lines.map(comment).join('\n');
}
