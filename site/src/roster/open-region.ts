import type { Book } from '@jingzhun/schemas/workbook';
import { catalogue } from '../policies/catalogue.gen.ts';
import type { OpenedFile, SheetHeaders } from './protocol.ts';
import { regionOf } from './table/region.ts';

/** The policy of the region that the file names, as its first rows tell. */
export async function regionIn(
  name: string,
  { tops }: Book,
  { place }: SheetHeaders,
): Promise<Pick<OpenedFile, 'policy' | 'place'>> {
  const top = tops[place.sheet];
  const regions = Object.entries(catalogue).map(async ([policy, { text }]) => ({
    policy,
    places: Object.values((await text()).document.jurisdiction),
  }));
  return top === undefined ? {} : { ...regionOf(name, top, place, await Promise.all(regions)) };
}
