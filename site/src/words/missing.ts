import type { Language } from '../language.ts';

interface MissingWords {
  readonly title: string;
  readonly text: string;
  readonly home: string;
  readonly policies: string;
  readonly search: string;
}

export const missingWords: Readonly<Record<Language, MissingWords>> = {
  zh: {
    title: '没有这一页',
    text: '地址可能写错了，或者这一页已经移走。不联网时，也可能是这一页还没有存到本机。',
    home: '回首页',
    policies: '从政策库里找',
    search: '搜索',
  },
  en: {
    title: 'There is no such page',
    text: 'The address may be misspelt, or the page has moved. If you are offline, the page may not have been saved on this device yet.',
    home: 'Home page',
    policies: 'Look through the policies',
    search: 'Search',
  },
};
