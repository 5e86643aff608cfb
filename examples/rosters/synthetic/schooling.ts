import type { Relative } from './family.ts';
import type { Random } from './random.ts';

const GRADES = ['一', '二', '三', '四', '五'];
const grade = (year: number) => `${GRADES[Math.max(1, year) - 1]}年级`;

const senior = (age: number) => `普通高中${grade(Math.min(3, age - 14))}`;
const vocational = (age: number) => `中职${grade(Math.min(3, age - 14))}`;
const college = (age: number) => `高职高专${grade(Math.min(3, age - 17))}`;
const undergraduate = (age: number) => `本科${grade(Math.min(5, age - 17))}`;

/** The school stage as an export prints it, for the age at which children usually attend it; empty for somebody not at school. */
export function schoolStage(one: Relative, random: Random): string {
  const { age } = one;
  if (one.breadwinner || !/之[子女孙]/.test(one.relation) || one.relation === '之女婿') return '';
  if (age < 3) return '学龄前儿童';
  if (age < 6 || (age === 6 && random.chance(0.1))) return random.chance(0.8) ? '学前教育' : '学龄前儿童';
  if (age < 12 || (age === 12 && random.chance(0.15))) return '小学';
  // A few leave before the nine years of compulsory schooling are over.
  if (age < 15) return !one.atSchool && random.chance(0.01) ? '' : (['七年级', '八年级', '九年级'][age - 12] as string);
  if (age === 15 && random.chance(0.15)) return '九年级';
  if (age < 18) {
    if (random.chance(0.5)) return senior(age);
    return one.atSchool || random.chance(0.75) ? vocational(age) : '';
  }
  if (age > 22) return '';
  if (age < 21 && random.chance(0.28)) return college(age);
  if (random.chance(age === 22 ? 0.08 : 0.32)) return undergraduate(age);
  return one.atSchool ? college(age) : '';
}

const COLLEGE = /^(高职高专|本科|硕士)/;

/** Whether a college student studies full time; a few cells are blank, as in any export. */
export function fullTime(stage: string, random: Random): string {
  return COLLEGE.test(stage) ? random.weighted({ 是: 86, 否: 8, '': 6 }) : '';
}

/** Highest level attained of somebody who left school; exports leave it blank for pupils and small children. */
export function educationLevel(age: number, stage: string, random: Random): string {
  if (stage !== '' || age < 6) return '';
  if (age < 22) return age < 18 ? random.weighted({ 小学: 20, 初中: 80 }) : random.weighted({ 初中: 65, 高中: 35 });
  if (age >= 60) return random.weighted({ 文盲或半文盲: 35, 小学: 50, 初中: 13, '': 2 });
  if (age >= 40) return random.weighted({ 文盲或半文盲: 8, 小学: 45, 初中: 40, 高中: 5, '': 2 });
  return random.weighted({ 小学: 18, 初中: 60, 高中: 16, 大专及以上: 4, '': 2 });
}
