import type { Syntax } from '@jingzhun/rules/compare';
import { comparedIn } from './compared.ts';
import type { PolicyVoice } from './policy-voice.ts';

/**
 * To what a result in this unit is rounded: to the step that is named, else to the smallest of the unit, a fen, one
 * person, a millionth of a plain share. A share is shown in percent, and so is its step. Not known without a unit.
 */
export function roundedPlace(
  step: Syntax | undefined,
  unit: string | undefined,
  voice: Pick<PolicyVoice, 'value' | 'words'>,
): string | undefined {
  const { fen, whole } = voice.words.formula;
  const isShare = unit?.startsWith('%') ?? false;
  if (step?.form === 'number') return isShare ? inPercent(step.digits) : step.digits === '1' ? whole : step.digits;
  if (unit === undefined) return undefined;
  if (unit.startsWith('yuan')) return fen;
  if (comparedIn(unit) === 'count') return whole;
  if (isShare) return inPercent(unit === '%' ? '0.000001' : '0.0001');
  return unit === '1' ? '0.000001' : voice.value(0.0001, unit);
}

const inPercent = (share: string): string => `${Number((Number(share) * 100).toPrecision(6))}%`;
