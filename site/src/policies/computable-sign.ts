import type { Computable } from '../words/policy-source.ts';

/** Told from each other without colour. */
export const computableSign: Readonly<Record<Computable, string>> = { full: '●', partial: '◐', none: '○' };
