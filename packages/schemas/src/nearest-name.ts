import { distance } from 'fastest-levenshtein';

/** Longer words are no misspelling, and comparing them would take time. */
const longest = 60;

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/**
 * What was probably meant by a word: the target of a name that is the same but for case and width, else of the nearest one,
 * else of the first that contains the word.
 *
 * @param names what people may write → what is right
 * @example
 * nearestName('schoolStgae', new Map([['schoolStage', 'schoolStage'], ['在读学段', 'schoolStage']])) // 'schoolStage'
 */
export function nearestName(word: string, names: ReadonlyMap<string, string>): string | undefined {
  if (word.length > longest) return undefined;
  const exact = names.get(word);
  if (exact !== undefined) return exact;
  const wanted = plain(word);
  let best: string | undefined;
  let least = Math.floor(wanted.length / 3) + 1;
  for (const [name, target] of names) {
    const candidate = plain(name);
    if (candidate === wanted) return target;
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const away = distance(candidate, wanted);
    if (away < least) {
      least = away;
      best = target;
    }
  }
  if (best !== undefined || wanted.length < 2) return best;
  for (const [name, target] of names) if (plain(name).includes(wanted)) return target;
  return undefined;
}
