import type { Reconciliation } from '@jingzhun/rules';
import type { RuleFile } from '@jingzhun/schemas';
import { say } from '../calculator/say.ts';
import type { PolicyVoice } from './policy-voice.ts';

type Sides = Pick<NonNullable<RuleFile['reconcile']>[number], 'printed' | 'formula'>;

/**
 * A printed figure beside the one that is worked out, in words. A file may name them the other way round, to hold a
 * product against the figure that stands for it: what is worked out is the side that is more than one figure.
 */
export function recomputed(
  { printed, computed, unit, agrees }: Reconciliation,
  sides: Sides,
  voice: PolicyVoice,
): string {
  const turned = !isOne(sides.printed) && isOne(sides.formula);
  const [stated, result] = turned ? [computed, printed] : [printed, computed];
  const { agrees: same, agreesRounded, agreesAbout, differs } = voice.words.provision;
  const sentence = !agrees
    ? differs
    : stated === result
      ? same
      : places(result, stated) === stated
        ? agreesRounded
        : agreesAbout;
  // A fen, and a hundredth of what is no money, is as close as a document is read.
  const shown = Math.round(result * 100) / 100;
  return say(sentence, { printed: voice.value(stated, unit), computed: voice.value(shown, unit) });
}

const isOne = (formula: string | number): boolean => /^[\w.%]+$/.test(String(formula));

/** A number with as many decimal places as another. */
function places(number: number, like: number): number {
  const [, decimals = ''] = String(like).split('.');
  return Number(number.toFixed(decimals.length));
}
