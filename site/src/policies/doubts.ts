import type { PolicyText, ProvisionText } from '@jingzhun/rules';
import type { Bilingual } from '@jingzhun/schemas';
import { provisionsOf } from './release.ts';

/** Doubtful places of a document in a line of their list. */
export interface Doubt {
  /** Nothing where a provision tells them: there they are read. */
  readonly told?: Bilingual;
  /** The provisions that are about it. */
  readonly at: readonly ProvisionText[];
  readonly count: number;
}

/** The doubtful places of a document, each once: first those of the whole, then those that provisions alone tell. */
export function doubtsOf(text: PolicyText): readonly Doubt[] {
  const provisions = provisionsOf(text);
  const linked = new Set<Bilingual>();
  const whole = text.document.anomalies.map((told): Doubt => {
    const at = provisions.filter(({ anomalies }) => {
      const same = anomalies.filter((anomaly) => isSame(told, anomaly));
      for (const anomaly of same) linked.add(anomaly);
      return same.length > 0;
    });
    return { told, at, count: 1 };
  });
  const single = provisions.flatMap((provision): Doubt[] => {
    const count = provision.anomalies.filter((anomaly) => !linked.has(anomaly)).length;
    return count === 0 ? [] : [{ at: [provision], count }];
  });
  return [...whole, ...single];
}

const isSame = (one: Bilingual, other: Bilingual): boolean => quoteTheSame(one, other) || saysTheSame(one, other);

/** So many signs in the same order, none of them a figure, are no chance. */
const enough = 8;

/** Two of which one repeats a stretch of the other. */
function saysTheSame(one: Bilingual, { zh }: Bilingual): boolean {
  const stretches = one.zh.split(/\d/).filter(({ length }) => length >= enough);
  return stretches.some((stretch) =>
    Array.from({ length: stretch.length - enough + 1 }, (_, at) => stretch.slice(at, at + enough)).some((part) =>
      zh.includes(part),
    ),
  );
}

/** Two that quote the same words of the document, or one of them more of these words, speak of the same place. */
function quoteTheSame(one: Bilingual, other: Bilingual): boolean {
  return quotesOf(one).some((quote) => quotesOf(other).some((words) => quote.includes(words) || words.includes(quote)));
}

/** A single character is found in too many places. */
const quotesOf = ({ zh }: Bilingual): readonly string[] =>
  [...zh.matchAll(/“([^”]{2,})”/g)].map(([, words = '']) => words);
