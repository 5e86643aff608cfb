import { JingzhunError } from '@jingzhun/schemas/problem';

/** Past 2^53 whole numbers are no longer exact: refuse rather than round in silence. */
export function safe(value: number): number {
  if (Number.isSafeInteger(value)) return value;
  throw new JingzhunError('number-too-large', [
    {
      code: 'number-too-large',
      path: '',
      zh: '数值过大，无法精确计算：请核对金额和数量',
      en: 'the numbers are too large to compute exactly: check amounts and counts',
    },
  ]);
}
