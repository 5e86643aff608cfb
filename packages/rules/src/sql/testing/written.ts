import { leaf, loadTiny, onePolicy, quoteSha256, tinyParameter, tinyRule, title } from '../../testing/tiny-policy.ts';
import type { Facts, SqlOptions } from '../options.ts';
import { toSql } from '../to-sql.ts';

export interface Asked {
  readonly subject?: 'household' | 'person';
  /** Of a number. */
  readonly unit?: string;
  /** Does it come to a day? */
  readonly day?: boolean;
  readonly facts?: Facts;
  /** Of `household.other`, which the formula can name: a formula with its unit, and where its field ends. */
  readonly other?: readonly [formula: string, unit: string, bounds: { readonly min?: number; readonly max?: number }];
}

const aid = { none: 0, preschool: 100, primary: 250.5, 'junior-secondary': 250.5, undergraduate: 500 };
const rest = {
  'senior-secondary': 300,
  'secondary-vocational': 300,
  'technician-college': 400,
  'higher-vocational': 500,
  postgraduate: 0.01,
};
/** Aid by the stage of school: of all stages, and of some, of which one is a loss. */
const byStage = (values: object): object => ({
  title,
  unit: 'yuan',
  by: 'person.schoolStage',
  values: [{ from: '2016-01-01', value: values, quoteSha256 }],
});
const parameters = {
  aid: tinyParameter('yuan', 333.33),
  aidByStage: byStage({ ...aid, ...rest }),
  aidOfSome: byStage({ ...aid, none: -1000 }),
};

/** What the SQL of a formula works out, column by column: `sql AS name`. Its own are called own. */
export function written(formula: string, asked: Asked = {}): string[] {
  return columnsOf(formula, asked).filter((line) => !/\bmembers\./.test(line));
}

/** What the columns over its members are for a household, which may have none. */
export function writtenOfMembers(formula: string, asked: Asked = {}): string[] {
  return columnsOf(formula, asked).filter((line) => /\bmembers\./.test(line));
}

function columnsOf(formula: string, asked: Asked): string[] {
  const { subject = 'household', unit, day = false, facts = {}, other } = asked;
  const own = `${subject}.own`;
  const when = day
    ? leaf(own, 'greaterThan', '2017-01-01')
    : unit === undefined
      ? leaf(own, 'equal', true)
      : leaf(own, 'greaterThan', 1);
  const { policy } = loadTiny({
    facts: {
      [own]: { title, formula, ...(unit === undefined ? {} : { unit }) },
      ...(other === undefined ? {} : { 'household.other': { title, formula: other[0], unit: other[1] } }),
    },
    parameters,
    rules: { 'tiny.rule.one': tinyRule({ subject, when }) },
  });
  const bounded = policy.facts.map((fact) => (fact.name === 'household.other' ? { ...fact, ...other?.[2] } : fact));
  const options = { on: '2017-06-15', dialect: 'duckdb', form: 'wide', facts } as const;
  const [statement] = toSql({ ...policy, facts: bounded }, options).statements;
  const lines = (statement?.sql ?? '').split('\n').flatMap((line) => /^ {4}(?!-- )(.*?),?$/.exec(line)?.[1] ?? []);
  // How the rule asks it is no part of the formula.
  return lines.filter((line) => /\bown(_\w+)?$/.test(line));
}

const derived = {
  'village.fundCount': { title, unit: '1', formula: "count(village.measures, measure.kind = 'funds')" },
  'household.share': { title, unit: 'yuan', formula: 'household.loan.amount * 0.125' },
  'household.years': { title, unit: '1', formula: 'sum(household.members, year(person.birthDate))' },
  'household.students': { title, unit: 'persons', formula: 'count(household.members, person.studiesFullTime)' },
};

/** What is worked out for a household's only rule, column by column: its conditions and its test, then its status. */
export function writtenRule(when: object, change: Partial<SqlOptions> = {}): string[] {
  const options = { on: '2017-06-15', dialect: 'duckdb', form: 'wide', ...change } as const;
  const [statement] = toSql(onePolicy({ when }, { facts: derived }), options).statements;
  const [, asked = '', status = ''] =
    /(household_(?:conditions|tests) AS .*)?^SELECT.*\n {2}([^\n]* AS tiny_rule_one_status)/ms.exec(
      statement?.sql ?? '',
    ) ?? [];
  return [...asked.split('\n').flatMap((line) => /^ {4}(?!--)(.*?),?$/.exec(line)?.[1] ?? []), status];
}
