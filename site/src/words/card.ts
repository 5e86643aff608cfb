import type { Language } from '../language.ts';

/** The words of the household card and of its page. `{name}` stands for a value. */
export interface CardWords {
  readonly page: Readonly<
    Record<
      | 'title'
      | 'description'
      | 'lead'
      | 'none'
      | 'howTo'
      | 'calculator'
      | 'example'
      | 'unusable'
      | 'variant'
      | 'print'
      | 'clear'
      | 'kept'
      | 'synthetic'
      | 'noScript',
      string
    >
  >;
  readonly variants: Readonly<Record<'visit' | 'public', { readonly name: string; readonly about: string }>>;
  readonly card: Readonly<
    Record<
      | 'visitTitle'
      | 'publicTitle'
      | 'head'
      | 'id'
      | 'place'
      | 'type'
      | 'persons'
      | 'personCount'
      | 'document'
      | 'date'
      | 'release'
      | 'members'
      | 'number'
      | 'name'
      | 'relation'
      | 'stage'
      | 'labour'
      | 'met'
      | 'ask'
      | 'unmet'
      | 'measure'
      | 'who'
      | 'amount'
      | 'clause'
      | 'facts'
      | 'concerns'
      | 'found'
      | 'moreQuestions'
      | 'noneMet'
      | 'noneAsk'
      | 'total'
      | 'totalNone'
      | 'noAmount'
      | 'withheld'
      | 'times'
      | 'everyone'
      | 'someone'
      | 'objection'
      | 'headSigns'
      | 'visitorSigns'
      | 'visitDate'
      | 'unofficial'
      | 'synthetic',
      string
    >
  >;
}

export const cardWords: Readonly<Record<Language, CardWords>> = {
  zh: {
    page: {
      title: '入户卡',
      description: '把一户的核对结果印成 A4 入户卡：入户版供入户签字，公示版隐去姓名，不列涉及健康、收入、借贷的待遇。',
      lead: '入户版用于上门核对和签字；公示版隐去姓名，不列涉及健康、收入、借贷的待遇。在本机生成，不上传。',
      none: '还没有可以打印的一户。',
      howTo: '先在政策计算里填写一户，再点“入户卡”；整村的卡片在整村核对的结果页打印。',
      calculator: '去填写一户',
      example: '用示例户试印',
      unusable: '上次带来的内容已不能使用（规则版本或格式不符），请回到政策计算重新打开。',
      variant: '版式',
      print: '打印',
      clear: '清除本页内容',
      kept: '内容只留在本标签页，关闭即清除。',
      synthetic: '示例为合成数据，不对应任何真实家庭。',
      noScript: '卡片在您的浏览器里生成，需要启用 JavaScript。',
    },
    variants: {
      visit: { name: '入户版', about: '含家庭成员、待核实事项和签字栏' },
      public: { name: '公示版', about: '只列已符合的待遇；姓名隐去，涉及健康、收入、借贷的不列' },
    },
    card: {
      visitTitle: '政策核对卡（入户版）',
      publicTitle: '政策核对公示卡',
      head: '户主',
      id: '户编号',
      place: '住址',
      type: '户类型',
      persons: '人口',
      personCount: '{count} 人',
      document: '依据文件',
      date: '政策日期',
      release: '规则版本',
      members: '家庭成员',
      number: '序号',
      name: '姓名',
      relation: '与户主关系',
      stage: '在校生状况',
      labour: '劳动能力',
      met: '符合的待遇与奖励',
      ask: '入户要核实的情况',
      unmet: '不符合的待遇',
      measure: '政策',
      who: '对象',
      amount: '金额',
      clause: '条款',
      facts: '要问',
      concerns: '关系到的政策',
      found: '核实情况',
      moreQuestions: '另有 {count} 项待核实，见该户的结果。',
      noneMet: '目前没有能确定符合的待遇。',
      noneAsk: '没有待核实的情况。',
      total: '已符合的合计',
      totalNone: '没有可确定的金额',
      noAmount: '“—”：这一项不涉及数额。',
      withheld: '另有 {count} 项涉及个人健康、收入或借贷情况，不公示。',
      times: '{amount} × {count} 人',
      everyone: '全家 {count} 人',
      someone: '{count} 人',
      objection: '对公示内容有异议的，请向村民委员会反映。',
      headSigns: '户主（或家庭代表）签字',
      visitorSigns: '入户人员签字',
      visitDate: '入户日期',
      unofficial: '非政府网站生成，结果不作为审批依据',
      synthetic: '合成数据',
    },
  },
  en: {
    page: {
      title: 'Household card',
      description:
        'The answer for one household as an A4 card: one to sign on a visit, one for public display without names and without what rests on health, income or loans.',
      lead: 'One version is for a visit, with lines to sign; the other is for public display and leaves out names and what rests on health, income or loans. Made on your device; nothing is uploaded.',
      none: 'There is no household to print yet.',
      howTo:
        'Fill in a household in the calculator and choose “Household card”. Cards of a whole village are printed from the results of the village roster.',
      calculator: 'Fill in a household',
      example: 'Try it with an example',
      unusable:
        'What was brought here can no longer be used: its release or form does not fit. Open it again from the calculator.',
      variant: 'Version',
      print: 'Print',
      clear: 'Clear this page',
      kept: 'The content stays in this tab and goes when it is closed.',
      synthetic: 'The example is invented and stands for no real family.',
      noScript: 'The card is made in your browser, which needs JavaScript.',
    },
    variants: {
      visit: { name: 'For a visit', about: 'members, what to find out, lines to sign' },
      public: {
        name: 'For public display',
        about: 'only benefits that are met; no names, nothing about health, income or loans',
      },
    },
    card: {
      visitTitle: 'Policy check card (visit)',
      publicTitle: 'Policy check card (public display)',
      head: 'Head',
      id: 'Household number',
      place: 'Place',
      type: 'Class of household',
      persons: 'Members',
      personCount: '{count}',
      document: 'Document',
      date: 'Policy date',
      release: 'Release',
      members: 'Members of the household',
      number: 'No.',
      name: 'Name',
      relation: 'Relation to the head',
      stage: 'School stage',
      labour: 'Labour ability',
      met: 'Benefits that are met',
      ask: 'To find out on the visit',
      unmet: 'Benefits that are not met',
      measure: 'Measure',
      who: 'Who',
      amount: 'Amount',
      clause: 'Clause',
      facts: 'Ask',
      concerns: 'Bears on',
      found: 'Found out',
      moreQuestions: '{count} more to find out: see the results of the household.',
      noneMet: 'No benefit is certain yet.',
      noneAsk: 'Nothing is left to find out.',
      total: 'In all, of what is met',
      totalNone: 'no certain amount',
      noAmount: '“—”: no amount belongs to this one.',
      withheld: '{count} more rest on personal health, income or loans and are not displayed.',
      times: '{amount} × {count} {count|person|persons}',
      everyone: 'all {count} members',
      someone: '{count} {count|person|persons}',
      objection: 'Objections to what is displayed go to the village committee.',
      headSigns: 'Signature of the head (or of the family)',
      visitorSigns: 'Signature of the visitor',
      visitDate: 'Date of the visit',
      unofficial: 'Not made by a government site; no basis for an official decision',
      synthetic: 'Synthetic data',
    },
  },
};
