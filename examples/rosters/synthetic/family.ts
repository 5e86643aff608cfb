import type { HouseholdPlan } from './county-plan.ts';
import type { Random } from './random.ts';

/** A member as far as kinship fixes them. `age` is in completed years on 31 August 2016, when the school year is about to begin. */
export interface Relative {
  relation: string;
  age: number;
  /** Able and well whatever else is drawn: makes the household one with labour. */
  breadwinner?: true;
  /** Of working age in a household without labour, so ill or disabled. */
  impaired?: true;
  /** At school: a young person of 15 or more in a household without labour. */
  atSchool?: true;
}

interface Slot {
  readonly chance: number;
  readonly make: () => Relative;
}

/** Takes `count` of the slots: by their chances, then filled up from the front or cut from the back. */
function fill(slots: readonly Slot[], count: number, random: Random): Relative[] {
  const taken = slots.map((slot) => random.chance(slot.chance));
  for (let i = 0; i < slots.length && taken.filter(Boolean).length < count; i++) taken[i] = true;
  for (let i = slots.length - 1; taken.filter(Boolean).length > count; i--) taken[i] = false;
  return slots.filter((_, i) => taken[i]).map((slot) => slot.make());
}

const AGED = 93;
const child = (random: Random) => (random.chance(0.52) ? '之子' : '之女');
const grandchild = (random: Random) => (random.chance(0.52) ? '之孙子' : '之孙女');
const parent = (relation: string, head: number, random: Random): Relative => ({
  relation,
  age: Math.min(AGED, Math.max(60, head + random.int(19, 34))),
});

/** Head in the working years, with spouse, children and old parents. */
function youngerFamily(size: number, random: Random): Relative[] {
  const head: Relative = { relation: '户主', age: random.int(27, size === 1 ? 56 : 52) };
  const spouse: Relative = { relation: '配偶', age: Math.max(23, head.age + random.int(-5, 2)) };
  const mother = Math.min(head.age, spouse.age);
  const offspring = () => ({
    relation: child(random),
    age: random.int(Math.max(0, mother - 43), Math.min(25, mother - 20)),
  });
  const others = fill(
    [
      { chance: 0.85, make: () => spouse },
      { chance: 0.9, make: offspring },
      { chance: 0.6, make: offspring },
      { chance: 0.4, make: () => parent('之母', head.age, random) },
      { chance: 0.25, make: () => parent('之父', head.age, random) },
      { chance: 0.3, make: offspring },
      { chance: 0.12, make: offspring },
      { chance: 0.05, make: () => ({ relation: '其他', age: Math.max(20, head.age + random.int(-9, 9)) }) },
    ],
    size - 1,
    random,
  );
  const earner = others.includes(spouse) && random.chance(0.3) ? spouse : head;
  earner.breadwinner = true;
  return [head, ...others];
}

/** Head past fifty with a grown son, his wife and their children. */
function olderFamily(size: number, random: Random): Relative[] {
  const head: Relative = { relation: '户主', age: random.int(52, 66) };
  const son: Relative = { relation: '之子', age: random.int(Math.max(22, head.age - 34), head.age - 22) };
  const wife = { relation: '之儿媳', age: Math.max(21, son.age + random.int(-4, 2)) };
  const offspring = () => ({
    relation: grandchild(random),
    age: random.int(0, Math.min(16, Math.min(son.age, wife.age) - 19)),
  });
  const others = fill(
    [
      { chance: 1, make: () => son },
      { chance: 0.8, make: () => ({ relation: '配偶', age: head.age + random.int(-5, 2) }) },
      { chance: 0.6, make: () => wife },
      { chance: 0.6, make: offspring },
      { chance: 0.5, make: offspring },
      { chance: 0.3, make: () => parent('之母', head.age, random) },
      { chance: 0.2, make: () => ({ relation: '之女', age: random.int(20, head.age - 25) }) },
      { chance: 0.2, make: offspring },
      { chance: 0.1, make: () => parent('之父', head.age, random) },
    ],
    size - 1,
    random,
  );
  const earners = [head, ...others].filter((one) => one === son || (one.age < 60 && /户主|配偶/.test(one.relation)));
  random.pick(earners).breadwinner = true;
  return [head, ...others];
}

/** A young person of a household without labour: a child, a pupil or a student. */
function dependant(relation: string, youngest: number, oldest: number, random: Random): Relative {
  const age = random.int(Math.max(1, youngest), Math.min(random.chance(0.12) ? 21 : 17, oldest));
  return age >= 15 ? { relation, age, atSchool: true } : { relation, age };
}

/** A head who lost labour to illness or disability before sixty, with children and old parents. */
function impairedFamily(size: number, impaired: number, random: Random): Relative[] {
  const head: Relative = { relation: '户主', age: random.int(34, 59), impaired: true };
  const spouse: Relative = { relation: '配偶', age: Math.min(59, head.age + random.int(-5, 2)), impaired: true };
  const couple = impaired > 1 ? [head, spouse] : [head];
  const offspring = () => dependant(child(random), head.age - 43, head.age - 24, random);
  const others = fill(
    [
      { chance: 0.5, make: offspring },
      { chance: 0.6, make: () => parent('之母', head.age, random) },
      { chance: 0.3, make: offspring },
      { chance: 0.3, make: () => parent('之父', head.age, random) },
      { chance: 0.1, make: offspring },
      { chance: 0.1, make: offspring },
      { chance: 0.1, make: offspring },
      { chance: 0.1, make: offspring },
    ],
    size - couple.length,
    random,
  );
  return [...couple, ...others];
}

/** Old people on their own, as a couple, or bringing up grandchildren. */
function oldFamily(size: number, childless: boolean, random: Random): Relative[] {
  const head: Relative = { relation: '户主', age: random.int(61, random.chance(0.3) ? 90 : 78) };
  const spouse = () => ({ relation: '配偶', age: Math.max(60, head.age + random.int(-6, 3)) });
  const offspring = () => dependant(grandchild(random), Math.min(17, head.age - 68), head.age - 44, random);
  const sibling = () => ({ relation: '其他', age: Math.max(60, head.age + random.int(-8, 8)) });
  const slots = childless
    ? [
        { chance: 0.4, make: spouse },
        { chance: 1, make: sibling },
      ]
    : [
        { chance: 0.75, make: spouse },
        { chance: 0.4, make: offspring },
        { chance: 0.3, make: offspring },
        { chance: 0.05, make: sibling },
        ...Array.from({ length: 5 }, () => ({ chance: 0.05, make: offspring })),
      ];
  return [head, ...fill(slots, size - 1, random)];
}

/** Members of a household, the head first, whose ages and relations fit each other and the plan. */
export function inventFamily(plan: HouseholdPlan, random: Random): Relative[] {
  if (plan.labour) {
    const older = plan.size > 2 && random.chance(plan.size > 4 ? 0.5 : 0.25);
    return older ? olderFamily(plan.size, random) : youngerFamily(plan.size, random);
  }
  const impaired = Math.min(plan.size, plan.illCount + (plan.hasDisabled ? 1 : 0), plan.type === 'wubao' ? 1 : 2);
  if (impaired > 0 && random.chance(plan.type === 'wubao' ? 0.2 : 0.45)) {
    if (plan.type === 'wubao' && plan.size > 1) return oldFamily(plan.size, true, random);
    return impairedFamily(plan.size, random.int(1, impaired), random);
  }
  return oldFamily(plan.size, plan.type === 'wubao', random);
}
