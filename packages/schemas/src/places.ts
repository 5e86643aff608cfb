import { places } from './places.gen.ts';

/**
 * The area of a document in English, from the smallest place to the largest. A place without an English name keeps its Chinese one.
 *
 * @example
 * areaInEnglish({ province: '广东省', city: '广州市', county: '花都区' }) // 'Huadu District, Guangzhou, Guangdong'
 * areaInEnglish({ province: '广东省', county: '虚构县' }) // '虚构县, Guangdong'
 */
export function areaInEnglish(jurisdiction: Readonly<Record<string, string>>): string {
  return Object.values(jurisdiction)
    .map((name) => places.get(name) ?? name)
    .reverse()
    .join(', ');
}
