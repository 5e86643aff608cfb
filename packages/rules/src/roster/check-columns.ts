import type { Policy } from '../model/policy.ts';
import type { RosterColumns } from './columns.ts';

export function checkColumns(_policy: Policy, _columns: RosterColumns): void {}
