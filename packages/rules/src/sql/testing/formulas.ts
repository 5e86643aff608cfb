import type { Case } from '@jingzhun/schemas';
import type { Policy } from '../../model/policy.ts';
import { leaf, loadTiny, quoteSha256, tinyParameter, tinyRule, title } from '../../testing/tiny-policy.ts';
import type { Facts } from '../options.ts';

/** Formulas of every kind, with the unit of what they yield and, of truths and days, none. */
const household: readonly (readonly [formula: string, unit?: string])[] = [
  ['household.perCapitaNetIncome * household.memberCount', 'yuan/year'],
  ['household.worth * household.loan.amount > household.equity.amount * household.equity.amount'],
  ['household.assetIncome', 'yuan/year'],
  ['(household.worth - household.loan.amount) * (household.equity.amount - 500) <= household.worth * household.worth'],
  ['min(household.worth, max(household.loan.amount - household.equity.amount, 0-5))', 'yuan'],
  ['max(min(household.loan.amount, 1000), household.equity.amount) * (0 - 2)', 'yuan'],
  ['round(household.worth * 33.33%, half-up)', 'yuan'],
  ['round(household.worth * 12.5%, up, 10)', 'yuan'],
  ['round(household.worth / 3, down)', 'yuan'],
  ['round(household.worth / household.mainBusinessCount, half-up)', 'yuan/item'],
  ['round(household.loan.amount / (household.mainBusinessCount - 2[items]), up)', 'yuan/item'],
  ['round(household.worth * household.loan.rate / (household.loan.amount - 1000), half-up)', '1/year'],
  ['round((household.loan.amount - 0.02) / 5, half-up)', 'yuan'],
  ['round(min(household.loan.amount, 0.04) / 10, half-up, 1)', 'yuan'],
  ['if(household.registered, household.loan.amount, household.worth)', 'yuan'],
  ['if(household.registered, household.loan.amount, 1000)', 'yuan'],
  ['if(household.registered, household.worth, household.worth * 2)', 'yuan'],
  ['if(household.loan.amount < household.equity.amount, 1, 2)', '1'],
  ['ifAbsent(household.loan.amount, household.worth)', 'yuan'],
  ['ifAbsent(household.memberCount, 7[persons])', 'persons'],
  ['count(household.members)', 'persons'],
  ['count(household.members, person.studiesFullTime)', 'persons'],
  ['count(household.members, person.studiesFullTime and household.registered)', 'persons'],
  ['sum(household.members, person.premium)', 'yuan'],
  ['sum(household.members, person.pensionDue - person.pensionPaid, person.studiesFullTime)', 'yuan'],
  ['sum(household.members, min(person.pensionDue, 100) * (0 - 1))', 'yuan'],
  ['sum(household.members, household.worth, person.skillCount >= 1)', 'yuan'],
  ['sum(household.members, aid, person.skillCount >= 1)', 'yuan'],
  ['count(household.members, person.skillCount < count(household.members) * 1[item/person])', 'persons'],
  ['count(household.supportKinds)', '1'],
  ["count(household.supportKinds, entry in ('industry', 'employment'))", '1'],
  ['sum(household.annualPlanYears, entry)', '1'],
  ['sum(household.annualPlanYears, household.worth, entry <= 2016)', 'yuan'],
  ['count(household.visitDates, entry <= household.exitDate)', '1'],
  ['year(household.exitDate) - year(household.plannedExitDate)', '1'],
  ['completedYears(household.exitDate, household.plannedExitDate)', 'years'],
  ['completedYears(household.exitDate, date.assessedOn)', 'years'],
  ['daysBetween(household.exitDate, household.plannedExitDate)', 'days'],
  ['daysBetween(earliest(household.members, person.birthDate), household.exitDate)', 'days'],
  ['household.registered and not household.creditRated or household.mainBusinessCount > 1'],
  ['any(household.members, person.studiesFullTime and person.skillCount >= 1)'],
  ['every(household.members, person.studiesFullTime or not household.registered)'],
  ['any(household.visitDates, entry >= household.exitDate)'],
  ['every(household.visitDates, entry <= 2017-01-01)'],
  ['every(household.annualPlanYears, entry > year(household.exitDate))'],
  ['given(household.gridCell)'],
  ['given(household.visitDates)'],
  ['given(household.loan.amount)'],
  ['given(household.memberCount)'],
  ['given(household.registered)'],
  ["household.supportKinds contains 'industry'"],
  ['household.annualPlanYears contains year(household.exitDate)'],
  ["household.type in ('general', 'dibao')"],
  ['household.loan.amount = household.equity.amount'],
  ['household.loan.amount != household.equity.amount * 2'],
  ['household.mainBusinessCount >= 0[items]'],
  ['if(household.registered, household.creditRated, household.rural)'],
  ["if(household.registered, household.type = 'dibao', household.type = 'dibao')"],
  ['household.exitDate <= household.plannedExitDate'],
  // What is asked of lists that are the same for all households.
  ['count(village.partyMeetingDates, entry <= household.exitDate)', '1'],
  ['count(village.partyMeetingDates) * household.memberCount', 'persons'],
  ['sum(village.annualPlanYears, household.loan.amount, entry <= year(household.exitDate))', 'yuan'],
  ['sum(village.annualPlanYears, household.worth, household.registered)', 'yuan'],
  ['sum(village.annualPlanYears, household.worth)', 'yuan'],
  ['any(village.partyMeetingDates, entry >= household.exitDate)'],
  ['every(village.annualPlanYears, entry > year(household.exitDate))'],
  ["any(village.measures, measure.kind = 'funds' and household.registered)"],
  ['any(village.measures, any(household.visitDates, entry >= household.exitDate) and household.registered)'],
  ["any(household.visitDates, any(village.measures, measure.kind = 'funds' and entry >= household.exitDate))"],
  ['village.annualPlanYears contains year(household.exitDate)'],
  ['village.partyMeetingDates contains household.exitDate'],
  ['any(household.visitDates, any(household.annualPlanYears, entry > 2016) and entry >= household.exitDate)'],
  ['given(household.members) and household.registered'],
  ['household.registered and household.rural and village.creditRated'],
  ['if(village.creditRated, household.worth, household.loan.amount)', 'yuan'],
  ['household.loan.amount - village.collectiveIncome * 1[year]', 'yuan'],
  // What is asked of a list is the same for all its entries, and all households.
  ['any(household.visitDates, village.creditRated)'],
  ['any(household.visitDates, not village.creditRated)'],
  ['every(household.visitDates, village.creditRated)'],
  ['every(household.visitDates, not village.creditRated)'],
  ['count(household.visitDates, village.creditRated)', '1'],
  ['count(household.visitDates, not village.creditRated)', '1'],
  ['any(household.members, village.creditRated)'],
  ['any(household.members, not village.creditRated)'],
  ['every(household.members, village.creditRated)'],
  ['every(household.members, not village.creditRated)'],
  ['count(household.members, not village.creditRated)', 'persons'],
  ['sum(household.members, household.worth)', 'yuan'],
  ['sum(household.members, household.worth, village.creditRated)', 'yuan'],
  ['sum(household.members, household.worth, not village.creditRated)', 'yuan'],
  ['sum(household.members, village.collectiveIncome * 1[year], person.studiesFullTime)', 'yuan'],
  ['sum(household.members, village.collectiveIncome * 1[year])', 'yuan'],
  ['sum(household.annualPlanYears, village.collectiveIncome * 1[year], entry > 2016)', 'yuan'],
  ['household.annualPlanYears contains year(earliest(village.partyMeetingDates))'],
  ["household.supportKinds contains if(village.creditRated, 'industry', 'trading')"],
];

