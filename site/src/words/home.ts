import type { Language } from '../language.ts';

interface Door {
  readonly path: string;
  readonly title: string;
  readonly text: string;
  readonly action: string;
}

interface HomeWords {
  readonly title: string;
  readonly description: string;
  readonly heading: string;
  /** What it is, in three sentences. */
  readonly lead: readonly [string, string, string];
  readonly doors: readonly [Door, Door, Door];
  readonly policies: string;
  readonly policyColumns: readonly [string, string, string, string];
  /** After the count, where no column head says it. */
  readonly provisions: string;
  readonly developers: string;
  readonly developersText: string;
  readonly developersLink: string;
}

export const homeWords: Readonly<Record<Language, HomeWords>> = {
  zh: {
    title: '精准：扶贫政策逐条核对',
    description:
      '把精准扶贫政策文件变成有版本、有出处、可核验的规则。核对一户、一村，或比较规则的变化，数据不离开本机。',
    heading: '一户符合哪些政策，依据哪一条',
    lead: [
      '把精准扶贫政策文件逐条写成规则，每个结论都注明文件和条款。',
      '不清楚的情况不当作“否”，而是告诉您还要问什么。',
      '计算全部在您的设备上完成，断网可用，数据不上传。',
    ],
    doors: [
      {
        path: 'calc/',
        title: '核对一户',
        text: '填写家庭情况，随填随看符合哪些政策、金额多少、还缺什么。',
        action: '开始填写',
      },
      {
        path: 'roster/',
        title: '核对整村花名册',
        text: '打开 Excel 或 CSV，先给数据做体检，再逐户得出结论，可导出、可打印。',
        action: '打开花名册',
      },
      {
        path: 'compare/',
        title: '修改一条规则',
        text: '改一个数字，看谁增谁减、增减多少，再下载修改稿送审。',
        action: '比较版本',
      },
    ],
    policies: '已收录的政策文件',
    policyColumns: ['文件', '文号', '适用地区', '条数'],
    provisions: '条',
    developers: '给开发者',
    developersText: '同样的规则是一个 TypeScript 库：一次同步调用，返回结论、理由与出处。',
    developersLink: '阅读开发文档',
  },
  en: {
    title: 'Jingzhun: poverty relief policies, clause by clause',
    description:
      'Policy documents of targeted poverty alleviation as versioned, cited, verifiable rules. Check a household or a village, or compare changes of the rules; nothing leaves your device.',
    heading: 'Which policies a household qualifies for, and by which clause',
    lead: [
      'Policy documents of targeted poverty alleviation, written clause by clause as rules; every answer names its document and clause.',
      'What is not known never counts as no: you are told what to ask.',
      'All of it is worked out on your device, works without a network, and sends nothing.',
    ],
    doors: [
      {
        path: 'calc/',
        title: 'Check a household',
        text: 'Fill in what you know and see at once which policies apply, the amounts, and what is still missing.',
        action: 'Start',
      },
      {
        path: 'roster/',
        title: 'Check a village roster',
        text: 'Open an Excel or CSV file: first the doubtful entries, then an answer for every household, to export or print.',
        action: 'Open a roster',
      },
      {
        path: 'compare/',
        title: 'Change a rule',
        text: 'Change a figure, see who gains and loses and how much, and download the change for review.',
        action: 'Compare',
      },
    ],
    policies: 'Policy documents',
    policyColumns: ['Document', 'Number', 'Area', 'Provisions'],
    provisions: 'provisions',
    developers: 'For developers',
    developersText:
      'The same rules are a TypeScript library: one synchronous call gives answers, reasons and citations.',
    developersLink: 'Read the documentation',
  },
};
