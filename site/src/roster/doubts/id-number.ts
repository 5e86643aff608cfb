const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

type IdFault = 'id-length' | 'id-characters' | 'id-check-digit';

/**
 * What is wrong with the number of an identity card, by its form and check digit (GB 11643); undefined where nothing is.
 *
 * @example
 * idFault('990123190001010016') // 'id-check-digit'
 */
export function idFault(text: string): IdFault | undefined {
  const id = text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  // The number of a disabled person's card is that of the identity card and two digits more.
  if (/^\d{17}[\dX]\d{2}$/.test(id)) return idFault(id.slice(0, 18));
  if (id.length !== 18) return 'id-length';
  if (!/^\d{17}[\dX]$/.test(id)) return 'id-characters';
  const sum = weights.reduce((total, weight, place) => total + weight * Number(id[place]), 0);
  return checks[sum % 11] === id[17] ? undefined : 'id-check-digit';
}

/**
 * The date of birth in the number of an identity card.
 *
 * @example
 * birthDateIn('990123190001010016') // '1900-01-01'
 */
export function birthDateIn(id: string): string | undefined {
  const [, year, month, day] = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dXx](\d{2})?$/.exec(id.trim()) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}`;
}
