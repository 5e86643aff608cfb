import type { FindingKind, HouseholdKind, Standing } from '@jingzhun/rules/impact';
import type { Bilingual } from '@jingzhun/schemas';

/** What becomes of households, after a number of them. */
export const householdKindWords: Readonly<Record<HouseholdKind, Bilingual>> = {
  gains: { zh: '得益', en: 'gain' },
  loses: { zh: '受损', en: 'lose' },
  mixed: { zh: '有得有失', en: 'gain and lose' },
  unknown: { zh: '资料不全、得失待定', en: 'may gain or lose (facts are missing)' },
  other: { zh: '待遇不变、其他结论有变', en: 'keep their benefits and are judged otherwise' },
  same: { zh: '不变', en: 'stay as they are' },
};

/** The same as a heading. */
export const householdKindHeads: Readonly<Record<HouseholdKind, Bilingual>> = {
  ...householdKindWords,
  unknown: { zh: '得失待定', en: 'not settled' },
  other: { zh: '其他结论有变', en: 'judged otherwise' },
  same: { zh: '不变', en: 'unchanged' },
};

const givenWords: Readonly<Record<FindingKind, Bilingual>> = {
  gains: { zh: '新享受', en: 'newly entitled' },
  loses: { zh: '不再享受', en: 'no longer entitled' },
  more: { zh: '金额增加', en: 'a larger amount' },
  less: { zh: '金额减少', en: 'a smaller amount' },
  exchanged: { zh: '金额有增有减', en: 'more of one, less of another' },
  'becomes-unknown': { zh: '变为待定', en: 'no longer settled' },
  'becomes-known': { zh: '由待定变为确定', en: 'now settled' },
  'may-differ': { zh: '仍待定（若符合则金额不同）', en: 'still not settled (if met, the amount differs)' },
  'still-not-met': { zh: '仍不享受', en: 'still not entitled' },
};

const testedWords: Readonly<Partial<Record<FindingKind, Bilingual>>> = {
  gains: { zh: '新符合', en: 'newly met' },
  loses: { zh: '不再符合', en: 'no longer met' },
  'still-not-met': { zh: '仍不符合', en: 'still not met' },
};

/** What becomes of someone by a rule that gives something, or by one that only tests. */
export const findingKindWords = (kind: FindingKind, gives: boolean): Bilingual =>
  (gives ? undefined : testedWords[kind]) ?? givenWords[kind];

export const standingWords: Readonly<Record<Standing, Bilingual>> = {
  met: { zh: '符合', en: 'met' },
  unmet: { zh: '不符合', en: 'not met' },
  unknown: { zh: '待定', en: 'not settled' },
  'not-applicable': { zh: '不适用', en: 'does not apply' },
  'not-in-force': { zh: '不在执行期', en: 'not in force' },
  absent: { zh: '不作判断', en: 'not judged' },
};