/** What holds for all households: the village's own lists and figures. */
export const villageFacts = {
  village: {
    partyMeetingDates: ['2016-12-31', '2017-02-28'],
    annualPlanYears: [2016, 2017],
    measures: [{ kind: 'industry' }, { kind: 'funds' }],
    creditRated: true,
    collectiveIncome: 500,
  },
} as Facts;

const days: readonly string[] = [
  'addDays(household.exitDate, 45)',
  'addDays(household.exitDate, 0 - household.mainBusinessCount * 30000)',
  'addMonths(household.exitDate, household.loan.termMonths)',
  'addYears(household.exitDate, 1)',
  'addYears(household.exitDate, 99)',
  'firstOfNextMonth(household.exitDate)',
  'min(household.exitDate, household.plannedExitDate)',
  'max(household.exitDate, addMonths(household.plannedExitDate, 1))',
  'if(household.registered, household.exitDate, household.plannedExitDate)',
  'ifAbsent(household.exitDate, household.plannedExitDate)',
  'latest(household.visitDates)',
  'earliest(household.visitDates, entry, entry >= household.plannedExitDate)',
  'latest(household.members, person.birthDate, person.studiesFullTime)',
  'latest(village.partyMeetingDates, entry, entry <= household.exitDate)',
  'earliest(village.partyMeetingDates, min(entry, household.plannedExitDate))',
  'latest(household.visitDates, min(entry, household.exitDate), entry <= household.plannedExitDate)',
  'latest(household.visitDates, entry, village.creditRated)',
  'latest(household.members, person.birthDate, not village.creditRated)',
];

