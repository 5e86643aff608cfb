import type { Handlers } from './handlers.ts';
import type { ResultRequests } from './protocol-results.ts';

/** What the worker answers once the cases are made. */
export const resultHandlers: Handlers<keyof ResultRequests> = {};
