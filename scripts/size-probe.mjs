// What a page has to load to decide one household under one policy: measured by `pnpm size`.
export { decide } from '../packages/rules/dist/index.js';
export { ruyuan2016 } from '../packages/rules/dist/policies/ruyuan-2016.js';