const person: readonly (readonly [formula: string, unit?: string])[] = [
  ['aidByStage', 'yuan'],
  ['round(aidByStage * person.skillCount / 3[items], up)', 'yuan'],
  ['completedYears(person.birthDate, date.assessedOn)', 'years'],
  ['completedYears(person.birthDate, household.exitDate)', 'years'],
  ['round(person.premium * household.loan.rate, half-up)', 'yuan/year'],
  ['household.loan.amount + person.premium * 2', 'yuan'],
  ['sum(household.members, person.premium) - person.premium', 'yuan'],
  ['max(person.premium, person.pensionDue)', 'yuan'],
  ["any(household.members, person.schoolStage = 'primary') and person.studiesFullTime"],
  ['person.inDibao or household.inDibao'],
  ["person.healthStatus contains 'chronic'"],
  ['given(person.birthDate)'],
  ["any(village.measures, measure.kind = 'funds' and person.inDibao)"],
  ["every(village.measures, measure.kind = 'funds' or person.schoolStage = 'primary')"],
  ["count(village.measures, measure.kind = 'industry' and person.studiesFullTime)", '1'],
  ["sum(village.measures, person.premium, measure.kind = 'funds')", 'yuan'],
  ["any(village.measures, measure.kind = 'funds' and any(household.members, person.inDibao)) and person.inDibao"],
  ['any(village.partyMeetingDates, entry > person.birthDate)'],
];

const aid = {
  none: 0,
  preschool: 100,
  primary: 250.5,
  'junior-secondary': 250.5,
  'senior-secondary': 300,
  'secondary-vocational': 300,
  'higher-vocational': 500,
  undergraduate: 500,
  postgraduate: 0.01,
};

let made: readonly Policy[] | undefined;

/** A policy for each formula, whose rule asks whether it holds, or where it lies among two thresholds, and grants it. Made once. */
export function formulaPolicies(): readonly Policy[] {
  if (made === undefined) {
    const policy = formulaPolicy();
    made = policy.rules.map((rule) => ({ ...policy, rules: [rule] }));
  }
  return made;
}

