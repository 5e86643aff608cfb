import type { Language } from '../language.ts';
import type { Statement } from '../statements/statement.ts';

export const accessibilityWords: Readonly<Record<Language, Statement>> = {
  zh: {
    title: '无障碍',
    description: '本站以 WCAG 2.2 AA 为目标。这里写明测试了什么、怎样测试、已知的不足和怎样反映问题。',
    lead: '本站力求人人能用：看不清小字的、只用键盘的、用读屏软件的、用旧手机的。目标是《网页内容无障碍指南》WCAG 2.2 的 AA 级。',
    sections: [
      {
        id: 'settings',
        title: '您可以这样用',
        parts: [
          {
            list: [
              '大字：按页面右上角的“大字”，全站的字放大四分之一，下次打开仍然有效。浏览器放大到 200% 也不会丢失内容。',
              '深色：随系统的设置变化。',
              '键盘：按 Tab 逐项移动；每页第一个链接可以跳到正文；看得见焦点在哪里。',
              '动画：系统设置减少动画时，本站不播放动画。',
              '打印：结果可以打印成 A4，颜色不是区分结果的唯一方式。',
            ],
          },
        ],
      },
      {
        id: 'tests',
        title: '测试了什么，怎样测试',
        parts: [
          '每次改动都在真实的浏览器（Chromium）里自动测试。用的是 axe-core，规则为 wcag2a、wcag2aa、wcag21a、wcag21aa、wcag22aa 和 best-practice，发现一处就算不通过。测试在源代码仓库里。每次改动看两种样子：中文、浅色、宽 320 像素，英文、深色、宽 1440 像素；其余样子用 `pnpm e2e:every` 按需测试：',
          {
            columns: ['测试', '内容'],
            rows: [
              [
                '`e2e/accessibility.spec.ts`',
                '计算页：空白、填满并全部展开、有错误等状态；其他计算页各取每种对象的一页；键盘能到达结果',
              ],
              ['`e2e/roster-access.spec.ts`、`e2e/roster-results.spec.ts`', '整村核对：从选文件到结果的各步'],
              [
                '`e2e/policies-access.spec.ts`、`e2e/card.spec.ts`',
                '最短和最长的政策页，与原文对照，入户卡；所有政策页在 320 像素和两倍字号下不出界',
              ],
              ['`e2e/docs.spec.ts`', '文档、接口参考、词汇、说明各页，每页取其中一种样子；放大到 200% 再用大字'],
              ['`e2e/search.spec.ts`', '搜索：空白、有结果、没有结果；只用键盘查找并打开一条结果'],
              ['`e2e/print.spec.ts`', '打印为 A4'],
              [
                '`e2e/languages.spec.ts`',
                '中文页上没有英文，英文页上没有中文，例外是文号、条款、没有英文名的地名和花名册的表头，并注明语言',
              ],
            ],
          },
          '没有做过的：没有请残障人士试用，没有在各种读屏软件上逐一测试，没有由第三方评估。自动测试只能发现一部分问题，因此这里不说“符合”，只说目标和测试的范围。',
        ],
      },
      {
        id: 'limits',
        title: '已知的不足',
        parts: [
          {
            list: [
              '条款较多的政策页和字段较多的表很长，用读屏软件时请用标题和表格导航。',
              '宽表格在窄屏上逐行竖排；数字表和代码放不下时左右滚动，可以用键盘滚动。',
              '政策文件本身的原文不在本站，能否无障碍阅读取决于您手里的文件。',
              '较旧的浏览器（2022 年以前）可能不能使用全部功能；没有脚本时可以阅读，不能计算和搜索。',
            ],
          },
        ],
      },
      {
        id: 'report',
        title: '发现问题',
        parts: [
          '请在源代码仓库提交问题，写明是哪一页、用什么浏览器和辅助工具、想做什么、发生了什么。请不要附上真实的个人信息。妨碍使用的问题与算错一样，优先改正。',
        ],
      },
    ],
  },
  en: {
    title: 'Accessibility',
    description:
      'The aim is WCAG 2.2 AA. What is tested and how, what is known to be lacking, and how to report a problem.',
    lead: 'Everybody should be able to use this site: with poor sight, by keyboard alone, with a screen reader, on an old phone. The aim is level AA of the Web Content Accessibility Guidelines, WCAG 2.2.',
    sections: [
      {
        id: 'settings',
        title: 'What you can set',
        parts: [
          {
            list: [
              'Large type: “Large type” at the top of each page makes all type a quarter larger, and the next visit remembers it. Nothing is lost at 200% zoom either.',
              'Dark: follows the setting of the system.',
              'Keyboard: Tab goes from item to item; the first link of every page leads to its content; the focus is visible.',
              'Motion: where the system asks for less, nothing moves.',
              'Print: answers print on A4. Colour is never the only thing that tells answers apart.',
            ],
          },
        ],
      },
      {
        id: 'tests',
        title: 'What is tested, and how',
        parts: [
          'Every change is tested in a real browser (Chromium) with axe-core and its rules wcag2a, wcag2aa, wcag21a, wcag21aa, wcag22aa and best-practice. One violation is a failure. The tests are in the repository of the source. With every change two looks are tested: Chinese, light, 320 pixels wide, and English, dark, 1440 pixels; all others on demand, by `pnpm e2e:every`:',
          {
            columns: ['Test', 'What it covers'],
            rows: [
              [
                '`e2e/accessibility.spec.ts`',
                'the calculator: empty, filled with everything open, with errors and more; of the other calculators one page of each kind of subject; the answer is reached by keyboard',
              ],
              [
                '`e2e/roster-access.spec.ts`, `e2e/roster-results.spec.ts`',
                'the village roster, from the file to the results',
              ],
              [
                '`e2e/policies-access.spec.ts`, `e2e/card.spec.ts`',
                'the shortest and the longest page of a policy, a document beside the rules, household cards; all pages of policies fit 320 pixels and double size',
              ],
              [
                '`e2e/docs.spec.ts`',
                'documentation, API reference, glossary and statements, each page in one of the looks; 200% zoom with large type',
              ],
              [
                '`e2e/search.spec.ts`',
                'the search: empty, with results, with none; finding and opening a result by keyboard alone',
              ],
              ['`e2e/print.spec.ts`', 'print on A4'],
              [
                '`e2e/languages.spec.ts`',
                'no English on Chinese pages and no Chinese on English ones, but for document numbers, clauses, places without an English name and headings of rosters, whose language is marked',
              ],
            ],
          },
          'Not done: no trial with disabled people, no test of each screen reader, no assessment by others. Automatic tests find only some of the problems. That is why this page states an aim and what is tested, and does not claim conformance.',
        ],
      },
      {
        id: 'limits',
        title: 'Known limits',
        parts: [
          {
            list: [
              'Pages of policies with many provisions, and tables with many fields, are long. With a screen reader, go by headings and tables.',
              'Wide tables stand row by row on narrow screens; tables of numbers and code that do not fit scroll sideways, by the keyboard too.',
              'The texts of the documents are not on this site; how accessible they are depends on the files you hold.',
              'Browsers from before 2022 may lack some functions. Without scripts pages can be read, but nothing is calculated or searched.',
            ],
          },
        ],
      },
      {
        id: 'report',
        title: 'Reporting a problem',
        parts: [
          'Open an issue in the repository of the source: which page, which browser and assistive technology, what you meant to do, what happened. Please attach no real personal data. What keeps somebody from using the site is treated like a wrong answer.',
        ],
      },
    ],
  },
};
