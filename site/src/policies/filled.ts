import { say } from '../calculator/say.ts';
import type { Language } from '../language.ts';

/**
 * A pattern with its places filled. Chinese puts a space between its characters and the figures that stand in one.
 *
 * @example
 * filled('{0}之后{1}', ['政策日期', '1 天'], 'zh') // '政策日期之后 1 天'
 */
export function filled(pattern: string, inputs: readonly string[], language: Language): string {
  const spaced =
    language === 'zh'
      ? pattern
          .replace(/(\p{Script=Han})\{(\d)\}/gu, (all, before, place) =>
            /^\d/.test(inputs[Number(place)] ?? '') ? `${before} {${place}}` : all,
          )
          .replace(/\{(\d)\}(\p{Script=Han})/gu, (all, place, after) =>
            /[\d%]$/.test(inputs[Number(place)] ?? '') ? `{${place}} ${after}` : all,
          )
      : pattern;
  return say(spaced, Object.fromEntries(inputs.map((input, place) => [place, input])));
}
