export { boundaryValues } from './boundary-values.ts';
export { caseFor } from './witness.ts';
