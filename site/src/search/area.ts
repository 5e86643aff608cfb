import { type SearchArea, searchAreas } from '../words/search.ts';

/**
 * The part of the site an address belongs to.
 *
 * @example
 * areaOf('/en/docs/records/#format', '/') // 'docs'
 */
export function areaOf(address: string, base: string): SearchArea {
  const [head = ''] = address.slice(base.length).replace(/^en\//, '').split('/');
  return searchAreas.find((area) => area === head) ?? 'other';
}
