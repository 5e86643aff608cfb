import { labelOf, vocabulary } from '@jingzhun/schemas';
import { type Language, words } from './words.ts';

/** A unit in words; a quotient that has no words of its own by those of its parts: `yuan/km/year` is 元/公里·年. */
export function unitLabel(unit: string, language: Language): string {
  const { per, every, units } = words[language];
  const known = (part: string): string | undefined =>
    units[part] ?? (language === 'zh' ? (vocabulary.units as Readonly<Record<string, string>>)[part] : undefined);
  const whole = known(unit);
  if (whole !== undefined) return whole;
  const one = (part: string): string =>
    known(part) ?? known(`${part}s`) ?? per[part] ?? every[part] ?? entityLabel(part, language) ?? part;
  const product = (part: string): string => {
    const factors = part.split('*').map(one);
    if (language === 'zh') return factors.join('·');
    // All but the last are singular: person-years.
    return [...factors.slice(0, -1).map((each) => each.replace(/s$/, '')), ...factors.slice(-1)].join('-');
  };
  const [counted = '', ...whose] = unit.split('/').map(product);
  if (whose.length === 0) return counted;
  if (language === 'zh') return `${counted}/${whose.join('·')}`;
  // Money is said in words, as where the unit has a name of its own: yuan per person per year.
  return [counted, ...whose].join(counted === 'yuan' ? ' per ' : '/');
}

function entityLabel(name: string, language: Language): string | undefined {
  return /^[a-z]/.test(name) ? labelOf(name)?.[language].replace(/\s*[（(].*$/, '') : undefined;
}
