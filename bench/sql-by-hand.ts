/** SQL as somebody would write it who knows these rules by heart, unknowns and all. */
export interface ByHand {
  readonly name: string;
  readonly form: 'wide' | 'totals';
  readonly rules: readonly string[];
  readonly sql: string;
  /** What ours may take, as a ratio. */
  readonly atMost: number;
}

const status = (test: string): string => `CAST(coalesce(CAST(${test} AS TINYINT), 2) AS TINYINT)`;
const granted = (test: string, fen: number): string =>
  `CASE WHEN coalesce(${test}, TRUE) THEN CAST(${fen} AS BIGINT) END`;

const registered = `coalesce(registered, CASE WHEN type = 'none' THEN FALSE END)`;
const household = {
  income: 'rural AND recognised AND CASE WHEN income_year = 2015 THEN per_capita_disposable_income < 4000 END',
  newBuild: `${registered} AND housing_needs_renovation AND housing_work = 'new-build'`,
  repair: `${registered} AND housing_needs_renovation AND housing_work = 'repair'`,
  solar: `${registered} AND solar_in_operation AND solar_capacity >= 3`,
};

const householdRules = [
  'ruyuan.identification.income-threshold',
  'ruyuan.housing.new-build-10000',
  'ruyuan.housing.repair-2000',
  'ruyuan.solar.household-income-3000',
];

const enrolled = `coalesce(enrolled, school_stage <> 'none')`;
const pupil = `coalesce(person.registered, household.registered, CASE WHEN household.type = 'none' THEN FALSE END) AND ${enrolled}`;
const person = {
  university: `${pupil} AND school_stage IN ('higher-vocational', 'undergraduate') AND studies_full_time`,
  senior: `${pupil} AND school_stage IN ('senior-secondary', 'secondary-vocational')`,
  basic: `${pupil} AND school_stage IN ('primary', 'junior-secondary')`,
  preschool: `${pupil} AND school_stage = 'preschool'`,
};

const personRules = [
  'ruyuan.education-aid.university',
  'ruyuan.education-aid.senior-and-vocational',
  'ruyuan.education-aid.primary-and-junior',
  'ruyuan.education-aid.preschool',
];

const wideHouseholds = `SELECT household_id,
  ${status(household.income)} AS income,
  ${status(household.newBuild)} AS new_build, ${granted(household.newBuild, 1_000_000)} AS new_build_amount,
  ${status(household.repair)} AS repair, ${granted(household.repair, 200_000)} AS repair_amount,
  ${status(household.solar)} AS solar, ${granted(household.solar, 300_000)} AS solar_amount
FROM household`;

const widePersons = `SELECT household_id, person_id, member,
  ${status(person.university)} AS university, ${granted(person.university, 500_000)} AS university_amount,
  ${status(person.senior)} AS senior, ${granted(person.senior, 300_000)} AS senior_amount,
  ${status(person.basic)} AS basic, ${granted(person.basic, 250_000)} AS basic_amount,
  ${status(person.preschool)} AS preschool, ${granted(person.preschool, 100_000)} AS preschool_amount
FROM person JOIN household USING (household_id)`;

/** The obvious way: add up a case for each figure. */
function obvious(rules: readonly { code: number; test: string; fen?: number }[], from: string): string {
  const sum = (when: string, of: number): string => `CAST(sum(CASE WHEN ${when} THEN ${of} ELSE 0 END) AS BIGINT)`;
  const rows = rules.map(({ code, test, fen }) => {
    const money =
      fen === undefined
        ? ['CAST(NULL AS BIGINT)', 'CAST(NULL AS BIGINT)', 'CAST(NULL AS BIGINT)']
        : [sum(test, fen), sum(`coalesce(${test}, TRUE)`, fen), 'CAST(0 AS BIGINT)'];
    const counts = [sum(test, 1), sum(`NOT (${test})`, 1), sum(`(${test}) IS NULL`, 1)];
    return [`CAST(${code} AS SMALLINT)`, 'count(*)', ...counts, 'CAST(0 AS BIGINT)', 'CAST(0 AS BIGINT)', ...money];
  });
  const lists = (rows[0] ?? []).map((_, place) => `[${rows.map((row) => row[place]).join(', ')}] AS c${place}`);
  const names = lists.map((_, place) => `unnest(c${place}) AS c${place}`);
  return `SELECT ${names.join(', ')} FROM (SELECT ${lists.join(',\n')} FROM ${from}) AS sums`;
}

export const byHand: readonly ByHand[] = [
  { name: 'wide rows of households', form: 'wide', rules: householdRules, sql: wideHouseholds, atMost: 1.05 },
  { name: 'wide rows of persons', form: 'wide', rules: personRules, sql: widePersons, atMost: 1.05 },
  {
    name: 'totals of households',
    form: 'totals',
    rules: householdRules,
    sql: obvious(
      [
        { code: 3, test: household.income },
        { code: 56, test: household.newBuild, fen: 1_000_000 },
        { code: 57, test: household.repair, fen: 200_000 },
        { code: 74, test: household.solar, fen: 300_000 },
      ],
      'household',
    ),
    atMost: 0.5,
  },
];
