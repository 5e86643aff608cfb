export { type Expectation, type PolicyTest, policyTestsFrom } from './expectation.ts';
export { type Difference, runPolicyTest } from './run.ts';
