import type { HouseholdKind } from '@jingzhun/rules/impact';
import type { Language } from '../language.ts';
import type { Progress, Sentence } from '../roster/protocol.ts';
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
export interface Asks {
  /** The figures of a release that can be changed. */
  readonly figures: {
    readonly ask: Omit<Edition, 'on'> & { readonly on: string };
    readonly answer: readonly FigureView[];
  };
  /** The invented county, or a file of the visitor's. */
  readonly roster: {
    readonly ask: { readonly file: File | undefined };
    readonly answer: HeldRoster | { readonly refused: readonly Sentence[] };
  };
  /** Compares on the roster that is held. */
  readonly compare: { readonly ask: Question; readonly answer: OutcomeView | { readonly faults: readonly Fault[] } };
  /** Those whom the comparison affects, a page of them. */
  readonly affected: {
    readonly ask: { readonly kind: HouseholdKind | undefined; readonly offset: number; readonly limit: number };
    readonly answer: AffectedPage;
  };
  readonly boundaries: { readonly ask: Record<string, never>; readonly answer: readonly BoundaryView[] };
}
export type Ask = keyof Asks;

/** Page to worker. */
export type Request =
  | {
      readonly [A in Ask]: {
        readonly id: number;
        readonly language: Language;
        readonly name: A;
        readonly ask: Asks[A]['ask'];
      };
    }[Ask]
  | { readonly cancel: number };

/** Worker to page: how far it is, then one of the others. */
export type Reply =
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly answer: Asks[Ask]['answer'] }
  | { readonly id: number; readonly cancelled: true }
  | { readonly id: number; readonly failed: string }
  /** Everything that it can need is there: from now on it works without a network. */
  | { readonly ready: true };
