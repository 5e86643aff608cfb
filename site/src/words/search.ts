import type { Language } from '../language.ts';

/** The parts of the site in which something is found. */
export const searchAreas = ['policies', 'calc', 'docs', 'api', 'other'] as const;
export type SearchArea = (typeof searchAreas)[number];

export interface SearchWords {
  readonly title: string;
  readonly description: string;
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  readonly examples: string;
  readonly exampleWords: readonly string[];
  readonly loading: string;
  readonly found: string;
  readonly shown: string;
  readonly nothing: string;
  readonly nothingHint: string;
  readonly failed: string;
  readonly more: string;
  readonly noScript: string;
  readonly results: string;
  readonly areas: Readonly<Record<SearchArea, string>>;
}

export const searchWords: Readonly<Record<Language, SearchWords>> = {
  zh: {
    title: '搜索',
    description: '在政策规定、文档和词汇中查找。搜索在浏览器里进行，所查的词不会发出去。',
    label: '查什么',
    hint: '查找在本机进行，不联网也能用，所查的词不会发送出去。',
    submit: '搜索',
    examples: '例如',
    exampleWords: ['助学金', '危房', '光伏', '公示'],
    loading: '正在查找“{query}”…',
    found: '“{query}”：{count} 页',
    shown: '“{query}”：{count} 页，已列出 {shown} 页',
    nothing: '没有找到“{query}”。',
    nothingHint: '可以换一个说法，或只写其中一个词：写“危房”比写“危房改造补助标准”找到的多。',
    failed: '查找没有成功：索引没有读到。请刷新本页再试；不联网时，须先联网打开过本站一次。',
    more: '列出更多',
    noScript: '查找在您的浏览器里进行，需要启用 JavaScript。不启用时，可以从政策库和文档目录逐页查看。',
    results: '搜索结果',
    areas: { policies: '政策库', calc: '政策计算', docs: '文档', api: '接口参考', other: '本站说明' },
  },
  en: {
    title: 'Search',
    description:
      'Find policies, documentation and terms. The search runs in the browser; what you look for is not sent.',
    label: 'Look for',
    hint: 'The search runs on this device, also without network. What you look for is not sent.',
    submit: 'Search',
    examples: 'For example',
    exampleWords: ['university aid', 'housing', 'solar', 'deadline'],
    loading: 'Looking for “{query}”…',
    found: '“{query}”: pages found: {count}',
    shown: '“{query}”: pages found: {count}, listed: {shown}',
    nothing: 'Nothing was found for “{query}”.',
    nothingHint: 'Try another word, or one word alone: “housing” finds more than “housing renovation subsidy”.',
    failed:
      'The search failed: its index could not be read. Reload the page and try again; without network, the site must have been opened once with it.',
    more: 'List more',
    noScript:
      'The search runs in your browser and needs JavaScript. Without it, the policies and the documentation can be read page by page.',
    results: 'Results',
    areas: {
      policies: 'Policies',
      calc: 'Calculator',
      docs: 'Documentation',
      api: 'API reference',
      other: 'This site',
    },
  },
};
