import type { Case } from '@jingzhun/rules';

/**
 * A household made up for trying the page: no real family, no place. It is written in the vocabulary; a form takes from it
 * what its policy asks.
 */
export const example: Case = {
  household: {
    registered: true,
    rural: true,
    recognised: true,
    type: 'general',
    willingToWork: true,
    perCapitaDisposableIncome: 3600,
    incomeYear: 2016,
    foodSecure: true,
    clothingSecure: true,
    safeHousingSecured: false,
    housing: { needsRenovation: true, dangerous: true, dangerLevel: 'd', onlyDwelling: true, work: 'new-build' },
    creditRated: true,
    loan: { qualified: true, amount: 30_000, termMonths: 24, purpose: 'production' },
    members: [
      {
        registered: true,
        labourAbility: 'able',
        willingToWork: true,
        employmentStatus: 'temporary',
        medicalInsured: true,
        pensionInsured: true,
        enrolled: false,
        schoolStage: 'none',
      },
      {
        registered: true,
        labourAbility: 'lost',
        enrolled: false,
        schoolStage: 'none',
        disabled: true,
        medicalInsured: true,
        pensionInsured: false,
      },
      { registered: true, labourAbility: 'none', enrolled: true, schoolStage: 'primary', medicalInsured: true },
      {
        registered: true,
        labourAbility: 'none',
        enrolled: true,
        schoolStage: 'undergraduate',
        studiesFullTime: true,
        medicalInsured: false,
      },
    ],
  },
  external: { dibaoLine: 400 },
};
