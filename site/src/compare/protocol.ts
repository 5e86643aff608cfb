import type { HouseholdKind } from '@jingzhun/rules/impact';
import type { Sentence } from '../roster/protocol.ts';
import type { WorkerClient } from '../worker/client.ts';
import type { Edition } from './edition.ts';
import type { AffectedPage, BoundaryView, Fault, FigureView, OutcomeView } from './views.ts';
import type { WhatIf } from './what-if.ts';

/** What is compared with what. Where the later side is a draft, `whatIf` says what it changes. */
export interface Question {
  readonly a: Edition;
  readonly b: Edition;
  readonly whatIf?: WhatIf | undefined;
}

/** A roster that the worker holds. Its rows never leave it but for the pages that are shown. */
export interface HeldRoster {
  readonly name: string;
  readonly synthetic: boolean;
  readonly households: number;
  readonly persons: number;
  /** Rows and cells that could not be read, and what should be known of the columns. */
  readonly problems: number;
  readonly notes: readonly Sentence[];
}

/** What the page can ask of its worker, and what it gets. */
export interface Requests {
  /** The figures of a release that can be changed. */
  readonly figures: {
    readonly send: Omit<Edition, 'on'> & { readonly on: string };
    readonly answer: readonly FigureView[];
  };
  /** The invented county, or a file of the visitor's. */
  readonly roster: {
    readonly send: { readonly file: File | undefined };
    readonly answer: HeldRoster | { readonly refused: readonly Sentence[] };
  };
  /** Compares on the roster that is held. */
  readonly compare: { readonly send: Question; readonly answer: OutcomeView | { readonly faults: readonly Fault[] } };
  /** Those whom the comparison affects, a page of them. */
  readonly affected: {
    readonly send: { readonly kind: HouseholdKind | undefined; readonly offset: number; readonly limit: number };
    readonly answer: AffectedPage;
  };
  readonly boundaries: { readonly send: Record<string, never>; readonly answer: readonly BoundaryView[] };
}
export type CompareClient = WorkerClient<Requests>;
