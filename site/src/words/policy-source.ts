import type { ProvisionText } from '@jingzhun/rules';
import type { Language } from '../language.ts';

export type Computable = ProvisionText['computable'];

/** How far a provision is computable. */
export const computableWords: Readonly<Record<Language, Readonly<Record<Computable, string>>>> = {
  zh: { full: '可完整计算', partial: '可部分计算', none: '只列出，不计算' },
  en: { full: 'computable in full', partial: 'computable in part', none: 'listed, not computable' },
};

type SourceWord =
  | 'title'
  | 'lead'
  | 'noScript'
  | 'file'
  | 'fileHint'
  | 'paste'
  | 'pasteHint'
  | 'usePasted'
  | 'keep'
  | 'keepHint'
  | 'clear'
  | 'show'
  | 'stop'
  | 'stopped'
  | 'searching'
  | 'found'
  | 'foundAll'
  | 'same'
  | 'notSame'
  | 'lost'
  | 'lostHint'
  | 'pane'
  | 'paneHint'
  | 'toSentence'
  | 'alsoCitedBy'
  | 'empty'
  | 'tooLarge'
  | 'notText'
  | 'oldWord'
  | 'damaged'
  | 'kept'
  | 'notKept'
  | 'cleared'
  | 'foundLoosely'
  | 'searchingOn';

/** The words of the document beside the rules: all that the page's script says. `{name}` stands for a value. */
export const sourceWords: Readonly<Record<Language, Readonly<Record<SourceWord, string>>>> = {
  zh: {
    title: '与原文对照',
    lead: '选择您手里的文件文本，逐句与规则对照：点原句到规则，点规则到原句。文本只在本机读取，不上传。',
    noScript: '与原文对照和筛选需要启用 JavaScript；不启用也可以阅读全部规定。',
    file: '选择文件',
    fileHint: '.txt、.md 或 .docx；文本用 UTF-8、UTF-16、GBK 或 GB18030 编码',
    paste: '或粘贴全文',
    pasteHint: '要有原来的标点：按原句的 SHA-256 查找，差一个字也找不到。',
    usePasted: '对照粘贴的文本',
    keep: '把文本保留在本机，下次打开时自动对照',
    keepHint: '默认不保留，关闭页面即清除。',
    clear: '撤下文本',
    show: '看原文',
    stop: '停止查找',
    stopped: '已停止查找。',
    searching: '正在文本中查找 {count} 句……',
    found: '所引 {all} 句中找到 {found} 句，{lost} 句没有找到。',
    foundAll: '所引 {all} 句全部找到。',
    same: '文本与编码时所据的逐字节相同。',
    notSame: '文本与编码时所据的不完全相同。',
    lost: '没有找到的 {count} 句，见于这些规定',
    lostHint: '文本里没有这些句子，或者有一个字、一个标点不同。',
    pane: '文件原文',
    paneHint: '点有标记的句子，看写成了哪条规则。句数：',
    toSentence: '看原句',
    alsoCitedBy: '同句另见：{title}',
    empty: '文本是空的。请选择或粘贴文件全文。',
    tooLarge: '文件超过 {most} MB，不像一份政策文件的文本。请另存为 .txt 再试。',
    notText: '这不是文本文件。请选 .txt、.md 或 .docx；其他格式先另存为纯文本。',
    oldWord: '旧版 Word 文档（.doc）无法读取。请在 Word 或 WPS 中另存为 .docx 或 .txt。',
    damaged: '这个 .docx 打不开，可能已损坏或加密。请另存为 .txt 再试。',
    kept: '文本已保留在本机。',
    notKept: '浏览器没有空间保留文本；本次对照不受影响。',
    cleared: '文本已撤下，本机不再保留。',
    foundLoosely: '其中 {count} 句只有标点的全角、半角与编码时所据文本不同。',
    searchingOn: '其余的再按不分全角、半角标点查找……',
  },
  en: {
    title: 'Beside the document',
    lead: 'Choose the text of the document that you hold and see it beside the rules: a sentence leads to its rule, a rule to its sentence. The text is read on this device and not uploaded.',
    noScript: 'The comparison with the document and the filter need JavaScript; all provisions can be read without it.',
    file: 'Choose a file',
    fileHint: '.txt, .md or .docx; text in UTF-8, UTF-16, GBK or GB18030',
    paste: 'Or paste the whole text',
    pasteHint:
      'With its own punctuation: sentences are found by their SHA-256, and one sign that differs is enough not to find one.',
    usePasted: 'Use the pasted text',
    keep: 'Keep the text on this device and load it next time',
    keepHint: 'Otherwise it is gone when the page is closed.',
    clear: 'Remove the text',
    show: 'See the text',
    stop: 'Stop',
    stopped: 'Stopped.',
    searching: 'Looking for {count} {count|sentence|sentences} in the text…',
    found: '{found} of {all} cited sentences found, {lost} not found.',
    foundAll: 'All {all} cited sentences found.',
    same: 'The text is byte for byte the one that the rules were made from.',
    notSame: 'The text is not byte for byte the one that the rules were made from.',
    lost: '{count} {count|sentence was|sentences were} not found; these provisions cite them',
    lostHint: 'They are not in the text, or differ from it by a letter or a comma.',
    pane: 'Text of the document',
    paneHint: 'Choose a marked sentence to see its rule. Sentences:',
    toSentence: 'See the sentence',
    alsoCitedBy: 'the same sentence: {title}',
    empty: 'The text is empty. Choose a file, or paste the whole text.',
    tooLarge:
      'The file has more than {most} MB, too much for the text of a policy document. Save it as .txt and try again.',
    notText: 'This is no text. Choose .txt, .md or .docx, or save it as plain text first.',
    oldWord: 'Old Word documents (.doc) cannot be read. Save it as .docx or .txt in Word or WPS.',
    damaged: 'This .docx cannot be opened; it may be damaged or encrypted. Save it as .txt and try again.',
    kept: 'The text is kept on this device.',
    notKept: 'The browser has no room to keep the text; this comparison is not affected.',
    cleared: 'The text is removed and no longer kept on this device.',
    foundLoosely:
      'For {count} of them only the width of punctuation (， or ,) differs from the text that the rules were made from.',
    searchingOn: 'Looking for the others without regard to the width of punctuation…',
  },
};
