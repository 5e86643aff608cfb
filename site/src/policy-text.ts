import { ruyuan2016Text } from '@jingzhun/rules/policies/ruyuan-2016/text';

/** The wording of the policy in `policy.ts`. Read while the pages are built and kept out of the browser's code. */
export const policyText = ruyuan2016Text;
