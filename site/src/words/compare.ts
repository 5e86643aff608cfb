import type { Language } from '../language.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** The words of the page that compares. `{name}` stands for a value. */
export interface CompareWords {
  readonly language: Language;
  readonly list: string;
  readonly colon: string;
  readonly page: Named<'title' | 'description' | 'heading' | 'lead' | 'noScript' | 'failed'>;
  readonly starts: Named<'heading' | 'lead' | 'exampleTitle' | 'exampleNote' | 'try' | 'days' | 'noDays'>;
  readonly form: Named<
    | 'heading'
    | 'before'
    | 'after'
    | 'policy'
    | 'release'
    | 'on'
    | 'onHint'
    | 'how'
    | 'draft'
    | 'draftHint'
    | 'edition'
    | 'editionHint'
    | 'roster'
    | 'sample'
    | 'sampleHint'
    | 'file'
    | 'fileHint'
    | 'choose'
    | 'noneChosen'
    | 'compare'
    | 'cancel'
    | 'badDay'
    | 'noFile'
    | 'badLink'
    | 'faults'
  >;
  readonly badLinks: Named<'form' | 'policy' | 'release' | 'day'>;
  readonly whatIf: Named<
    | 'heading'
    | 'lead'
    | 'search'
    | 'searchHint'
    | 'found'
    | 'foundNone'
    | 'more'
    | 'add'
    | 'added'
    | 'remove'
    | 'removed'
    | 'values'
    | 'undated'
    | 'now'
    | 'value'
    | 'from'
    | 'fromHint'
    | 'document'
    | 'clause'
    | 'example'
    | 'exampleClause'
    | 'exampleNote'
    | 'usedBy'
    | 'none'
    | 'badNumber'
    | 'badDate'
    | 'same'
    | 'loading'
    | 'days'
    | 'daysFrom'
  >;
  readonly roster: Named<'held' | 'synthetic' | 'problems'>;
  readonly progress: Named<'comparing' | 'reading' | 'done' | 'cancelled' | 'loading'>;
  readonly outcome: Named<
    | 'heading'
    | 'from'
    | 'to'
    | 'gained'
    | 'lost'
    | 'net'
    | 'same'
    | 'households'
    | 'persons'
    | 'noMoney'
    | 'possible'
    | 'also'
    | 'mixed'
    | 'unknown'
    | 'other'
    | 'refused'
    | 'proof'
    | 'proofAll'
    | 'why'
    | 'measures'
    | 'noBars'
    | 'all'
    | 'link'
    | 'copy'
    | 'copied'
    | 'notCopied'
  >;
  readonly affected: Named<
    | 'heading'
    | 'local'
    | 'show'
    | 'every'
    | 'row'
    | 'who'
    | 'village'
    | 'type'
    | 'result'
    | 'money'
    | 'cause'
    | 'more'
    | 'previous'
    | 'next'
    | 'place'
  > & { readonly kinds: Named<'gains' | 'loses' | 'mixed' | 'unknown' | 'other'> };
  readonly boundaries: Named<
    'heading' | 'lead' | 'make' | 'making' | 'none' | 'value' | 'before' | 'after' | 'result' | 'single'
  >;
  readonly parameters: Named<'heading' | 'title' | 'before' | 'after' | 'days' | 'source' | 'rules'>;
  readonly rules: Named<
    'heading' | 'part' | 'before' | 'after' | 'starts' | 'ends' | 'touches' | 'count' | 'texts' | 'textsLead' | 'none'
  >;
  readonly draft: Named<'heading' | 'lead' | 'download' | 'copy' | 'inBrowser' | 'next'>;
}

