import type { Doubt, DoubtRule, GivenPerson } from './doubt.ts';
import type { DoubtCode } from './doubt-texts.ts';

interface Borne {
  readonly cause: string;
  readonly code: DoubtCode;
  /** Whether a member bears the cause out; undefined where that is not known. */
  readonly by: (person: GivenPerson) => boolean | undefined;
}

const health =
  (...states: readonly string[]) =>
  ({ healthStatus }: GivenPerson): boolean | undefined =>
    healthStatus && states.some((state) => (healthStatus as readonly string[]).includes(state));

/** Causes of poverty that some member must bear out. */
const causes: readonly Borne[] = [
  {
    cause: 'schooling',
    code: 'schooling-no-student',
    by: ({ schoolStage, enrolled }) => enrolled ?? (schoolStage && schoolStage !== 'none'),
  },
  { cause: 'illness', code: 'illness-nobody-ill', by: (person) => person.ill ?? health('chronic', 'serious')(person) },
  {
    cause: 'disability',
    code: 'disability-nobody-disabled',
    by: (person) => person.disabled ?? health('disabled')(person),
  },
];

const causesBorneOut: DoubtRule = ({ household, members, row, isRosterOfPersons }) => {
  const given = household.povertyCauses as readonly string[] | undefined;
  if (!isRosterOfPersons || given === undefined) return [];
  return causes
    .filter(({ cause, by }) => given.includes(cause) && members.every(({ person }) => by(person) === false))
    .map(({ code }): Doubt => ({ code, row, field: 'household.povertyCauses' }));
};

const dangerous: ReadonlySet<string> = new Set(['c', 'd']);

const housing: DoubtRule = ({ household: { housing: house }, row }) => {
  if (house?.dangerous === undefined) return [];
  const { dangerous: is, dangerLevel: level } = house;
  if (level === undefined) return is ? [{ code: 'danger-no-level', row, field: 'household.housing.dangerLevel' }] : [];
  if (dangerous.has(level) === is) return [];
  return [{ code: 'danger-contradicts', row, field: 'household.housing.dangerLevel' }];
};

const classes: DoubtRule = ({ household: { type, inDibao, registered }, row }) => {
  const field = 'household.type';
  const doubts: Doubt[] = [];
  if (inDibao === false && (type === 'dibao' || type === 'dibao-assisted'))
    doubts.push({ code: 'dibao-contradicts', row, field });
  if (registered === false && type !== undefined && type !== 'none')
    doubts.push({ code: 'registered-contradicts', row, field });
  return doubts;
};

const incomes = ['perCapitaDisposableIncome', 'perCapitaNetIncome'] as const;

const income: DoubtRule = ({ household, row }) =>
  incomes.flatMap((key): readonly Doubt[] => {
    const yuan = household[key];
    const field = `household.${key}`;
    if (yuan === undefined) return [];
    if (yuan > 0 && yuan < 100) return [{ code: 'income-unit', row, field }];
    return yuan > 100_000 ? [{ code: 'income-total', row, field }] : [];
  });

export const circumstanceRules: readonly DoubtRule[] = [causesBorneOut, housing, classes, income];
