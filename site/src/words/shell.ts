import type { Language } from '../language.ts';

/** The pages of the main navigation, in its order. */
export const mainPages = ['calc', 'roster', 'policies', 'compare', 'docs'] as const;
export type MainPage = (typeof mainPages)[number];

/** The words around every page. */
export interface ShellWords {
  readonly name: string;
  readonly home: string;
  readonly skip: string;
  readonly main: string;
  readonly pages: Readonly<Record<MainPage, string>>;
  readonly search: string;
  readonly largeType: string;
  readonly otherLanguage: string;
  readonly notGovernment: string;
  readonly about: string;
  readonly privacy: string;
  readonly accessibility: string;
  readonly offline: string;
  readonly embed: string;
}

export const shellWords: Readonly<Record<Language, ShellWords>> = {
  zh: {
    name: '精准',
    home: '精准 首页',
    skip: '跳到正文',
    main: '主导航',
    pages: { calc: '政策计算', roster: '整村核对', policies: '政策库', compare: '版本对比', docs: '文档' },
    search: '搜索',
    largeType: '大字',
    otherLanguage: 'English',
    notGovernment: '非政府网站，结果不作为审批依据',
    about: '关于本站',
    privacy: '隐私',
    accessibility: '无障碍',
    offline: '离线使用',
    embed: '嵌入网页',
  },
  en: {
    name: 'Jingzhun',
    home: 'Jingzhun home',
    skip: 'Skip to the content',
    main: 'Main',
    pages: { calc: 'Calculator', roster: 'Village roster', policies: 'Policies', compare: 'Compare', docs: 'Docs' },
    search: 'Search',
    largeType: 'Large type',
    otherLanguage: '中文',
    notGovernment: 'Not a government site. Results are no basis for an official decision.',
    about: 'About this site',
    privacy: 'Privacy',
    accessibility: 'Accessibility',
    offline: 'Offline use',
    embed: 'Embedding',
  },
};
