import { rosterText } from '../../../examples/rosters/synthetic/roster.ts';

/** The roster of the invented county as the file that Excel saves: 7,508 persons, one a row. Synthetic. */
export const sampleFile = (): Uint8Array => new TextEncoder().encode(rosterText());