export const compareWords: Readonly<Record<Language, CompareWords>> = {
  zh: {
    language: 'zh',
    list: '、',
    colon: '：',
    page: {
      title: '版本对比',
      description:
        '比较一份政策的两个版本、两个日期，或两份政策；也可以改一个数字，看谁增谁减、增减多少。数据不离开本机。',
      heading: '改了什么，谁受影响',
      lead: '比较同一政策的两个版本或两个日期，比较两份政策，或者改一个数字试算。先看多少户受益、受损和增减多少钱，再看是哪一条带来的。全部在您的设备上计算。',
      noScript: '比较在您的浏览器里进行，需要启用 JavaScript。',
      failed: '计算出错，没有结果。请刷新页面后再试；若仍出错，请换一个浏览器。',
    },
    starts: {
      heading: '从这里开始',
      lead: '每份政策都可以改一个数字试算，或比较其内容有变化的前后两天。',
      exampleTitle: '示例',
      exampleNote: '示例中的通知是虚构的，花名册为合成数据。',
      try: '改一个数字',
      days: '{before} 与 {after} 之间',
      noDays: '期间没有变化',
    },
    form: {
      heading: '选择比较什么',
      before: '原来',
      after: '改为',
      policy: '政策',
      release: '版本',
      on: '政策日期',
      onHint: '按这一天有效的规定判断，写作 2017-09-01',
      how: '和什么比',
      draft: '改一个数字',
      draftHint: '在“原来”的版本上试改，政策日期相同',
      edition: '另一版本、日期或政策',
      editionHint: '同一政策换一天，或换一份政策',
      roster: '用哪份花名册测算',
      sample: '合成示例花名册',
      sampleHint: '虚构县 2,944 户 7,508 人，不对应任何真实家庭',
      file: '自己的花名册',
      fileHint: 'Excel 或 CSV 文件，只在本机读取，不上传。按认得的列名读取；列名不合时先到“整村核对”核对',
      choose: '选择文件',
      noneChosen: '未选择文件',
      compare: '开始比较',
      cancel: '取消',
      badDay: '应为 yyyy-mm-dd 形式的日期，例如 2017-09-01',
      noFile: '请先选择文件',
      badLink: '链接有误：{what}。已改用默认选择。',
      faults: '有 {count} 处需要改正',
    },
    badLinks: {
      form: '“{text}”不是“政策@版本:日期”的写法',
      policy: '没有政策 {text}',
      release: '没有版本 {text}',
      day: '{text} 不是日历上的日期',
    },
    whatIf: {
      heading: '改哪个数字',
      lead: '可以改一处或几处。改后的规定自下面这一天起生效，此前的不变。',
      search: '查找数额、期限或条件',
      searchHint: '例如 助学金、危房、二(一)5',
      found: '找到 {count} 项',
      foundNone: '没有找到，换一个词试试',
      more: '显示全部 {count} 项',
      add: '改这一项',
      added: '已加入：{title}',
      remove: '不改了',
      removed: '已去掉：{title}',
      values: '现行的值',
      undated: '写在条文中',
      now: '{value}',
      value: '新值',
      from: '自哪一天起',
      fromHint: '新规定生效的第一天，写作 2018-09-01',
      document: '依据的文件',
      clause: '条款',
      example: '（示例，并无此文件）',
      exampleClause: '示例',
      exampleNote: '试算不需要真实文件，标为示例；正式修改时填写文号和条款。',
      usedBy: '影响：{list}',
      none: '还没有选择要改的数字。请在上面查找。',
      badNumber: '应为数字，例如 {example}',
      badDate: '应为 yyyy-mm-dd 形式的日期，例如 {example}',
      same: '与现行的值相同，没有变化',
      loading: '正在读取政策……',
      days: '{from} 至 {to}',
      daysFrom: '{from} 起',
    },
    roster: {
      held: '{name}：{households} 户 {persons} 人',
      synthetic: '合成示例花名册',
      problems: '有 {count} 处未能读取，按未知处理或略去',
    },
    progress: {
      comparing: '正在逐户比较，{percent}%',
      reading: '正在读取文件，{percent}%',
      done: '比较完成：{gained} 户受益，{lost} 户受损，{same} 户不变',
      cancelled: '已取消',
      loading: '正在准备',
    },
    outcome: {
      heading: '比较结果',
      from: '原来',
      to: '改为',
      gained: '受益',
      lost: '受损',
      net: '净增减',
      same: '不变',
      households: '{count} 户',
      persons: '{count} 人',
      noMoney: '0 元',
      possible: '待定的若都符合：{sum}',
      also: '另有 {list}。',
      mixed: '{count} 户有得有失',
      unknown: '{count} 户资料不全、得失待定',
      other: '{count} 户待遇不变、其他结论有变',
      refused: '{count} 户资料有误、未计入',
      proof: '两边共 {all} 条规定：{changed} 条的结论或金额可能不同，其余没有变，对任何人的结果都一样。',
      proofAll: '两边共 {all} 条规定，结论或金额都可能不同。',
      why: '为什么没有影响',
      measures: '哪些措施带来的',
      noBars: '没有措施受影响。',
      all: '显示全部 {count} 项',
      link: '这次比较的链接（不含花名册）',
      copy: '复制链接',
      copied: '已复制',
      notCopied: '浏览器不允许复制，请手工选取',
    },
    affected: {
      heading: '谁受益，谁受损',
      local: '只在本机显示，姓名已遮盖；行号与花名册文件一致（表头为第 1 行）。',
      show: '显示',
      every: '全部',
      row: '行号',
      who: '户主',
      village: '村',
      type: '户类型',
      result: '结果',
      money: '增减',
      cause: '由哪一条带来',
      more: '另有 {count} 条',
      previous: '上一页',
      next: '下一页',
      place: '第 {from}–{to} 户，共 {total} 户',
      kinds: { gains: '受益', loses: '受损', mixed: '有得有失', unknown: '得失待定', other: '其他结论有变' },
    },
    boundaries: {
      heading: '界线上的情形',
      lead: '虚拟的例子：其余条件都符合，只看界线两侧。花名册里不一定有这样的户。',
      make: '列出界线上的情形（约需数秒）',
      making: '正在推算……',
      none: '没有界线把两边区分开。',
      value: '取值',
      before: '原来',
      after: '改为',
      result: '变化',
      single: '一个符合改动的例子',
    },
    parameters: {
      heading: '数额和期限',
      title: '名称',
      before: '原来',
      after: '改为',
      days: '何时起',
      source: '依据',
      rules: '影响的规定',
    },
    rules: {
      heading: '条文',
      part: '部分',
      before: '原来',
      after: '改为',
      starts: '开始生效',
      ends: '不再有效',
      touches: '影响：{list}',
      count: '{count} 处',
      texts: '只改了出处或文字：{count} 处',
      textsLead: '不影响判定。',
      none: '条文本身没有变化。',
    },
    draft: {
      heading: '修改稿',
      lead: '这就是政策文件夹里的 draft.yaml。送审前请把示例的文件、条款和 quoteSha256 换成真实的。',
      download: '下载 draft.yaml',
      copy: '复制',
      inBrowser: '在微信中无法下载时，请在浏览器打开本页，或用“复制”。',
      next: '放入政策文件夹后，依次运行。原有的测试若因此不再成立，check 会逐条指出：',
    },
  },
  en: {
    language: 'en',
    list: ', ',
    colon: ': ',
    page: {
      title: 'Compare',
      description:
        'Compare two releases or two days of a policy, or two policies; or change a figure and see who gains and loses, and how much. Nothing leaves your device.',
      heading: 'What changes, and for whom',
      lead: 'Compare two releases or two days of a policy, compare two policies, or change a figure and try it out. First see how many households gain or lose and what it costs, then which clause did it. All of it is worked out on your device.',
      noScript: 'The comparison runs in your browser and needs JavaScript.',
      failed:
        'Something went wrong and there is no result. Load the page anew and try again; if it fails still, try another browser.',
    },
    starts: {
      heading: 'Start here',
      lead: 'Of each policy you can change a figure and try it out, or compare two days between which something in it changes.',
      exampleTitle: 'Example',
      exampleNote: 'The notice of the example is invented, and the roster is synthetic.',
      try: 'Change a figure',
      days: '{before} and {after}',
      noDays: 'Nothing changes meanwhile',
    },
    form: {
      heading: 'What to compare',
      before: 'Before',
      after: 'After',
      policy: 'Policy',
      release: 'Release',
      on: 'Policy date',
      onHint: 'The rules in force on this day apply; write 2017-09-01',
      how: 'Compare with',
      draft: 'A changed figure',
      draftHint: 'Tried out on the release on the left, on the same day',
      edition: 'Another release, day or policy',
      editionHint: 'The same policy on another day, or another policy',
      roster: 'Roster to work it out on',
      sample: 'Synthetic sample roster',
      sampleHint: 'An invented county of 2,944 households and 7,508 persons',
      file: 'Your own roster',
      fileHint:
        'An Excel or CSV file; it is read on this device and sent nowhere. Columns are read by the headers that are known; the village roster page shows how yours are matched',
      choose: 'Choose a file',
      noneChosen: 'No file chosen',
      compare: 'Compare',
      cancel: 'Cancel',
      badDay: 'Should be a date, yyyy-mm-dd, such as 2017-09-01',
      noFile: 'Choose a file first',
      badLink: 'The link is not right: {what}. The usual choice is shown instead.',
      faults: '{count} to correct',
    },
    badLinks: {
      form: '“{text}” is not written POLICY@RELEASE:DATE',
      policy: 'there is no policy {text}',
      release: 'there is no release {text}',
      day: '{text} is no day of the calendar',
    },
    whatIf: {
      heading: 'Which figure to change',
      lead: 'Change one or several. The new law holds from the day below; everything before it stays.',
      search: 'Find an amount, a day or a condition',
      searchHint: 'Such as: aid, house, 二(一)5',
      found: '{count} found',
      foundNone: 'Nothing found; try another word',
      more: 'Show all {count}',
      add: 'Change this',
      added: 'Added: {title}',
      remove: 'Leave as it is',
      removed: 'Taken out: {title}',
      values: 'In force',
      undated: 'written in the rule',
      now: '{value}',
      value: 'New value',
      from: 'From which day',
      fromHint: 'The first day of the new law; write 2018-09-01',
      document: 'Document that says so',
      clause: 'Clause',
      example: '（示例，并无此文件）',
      exampleClause: '示例',
      exampleNote:
        'Trying out needs no real document: it is marked 示例 (example). Name the document and clause when the change is real.',
      usedBy: 'Touches: {list}',
      none: 'No figure is chosen yet. Find one above.',
      badNumber: 'Should be a number, such as {example}',
      badDate: 'Should be a date, yyyy-mm-dd, such as {example}',
      same: 'This is the value in force, so nothing changes',
      loading: 'Reading the policy …',
      days: '{from} to {to}',
      daysFrom: 'from {from}',
    },
    roster: {
      held: '{name}: {households} households, {persons} persons',
      synthetic: 'Synthetic sample roster',
      problems: '{count} rows or cells could not be read; they count as unknown or are left out',
    },
    progress: {
      comparing: 'Comparing households, {percent}%',
      reading: 'Reading the file, {percent}%',
      done: 'Compared: {gained} households gain, {lost} lose, {same} stay as they are',
      cancelled: 'Cancelled',
      loading: 'Getting ready',
    },
    outcome: {
      heading: 'Result',
      from: 'Before',
      to: 'After',
      gained: 'Gain',
      lost: 'Lose',
      net: 'Net change',
      same: 'Unchanged',
      households: '{count} households',
      persons: '{count} persons',
      noMoney: '¥0',
      possible: '{sum} if all that is open is met',
      also: 'Besides: {list}.',
      mixed: '{count} households gain and lose',
      unknown: '{count} not settled, since facts are missing',
      other: '{count} keep their benefits and are judged otherwise',
      refused: '{count} have faulty facts and are not counted',
      proof:
        'Of {all} provisions on both sides {changed} can come out otherwise; all others are unchanged and find the same for everyone.',
      proofAll: 'All {all} provisions of both sides can come out otherwise.',
      why: 'Why nothing changes for anyone',
      measures: 'Which measures do it',
      noBars: 'No measure is affected.',
      all: 'Show all {count}',
      link: 'Link to this comparison (without the roster)',
      copy: 'Copy the link',
      copied: 'Copied',
      notCopied: 'The browser does not allow copying; select the text',
    },
    affected: {
      heading: 'Who gains, who loses',
      local:
        'Shown on this device only, names masked. Row numbers are those of the roster’s file; the header is row 1.',
      show: 'Show',
      every: 'All',
      row: 'Row',
      who: 'Head',
      village: 'Village',
      type: 'Household type',
      result: 'Result',
      money: 'Difference',
      cause: 'By which clause',
      more: '{count} more',
      previous: 'Previous page',
      next: 'Next page',
      place: 'Households {from}–{to} of {total}',
      kinds: {
        gains: 'Gain',
        loses: 'Lose',
        mixed: 'Gain and lose',
        unknown: 'Not settled',
        other: 'Judged otherwise',
      },
    },
    boundaries: {
      heading: 'Cases at the line',
      lead: 'Made-up cases in which all else is met, on both sides of each line. The roster need not hold such a household.',
      make: 'List the cases at the line (takes some seconds)',
      making: 'Working them out …',
      none: 'No line tells the two sides apart.',
      value: 'Value',
      before: 'Before',
      after: 'After',
      result: 'Change',
      single: 'A case that the change meets',
    },
    parameters: {
      heading: 'Amounts and days',
      title: 'Name',
      before: 'Before',
      after: 'After',
      days: 'When',
      source: 'Source',
      rules: 'Provisions touched',
    },
    rules: {
      heading: 'Rule text',
      part: 'Part',
      before: 'Before',
      after: 'After',
      starts: 'Enter force',
      ends: 'No longer in force',
      touches: 'Touches: {list}',
      count: '{count}',
      texts: 'Changed in citation or text alone: {count}',
      textsLead: 'These change no decision.',
      none: 'The rules themselves read as before.',
    },
    draft: {
      heading: 'The draft',
      lead: 'This is the draft.yaml of the policy’s folder. Before a review put the real document, clause and quoteSha256 in place of the example’s.',
      download: 'Download draft.yaml',
      copy: 'Copy',
      inBrowser: 'Where WeChat cannot download, open this page in a browser, or copy.',
      next: 'Once it stands in the policy’s folder, run these. Where tests that held no longer do, check names each:',
    },
  },
};
