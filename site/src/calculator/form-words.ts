import type { TopicName } from './topics.ts';
import type { Language } from './words.ts';

/** Words of the form around the answer: what shows an answer alone does without them. */
export interface FormWords {
  readonly page: Readonly<
    Record<
      | 'title'
      | 'area'
      | 'dateHint'
      | 'release'
      | 'document'
      | 'local'
      | 'localMore'
      | 'clear'
      | 'example'
      | 'exampleNote'
      | 'form'
      | 'formHint'
      | 'members'
      | 'membersHint'
      | 'addMember'
      | 'removeMember'
      | 'memberName'
      | 'memberNameHint'
      | 'optional'
      | 'moreAbout'
      | 'row'
      | 'number'
      | 'answer'
      | 'print'
      | 'footer'
      | 'synthetic'
      | 'noScript'
      | 'derived'
      | 'wordsCompared'
      | 'measure',
      string
    >
  >;
  /** How questions are answered; `named` those that ask only whether someone or something has been named, `entries` those whose entries follow. */
  readonly control: Readonly<
    Record<
      'named' | 'notNamed' | 'entries' | 'some' | 'separate' | 'separateDates' | 'separateNumbers' | 'count',
      string
    >
  >;
  readonly topics: Readonly<Record<TopicName, string>>;
}

export const formWords: Readonly<Record<Language, FormWords>> = {
  zh: {
    page: {
      title: '一户能享受哪些政策',
      area: '适用地区',
      dateHint: '按这一天有效的规定判断',
      release: '规则版本',
      document: '文件',
      local: '数据仅存本机',
      localMore: '不会上传；不勾选保存，关闭本标签页即清除。',
      clear: '清空',
      example: '填入示例户',
      exampleNote: '示例为合成数据，不对应任何真实家庭。',
      form: '一户的情况',
      formHint: '不知道的留“不清楚”，不会被当作“否”或 0。左侧有竖条的项目会影响结论。',
      members: '家庭成员',
      membersHint: '请列出户内全部成员，含户主。',
      addMember: '添加成员',
      removeMember: '删除第 {n} 人',
      memberName: '称呼',
      memberNameHint: '可不填，只作显示，勿填证件号',
      optional: '可不填',
      moreAbout: '更多情况（{count} 项）',
      row: '第 {n} 人',
      number: '序号',
      answer: '结果',
      print: '打印结果',
      footer: '非政府网站，结果不作为审批依据',
      synthetic: '合成数据',
      noScript: '本页在您的浏览器里计算，需要启用 JavaScript。不启用时可以查看问题，但没有结果。',
      derived: '可由其他项推算',
      wordsCompared: '规则看是否为：{words}。写法要相同。',
      measure: '项目',
    },
    control: {
      named: '已明确',
      notNamed: '未明确',
      entries: '有',
      some: '有（请勾选）',
      separate: '多项用顿号隔开',
      separateDates: '多个日期用顿号隔开，没有的填 0',
      separateNumbers: '多个用顿号隔开，没有的填 0',
      count: '个',
    },
    topics: {
      basics: '户基本情况',
      personal: '个人基本情况',
      living: '生产生活条件',
      income: '收入',
      received: '已享受政策',
      other: '其他数据',
      work: '劳动与就业',
      study: '就学',
      health: '健康与医疗',
      security: '社会保障',
      exit: '脱贫',
    },
  },
  en: {
    page: {
      title: 'What one household is entitled to',
      area: 'Applies in',
      dateHint: 'Rules in force on this day decide',
      release: 'Release',
      document: 'Document',
      local: 'Data stays on this device',
      localMore: 'Nothing is sent; unless you keep it, closing this tab deletes it.',
      clear: 'Clear',
      example: 'Fill in an example',
      exampleNote: 'The example is synthetic and describes no real family.',
      form: 'The household',
      formHint:
        'Leave what you do not know at “Not known”: it never counts as “No” or 0. Items with a bar on the left can still change the answer.',
      members: 'Members',
      membersHint: 'List every member of the household, the head included.',
      addMember: 'Add a member',
      removeMember: 'Remove person {n}',
      memberName: 'Name or relation',
      memberNameHint: 'Optional, only shown here; no id numbers',
      optional: 'Optional',
      moreAbout: 'More ({count} {count|question|questions})',
      row: 'Person {n}',
      number: 'No.',
      answer: 'Answer',
      print: 'Print the answer',
      footer: 'Not a government site. Results are no basis for an official decision.',
      synthetic: 'synthetic data',
      noScript:
        'This page calculates in your browser and needs JavaScript. Without it the questions are shown, but no answer.',
      derived: 'Can follow from other answers',
      wordsCompared: 'The rules ask whether it is one of these, in exactly these characters: {words}.',
      measure: 'Item',
    },
    control: {
      named: 'Named',
      notNamed: 'Not named',
      entries: 'Some',
      some: 'Some (choose)',
      separate: 'Separate with commas',
      separateDates: 'Dates, with commas between; 0 for none',
      separateNumbers: 'With commas between; 0 for none',
      count: 'items',
    },
    topics: {
      basics: 'Household',
      personal: 'Person',
      living: 'Living and production',
      income: 'Income',
      received: 'Support received',
      other: 'Other data',
      work: 'Work',
      study: 'Schooling',
      health: 'Health and medical care',
      security: 'Social security',
      exit: 'Leaving poverty',
    },
  },
};
