import fc from 'fast-check';
import { leaf, quoteSha256, tinyParameter, tinyRule, title } from './tiny-policy.ts';

type Data = Readonly<Record<string, unknown>>;

/** A fact that random cases give, with values on both sides of every threshold that random conditions name. */
export interface RandomFact {
  readonly name: string;
  readonly entity: 'household' | 'person';
  readonly path: readonly string[];
  readonly values: readonly unknown[];
  readonly conditions: readonly Data[];
}

const ordering = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'equal', 'notEqual'];

function ordered(name: string, thresholds: readonly (number | string)[], others: readonly string[] = []): Data[] {
  const with_ = (value: unknown) => ordering.map((operator) => leaf(name, operator, value));
  const listed =
    typeof thresholds[0] === 'number' ? [leaf(name, 'in', thresholds), leaf(name, 'notIn', [thresholds[0]])] : [];
  return [...thresholds.flatMap(with_), ...others.flatMap((fact) => with_({ fact })), ...listed];
}

function truths(name: string): Data[] {
  return [true, false].flatMap((value) => ['equal', 'notEqual'].map((operator) => leaf(name, operator, value)));
}

function codes(name: string, known: readonly string[]): Data[] {
  const single = known.flatMap((code) => ['equal', 'notEqual'].map((operator) => leaf(name, operator, code)));
  return [...single, leaf(name, 'in', known.slice(0, 2)), leaf(name, 'notIn', known.slice(1))];
}

function entries(name: string, known: readonly (string | number)[]): Data[] {
  return known.flatMap((value) => ['contains', 'doesNotContain'].map((operator) => leaf(name, operator, value)));
}

function fact(name: string, values: readonly unknown[], conditions: readonly Data[]): RandomFact {
  const [entity, ...path] = name.split('.');
  return { name, entity: entity as RandomFact['entity'], path, values, conditions };
}

const amounts = [-5, 0, 999.99, 1000, 1000.01, 3999.99, 4000, 9000];
const daysOf = ['2016-12-31', '2017-01-01', '2017-01-02', '2018-05-05'];
const types = ['general', 'dibao', 'wubao'];
const stages = ['none', 'primary', 'undergraduate'];

/** Facts that a case gives, of every kind. */
export const randomFacts: readonly RandomFact[] = [
  fact('household.registered', [true, false], truths('household.registered')),
  fact('household.creditRated', [true, false], truths('household.creditRated')),
  fact('household.type', types, codes('household.type', types)),
  fact('household.gridCell', ['一', '二', '三'], codes('household.gridCell', ['一', '二'])),
  fact('household.perCapitaNetIncome', amounts, ordered('household.perCapitaNetIncome', [1000, 4000])),
  fact(
    'household.loan.amount',
    [0, 1, 999.99, 1000, 1000.01],
    ordered('household.loan.amount', [1000], ['household.equity.amount']),
  ),
  fact(
    'household.equity.amount',
    [0, 1, 1000, 5000],
    ordered('household.equity.amount', [1], ['household.loan.amount']),
  ),
  fact('household.mainBusinessCount', [0, 1, 2, 3], ordered('household.mainBusinessCount', [0, 2])),
  fact('household.exitDate', daysOf, ordered('household.exitDate', ['2017-01-01'], ['household.plannedExitDate'])),
  fact(
    'household.plannedExitDate',
    daysOf,
    ordered('household.plannedExitDate', ['2017-01-02'], ['household.exitDate']),
  ),
  fact(
    'household.supportKinds',
    [[], ['industry'], ['employment'], ['industry', 'employment']],
    entries('household.supportKinds', ['industry', 'employment']),
  ),
  fact(
    'household.annualPlanYears',
    [[], [2016], [2017], [2016, 2017]],
    entries('household.annualPlanYears', [2016, 2017]),
  ),
  fact('person.studiesFullTime', [true, false], truths('person.studiesFullTime')),
  fact('person.schoolStage', stages, codes('person.schoolStage', stages)),
  fact('person.skillCount', [0, 1, 2], ordered('person.skillCount', [1])),
];

/** Facts that the policy derives. */
const derived: readonly { readonly name: string; readonly file: Data; readonly conditions: readonly Data[] }[] = [
  {
    name: 'household.funds',
    file: { title, unit: 'yuan', formula: 'household.loan.amount + household.equity.amount * 0.5' },
    conditions: ordered('household.funds', [1000, 1.5]),
  },
  {
    name: 'household.sound',
    file: { title, formula: 'household.registered and not (household.perCapitaNetIncome < 1000)' },
    conditions: truths('household.sound'),
  },
  {
    name: 'household.either',
    file: { title, formula: "if(household.creditRated, household.type = 'general', household.mainBusinessCount >= 2)" },
    conditions: truths('household.either'),
  },
  {
    name: 'household.students',
    file: { title, unit: 'persons', formula: 'count(household.members, person.studiesFullTime)' },
    conditions: ordered('household.students', [1, 2]),
  },
  {
    name: 'household.skills',
    file: { title, unit: 'items', formula: 'sum(household.members, person.skillCount, person.studiesFullTime)' },
    conditions: ordered('household.skills', [2]),
  },
  {
    name: 'household.anyAtSchool',
    file: { title, formula: "any(household.members, person.schoolStage != 'none')" },
    conditions: truths('household.anyAtSchool'),
  },
  {
    name: 'household.later',
    file: { title, formula: 'addMonths(household.exitDate, 1)' },
    conditions: ordered('household.later', ['2017-02-01'], ['household.plannedExitDate']),
  },
  {
    name: 'person.skilled',
    file: { title, formula: 'person.skillCount >= 1 and household.registered' },
    conditions: truths('person.skilled'),
  },
];

