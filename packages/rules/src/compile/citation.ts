import type { Citation } from '@jingzhun/schemas';
import type { RuleModel } from '../model/policy.ts';
import { isWithin } from '../model/rules-on.ts';

/** What a rule is cited by on a day. Frozen: every finding holds the same one. */
export function citationOf(
  model: RuleModel,
  { document, day }: { readonly document: string; readonly day: string },
): Citation {
  const { clause, alsoClauses } = model;
  const amendedBy = model.amendments
    ?.filter((amendment) => isWithin(amendment, day))
    .map(({ document, clause, quoteSha256 }) =>
      Object.freeze({ document, clause, quoteSha256: quotesOf(quoteSha256) }),
    );
  return Object.freeze({
    document: model.document ?? document,
    clause,
    ...(alsoClauses === undefined ? {} : { alsoClauses: Object.freeze([...alsoClauses]) as string[] }),
    quoteSha256: quotesOf(model.quoteSha256),
    ...(amendedBy?.length ? { amendedBy: Object.freeze(amendedBy) as typeof amendedBy } : {}),
  });
}

const quotesOf = (quotes: string | readonly string[]): string | string[] =>
  typeof quotes === 'string' ? quotes : (Object.freeze([...quotes]) as string[]);
