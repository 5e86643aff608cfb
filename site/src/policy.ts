import { ruyuan2016 } from '@jingzhun/rules/policies/ruyuan-2016';

/** The policy of the first page: with its text in `policy-text.ts`, the only place of the site that names one. */
export const policy = ruyuan2016;