const all = [...randomFacts, ...derived.map(({ name, conditions }) => ({ name, conditions }))];

export type Subject = 'household' | 'person';

/** A condition over a handful of facts, so that the same fact comes back. */
export function randomCondition(subject: Subject): fc.Arbitrary<Data> {
  const usable = all.filter(({ name }) => subject === 'person' || !name.startsWith('person.'));
  return fc.subarray(usable, { minLength: 1, maxLength: 4 }).chain((facts) => {
    const single = fc.constantFrom(...facts.flatMap(({ conditions }) => conditions));
    const { tree } = fc.letrec<{ tree: Data }>((tie) => {
      const parts = fc.array(tie('tree'), { minLength: 1, maxLength: 3 });
      return {
        tree: fc.oneof(
          { maxDepth: 3, depthSize: 'small' },
          single,
          parts.map((each) => ({ all: each })),
          parts.map((each) => ({ any: each })),
          tie('tree').map((not) => ({ not })),
        ),
      };
    });
    return tree;
  });
}

const householdAmounts = [
  '200',
  'line',
  'min(household.loan.amount, 500)',
  'round(household.funds * 45%, half-up)',
  'max(household.loan.amount, household.equity.amount) * 2',
];
const personAmounts = [...householdAmounts, 'aid', 'round(line * person.skillCount / 3[items], down)'];

function randomRule(due: boolean): fc.Arbitrary<Data> {
  return fc.constantFrom<Subject>('household', 'person').chain((subject) => {
    const condition = randomCondition(subject);
    const items = fc
      .array(fc.record({ when: condition, scope: fc.option(condition, { nil: undefined }) }), {
        minLength: 1,
        maxLength: 3,
      })
      .map((list) => ({
        items: list.map(({ when, scope }, index) => ({
          key: `item${index}`,
          title,
          when,
          ...(scope === undefined ? {} : { scope }),
        })),
      }));
    return fc
      .record({
        scope: fc.option(condition, { nil: undefined }),
        test: fc.oneof({ weight: 3, arbitrary: condition.map((when) => ({ when })) }, { weight: 1, arbitrary: items }),
        amount: fc.constantFrom(...(subject === 'person' ? personAmounts : householdAmounts)),
        force: fc.constantFrom<Data>({}, {}, { from: '2017-06-15' }, { to: '2017-06-14' }),
        due: due ? fc.constantFrom<Data>({}, {}, {}, { due: '2017-12-31' }) : fc.constant<Data>({}),
      })
      .map((parts) =>
        tinyRule({
          subject,
          ...(parts.scope === undefined ? {} : { scope: parts.scope }),
          ...parts.test,
          ...parts.due,
          ...(Object.keys(parts.force).length === 0 ? {} : { force: parts.force }),
          grant: { what: 'aid', amount: parts.amount, unit: 'yuan', every: 'year', per: subject },
        }),
      );
  });
}

/** A section of random rules, with the facts and parameters they read. */
export function randomSection({ due = true }: { due?: boolean } = {}): fc.Arbitrary<Data> {
  return fc.array(randomRule(due), { minLength: 1, maxLength: 3 }).map((rules) => ({
    facts: Object.fromEntries(derived.map(({ name, file }) => [name, file])),
    parameters: {
      line: tinyParameter('yuan', 333.33),
      aid: {
        title,
        unit: 'yuan',
        by: 'person.schoolStage',
        values: [{ from: '2016-01-01', value: aidByStage, quoteSha256 }],
      },
    },
    rules: Object.fromEntries(rules.map((rule, index) => [`tiny.rule.r${index}`, rule])),
  }));
}

const aidByStage = Object.fromEntries(
  [
    'none',
    'preschool',
    'primary',
    'junior-secondary',
    'senior-secondary',
    'secondary-vocational',
    'higher-vocational',
    'undergraduate',
    'postgraduate',
  ].map((code, index) => [code, 100 * index]),
);

/** One value of a random case: where it stands, and what it is. */
export interface Cell {
  readonly fact: RandomFact;
  /** Place among the members; -1 for the household. */
  readonly member: number;
}

export function cellsOf(members: number): Cell[] {
  return randomFacts.flatMap((each) =>
    each.entity === 'household'
      ? [{ fact: each, member: -1 }]
      : Array.from({ length: members }, (_, member) => ({ fact: each, member })),
  );
}

export type Values = ReadonlyMap<Cell, unknown>;

/** A value for every cell. */
export function randomValues(cells: readonly Cell[]): fc.Arbitrary<Values> {
  return fc
    .tuple(...cells.map(({ fact: { values } }) => fc.constantFrom(...values)))
    .map((chosen) => new Map(cells.map((cell, index) => [cell, chosen[index]])));
}

/** The case that holds these values; a cell without one is left out. */
export function caseOf(values: Values, members: number): { household: Record<string, unknown> } {
  const people = Array.from({ length: members }, () => ({}));
  const household: Record<string, unknown> = { members: people };
  for (const [
    {
      fact: { path },
      member,
    },
    value,
  ] of values) {
    let object = (member < 0 ? household : people[member]) as Record<string, unknown>;
    path.slice(0, -1).forEach((key) => {
      object[key] ??= {};
      object = object[key] as Record<string, unknown>;
    });
    object[path.at(-1) as string] = value;
  }
  return { household };
}
