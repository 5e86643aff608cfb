import type { TopicName } from './topics.ts';

/** Languages of the interface. */
export type Language = 'zh' | 'en';

type Table = Readonly<Record<string, string>>;

/** All words of the interface that are not in the vocabulary or the policy. `{name}` stands for a value. */
export interface Words {
  readonly page: Readonly<
    Record<
      | 'lang'
      | 'siteTitle'
      | 'title'
      | 'description'
      | 'skip'
      | 'otherLanguage'
      | 'otherLanguageCode'
      | 'area'
      | 'date'
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
      | 'noMembers'
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
      | 'measure',
      string
    >
  >;
  readonly topics: Readonly<Record<TopicName, string>>;
  readonly control: Readonly<
    Record<'unknown' | 'yes' | 'no' | 'given' | 'notGiven' | 'some' | 'none' | 'separate' | 'count' | 'asked', string>
  >;
  readonly answer: Readonly<
    Record<
      | 'person'
      | 'household'
      | 'headline'
      | 'perYear'
      | 'bar'
      | 'met'
      | 'unknown'
      | 'unmet'
      | 'emptyMet'
      | 'emptyUnknown'
      | 'emptyUnmet'
      | 'aside'
      | 'askFirst'
      | 'noPersons'
      | 'others'
      | 'ifAll'
      | 'higher'
      | 'amountOpen'
      | 'ask'
      | 'askMore'
      | 'eligibleIf'
      | 'failing'
      | 'why'
      | 'edit'
      | 'mustBe'
      | 'required'
      | 'actual'
      | 'gap'
      | 'holds'
      | 'fails'
      | 'open'
      | 'reading'
      | 'partial'
      | 'anomaly'
      | 'clause'
      | 'document'
      | 'due'
      | 'daysLeft'
      | 'delivered'
      | 'undelivered'
      | 'contradiction'
      | 'contradictions'
      | 'wrong'
      | 'wrongDate'
      | 'badCount'
      | 'badDate'
      | 'badNumber'
      | 'whole'
      | 'decimals'
      | 'atLeast'
      | 'atMost'
      | 'conditions'
      | 'items'
      | 'printedOn'
      | 'colon'
      | 'semicolon'
      | 'comma'
      | 'or'
      | 'empty'
      | 'benefits'
      | 'duties',
      string
    >
  >;
  readonly amount: Readonly<Record<'plain' | 'per' | 'every' | 'perEvery' | 'once' | 'perOnce' | 'yuan', string>>;
  readonly units: Table;
  readonly per: Table;
  readonly every: Table;
  readonly comparators: Table;
  readonly operators: Table;
  readonly status: Table;
}

