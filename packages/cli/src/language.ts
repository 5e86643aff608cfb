import type { Bilingual } from '@jingzhun/schemas';

export type Language = 'zh' | 'en';

export const languages: readonly Language[] = ['zh', 'en'];

/** Picks the text of the language asked for. */
export const say = (language: Language, { zh, en }: Bilingual): string => (language === 'zh' ? zh : en);
