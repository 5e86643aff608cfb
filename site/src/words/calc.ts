import type { Language } from '../language.ts';

/** Words of the page on which a policy and a subject are chosen. */
interface ChooseWords {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly rules: string;
  readonly oneRule: string;
  readonly more: string;
  readonly about: string;
}

export type CalcWord =
  | 'title'
  | 'description'
  | 'lookUpTitle'
  | 'lookUpDescription'
  | 'formTitle'
  | 'example'
  | 'exampleNote'
  | 'back'
  | 'keep'
  | 'keepNote'
  | 'modes'
  | 'modeTable'
  | 'modeOne'
  | 'modeReview'
  | 'toReview'
  | 'remaining'
  | 'askedOnce'
  | 'remainingNone'
  | 'passedOver'
  | 'again'
  | 'previous'
  | 'notKnown'
  | 'skip'
  | 'next'
  | 'addMember'
  | 'membersStep'
  | 'reviewTitle'
  | 'reviewLead'
  | 'reviewEmpty'
  | 'reviewOpen'
  | 'change'
  | 'errorTitle'
  | 'fromLink'
  | 'fromLinkNote'
  | 'adopt'
  | 'backToOwn'
  | 'linkBroken'
  | 'linkOther'
  | 'linkRelease'
  | 'migrated'
  | 'lost'
  | 'share'
  | 'shareNote'
  | 'shareAddress'
  | 'shareLeftOut'
  | 'copy'
  | 'copied'
  | 'copyFailed'
  | 'card'
  | 'cardNote'
  | 'program'
  | 'programNote'
  | 'programCase'
  | 'programCode'
  | 'programCommand'
  | 'inApp'
  | 'paste'
  | 'pasteNote'
  | 'pasteLabel'
  | 'pasteDo'
  | 'pasted'
  | 'pasteColumn'
  | 'pasteValue'
  | 'pasteMore'
  | 'pasteTooMany'
  | 'addRecord'
  | 'removeRecord'
  | 'record'
  | 'notAsked'
  | 'byGiven'
  | 'givenAnd'
  | 'needsRoster'
  | 'times'
  | 'sumOf'
  | 'printWho'
  | 'printRule'
  | 'printAmount'
  | 'printMore'
  | 'facts';

interface CalcWords {
  readonly choose: ChooseWords;
  /** `{name}` stands for a value. */
  readonly page: Readonly<Record<CalcWord, string>>;
}

