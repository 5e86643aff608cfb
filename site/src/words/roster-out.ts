import type { Language } from '../language.ts';
import type { PaymentField, PaymentKind } from '../roster/protocol-payments.ts';
import type { Answered, Scope } from '../roster/protocol-results.ts';
import { rosterOutEn } from './roster-out-en.ts';
import { rosterOutZh } from './roster-out-zh.ts';

/** The views of the results, in order. */
export const views = ['households', 'matrix', 'ask', 'charts', 'files', 'payments'] as const;
export type ViewName = (typeof views)[number];

type Texts<Name extends string> = Readonly<Record<Name, string>>;

/** The words of the roster's results. `{name}` stands for a value. */
export interface RosterOutWords {
  readonly headline: Texts<
    | 'households'
    | 'persons'
    | 'met'
    | 'metOf'
    | 'certain'
    | 'none'
    | 'more'
    | 'moreLeast'
    | 'open'
    | 'openNote'
    | 'undelivered'
    | 'undeliveredNote'
    | 'others'
    | 'refused'
    | 'refusedMore'
  >;
  readonly views: Readonly<Record<ViewName, string>>;
  readonly viewsLabel: string;
  readonly scope: string;
  readonly scopes: Readonly<Record<Scope, string>>;
  readonly statuses: Readonly<Record<Answered, string>>;
  readonly filter: Texts<
    | 'title'
    | 'village'
    | 'group'
    | 'type'
    | 'rule'
    | 'status'
    | 'find'
    | 'findHint'
    | 'all'
    | 'notStated'
    | 'lacks'
    | 'clear'
    | 'undelivered'
    | 'names'
    | 'namesNote'
    | 'found'
  >;
  readonly table: Texts<
    | 'caption'
    | 'row'
    | 'household'
    | 'village'
    | 'group'
    | 'type'
    | 'members'
    | 'amount'
    | 'sort'
    | 'ascending'
    | 'descending'
    | 'open'
    | 'empty'
    | 'shown'
    | 'earlier'
    | 'later'
    | 'pages'
    | 'unpriced'
  >;
  readonly matrix: Texts<'caption' | 'note' | 'persons' | 'nothing'>;
  readonly panel: Texts<'title' | 'close' | 'emptyMet' | 'emptyUnknown' | 'emptyUnmet' | 'outside' | 'why'>;
  readonly common: Texts<'heading' | 'lead' | 'withUnit' | 'unknown'>;
  readonly ask: Texts<
    | 'lead'
    | 'caption'
    | 'fact'
    | 'households'
    | 'settles'
    | 'show'
    | 'showOf'
    | 'none'
    | 'person'
    | 'household'
    | 'once'
    | 'onceLead'
    | 'onceCaption'
  >;
  readonly charts: Texts<
    | 'metByRule'
    | 'rule'
    | 'households'
    | 'moneyByRule'
    | 'amount'
    | 'moneyByGroup'
    | 'metByGroup'
    | 'group'
    | 'village'
    | 'empty'
    | 'householdCount'
    | 'once'
    | 'each'
    | 'filtered'
    | 'smaller'
  >;
  readonly files: Texts<
    | 'tables'
    | 'tablesLead'
    | 'xlsx'
    | 'csv'
    | 'json'
    | 'exported'
    | 'onlyFound'
    | 'name'
    | 'done'
    | 'cards'
    | 'cardsLead'
    | 'variant'
    | 'from'
    | 'count'
    | 'make'
    | 'most'
    | 'wrong'
    | 'print'
    | 'backToResults'
    | 'preview'
    | 'namesInFull'
  >;
  readonly payments: Texts<
    | 'lead'
    | 'choose'
    | 'formats'
    | 'opened'
    | 'columns'
    | 'columnsLead'
    | 'notThere'
    | 'ambiguous'
    | 'needId'
    | 'toMeasures'
    | 'measures'
    | 'measuresLead'
    | 'measure'
    | 'count'
    | 'rule'
    | 'whole'
    | 'skip'
    | 'guess'
    | 'compare'
    | 'needRule'
    | 'result'
    | 'resultLead'
    | 'passedOver'
    | 'noId'
    | 'noMeasure'
    | 'noAmount'
    | 'paid'
    | 'due'
    | 'dueCertain'
    | 'id'
    | 'name'
    | 'village'
    | 'rosterRow'
    | 'listRows'
    | 'none'
    | 'kind'
    | 'download'
    | 'fileName'
    | 'other'
    | 'change'
    | 'noRules'
  > & {
    readonly fields: Readonly<Record<PaymentField, string>>;
    readonly kinds: Readonly<Record<PaymentKind, { readonly name: string; readonly about: string }>>;
    readonly fileHeaders: readonly string[];
  };
  readonly row: Texts<'met' | 'unknown' | 'unmet' | 'missing' | 'leftOut' | 'leftOutWhy'>;
  readonly resultHeaders: readonly [conclusion: string, amount: string, basis: string, reason: string];
  readonly sheets: Texts<'results' | 'about'>;
  readonly about: Texts<
    'document' | 'release' | 'digest' | 'on' | 'households' | 'synthetic' | 'unofficial' | 'unknown'
  >;
}

export const rosterOutWords: Readonly<Record<Language, RosterOutWords>> = { zh: rosterOutZh, en: rosterOutEn };
