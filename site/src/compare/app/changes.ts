import { say } from '../../calculator/say.ts';
import type { CompareWords } from '../../words/compare.ts';
import type { FieldFault } from '../chooser.ts';
import { isDay } from '../edition.ts';
import type { Fault, FigureView } from '../views.ts';
import type { Edit, WhatIf } from '../what-if.ts';

/** A figure that is being changed, with the new value as it is typed. */
export interface Change {
  readonly figure: FigureView;
  readonly text: string;
}

/** What is typed into the panel. */
export interface Typed {
  readonly from: string;
  readonly document: string;
  readonly clause: string;
  readonly changes: readonly Change[];
}

/** The number or day that was typed; undefined where it is none. Full-width digits and commas are read. */
export function typedValue({ figure, text }: Change): number | string | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  if (figure.type === 'date') return isDay(plain) ? plain : undefined;
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined;
}

/** The change to try out, or what is wrong with it. */
export function whatIfOf(typed: Typed, words: CompareWords): WhatIf | { readonly faults: readonly FieldFault[] } {
  const { from, document, clause, changes } = typed;
  const faults: FieldFault[] = isDay(from)
    ? []
    : [{ id: 'what-if-from', field: words.whatIf.from, text: say(words.whatIf.badDate, { example: '2018-09-01' }) }];
  const edits: Edit[] = [];
  for (const [place, change] of changes.entries()) {
    const { of, name, path, type, current } = change.figure;
    const value = typedValue(change);
    if (value !== undefined) edits.push({ of, name, path, value });
    else {
      const sentence = type === 'date' ? words.whatIf.badDate : words.whatIf.badNumber;
      faults.push({ id: fieldId(place), field: change.figure.title, text: say(sentence, { example: current }) });
    }
  }
  if (changes.length === 0) faults.push({ id: 'figure-search', text: words.whatIf.none });
  if (faults.length > 0) return { faults };
  return {
    from,
    document: document.trim() || words.whatIf.example,
    clause: clause.trim() || words.whatIf.exampleClause,
    edits,
  };
}

/** The faults of the loader at the fields of the panel; those of none stand by themselves. */
export function fieldFaults(faults: readonly Fault[], { changes }: Typed, words: CompareWords): FieldFault[] {
  return faults.map(({ place, text }): FieldFault => {
    if (place === null) return { id: '', text };
    if (place === 'from') return { id: 'what-if-from', field: words.whatIf.from, text };
    const title = changes[place]?.figure.title;
    return { id: fieldId(place), ...(title !== undefined && { field: title }), text };
  });
}

export const fieldId = (place: number): string => `change-${place}`;
