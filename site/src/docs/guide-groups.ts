import type { Language } from '../language.ts';

interface GuideGroup {
  readonly title: Readonly<Record<Language, string>>;
  /** Names of files in the repository's `docs/`, without `.md`; the Chinese text is `<name>.zh-CN.md`. */
  readonly guides: readonly string[];
}

/** The guides, in the order in which they are listed. */
export const guideGroups: readonly GuideGroup[] = [
  { title: { zh: '快速上手', en: 'Quick start' }, guides: ['for-officials', 'for-policy-teams', 'for-developers'] },
  {
    title: { zh: '判定', en: 'Decisions' },
    guides: ['concepts', 'rosters', 'sql', 'records', 'embedding', 'errors', 'coming-from'],
  },
  {
    title: { zh: '维护政策', en: 'Keeping a policy' },
    guides: ['policy-format', 'releases', 'amending', 'comparing', 'impact', 'analysing', 'errors-in-policies'],
  },
];
