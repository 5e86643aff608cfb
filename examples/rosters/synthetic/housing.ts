import type { Random } from './random.ts';

/** The housing columns of a household. Grade C or D is a dangerous house, A or B is not. */
export function housing(needsRenovation: boolean, random: Random) {
  if (!needsRenovation) {
    const level = random.weighted({ A: 15, B: 35, '': 50 });
    // Nobody has looked at some of the houses.
    const dangerous = level === '' && random.chance(0.06) ? '' : '否';
    return { 是否危房户: dangerous, 危房级别: level, 需要住房改造: '否', 改造方式: '无' };
  }
  const level = random.weighted({ C: 46, D: 44, B: 6, '': 4 });
  const dangerous = level === 'B' ? '否' : '是';
  const repairs = level === 'D' ? { 新建: 88, 修缮: 2, '': 10 } : { 新建: 8, 修缮: 78, '': 14 };
  return { 是否危房户: dangerous, 危房级别: level, 需要住房改造: '是', 改造方式: random.weighted(repairs) };
}