const zh: Words = {
  page: {
    lang: 'zh-CN',
    siteTitle: '精准',
    title: '一户能享受哪些政策',
    description: '填写一户的情况，逐条得出符合、待补充与不符合的政策、金额和依据条款。',
    skip: '跳到结果',
    otherLanguage: 'English',
    otherLanguageCode: 'en',
    area: '适用地区',
    date: '政策日期',
    dateHint: '按这一天有效的规定判断',
    release: '规则版本',
    document: '文件',
    local: '数据仅存本机',
    localMore: '填写的内容不会上传；关闭本标签页即清除。',
    clear: '清空',
    example: '填入示例户',
    exampleNote: '示例为合成数据，不对应任何真实家庭。',
    form: '一户的情况',
    formHint: '不知道的留“不清楚”，不会被当作“否”或 0。左侧有竖条的项目会影响结论。',
    members: '家庭成员',
    membersHint: '请列出户内全部成员，含户主。',
    noMembers: '还没有填写成员，因此到人的政策尚未判断。',
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
    measure: '项目',
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
  control: {
    unknown: '不清楚',
    yes: '是',
    no: '否',
    given: '有',
    notGiven: '没有',
    some: '有（请勾选）',
    none: '没有',
    separate: '多项用顿号隔开',
    count: '项',
    asked: '待补',
  },
  answer: {
    person: '第 {n} 人',
    household: '本户',
    headline: '符合 {met} 项 · 可确定合计 {sum} · 待补 {unknown} 项',
    perYear: '{sum}/年',
    bar: '符合 {met} 项 · {sum} · 还缺 {missing} 项',
    met: '符合',
    unknown: '待补充',
    unmet: '不符合',
    emptyMet: '目前没有能确定符合的政策。',
    emptyUnknown: '没有待补充的政策。',
    emptyUnmet: '目前没有能确定不符合的政策。',
    aside: '另有 {outside} 项不适用、{notInForce} 项当日不在有效期内',
    askFirst: '先补这几项，最能定结论',
    noPersons: '未填写家庭成员：{count} 条到人的规定没有判断。',
    others: '另有 {list}',
    ifAll: '若待补充的全部符合：{list}',
    higher: '符合，金额由上级另行规定',
    amountOpen: '金额待补充后确定',
    ask: '要问',
    askMore: '等 {count} 项',
    eligibleIf: '若{fact}{change}，则符合',
    failing: '{fact}：{actual}，应{expected}',
    why: '依据与理由',
    edit: '修改',
    mustBe: '应{value}',
    required: '要求 {value}',
    actual: '实际 {value}',
    gap: '相差 {value}',
    holds: '满足',
    fails: '不满足',
    open: '不清楚',
    reading: '理解口径',
    partial: '只能部分计算',
    anomaly: '文件存疑处',
    clause: '条款',
    document: '文件',
    due: '期限 {date}',
    daysLeft: '还有 {days} 天',
    delivered: '已享受',
    undelivered: '应享未享',
    contradiction: '{who}：{fact}填为{supplied}，按其他项推算为{derived}。已按所填计算。',
    contradictions: '前后不一致',
    wrong: '{count} 处填写有误，未计入结果：',
    wrongDate: '应为 yyyy-mm-dd 形式的日期，例如 2017-09-01。结果仍按 {date}。',
    badDate: '应为 yyyy-mm-dd 形式的日期，例如 2017-09-01',
    badNumber: '应为{form}，例如 {example}',
    whole: '整数',
    decimals: '数字（最多 {places} 位小数）',
    atLeast: '，不小于 {bound}',
    atMost: '，不大于 {bound}',
    badCount: '应为 0 到 1000 的整数，例如 2',
    conditions: '条件',
    items: '清单',
    printedOn: '政策日期 {date}',
    colon: '：',
    semicolon: '；',
    comma: '、',
    or: '、',
    empty: '（空）',
    benefits: '待遇与奖励',
    duties: '标准与工作要求',
  },
  amount: {
    plain: '{value}',
    per: '{value}/{per}',
    every: '{value}/{every}',
    perEvery: '{value}/{per}·{every}',
    once: '{value}（一次性）',
    perOnce: '{value}/{per}（一次性）',
    yuan: '{number} 元',
  },
  units: { years: '年' },
  per: {
    person: '人',
    household: '户',
    labourer: '劳动力',
    village: '村',
    town: '镇',
    county: '县',
    point: '点',
    loan: '笔贷款',
    member: '人',
    enrolment: '次录取',
  },
  every: {
    year: '年',
    month: '月',
    day: '天',
    admission: '次住院',
    visit: '次就诊',
    'school-year': '学年',
    training: '次培训',
    enrolment: '次录取',
    quarter: '季度',
  },
  comparators: {
    equal: '',
    'at-least': '不少于 ',
    'at-most': '不超过 ',
    'less-than': '低于 ',
    'more-than': '高于 ',
    approx: '约 ',
    range: '',
    all: '全部 ',
  },
  operators: {
    equal: '为{value}',
    notEqual: '不为{value}',
    in: '为{value}之一',
    notIn: '不是{value}',
    lessThan: '低于 {value}',
    lessThanInclusive: '不超过 {value}',
    greaterThan: '高于 {value}',
    greaterThanInclusive: '不少于 {value}',
    contains: '含{value}',
    doesNotContain: '不含{value}',
    'date.lessThan': '早于 {value}',
    'date.lessThanInclusive': '不晚于 {value}',
    'date.greaterThan': '晚于 {value}',
    'date.greaterThanInclusive': '不早于 {value}',
  },
  status: {
    met: '符合',
    unmet: '不符合',
    unknown: '待补充',
    'not-applicable': '不适用',
    'not-in-force': '不在有效期内',
  },
};

const en: Words = {
  page: {
    lang: 'en',
    siteTitle: 'Jingzhun',
    title: 'What one household is entitled to',
    description:
      'Describe a household and see which policies it meets, which are open and which it does not, with amounts and clauses.',
    skip: 'Skip to the answer',
    otherLanguage: '简体中文',
    otherLanguageCode: 'zh-CN',
    area: 'Applies in',
    date: 'Policy date',
    dateHint: 'Rules in force on this day decide',
    release: 'Release',
    document: 'Document',
    local: 'Data stays on this device',
    localMore: 'Nothing you enter is sent; closing this tab deletes it.',
    clear: 'Clear',
    example: 'Fill in an example',
    exampleNote: 'The example is synthetic and describes no real family.',
    form: 'The household',
    formHint:
      'Leave what you do not know at “Not known”: it never counts as “No” or 0. Items with a bar on the left can still change the answer.',
    members: 'Members',
    membersHint: 'List every member of the household, the head included.',
    noMembers: 'No members yet, so policies for persons are not decided.',
    addMember: 'Add a member',
    removeMember: 'Remove person {n}',
    memberName: 'Called',
    memberNameHint: 'Optional, only shown here; no id numbers',
    optional: 'Optional',
    moreAbout: 'More ({count} questions)',
    row: 'Person {n}',
    number: 'No.',
    answer: 'Answer',
    print: 'Print the answer',
    footer: 'Not a government site. The answer is no basis for an approval.',
    synthetic: 'synthetic data',
    noScript:
      'This page calculates in your browser and needs JavaScript. Without it the questions are shown, but no answer.',
    derived: 'Can follow from other answers',
    measure: 'Item',
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
  control: {
    unknown: 'Not known',
    yes: 'Yes',
    no: 'No',
    given: 'Yes',
    notGiven: 'None',
    some: 'Some (choose)',
    none: 'None',
    separate: 'Separate with commas',
    count: 'items',
    asked: 'still open',
  },
  answer: {
    person: 'Person {n}',
    household: 'Household',
    headline: '{met} met · {sum} certain · {unknown} open',
    perYear: '{sum} a year',
    bar: '{met} met · {sum} · {missing} to ask',
    met: 'Met',
    unknown: 'Open',
    unmet: 'Not met',
    emptyMet: 'Nothing is certainly met yet.',
    emptyUnknown: 'Nothing is open.',
    emptyUnmet: 'Nothing is certainly unmet yet.',
    aside: 'Another {outside} do not apply, {notInForce} are not in force on that day',
    askFirst: 'Ask these first: they settle most',
    noPersons: 'No members entered: {count} rules about persons are not decided.',
    others: 'Also {list}',
    ifAll: 'If all that is open were met: {list}',
    higher: 'Met; the amount is set at a higher level',
    amountOpen: 'Amount still open',
    ask: 'Ask',
    askMore: '{count} in all',
    eligibleIf: 'Would be met if: {fact} {change}',
    failing: '{fact}: {actual}; condition: {expected}',
    why: 'Reasons and source',
    edit: 'Change',
    mustBe: 'Condition: {value}',
    required: 'Required: {value}',
    actual: 'Actual: {value}',
    gap: 'Short by {value}',
    holds: 'holds',
    fails: 'does not hold',
    open: 'not known',
    reading: 'How it is read',
    partial: 'Computable in part',
    anomaly: 'Doubtful in the document',
    clause: 'Clause',
    document: 'Document',
    due: 'Due {date}',
    daysLeft: '{days} days left',
    delivered: 'Received',
    undelivered: 'Entitled, not received',
    contradiction: '{who}: {fact} is given as {supplied} but follows as {derived}. The given answer counts.',
    contradictions: 'Answers that disagree',
    wrong: '{count} entries cannot be used and are left out:',
    wrongDate: 'Should be a date, yyyy-mm-dd, such as 2017-09-01. The answer keeps {date}.',
    badDate: 'Should be a date, yyyy-mm-dd, such as 2017-09-01',
    badNumber: 'Should be {form}, such as {example}',
    whole: 'a whole number',
    decimals: 'a number with at most {places} decimals',
    atLeast: ', at least {bound}',
    atMost: ', at most {bound}',
    badCount: 'Should be a whole number from 0 to 1000, such as 2',
    conditions: 'Conditions',
    items: 'Checklist',
    printedOn: 'Policy date {date}',
    colon: ': ',
    semicolon: '; ',
    comma: ', ',
    or: ', ',
    empty: '(empty)',
    benefits: 'Benefits',
    duties: 'Standards and duties',
  },
  amount: {
    plain: '{value}',
    per: '{value} per {per}',
    every: '{value} per {every}',
    perEvery: '{value} per {per} per {every}',
    once: '{value}, once',
    perOnce: '{value} per {per}, once',
    yuan: '¥{number}',
  },
  units: {
    'yuan/year': 'yuan a year',
    'yuan/person/year': 'yuan per person a year',
    'yuan/person/month': 'yuan per person a month',
    'yuan/household': 'yuan per household',
    'yuan/day': 'yuan a day',
    '%/year': '% a year',
  },
  per: { labourer: 'worker', member: 'person' },
  every: { 'school-year': 'school year', admission: 'hospital stay' },
  comparators: {
    equal: '',
    'at-least': 'at least ',
    'at-most': 'at most ',
    'less-than': 'less than ',
    'more-than': 'more than ',
    approx: 'about ',
    range: '',
    all: 'all ',
  },
  operators: {
    equal: 'is {value}',
    notEqual: 'is not {value}',
    in: 'is one of {value}',
    notIn: 'is none of {value}',
    lessThan: 'is below {value}',
    lessThanInclusive: 'is at most {value}',
    greaterThan: 'is above {value}',
    greaterThanInclusive: 'is at least {value}',
    contains: 'includes {value}',
    doesNotContain: 'does not include {value}',
    'date.lessThan': 'is before {value}',
    'date.lessThanInclusive': 'is no later than {value}',
    'date.greaterThan': 'is after {value}',
    'date.greaterThanInclusive': 'is no earlier than {value}',
  },
  status: {
    met: 'met',
    unmet: 'not met',
    unknown: 'open',
    'not-applicable': 'does not apply',
    'not-in-force': 'not in force',
  },
};

export const words: Readonly<Record<Language, Words>> = { zh, en };
