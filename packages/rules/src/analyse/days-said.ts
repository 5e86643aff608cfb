import type { Bilingual } from '@jingzhun/schemas';

/** A stretch of days, both included: one day, from one to another, or without end. */
export function daysSaid(from: string, to: string | null): Bilingual {
  if (to === null) return { zh: `从 ${from} 起`, en: `from ${from} on` };
  if (from === to) return { zh: `${from} 这一天`, en: `on ${from}` };
  return { zh: `从 ${from} 到 ${to} `, en: `from ${from} to ${to}` };
}

/** A day as people write it: `2016年11月29日`. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
