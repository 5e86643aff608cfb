export { type PolicyTest, policyTestsFrom } from './expectation.ts';
export { runPolicyTest } from './run.ts';
