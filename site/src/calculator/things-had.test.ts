import { codesOf, type Field, vocabulary } from '@jingzhun/schemas';
import { expect, test } from 'vitest';
import { isHad, isThing } from './things-had.ts';

/** Names of all fields of yes and no, with the keys of records of them. */
const names = Object.entries({ ...vocabulary.entities, ...vocabulary.shapes }).flatMap(([entity, { fields }]) =>
  Object.values(fields as Record<string, Field>).flatMap(({ key, type, keys, values }) => {
    const name = `${entity}.${key}`;
    if (type === 'boolean') return [name];
    if (values?.type !== 'boolean' || keys?.enum === undefined) return [];
    return codesOf(keys.enum).map(({ code }) => `${name}.${code}`);
  }),
);

test('of the whole vocabulary these are asked with 有 and 没有, all other fields of yes and no with 是 and 否', () => {
  expect(names.length).toBeGreaterThan(200);
  expect(names.filter(isHad)).toMatchInlineSnapshot(`
    [
      "person.willingToWork",
      "person.wantsTransferEmployment",
      "person.hasCommercialSupplement",
      "person.holdsEcologicalPost",
      "household.willingToWork",
      "household.hasAssistancePlan",
      "household.hasThreeYearPlan",
      "household.willingToRelocate",
      "household.hasAssistanceCard",
      "household.hasHandbook",
      "village.hasCultureRoom",
      "village.hasFarmerLibrary",
      "village.hasStandardClinic",
      "village.hasProjectPlan",
      "village.hasThreeYearPlan",
      "village.hasExitPlan",
      "village.hasRegistrationForm",
      "village.hasVillageRules",
      "village.hasSupervisionSystem",
      "village.hasServiceCentre",
      "town.hasImplementationPlan",
      "town.hasResponsibilityList",
      "town.hasSupervisionRules",
      "town.hasLedger",
      "town.hasCultureStation",
      "county.hasCareRegistry",
      "county.hasDibaoLinkPlan",
      "county.hasDibaoPovertyPlatform",
      "county.hasArchive",
      "county.hasSupervisionRules",
      "workTeam.hasWorkProgramme",
      "cadre.keepsMinqingDiary",
      "unit.hasImplementationPlan",
      "unit.hasDetailedRules",
      "unit.exitPapers.task-book",
      "unit.exitPapers.timetable",
      "unit.exitPapers.construction-chart",
      "fund.hasPlanBasis",
      "fund.hasUsePlan",
      "project.hasPlanBasis",
      "assistanceRecord.hasCadrePart",
      "assistanceRecord.hasHouseholdPart",
      "road.hasSafetyWorks",
    ]
  `);
});

test('a name with a verb, or of what has no name among things, says whether it is so', () => {
  expect(isThing('镇（总体）实施方案')).toBe(true);
  expect(isThing('村三年规划（脱贫规划）')).toBe(true);
  expect(isThing('有实施方案')).toBe(false);
  expect(isThing('参加基本养老保险')).toBe(false);
  expect(isThing('建档立卡（户档案）')).toBe(false);
  expect(isThing('记民情日记')).toBe(false);
  expect(isThing('责任书已签订')).toBe(false);
  expect(isThing('危房')).toBe(false);
});
