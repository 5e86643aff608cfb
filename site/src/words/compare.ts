import type { Language } from '../language.ts';
import { compareEn } from './compare-en.ts';
import { compareZh } from './compare-zh.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** The words of the page that compares. `{name}` stands for a value. */
export interface CompareWords {
  readonly language: Language;
  readonly list: string;
  readonly colon: string;
  readonly bracket: string;
  readonly page: Named<'title' | 'description' | 'heading' | 'lead' | 'noScript' | 'failed'>;
  readonly starts: Named<'heading' | 'lead' | 'exampleTitle' | 'exampleNote' | 'try' | 'days' | 'noDays'>;
  readonly form: Named<
    | 'heading'
    | 'before'
    | 'after'
    | 'policy'
    | 'release'
    | 'on'
    | 'onHint'
    | 'how'
    | 'draft'
    | 'draftHint'
    | 'edition'
    | 'editionHint'
    | 'roster'
    | 'sample'
    | 'sampleHint'
    | 'file'
    | 'fileHint'
    | 'choose'
    | 'noneChosen'
    | 'compare'
    | 'cancel'
    | 'badDay'
    | 'noFile'
    | 'badLink'
    | 'faults'
  >;
  readonly badLinks: Named<'form' | 'policy' | 'release' | 'day'>;
  readonly whatIf: Named<
    | 'heading'
    | 'lead'
    | 'search'
    | 'searchHint'
    | 'found'
    | 'foundNone'
    | 'more'
    | 'add'
    | 'added'
    | 'remove'
    | 'removed'
    | 'values'
    | 'undated'
    | 'now'
    | 'value'
    | 'from'
    | 'fromHint'
    | 'document'
    | 'clause'
    | 'example'
    | 'exampleClause'
    | 'exampleNote'
    | 'usedBy'
    | 'none'
    | 'badNumber'
    | 'badDate'
    | 'same'
    | 'loading'
    | 'days'
    | 'daysFrom'
  >;
  readonly roster: Named<'held' | 'synthetic' | 'problems'>;
  readonly progress: Named<'comparing' | 'reading' | 'done' | 'cancelled' | 'loading'>;
  readonly outcome: Named<
    | 'heading'
    | 'from'
    | 'to'
    | 'gained'
    | 'lost'
    | 'net'
    | 'same'
    | 'households'
    | 'persons'
    | 'noMoney'
    | 'possible'
    | 'also'
    | 'mixed'
    | 'unknown'
    | 'other'
    | 'refused'
    | 'proof'
    | 'proofAll'
    | 'why'
    | 'measures'
    | 'noBars'
    | 'all'
    | 'link'
    | 'copy'
    | 'copied'
    | 'notCopied'
  >;
  readonly affected: Named<
    | 'heading'
    | 'local'
    | 'show'
    | 'every'
    | 'row'
    | 'who'
    | 'village'
    | 'type'
    | 'result'
    | 'money'
    | 'cause'
    | 'more'
    | 'previous'
    | 'next'
    | 'place'
  > & { readonly kinds: Named<'gains' | 'loses' | 'mixed' | 'unknown' | 'other'> };
  readonly boundaries: Named<
    'heading' | 'lead' | 'make' | 'making' | 'none' | 'value' | 'before' | 'after' | 'result' | 'single'
  >;
  readonly parameters: Named<'heading' | 'title' | 'before' | 'after' | 'days' | 'source' | 'rules'>;
  readonly rules: Named<
    'heading' | 'part' | 'before' | 'after' | 'starts' | 'ends' | 'touches' | 'count' | 'texts' | 'textsLead' | 'none'
  >;
  readonly draft: Named<'heading' | 'lead' | 'download' | 'copy' | 'inBrowser' | 'next'>;
}

export const compareWords: Readonly<Record<Language, CompareWords>> = { zh: compareZh, en: compareEn };
