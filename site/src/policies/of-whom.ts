import type { Language } from '../language.ts';

/** A fact with whose it is before it: `户的家庭人口数`, `the village’s exit date`. */
export function ofWhom(whose: string, label: string, language: Language): string {
  if (language === 'zh') return `${whose}的${label}`;
  return determined.test(label) ? `${whose}: ${label}` : `the ${whose}’s ${label}`;
}

/** Whether the name of a fact begins with whose it is: `项目所在村`, `village number`. */
export const beginsWith = (label: string, whose: string): boolean =>
  label.toLowerCase().startsWith(whose.toLowerCase());

/** A fact that says itself whose it is. */
export const theOne = (label: string, language: Language): string => (language === 'zh' ? label : `the ${label}`);

const determined = /^(?:the|an?|of|all|every|any|no|there)\b/i;

/**
 * Whether the name of a fact already says whose it is.
 *
 * @example
 * namesEntity('本村六类帮扶措施数', '村') // true
 * namesEntity('provincial rural income', 'province') // true
 */
export function namesEntity(label: string, entity: string): boolean {
  if (/\p{Script=Han}/u.test(entity)) return label.includes(entity);
  const [first = ''] = entity.split(' ');
  // `provincial` is of the province.
  const stem = first.length > 6 ? first.slice(0, -1) : first;
  return new RegExp(`\\b${stem}`, 'i').test(label);
}
