import { boundsOf } from '../compile/facts.ts';
import type { Policy } from '../model/policy.ts';
import { type Column, columnsOf, type Level } from './columns.ts';
import { inUnits } from './decimals.ts';
import type { Dialect } from './dialect.ts';
import { dialectOf } from './dialects.ts';
import type { Statement, WritingOptions } from './options.ts';
import { comment, Wording } from './wording.ts';

/**
 * The tables that `toSql` reads, as CREATE TABLE statements with each column's label and unit: a household a row, and a
 * person a row. NULL is unknown. What `decide` would refuse, the tables refuse, where the database can check it.
 *
 * As Parquet the columns are the same, sorted by household_id; where the data is split into files, split both tables by
 * the same ranges of household_id, so that a household's persons stand in the file that matches its own.
 *
 * @throws JingzhunError `wrong-dialect`.
 *
 * @example
 * const [household] = tableDdl(ruyuan2016, { dialect: 'duckdb' });
 * household?.sql.includes('per_capita_disposable_income DECIMAL(18, 2)'); // true
 */
export function tableDdl(policy: Policy, options: WritingOptions): Statement[] {
  const dialect = dialectOf(options.dialect);
  const wording = new Wording(options.text, options.language ?? 'zh');
  const { household, person } = options.tables ?? { household: 'household', person: 'person' };
  const columns = columnsOf(policy);
  const number = { kind: 'number', scale: 1 } as const;
  const id = line('household_id', dialect.type(number), 'NOT NULL', wording.say('户', 'household'));
  const own = [
    id,
    line('person_id', dialect.type({ kind: 'text' }), 'NOT NULL', wording.say('人', 'person')),
    line(
      'member',
      dialect.type(number),
      'NOT NULL',
      wording.say(
        '在户内的次序，从 0 起；每人只属一户',
        'place in the household, from 0; a person belongs to one household',
      ),
    ),
  ];
  return [
    { name: 'household', sql: create(household, [id, ...described('household', columns, wording, dialect)]) },
    { name: 'person', sql: create(person, [...own, ...described('person', columns, wording, dialect)]) },
  ];
}

/** A column of the tables, beside their keys. */
export interface TableColumn {
  readonly name: string;
  /** The fact it holds. */
  readonly fact: string;
  /** As the dialect calls it. */
  readonly type: string;
}

/**
 * The columns of the tables of `tableDdl` but for their keys, for those who fill the tables from data of their own.
 *
 * @throws JingzhunError `wrong-dialect`.
 *
 * @example
 * const { person } = tableColumns(ruyuan2016, { dialect: 'duckdb' });
 * person.find(({ name }) => name === 'school_stage')?.fact; // 'person.schoolStage'
 */
export function tableColumns(
  policy: Policy,
  options: Pick<WritingOptions, 'dialect'>,
): Readonly<Record<Level, readonly TableColumn[]>> {
  const dialect = dialectOf(options.dialect);
  const columns = columnsOf(policy);
  const of = (level: Level): TableColumn[] =>
    columns[level].map(({ name, fact, type }) => ({ name, fact: fact.name, type: dialect.type(type) }));
  return { household: of('household'), person: of('person') };
}

interface Line {
  readonly comment: string;
  readonly sql: string;
}

function line(name: string, type: string, constraint: string, said: string): Line {
  return { comment: comment(said), sql: [name, type, constraint].filter((part) => part !== '').join(' ') };
}

function create(table: string, lines: readonly Line[]): string {
  const body = lines.map(
    ({ comment: said, sql }, place) => `  ${said}\n  ${sql}${place < lines.length - 1 ? ',' : ''}`,
  );
  return `CREATE TABLE ${table} (\n${body.join('\n')}\n)`;
}

function described(
  level: Level,
  columns: Readonly<Record<Level, readonly Column[]>>,
  wording: Wording,
  dialect: Dialect,
): Line[] {
  return columns[level].map((column) => {
    const check = dialect.checks ? checkOf(column, dialect) : '';
    return line(
      column.name,
      dialect.type(column.type),
      check === '' ? '' : `CHECK (${check})`,
      wording.fact(column.fact.name),
    );
  });
}

/** What a value has to be, as `decide` asks of it. */
function checkOf({ name, fact, type }: Column, dialect: Dialect): string {
  const { codes, scale } = fact;
  switch (type.kind) {
    case 'code':
      return `${name} IN (${(codes ?? []).map(dialect.text).join(', ')})`;
    case 'date':
      return `${name} >= ${dialect.date('1900-01-01')} AND ${name} <= ${dialect.date('2100-12-31')}`;
    case 'number': {
      const { low, high } = boundsOf(fact);
      const bounds = [
        low === -Infinity ? [] : `${name} >= ${inUnits(low, scale)}`,
        high === Infinity ? [] : `${name} <= ${inUnits(high, scale)}`,
      ];
      return bounds.flat().join(' AND ');
    }
    default:
      return '';
  }
}
