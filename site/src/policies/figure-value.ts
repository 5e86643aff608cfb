import type { Bilingual } from '@jingzhun/schemas';
import { say } from '../calculator/say.ts';
import { inMeasure } from './in-measure.ts';
import type { PolicyVoice } from './policy-voice.ts';

interface Named {
  readonly title: Bilingual;
  readonly unit?: string | undefined;
  readonly by?: string | undefined;
}

/**
 * A value as it stands behind the name of its figure: counted as what is named so is counted, and of a ratio it is said
 * that it is one: `4 比 1`, `4 to 1`.
 */
export function figureValue(
  value: Parameters<PolicyVoice['value']>[0],
  { title, unit, by }: Named,
  voice: PolicyVoice,
): string {
  const said = inMeasure(voice.value(value, unit, by), title[voice.language], voice.language);
  const isRatio = typeof value === 'number' && (unit === undefined || unit === '1') && ratioName.test(title.zh);
  return isRatio ? say(voice.words.provision.ratio, { value: said }) : said;
}

const ratioName = /比(?:例|率|值)?(?:（[^（）]*）)?$/;
