export { checkRecord, type DecisionRecord, type RecordSignature } from '@jingzhun/schemas';
export type { Difference } from './differences.ts';
export { type RecordOptions, recordDecision, recordDigest, serialise, withSignature } from './record.ts';
export { type RecordFault, type Verification, type VerifyOptions, verifyRecord } from './verify.ts';
export type { Personal } from './withhold-facts.ts';
export type { ChangedFinding, WouldDiffer } from './would-differ.ts';