export const calcWords: Readonly<Record<Language, CalcWords>> = {
  zh: {
    choose: {
      title: '政策计算',
      description: '选择政策文件和核对对象，逐条得出符合、待补充与不符合的规定。',
      lead: '先选文件，再选核对对象。数字是核对时要问到该对象的规定条数，一条规定可以问到几种对象；政\u2060策\u2060库则按规定所讲的对象计数，每条只计一次。',
      rules: '{count} 条',
      oneRule: '1 条',
      more: '查看各条规定',
      about: '适用地区 {area}',
    },
    page: {
      title: '{subject}：各条规定是否做到',
      lookUpTitle: '{subject}：文件怎样规定',
      lookUpDescription: '填写情况，查出《{document}》中适用的规定、内容和依据条款。',
      description: '填写情况，逐条得出《{document}》中符合、待补充与不符合的规定、金额和依据条款。',
      formTitle: '{subject}的情况',
      example: '填入示例',
      exampleNote: '示例为合成数据，不对应任何真实情况。',
      back: '换一份文件或对象',
      keep: '保存在本机',
      keepNote: '勾选后，关闭浏览器也保留；任何用这台设备的人都能看到。',
      modes: '填写方式',
      modeTable: '表格填写',
      modeOne: '逐项问答',
      modeReview: '核对所填',
      toReview: '核对所填',
      remaining: '还有 {count} 项会影响结论',
      askedOnce: '已问完一遍',
      remainingNone: '没有要问的了：其余各项都不再影响结论。',
      passedOver: '，其中 {count} 项您答了不清楚或跳过',
      again: '再问一遍',
      previous: '上一项',
      notKnown: '不清楚',
      skip: '先跳过',
      next: '下一项',
      addMember: '添加成员',
      membersStep: '先列出家庭成员，再逐人询问。',
      reviewTitle: '核对所填',
      reviewLead: '已填 {count} 项。请逐项核对，有误的点“修改”。',
      reviewEmpty: '还没有填写。',
      reviewOpen: '另有 {unknown} 项不清楚，其中 {open} 项会影响结论。',
      change: '修改',
      errorTitle: '有 {count} 处需要改正',
      fromLink: '来自分享链接',
      fromLinkNote: '本机原来保存的内容还在；修改或点“保留”后才会替换。',
      adopt: '保留',
      backToOwn: '不用它，回到我填的',
      linkBroken: '分享链接不完整或已损坏，没有填入任何内容。请向对方重新要一个链接，或直接填写。',
      linkOther: '分享链接属于另一份文件或另一个对象，没有填入。请打开链接原来的页面。',
      linkRelease: '链接按规则 {release} 版生成，本页是 {own} 版。已按本页的规则计算，结论可能不同。',
      migrated: '规则已更新，上次填写的内容已逐项转入。',
      lost: '以下各项本页已不再询问或不能使用，没有填入：',
      share: '分享链接',
      shareNote: '链接里有所填的情况、政策日期和规则版本，放在 # 之后，不会发给网站；不含称呼和自由填写的文字。',
      shareAddress: '链接地址',
      shareLeftOut: '没有放进链接：{list}。',
      copy: '复制',
      copied: '已复制',
      copyFailed: '请手工复制',
      card: '入户卡',
      cardNote: '带着本页所填打开入户卡',
      program: '在您的程序里使用',
      programNote: '同样的情况、同样的规则，一次调用得出同样的结论。',
      programCase: '情况（JSON）',
      programCode: 'TypeScript',
      programCommand: '命令行（先把上面的情况存为 case.json）',
      inApp: '微信里不能打印或保存文件：请点右上角“…”，选“在浏览器打开”。',
      paste: '从 Excel 粘贴',
      pasteNote:
        '在 Excel 里选中几行复制，在表内任一格粘贴；或贴在下面。带表头时按表头对应，不带表头时从所在的格起依次填入。',
      pasteLabel: '粘贴区',
      pasteDo: '填入表格',
      pasted: '已填入 {rows} 人。',
      pasteColumn: '没有对应的列：{list}。',
      pasteValue: '第 {row} 行“{column}”：“{value}”不能识别，未填。',
      pasteMore: '另有 {count} 处没有填入。',
      pasteTooMany: '每次最多 {most} 行，其余没有填入。',
      addRecord: '添加一条',
      removeRecord: '删除第 {n} 条',
      record: '第 {n} 条',
      notAsked: '（本页不问）',
      byGiven: '按“其他数据”里所填的{list}判断',
      givenAnd: '、',
      needsRoster: '花名册（用“整村核对”）',
      times: '{amount} ×\u00a0{count} 人',
      sumOf: '{terms} =\u00a0{sum}',
      printWho: '对象',
      printRule: '政策',
      printAmount: '金额或说明',
      printMore: '条款',
      facts: '所填情况',
    },
  },
  en: {
    choose: {
      title: 'Calculator',
      description:
        'Choose a policy document and whom or what to check, and see clause by clause what is met, what is open and what is not met.',
      lead: 'Choose a document, then whom or what to check. Each figure is the number of provisions that ask about it, and one provision may ask about several; the policy pages count each provision once, under the subject that it speaks of.',
      rules: '{count} {count|provision|provisions}',
      oneRule: '1 provision',
      more: 'Read the provisions',
      about: 'Applies in {area}',
    },
    page: {
      title: '{subject}: what is required and what is met',
      lookUpTitle: '{subject}: what the document says',
      lookUpDescription:
        'Say what you know and see which provisions of “{document}” apply, what they say, and the clauses.',
      description:
        'Say what you know and see, clause by clause, what of “{document}” is met, open or not met, with amounts and clauses.',
      formTitle: '{subject}',
      example: 'Fill in an example',
      exampleNote: 'The example is synthetic and describes nothing real.',
      back: 'Another document or subject',
      keep: 'Keep on this device',
      keepNote: 'Kept after the browser is closed; anyone who uses this device can see it.',
      modes: 'Ways to fill in',
      modeTable: 'Table',
      modeOne: 'One at a time',
      modeReview: 'Check answers',
      toReview: 'Check answers',
      remaining: '{count} {count|question|questions} can still change the answer',
      askedOnce: 'All asked once',
      remainingNone: 'Nothing left to ask: no other question can change the answer.',
      passedOver: '; {count} of them left open or skipped',
      again: 'Ask them again',
      previous: 'Back',
      notKnown: 'Not known',
      skip: 'Skip for now',
      next: 'Next',
      addMember: 'Add a member',
      membersStep: 'List the members first; then each is asked about.',
      reviewTitle: 'Check answers',
      reviewLead: 'Filled in: {count}. Read through them; choose “Change” where one is wrong.',
      reviewEmpty: 'Nothing has been filled in.',
      reviewOpen: 'Not known: {unknown}, of which {open} can change the answer.',
      change: 'Change',
      errorTitle: '{count} {count|answer|answers} to correct',
      fromLink: 'From a shared link',
      fromLinkNote: 'What was saved on this device is still there; it is replaced when you edit or choose “Keep”.',
      adopt: 'Keep',
      backToOwn: 'Back to my own',
      linkBroken:
        'The shared link is incomplete or damaged; nothing was filled in. Ask for it again, or fill in the form.',
      linkOther: 'The shared link belongs to another document or subject; nothing was filled in. Open its own page.',
      linkRelease:
        'The link was made with release {release} of the rules; this page has {own}. It is decided by this page’s rules and may come out differently.',
      migrated: 'The rules have changed; what you had filled in was carried over answer by answer.',
      lost: 'This page no longer asks for these, or cannot use them; they were not filled in:',
      share: 'Share link',
      shareNote:
        'The link holds your answers, the policy date and the release, all after the #, which is never sent to the site. Names and free text are left out.',
      shareAddress: 'Address of the link',
      shareLeftOut: 'Not in the link: {list}.',
      copy: 'Copy',
      copied: 'Copied',
      copyFailed: 'Copy by hand',
      card: 'Household card',
      cardNote: 'Opens the household card with these answers',
      program: 'Use it in your program',
      programNote: 'The same case and the same rules give the same answer, in one call.',
      programCase: 'The case, as JSON',
      programCode: 'TypeScript',
      programCommand: 'Command line (save the case as case.json first)',
      inApp: 'WeChat can neither print nor save files: open the menu at the top right and choose “Open in browser”.',
      paste: 'Paste from Excel',
      pasteNote:
        'Copy rows in Excel and paste them into any cell of the table, or below. With a heading line columns are matched by name, without one they are filled from the cell you are in.',
      pasteLabel: 'Paste here',
      pasteDo: 'Fill the table',
      pasted: '{rows} {rows|person|persons} filled in.',
      pasteColumn: 'No such column: {list}.',
      pasteValue: 'Row {row}, “{column}”: “{value}” is not understood and was left open.',
      pasteMore: 'Another {count} were not filled in.',
      pasteTooMany: 'At most {most} rows at a time; the others were not filled in.',
      addRecord: 'Add an entry',
      removeRecord: 'Remove entry {n}',
      record: 'Entry {n}',
      notAsked: ' (not asked here)',
      byGiven: 'Decided by the {list} given under “Other data”',
      givenAnd: ' and ',
      needsRoster: 'The households of a roster (in “Village roster”)',
      times: '{amount} ×\u00a0{count} {count|person|persons}',
      sumOf: '{terms} =\u00a0{sum}',
      printWho: 'Who',
      printRule: 'Provision',
      printAmount: 'Amount or remark',
      printMore: 'Clause',
      facts: 'Answers given',
    },
  },
};
