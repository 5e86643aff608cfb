import type { Language } from '../language.ts';
import type { Confidence, ProblemKind } from '../roster/protocol.ts';
import type { Stage } from '../worker/messages.ts';

/** The steps of the page, in order. */
export const steps = ['file', 'columns', 'values', 'doubts', 'results'] as const;
export type StepName = (typeof steps)[number];

/** The words of the roster page up to the check-up. */
export interface RosterWords {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly privacy: string;
  readonly noScript: string;
  readonly choice: string;
  readonly policy: string;
  readonly date: string;
  readonly dateHint: string;
  readonly dateWrong: string;
  readonly dateOutside: string;
  readonly steps: Readonly<Record<StepName, string>>;
  readonly stepsLabel: string;
  readonly chooseFile: string;
  readonly drop: string;
  readonly formats: string;
  readonly sample: string;
  readonly sampleNote: string;
  readonly synthetic: string;
  readonly working: Readonly<Record<Stage, string>>;
  readonly cancel: string;
  readonly cancelled: string;
  readonly refused: string;
  readonly failed: string;
  readonly opened: string;
  readonly other: string;
  readonly next: string;
  readonly back: string;
  readonly sheet: string;
  readonly headerRow: string;
  readonly headerRows: string;
  readonly oneRow: string;
  readonly twoRows: string;
  readonly headerWrong: string;
  readonly preview: string;
  readonly rowsFound: string;
  readonly layout: Readonly<Record<'person' | 'household', string>>;
  readonly column: string;
  readonly samples: string;
  readonly field: string;
  readonly confidence: string;
  readonly confidences: Readonly<Record<Confidence | 'chosen', string>>;
  readonly notUsed: string;
  readonly unnamed: string;
  readonly maybe: string;
  readonly take: string;
  readonly change: string;
  readonly changeOf: string;
  readonly dialogTitle: string;
  readonly find: string;
  readonly nothingFound: string;
  readonly found: string;
  readonly close: string;
  readonly entities: Readonly<Record<'person' | 'household', string>>;
  readonly matched: string;
  readonly showing: Readonly<Record<'all' | 'open', string>>;
  readonly show: string;
  readonly fillHouseholds: string;
  readonly remember: string;
  readonly remembered: string;
  readonly forget: string;
  readonly valuesLead: string;
  readonly valuesDone: string;
  readonly valuesNone: string;
  readonly value: string;
  readonly count: string;
  readonly meaning: string;
  readonly emptyCell: string;
  readonly leaveUnknown: string;
  readonly likely: string;
  readonly readAs: string;
  readonly recognised: string;
  readonly more: string;
  readonly unknownWord: string;
  readonly doubtsLead: string;
  readonly doubtsLeadHouseholds: string;
  readonly leftOut: string;
  readonly kinds: Readonly<Record<ProblemKind | 'all', string>>;
  /** Of a single problem. */
  readonly kind: Readonly<Record<ProblemKind, string>>;
  readonly kindNotes: Readonly<Record<ProblemKind, string>>;
  readonly kindFilter: string;
  readonly codeFilter: string;
  readonly allCodes: string;
  readonly noProblems: string;
  readonly noneOfKind: string;
  readonly problemColumns: readonly [row: string, column: string, value: string, problem: string, effect: string];
  readonly wholeTable: string;
  readonly shown: string;
  readonly earlier: string;
  readonly later: string;
  readonly download: string;
  readonly downloadName: string;
  readonly weChat: string;
  readonly nobody: string;
  readonly toResults: string;
}

