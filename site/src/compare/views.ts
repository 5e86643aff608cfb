import type { HouseholdKind } from '@jingzhun/rules/impact';
import type { Bar } from '../charts/Bars.tsx';
import type { FormulaLine } from '../policies/formula-lines.ts';
import type { Edit } from './what-if.ts';

/** A figure that can be changed, in words. */
export interface FigureView extends Pick<Edit, 'of' | 'name' | 'path'> {
  readonly key: string;
  readonly title: string;
  readonly section: string;
  readonly clause: string;
  readonly type: 'number' | 'date';
  readonly unit: string;
  readonly values: readonly { readonly from?: string; readonly to?: string; readonly shown: string }[];
  /** What holds on the day that was asked about. */
  readonly current: number | string;
  /** Titles of the provisions that rest on it. */
  readonly rules: readonly string[];
  /** One of these gives a household or person something. */
  readonly gives: boolean;
}

/** What is wrong with a change: at its day, at one of its figures (by place), or elsewhere. */
export interface Fault {
  readonly place: 'from' | number | null;
  readonly text: string;
}

export interface Count {
  readonly households: number;
  readonly persons: number;
}

/** What a comparison comes to, in the words of the page's language. */
export interface OutcomeView {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly roster: Count & { readonly refused: number };
  readonly counts: Readonly<Record<HouseholdKind, Count>>;
  readonly money: readonly MoneyView[];
  /** How many provisions can come out otherwise, and how many mean the same on both sides. */
  readonly provisions: { readonly changed: number; readonly equal: number };
  /** Why nobody is affected, where nobody is. */
  readonly reasons: readonly string[];
  readonly bars: readonly BarsView[];
  readonly parameters: readonly ParameterRow[];
  readonly sections: readonly SectionView[];
  /** What differs in citation or text alone. */
  readonly texts: readonly string[];
  /** Made-up cases at the lines that were moved come at once, or take so long that they have to be asked for. */
  readonly boundariesAtOnce: boolean;
  readonly draft?: string;
}

export interface MoneyView {
  readonly certain: string;
  readonly sign: number;
  /** With all that is open, where that is another sum. */
  readonly possible?: string;
}

export interface BarsView {
  readonly title: string;
  readonly labelColumn: string;
  readonly valueColumn: string;
  readonly bars: readonly Bar[];
}

export interface ParameterRow {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly days: string;
  readonly source: string;
  readonly rules: string;
}

/** A section of the document, with what differs in its rules. */
export interface SectionView {
  /** Where two policies are compared: whose it is. */
  readonly policy?: string;
  readonly clause: string;
  readonly heading: string;
  /** Rules that enter force, and that are no longer in it, on the later day. */
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  readonly entries: readonly EntryView[];
}

export interface EntryView {
  readonly title: string;
  readonly clause: string;
  readonly lines: readonly LineView[];
  readonly rules: string;
}

/** One part that differs: `before` or `after` is missing where there is none. */
export interface LineView {
  readonly what: string;
  readonly before?: FormulaLine;
  readonly after?: FormulaLine;
  readonly note: string;
}

export interface AffectedPage {
  readonly total: number;
  readonly rows: readonly AffectedRow[];
}

export interface AffectedRow {
  readonly row: number;
  readonly who: string;
  readonly village: string;
  readonly type: string;
  readonly kind: string;
  readonly money: readonly string[];
  readonly findings: readonly { readonly title: string; readonly clause: string; readonly text: string }[];
}

export interface BoundaryView {
  readonly title: string;
  readonly clause: string;
  /** What the cases differ in; none where one case stands for the change. */
  readonly fact?: string;
  readonly rows: readonly {
    readonly value: string;
    readonly before: string;
    readonly after: string;
    readonly result: string;
  }[];
}