/** All of them in one. */
export function formulaPolicy(): Policy {
  const facts: Record<string, unknown> = {
    'household.worth': { title, unit: 'yuan', formula: 'household.assetIncome * 1[year]' },
    'person.premium': { title, unit: 'yuan', formula: 'person.medicalPremium * 1[year]' },
  };
  const rules: Record<string, unknown> = {};
  const rule = (name: string, change: Readonly<Record<string, unknown>>): void => {
    rules[`tiny.formula.${name}`] = tinyRule(change);
  };
  for (const [subject, formulas] of [
    ['household', household],
    ['person', person],
  ] as const) {
    formulas.forEach(([formula, unit], index) => {
      const fact = `${subject}.own${index}`;
      facts[fact] = { title, formula, ...(unit === undefined ? {} : { unit }) };
      if (unit === undefined) {
        rule(`${subject}-${index}`, { subject, when: leaf(fact, 'equal', true) });
        return;
      }
      const between = { all: [leaf(fact, 'greaterThan', 1), leaf(fact, 'lessThanInclusive', 1000)] };
      rule(`${subject}-${index}`, { subject, when: between, grant: { what: 'aid', amount: formula, unit } });
      rule(`${subject}-${index}-in`, {
        subject,
        when: { any: [leaf(fact, 'in', [0, 1, 2]), leaf(fact, 'lessThan', 0), leaf(fact, 'greaterThanInclusive', 3)] },
        scope: { not: { all: [leaf(fact, 'equal', 1), leaf('household.registered', 'equal', true)] } },
      });
    });
  }
  days.forEach((formula, index) => {
    facts[`household.day${index}`] = { title, formula };
    rule(`day-${index}`, {
      when: {
        all: [
          leaf(`household.day${index}`, 'greaterThan', '2016-12-31'),
          leaf(`household.day${index}`, 'lessThan', '2018-03-01'),
        ],
      },
      scope: { any: [leaf(`household.day${index}`, 'notEqual', '2017-02-28'), leaf('household.rural', 'equal', true)] },
    });
    rule(`due-${index}`, { when: leaf('household.rural', 'equal', true), due: `household.day${index}` });
  });
  const aidByStage = {
    title,
    unit: 'yuan',
    by: 'person.schoolStage',
    values: [{ from: '2016-01-01', value: aid, quoteSha256 }],
  };
  return loadTiny({ facts, parameters: { aid: tinyParameter('yuan', 333.33), aidByStage }, rules }).policy;
}

const dates = [
  '2016-02-29',
  '2016-12-31',
  '2017-01-01',
  '2017-01-31',
  '2017-02-28',
  '2018-02-28',
  '2004-02-29',
  '2100-12-31',
  '1900-01-01',
];
const amounts = [0, 0.01, 0.04, 0.05, 99.99, 500, 999.99, 1000, 1000.01, 33_333.33];
const truths = [true, false];

const householdValues: Readonly<Record<string, readonly unknown[]>> = {
  registered: truths,
  creditRated: truths,
  rural: truths,
  inDibao: truths,
  memberCount: [1, 3],
  perCapitaNetIncome: [-1000.01, -0.05, ...amounts],
  assetIncome: [-1000.01, -0.05, ...amounts],
  'loan.amount': amounts,
  'equity.amount': amounts,
  'loan.rate': [0, 4.35, 12.3456],
  'loan.termMonths': [0, 1, 13, 1200, 30_000],
  mainBusinessCount: [0, 1, 2, 3],
  exitDate: dates,
  plannedExitDate: dates,
  type: ['general', 'dibao', 'none'],
  gridCell: ['', 'a', "it's"],
  supportKinds: [[], ['industry'], ['industry', 'employment', 'trading']],
  annualPlanYears: [[], [2016], [2016, 2017, 2100]],
  visitDates: [[], ['2017-01-01'], ['2016-02-29', '2018-02-28']],
};

const personValues: Readonly<Record<string, readonly unknown[]>> = {
  studiesFullTime: truths,
  inDibao: truths,
  skillCount: [0, 1, 2],
  medicalPremium: amounts,
  pensionDue: amounts,
  pensionPaid: amounts,
  birthDate: dates,
  schoolStage: ['none', 'primary', 'postgraduate'],
  healthStatus: [[], ['chronic']],
};

/** Cases for these formulas, the same for the same seed; each knows more or less. */
export function formulaCases(count: number, random: () => number): Case[] {
  const draw = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, () => {
    const known = draw([0, 0.5, 0.8, 0.95, 1]);
    const fill = (values: typeof personValues): Record<string, unknown> => {
      const object: Record<string, unknown> = {};
      for (const [path, list] of Object.entries(values)) {
        if (random() >= known) continue;
        const [key = '', inside] = path.split('.');
        if (inside === undefined) object[key] = draw(list);
        else object[key] = { ...(object[key] as object | undefined), [inside]: draw(list) };
      }
      return object;
    };
    const members = Array.from({ length: draw([0, 1, 2, 3]) }, () => fill(personValues));
    return { household: { ...fill(householdValues), members } } as Case;
  });
}
