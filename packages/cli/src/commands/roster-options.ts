import type { DayOptions } from '../days.ts';
import type { PolicyChoice } from '../policies.ts';
import type { CommonOptions } from './options.ts';

/** What `jingzhun roster` is asked for. */
export type RosterOptions = CommonOptions &
  PolicyChoice &
  DayOptions & {
    readonly out: string;
    readonly errors?: string;
    readonly engine: string;
    readonly connection?: string;
    readonly threads?: string;
  };
