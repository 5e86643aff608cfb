import type { Bilingual } from '@jingzhun/schemas';
import type { Formula } from './expression.ts';

/** How the engine holds a fact's value. Numbers cover yuan, percent, year and months. */
export type ValueKind = 'boolean' | 'number' | 'code' | 'text' | 'date' | 'list' | 'records';

/** A fact that a policy reads: a field of the vocabulary, or one that the policy derives for itself. */
export interface FactModel {
  readonly name: string;
  /** The entity whose object holds it: `household`, `person`, `county`, a shape inside a list, or `date`. */
  readonly entity: string;
  /** Where in that object it stands; absent for the policy's own facts, which cannot be given. */
  readonly path?: readonly string[];
  readonly kind: ValueKind;
  /** The vocabulary's type, for messages: yuan, integer, percent … */
  readonly type: string;
  /** Numbers are held as whole multiples of 1/scale: 100 for yuan, ten to the number of decimals for others. 1 for what is no number. */
  readonly scale: number;
  /** Bounds of a number, in steps; of a list, of each entry. */
  readonly min?: number;
  readonly max?: number;
  readonly codes?: readonly string[];
  /** Of a list of records: the shape of its entries. */
  readonly items?: string;
  /** Of a list of days or numbers: which. Any other holds codes or texts. */
  readonly entries?: 'date' | 'number';
  /** How it follows from other facts where it is not given. */
  readonly derive?: Derivation;
  /** What follows only stands in: another value that is given contradicts nothing. */
  readonly fallback?: true;
}

export type Derivation =
  | { readonly formula: Formula }
  | { readonly cases: readonly { readonly is: boolean | string | number; readonly when: Formula }[] };

/** A condition: json-rules-engine's JSON, names resolved, parameters still by name. */
export type ConditionModel =
  | { readonly all: readonly ConditionModel[] }
  | { readonly any: readonly ConditionModel[] }
  | { readonly not: ConditionModel }
  | LeafModel;

export interface LeafModel {
  readonly fact: string;
  readonly operator: Operator;
  readonly value:
    | boolean
    | number
    | string
    | readonly (string | number)[]
    | { readonly fact: string }
    | { readonly parameter: string };
}

export type Operator =
  | 'equal'
  | 'notEqual'
  | 'in'
  | 'notIn'
  | 'lessThan'
  | 'lessThanInclusive'
  | 'greaterThan'
  | 'greaterThanInclusive'
  | 'contains'
  | 'doesNotContain';

/** A number, date or table of the document, with the days between which each value holds (both included). */
export interface ParameterModel {
  readonly kind: 'number' | 'date';
  readonly scale: number;
  readonly by?: string;
  readonly values: readonly {
    readonly from: string;
    readonly to?: string;
    readonly value: number | string | Readonly<Record<string, number>>;
  }[];
}

export interface OutcomeModel {
  readonly role: 'grant' | 'require' | 'state';
  readonly what: string;
  /** null: the document prints no number. */
  readonly value: Formula | null;
  readonly actual?: Formula;
  readonly unit?: string;
  readonly per?: string;
  readonly every?: string;
  readonly comparator?: string;
  /** Of a statement: when it is made. */
  readonly when?: ConditionModel;
}

export interface ItemModel {
  readonly key: string;
  readonly scope?: ConditionModel;
  readonly when: ConditionModel;
  readonly due?: DueModel;
}

/** The last day on which what fails is not yet late: a day, or the parameter or fact that says it. */
export type DueModel = string | { readonly parameter: string } | { readonly fact: string };

/** A later document that set a value which a rule uses, and the days on which that value holds. */
export interface AmendmentModel {
  readonly from: string;
  readonly to?: string;
  readonly document: string;
  readonly clause: string;
  readonly quoteSha256: string | readonly string[];
}

export interface RuleModel<Id extends string = string> {
  readonly id: Id;
  readonly kind: string;
  /** The entities it is evaluated for. */
  readonly asks: readonly string[];
  /** The document it is cited from, where that is not the policy's own. */
  readonly document?: string;
  readonly clause: string;
  readonly alsoClauses?: readonly string[];
  readonly force: { readonly from: string; readonly to: string | null };
  readonly scope?: ConditionModel;
  readonly when?: ConditionModel;
  readonly items?: readonly ItemModel[];
  readonly due?: DueModel;
  readonly delivered?: ConditionModel;
  readonly outcomes: readonly OutcomeModel[];
  readonly quoteSha256: string | readonly string[];
  readonly amendments?: readonly AmendmentModel[];
}

/** A policy that passed every check of the loader. Plain JSON: it can be stored, sent and frozen. */
export interface Policy<Id extends string = string> {
  readonly id: string;
  readonly release: string;
  /** `sha256:` over the canonical content of the policy's files. */
  readonly digest: string;
  /** The document's number, or its title where it has none. */
  readonly document: string;
  readonly force: { readonly from: string; readonly to: string | null };
  /** The vocabulary's entities: the keys a case may have. */
  readonly entities: readonly string[];
  readonly facts: readonly FactModel[];
  readonly parameters: Readonly<Record<string, ParameterModel>>;
  readonly rules: readonly RuleModel<Id>[];
}

/** A section's and its rules' wording, for people: kept apart so that deciding does not have to carry it. */
export interface PolicyText {
  readonly id: string;
  readonly document: {
    readonly title: Bilingual;
    readonly number: string | null;
    readonly issuer: Bilingual;
    /** null where the document prints no day. */
    readonly published: string | null;
    readonly jurisdiction: Readonly<Record<string, string>>;
    readonly sha256: string;
    readonly anomalies: readonly Bilingual[];
  };
  readonly releases: readonly ReleaseText[];
  readonly sections: readonly SectionText[];
}

/** A release, with what it changed. */
export interface ReleaseText {
  readonly version: string;
  readonly date: string;
  /** `amendment`: the law changed. `correction`: it had been encoded wrongly. The first release is neither. */
  readonly kind?: 'amendment' | 'correction';
  readonly changes: readonly (Bilingual & {
    readonly provisions?: readonly string[];
    readonly parameters?: readonly string[];
    readonly from?: string;
    readonly to?: string;
  })[];
}

export interface SectionText {
  readonly clause: string;
  readonly title: Bilingual;
  readonly summary?: Bilingual;
  readonly provisions: readonly ProvisionText[];
  readonly parameters: Readonly<Record<string, { readonly title: Bilingual; readonly unit: string }>>;
  /** Numbers have a unit. */
  readonly facts: Readonly<Record<string, { readonly title: Bilingual; readonly unit?: string }>>;
}

export interface ProvisionText {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly clause: string;
  readonly title: Bilingual;
  readonly summary?: Bilingual;
  readonly computable: 'full' | 'partial' | 'none';
  readonly why?: Bilingual;
  readonly readings: readonly Bilingual[];
  readonly anomalies: readonly Bilingual[];
  readonly outcomes: Readonly<Record<string, Bilingual>>;
  readonly items: Readonly<Record<string, Bilingual>>;
  readonly reconcile: readonly Reconciliation[];
  readonly quoteSha256: string | readonly string[];
}

/** A printed figure beside the same figure recomputed. */
export interface Reconciliation {
  readonly what: Bilingual;
  readonly printed: number;
  readonly computed: number;
  readonly unit?: string;
  readonly agrees: boolean;
  readonly conflict?: Bilingual;
}
