export { boundaryValues } from './boundary-values.ts';
export type { Given } from './space.ts';
export { caseFor, type Witness, type WitnessOptions } from './witness.ts';
