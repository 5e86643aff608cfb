import { embedded } from '../../packages/cli/src/policies.gen.ts';

/** All that come with the project. */
export const policies = await Promise.all(Object.values(embedded).map(({ policy }) => policy()));
