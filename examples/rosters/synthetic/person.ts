import type { HouseholdPlan } from './county-plan.ts';
import { inventFamily, type Relative } from './family.ts';
import type { Random } from './random.ts';
import { schoolStage } from './schooling.ts';

export interface Person extends Relative {
  stage: string;
  chronic: boolean;
  serious: boolean;
  disabled: boolean;
  labour: string;
}

const isIll = (person: Person) => person.chronic || person.serious;
const isWell = (person: Person) => !isIll(person) && !person.disabled;

/** How readily illness and disability strike at an age. */
function frailty({ age }: Person): number {
  if (age < 6) return 1;
  if (age < 16) return 3;
  if (age < 40) return 12;
  return age < 60 ? 30 : 60;
}

/** Somebody of `from`, those of working age in a household without labour and still well before all others. */
function strike(from: readonly Person[], random: Random): Person {
  const first = from.find((person) => person.impaired && isWell(person));
  if (first) return first;
  return from[Number(random.weighted(Object.fromEntries(from.map((person, i) => [i, frailty(person)]))))] as Person;
}

function fallIll(person: Person, random: Random): void {
  person.serious = random.chance(person.age < 60 ? 0.35 : 0.2);
  person.chronic = !person.serious || random.chance(0.12);
}

function labourAbility(person: Person, household: HouseholdPlan, random: Random): string {
  const { age } = person;
  if (person.breadwinner) return random.chance(0.08) ? '技能劳动力' : '普通劳动力';
  if (age < 16 || (person.stage !== '' && person.stage !== '学龄前儿童')) return '无劳动力';
  if (!household.labour) return isWell(person) ? '无劳动力' : '丧失劳动力';
  if (person.disabled || person.serious) return random.weighted({ 丧失劳动力: 60, 弱劳动力或半劳动力: 40 });
  if (age >= 70) return random.weighted({ 无劳动力: 80, 丧失劳动力: 20 });
  if (person.chronic) return random.weighted({ 弱劳动力或半劳动力: 62, 普通劳动力: 23, 丧失劳动力: 15 });
  if (age >= 60) return random.weighted({ 弱劳动力或半劳动力: 60, 无劳动力: 40 });
  return random.weighted({ 普通劳动力: 90, 技能劳动力: 6, 弱劳动力或半劳动力: 4 });
}

/** Changes the few stages that the draw does not give for certain: one technician college, three postgraduates. */
function placeRareStages(households: readonly (readonly Person[])[]): void {
  const persons = households.flat();
  const technician = persons.find((person) => person.stage === '中职二年级');
  if (!technician) throw new Error('no pupil to send to a technician college');
  technician.stage = '技师学院二年级';
  const graduates = persons.filter(
    (person) => person.age >= 23 && person.age <= 25 && /^之[子女]$/.test(person.relation) && !person.breadwinner,
  );
  // Spread over the county rather than the first three in order.
  for (const part of [0.2, 0.5, 0.8]) {
    const student = graduates[Math.floor(graduates.length * part)];
    if (!student) throw new Error('nobody to study for a degree');
    student.stage = '硕士研究生及以上';
  }
}

/** The members of each planned household, the head first. */
export function inventPersons(plans: readonly HouseholdPlan[], random: Random): Person[][] {
  const households = plans.map((plan) =>
    inventFamily(plan, random).map((one): Person => {
      const stage = schoolStage(one, random);
      return { ...one, stage, chronic: false, serious: false, disabled: false, labour: '' };
    }),
  );
  placeRareStages(households);
  plans.forEach((plan, i) => {
    const members = households[i] as Person[];
    const exposed = members.filter((person) => !person.breadwinner);
    for (let count = 0; count < plan.illCount; count++) {
      const well = exposed.filter((person) => !isIll(person));
      fallIll(strike(well, random), random);
    }
    if (plan.hasDisabled) {
      strike(exposed, random).disabled = true;
      if (random.chance(0.12)) strike(exposed, random).disabled = true;
    }
    for (const person of members) person.labour = labourAbility(person, plan, random);
  });
  return households;
}
