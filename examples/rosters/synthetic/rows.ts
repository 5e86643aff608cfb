import type { Row } from './columns.ts';
import { type HouseholdPlan, planCounty } from './county-plan.ts';
import { housing } from './housing.ts';
import { inventPersons, type Person } from './person.ts';
import { type Random, seeded } from './random.ts';
import { educationLevel, fullTime } from './schooling.ts';

/** Of the committed roster: the day the document was published. */
export const SEED = 20161129;

const TOWNS = ['甲镇', '乙镇', '丙镇', '丁镇', '戊镇', '己镇', '庚镇', '辛镇', '壬镇'];
const VILLAGES = ['一村', '二村', '三村', '四村', '五村', '六村', '七村'];
const MEMBERS = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬'];
const digits = (value: number, length: number) => String(value).padStart(length, '0');

/** Any day of the year that gives the age on 31 August 2016. */
function birthDate(age: number, random: Random): string {
  return new Date(Date.UTC(2016 - age, 7, 31 - random.int(0, 364))).toISOString().slice(0, 10);
}

function householdClass({ type, labour }: HouseholdPlan): string {
  if (type === 'general') return '一般贫困户';
  if (type === 'wubao') return '五保贫困户';
  return labour ? '扶贫低保户' : '低保户';
}

/** Per-capita income in yuan, always under the line of 4,000; those without labour have less. */
function income({ type, labour }: HouseholdPlan, random: Random): string {
  const [least, most] = type === 'wubao' ? [90_000, 380_000] : labour ? [190_000, 399_999] : [130_000, 396_000];
  const fen = Math.max(random.int(least, most), random.int(least, most));
  return `${Math.floor(fen / 100)}.${digits(fen % 100, 2)}`;
}

/** A cause that the members bear out: illness where somebody is ill, schooling where somebody studies. */
function povertyCause(plan: HouseholdPlan, members: readonly Person[], random: Random): string {
  return random.weighted({
    因病: plan.illCount > 0 ? 40 : 0,
    因残: plan.hasDisabled ? 35 : 0,
    因学: members.some((one) => /高中|中职|高职|本科|硕士|技师/.test(one.stage)) ? 25 : 0,
    缺劳力: plan.labour ? 0 : 25,
    缺技术: plan.labour ? 14 : 0,
    缺资金: plan.labour ? 10 : 0,
    缺土地: plan.labour ? 2 : 0,
    交通条件落后: plan.labour ? 2 : 0,
    自身发展力不足: plan.labour ? 3 : 0,
    因灾: 1,
    '': 2,
  });
}

/** One answer a household, so that the column reads the same for the household and for each member. */
function inDibao({ type }: HouseholdPlan, random: Random): string {
  return type === 'dibao' ? random.weighted({ 是: 94, 否: 3, '': 3 }) : random.weighted({ 否: 97, '': 3 });
}

function employment(one: Person, random: Random): { 务工状况: string; '务工时间（月）': string } {
  if (one.age >= 65 || !/普通|技能|弱/.test(one.labour)) return { 务工状况: '', '务工时间（月）': '' };
  const weak = one.labour === '弱劳动力或半劳动力';
  const status: string = weak
    ? random.weighted({ 未就业: 70, 临时务工: 20, '': 10 })
    : random.weighted({ 临时务工: 32, 未就业: 30, 转移就业: 15, 稳定就业: 10, 自主创业: 5, '': 8 });
  const range = { 临时务工: [1, 7], 转移就业: [4, 11], 稳定就业: [9, 12] }[status];
  const months = range && random.chance(0.92) ? String(random.int(range[0] as number, range[1] as number)) : '';
  return { 务工状况: status, '务工时间（月）': months };
}

function health(one: Person): string {
  const found = [one.chronic && '长期慢性病', one.serious && '患有大病', one.disabled && '残疾'].filter(Boolean);
  return found.join('、') || '健康';
}

/** The roster of the invented county: one row a person, household after household, village after village. */
export function inventRows(seed: number): Row[] {
  const random = seeded(seed);
  const plans = planCounty(random);
  const families = inventPersons(plans, random);
  const places = plans.map((plan, i) => ({
    plan,
    members: families[i] as Person[],
    town: random.int(1, TOWNS.length),
    village: random.int(1, VILLAGES.length),
  }));
  places.sort((a, b) => a.town - b.town || a.village - b.village);
  const inVillage = new Map<string, number>();
  return places.flatMap(({ plan, members, town, village }, i) => {
    const place = `99${digits(town, 2)}${digits(village, 2)}`;
    const serial = (inVillage.get(place) ?? 0) + 1;
    inVillage.set(place, serial);
    const id = `${place}${digits(serial, 4)}`;
    const household = {
      数据说明: '合成数据',
      省: '合成省',
      市: '合成市',
      '县（市、区）': '合成县',
      '镇（乡、街道）': TOWNS[town - 1] as string,
      行政村: `${TOWNS[town - 1]}${VILLAGES[village - 1]}`,
      户编号: id,
      是否享受低保: inDibao(plan, random),
      农村户: '是',
      建档立卡贫困户: '是',
      '经省（市）认定': '是',
      贫困户属性: householdClass(plan),
      脱贫状态: '未脱贫',
      主要致贫原因: povertyCause(plan, members, random),
      收入年度: '2015',
      人均可支配收入: income(plan, random),
      ...housing(plan.needsRenovation, random),
    };
    return members.map((one, index) => ({
      ...household,
      人编号: `${id}${digits(index + 1, 2)}`,
      姓名: `合成${digits(i + 1, 4)}${MEMBERS[index]}`,
      证件号码: '',
      出生日期: birthDate(one.age, random),
      与户主关系: one.relation,
      文化程度: educationLevel(one.age, one.stage, random),
      在校生状况: one.stage,
      全日制: fullTime(one.stage, random),
      健康状况: health(one),
      劳动技能: one.labour,
      ...employment(one, random),
      城乡居民医保: random.weighted({ 是: 95, 否: 3, '': 2 }),
      大病保险: random.weighted({ 是: 88, 否: 7, '': 5 }),
      居民养老: one.age < 16 || (one.stage !== '' && one.age < 30) ? '' : random.weighted({ 是: 78, 否: 14, '': 8 }),
    }));
  });
}
