import type { Language } from '../language.ts';

interface DocsWords {
  readonly menu: string;
  readonly onThisPage: string;
  readonly neighbours: string;
  readonly previous: string;
  readonly next: string;
  readonly overview: string;
  readonly overviewDescription: string;
  readonly overviewLead: string;
  readonly reference: string;
  /** Label, address and content of the pages that are made from the source. */
  readonly referencePages: readonly (readonly [label: string, path: string, what: string])[];
  readonly entryPoints: string;
  /** After the first of very many types. */
  readonly moreTypes: (count: number) => string;
}

export const docsWords: Readonly<Record<Language, DocsWords>> = {
  zh: {
    menu: '文档目录',
    onThisPage: '本页内容',
    neighbours: '前后页',
    previous: '上一页',
    next: '下一页',
    overview: '文档',
    overviewDescription: '使用、维护和开发的说明：三类使用者的快速上手，判定怎样得出，政策怎样编写、修订和发布。',
    overviewLead: '先按自己的身份选一篇快速上手。每篇十分钟左右，读完就能做完一件完整的事。',
    reference: '参考',
    referencePages: [
      ['词汇对照', 'docs/glossary/', '用词的中英文对照，全部字段和代码。'],
      ['接口参考', 'api/', '程序包每个入口的函数、类型和示例。'],
      ['JSON Schema', 'docs/schemas/', '案例、判定、政策文件等数据格式，可下载。'],
      ['更新记录', 'docs/changelog/', '各份政策和程序包每一版的变化。'],
    ],
    entryPoints: '程序包入口',
    moreTypes: (count) => `另有 ${count} 个`,
  },
  en: {
    menu: 'Pages of the documentation',
    onThisPage: 'On this page',
    neighbours: 'Previous and next page',
    previous: 'Previous',
    next: 'Next',
    overview: 'Documentation',
    overviewDescription:
      'How to use, keep and build on it: a quick start for each of three users, how a decision is made, how policies are written, amended and released.',
    overviewLead:
      'Begin with the quick start that is yours. Each takes about ten minutes and ends with one whole thing done.',
    reference: 'Reference',
    referencePages: [
      ['Glossary', 'docs/glossary/', 'The words in Chinese and English, all fields and codes.'],
      ['API reference', 'api/', 'Functions, types and examples of every entry point of the packages.'],
      ['JSON Schemas', 'docs/schemas/', 'Formats of cases, decisions, policy files and records, to download.'],
      ['Changelog', 'docs/changelog/', 'What each release of a policy and each version of the packages changed.'],
    ],
    entryPoints: 'Entry points',
    moreTypes: (count) => `${count} more`,
  },
};