export const rosterWords: Readonly<Record<Language, RosterWords>> = {
  zh: {
    title: '整村核对',
    description: '打开 Excel 或 CSV 花名册，先体检数据，再逐户核对符合哪些政策。文件只在本机读取，不上传。',
    lead: '打开花名册，先体检数据，再逐户得出结论，注明依据和金额。',
    privacy: '文件只在本机读取，不上传，断网也能用。关闭页面后不留数据。',
    noScript: '整村核对需要浏览器启用 JavaScript。',
    choice: '核对依据',
    policy: '政策文件',
    date: '政策日期',
    dateHint: '按这一天有效的规定核对，写成 2017-09-01 的形式',
    dateWrong: '请写成 2017-09-01 的形式',
    dateOutside: '该文件在 {from} 至 {to} 有效，这一天没有可核对的规定',
    steps: { file: '选择文件', columns: '核对列', values: '核对取值', doubts: '体检', results: '结果' },
    stepsLabel: '步骤',
    chooseFile: '选择花名册文件',
    drop: '也可以把文件拖到这里',
    formats: '.xlsx、.xls 或 .csv（GBK、UTF-8 均可），最多 30 万行',
    sample: '打开示例花名册（7,508 人）',
    sampleNote: '示例为虚构的合成数据，只有合计数取自公开文件。',
    synthetic: '合成数据',
    working: {
      read: '正在读取文件',
      unpack: '正在解压',
      parse: '正在读取表格',
      headers: '正在查找列名',
      values: '正在清点取值',
      cases: '正在按户归并',
      doubts: '正在体检',
      decide: '正在逐户核对',
      export: '正在生成文件',
    },
    cancel: '取消',
    cancelled: '已取消，没有保留任何内容。',
    refused: '这个文件不能使用',
    failed: '出现意外错误，文件没有读入。请重新选择；若再次出现，请另存为 CSV 后再试。',
    opened: '已打开',
    other: '换一个文件',
    next: '下一步：{step}',
    back: '上一步',
    sheet: '工作表',
    headerRow: '列名在第几行',
    headerRows: '列名占几行',
    oneRow: '1 行',
    twoRows: '2 行（上为分组）',
    headerWrong: '请写 1 至 {most} 之间的整数',
    preview: '查看前几行',
    rowsFound: '列名以下 {rows} 行',
    layout: { person: '一人一行，按户编号归户', household: '一户一行' },
    column: '列名',
    samples: '样例（已遮盖）',
    field: '对应项目',
    confidence: '匹配',
    confidences: {
      exact: '名称相同',
      normalised: '写法略异',
      part: '按末级列名',
      nearest: '待确认',
      none: '未识别',
      chosen: '您的选择',
    },
    notUsed: '不使用',
    unnamed: '（第 {n} 列，无列名）',
    maybe: '可能是 {field}',
    take: '采用',
    change: '更改',
    changeOf: '更改 {column} 的对应项目',
    dialogTitle: '“{column}”对应哪个项目',
    find: '查找项目',
    nothingFound: '没有这样的项目',
    found: '{n} 个项目',
    close: '关闭',
    entities: { person: '个人', household: '户' },
    matched: '{n} 列已对应，{rest} 列不使用',
    showing: { all: '全部列', open: '未对应的列' },
    show: '显示',
    fillHouseholds: '有 {n} 行户编号为空。视为与上一行同户（合并单元格另存为 CSV 时如此）',
    remember: '在本机记住这种表的列对应（只记列名指纹和所选项目，不记任何数据）',
    remembered: '已按本机记住的列对应填好。',
    forget: '忘掉',
    valuesLead: '下列取值认不出来，请选择含义。不选的按未知处理，不当作“否”。',
    valuesDone: '所有取值都已认出，可以直接进入下一步。',
    valuesNone: '表中没有需要对应的取值，可以直接进入下一步。',
    value: '取值',
    count: '次数',
    meaning: '含义',
    emptyCell: '（空白）',
    leaveUnknown: '按未知处理',
    likely: '{code}（可能）',
    readAs: '读作',
    recognised: '{column}：已认出 {n} 种取值',
    more: '另有 {n} 种取值未列出，按未知处理。',
    unknownWord: '未知',
    doubtsLead: '共 {rows} 行，{households} 户、{persons} 人可以核对。',
    doubtsLeadHouseholds: '共 {rows} 行，{households} 户可以核对。',
    leftOut: '有 {n} 行不能使用，未计入；其余照常核对。',
    kinds: { all: '全部', error: '错误', doubt: '疑点', hint: '提示' },
    kind: { error: '错误', doubt: '疑点', hint: '提示' },
    kindNotes: {
      error: '读不出的单元格按未知处理，不能使用的行和户不计入',
      doubt: '能读出但不合常理，照常核对，请核实',
      hint: '供参考，不影响核对',
    },
    kindFilter: '类别',
    codeFilter: '问题',
    allCodes: '全部问题',
    noProblems: '没有发现问题。',
    noneOfKind: '这一类没有问题。',
    problemColumns: ['行', '列', '值', '问题与建议', '处理'],
    wholeTable: '整表',
    shown: '第 {from} 至 {to} 条，共 {total} 条',
    earlier: '上一页',
    later: '下一页',
    download: '下载问题清单（CSV）',
    downloadName: '体检问题清单.csv',
    weChat: '在微信中无法下载，请点右上角，在浏览器打开。',
    nobody: '没有可以核对的户，请先更正上列错误。',
    toResults: '得出结论',
  },
  en: {
    title: 'Village roster',
    description:
      'Open an Excel or CSV roster: first its data are checked, then every household against the policies. The file is read on this device and not uploaded.',
    lead: 'Open a roster: first its data are checked, then every household gets an answer, with clause and amount.',
    privacy:
      'The file is read on this device and not uploaded; it works without a network. Nothing is kept when the page is closed.',
    noScript: 'The roster needs JavaScript in the browser.',
    choice: 'Checked against',
    policy: 'Policy document',
    date: 'Policy date',
    dateHint: 'The rules in force on this day apply; write it like 2017-09-01',
    dateWrong: 'Write it like 2017-09-01',
    dateOutside: 'The document is in force from {from} to {to}; on this day there is nothing to check against',
    steps: { file: 'File', columns: 'Columns', values: 'Values', doubts: 'Check-up', results: 'Results' },
    stepsLabel: 'Steps',
    chooseFile: 'Choose a roster file',
    drop: 'or drop it here',
    formats: '.xlsx, .xls or .csv (GBK or UTF-8), at most 300,000 rows',
    sample: 'Open the sample roster (7,508 persons)',
    sampleNote: 'The sample is invented; only its totals are those of a public document.',
    synthetic: 'Synthetic data',
    working: {
      read: 'Reading the file',
      unpack: 'Unpacking',
      parse: 'Reading the table',
      headers: 'Looking for the headers',
      values: 'Counting the values',
      cases: 'Putting households together',
      doubts: 'Checking the data',
      decide: 'Checking household by household',
      export: 'Making the file',
    },
    cancel: 'Cancel',
    cancelled: 'Cancelled. Nothing was kept.',
    refused: 'This file cannot be used',
    failed:
      'Something went wrong and the file was not read. Choose it again; if it happens again, save it as CSV and try that.',
    opened: 'Open',
    other: 'Another file',
    next: 'Next: {step}',
    back: 'Back',
    sheet: 'Sheet',
    headerRow: 'Row of the headers',
    headerRows: 'Rows of headers',
    oneRow: '1 row',
    twoRows: '2 rows (groups above)',
    headerWrong: 'Write a whole number from 1 to {most}',
    preview: 'Show the first rows',
    rowsFound: 'Rows below the headers: {rows}',
    layout: { person: 'One row a person, put together by household id', household: 'One row a household' },
    column: 'Header',
    samples: 'Samples (masked)',
    field: 'Field',
    confidence: 'Match',
    confidences: {
      exact: 'same name',
      normalised: 'similar name',
      part: 'by the second part',
      nearest: 'to confirm',
      none: 'not known',
      chosen: 'your choice',
    },
    notUsed: 'Not used',
    unnamed: '(column {n}, no header)',
    maybe: 'Perhaps {field}',
    take: 'Use it',
    change: 'Change',
    changeOf: 'Change the field of {column}',
    dialogTitle: 'Which field is "{column}"?',
    find: 'Find a field',
    nothingFound: 'There is no such field',
    found: 'Fields: {n}',
    close: 'Close',
    entities: { person: 'Person', household: 'Household' },
    matched: 'columns used: {n}, not used: {rest}',
    showing: { all: 'All columns', open: 'Columns not used' },
    show: 'Show',
    fillHouseholds:
      'Rows without a household id: {n}. Take them as of the household above (as when merged cells were saved as CSV)',
    remember:
      'Remember the columns of this kind of table on this device (a fingerprint of the headers and the fields chosen, no data)',
    remembered: 'Filled in as remembered on this device.',
    forget: 'Forget it',
    valuesLead:
      'These values are not recognised. Choose what they mean; those left open count as unknown, not as "no".',
    valuesDone: 'Every value is recognised; go on to the next step.',
    valuesNone: 'The table has no values that need matching; go on to the next step.',
    value: 'Value',
    count: 'Times',
    meaning: 'Meaning',
    emptyCell: '(empty)',
    leaveUnknown: 'Count as unknown',
    likely: '{code} (likely)',
    readAs: 'Read as',
    recognised: '{column}: values recognised {n}',
    more: 'Values not listed, which count as unknown: {n}.',
    unknownWord: 'Unknown',
    doubtsLead: 'Rows: {rows}. Can be checked: households {households}, persons {persons}.',
    doubtsLeadHouseholds: 'Rows: {rows}. Can be checked: households {households}.',
    leftOut: ' Rows that cannot be used and are left out: {n}; the others go on.',
    kinds: { all: 'All', error: 'Errors', doubt: 'Doubts', hint: 'Hints' },
    kind: { error: 'Error', doubt: 'Doubt', hint: 'Hint' },
    kindNotes: {
      error: 'cells that cannot be read count as unknown; rows and households that cannot be used are left out',
      doubt: 'can be read but is hardly so; used as it is, please check',
      hint: 'for your information; nothing is left out',
    },
    kindFilter: 'Kind',
    codeFilter: 'Problem',
    allCodes: 'All problems',
    noProblems: 'No problems found.',
    noneOfKind: 'No problems of this kind.',
    problemColumns: ['Row', 'Column', 'Value', 'Problem and suggestion', 'Effect'],
    wholeTable: 'Table',
    shown: '{from} to {to} of {total}',
    earlier: 'Previous',
    later: 'Next',
    download: 'Download the list (CSV)',
    downloadName: 'roster-problems.csv',
    weChat: 'WeChat cannot download: open this page in the browser from the menu at the top right.',
    nobody: 'No household can be checked; correct the errors above first.',
    toResults: 'Get the answers',
  },
};
