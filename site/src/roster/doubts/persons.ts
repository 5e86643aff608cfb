import { labelOf } from '@jingzhun/schemas';
import { yearsBetween } from './age.ts';
import type { Doubt, DoubtRule } from './doubt.ts';
import { birthDateIn, idFault } from './id-number.ts';

const idNumber = 'person.idNumber';

const idNumbers: DoubtRule = ({ members }) =>
  members.flatMap(({ person: { idNumber: id, birthDate }, row }): readonly Doubt[] => {
    if (id === undefined) return [];
    const fault = idFault(id);
    if (fault !== undefined) return [{ code: fault, row, field: idNumber, about: { length: id.trim().length } }];
    const inId = birthDateIn(id);
    return birthDate === undefined || inId === birthDate ? [] : [{ code: 'id-birth-date', row, field: idNumber }];
  });

/** Ages at which people are at a stage of school; wide, since many start late or repeat years. */
const schoolAges: Readonly<Record<string, readonly [least: number, most: number]>> = {
  preschool: [2, 8],
  primary: [5, 16],
  'junior-secondary': [10, 20],
  'senior-secondary': [13, 25],
  'secondary-vocational': [13, 30],
  'technician-college': [14, 35],
  'higher-vocational': [15, 40],
  undergraduate: [15, 45],
  postgraduate: [18, 55],
};

const working: ReadonlySet<string> = new Set(['able', 'partial']);
const leastWorkingAge = 16;

const ages: DoubtRule = ({ members, on }) =>
  members.flatMap(({ person, row }): readonly Doubt[] => {
    const { birthDate, schoolStage, labourAbility, monthsWorked } = person;
    if (birthDate === undefined) return [];
    const age = yearsBetween(birthDate, on);
    if (age < 0 || age > 120) return [{ code: 'birth-date', row, field: 'person.birthDate' }];
    const doubts: Doubt[] = [];
    const [least, most] = schoolAges[schoolStage ?? ''] ?? [0, 200];
    if (schoolStage !== undefined && (age < least || age > most)) {
      const stage = labelOf('schoolStage', schoolStage);
      doubts.push({
        code: 'school-age',
        row,
        field: 'person.schoolStage',
        about: { age, stage: stage.zh, stageEn: stage.en },
      });
    }
    const works = (labourAbility !== undefined && working.has(labourAbility)) || (monthsWorked ?? 0) > 0;
    if (age < leastWorkingAge && works)
      doubts.push({ code: 'child-labour', row, field: 'person.labourAbility', about: { age } });
    return doubts;
  });

export const personRules: readonly DoubtRule[] = [idNumbers, ages];
