import type { Language } from '../language.ts';

interface EmbedWords {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly element: string;
  readonly elementText: string;
  readonly frame: string;
  readonly frameText: string;
  readonly attributes: string;
  readonly columns: readonly [string, string, string];
  readonly rows: readonly (readonly [string, string, string])[];
  readonly policies: string;
  readonly policyColumns: readonly [string, string];
  readonly privacy: string;
  readonly privacyText: string;
  readonly example: string;
  readonly frameTitle: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
}

export const embedWords: Readonly<Record<Language, EmbedWords>> = {
  zh: {
    title: '把政策计算嵌入您的网页',
    description: '用一个自定义元素或一个框架，把政策计算放进任何网页；填写的内容留在框架里。',
    lead: '两种方式，都只需复制一段代码。把其中的 https://example.org 换成本站的地址。',
    element: '自定义元素',
    elementText: '高度随内容自动调整，推荐使用。',
    frame: '框架',
    frameText: '不能加载外部脚本的网页用这种方式，高度要自己定。',
    attributes: '属性',
    columns: ['属性', '含义', '不写时'],
    rows: [
      ['policy', '政策编号，见下表', '必须写'],
      ['subject', '核对的对象，见下表', 'household'],
      ['language', 'zh 或 en', 'zh'],
      ['on', '政策日期，yyyy-mm-dd', '政策生效后的第一个 9 月 1 日'],
    ],
    policies: '政策与对象',
    policyColumns: ['政策', '可用的对象'],
    privacy: '数据去了哪里',
    privacyText: '哪里也没去。填写的内容只在框架里计算，外面的网页只得知框架有多高。',
    example: '效果',
    frameTitle: '政策计算',
    copy: '复制代码',
    copied: '已复制',
    notCopied: '无法复制，请手动选中',
  },
  en: {
    title: 'Put the calculator into your own page',
    description:
      'A custom element or a frame puts the calculator into any web page; what is entered stays in the frame.',
    lead: 'Two ways, each a piece of code to copy. Replace https://example.org with the address of this site.',
    element: 'Custom element',
    elementText: 'Its height follows the content. Use this one where you can.',
    frame: 'Frame',
    frameText: 'For pages that may not load scripts from elsewhere; you choose the height.',
    attributes: 'Attributes',
    columns: ['Attribute', 'Meaning', 'Without it'],
    rows: [
      ['policy', 'id of the policy, from the table below', 'required'],
      ['subject', 'what is checked, from the table below', 'household'],
      ['language', 'zh or en', 'zh'],
      ['on', 'policy date, yyyy-mm-dd', 'the first 1 September after the policy came into force'],
    ],
    policies: 'Policies and subjects',
    policyColumns: ['Policy', 'Subjects'],
    privacy: 'Where the data goes',
    privacyText:
      'Nowhere. What is entered is worked out inside the frame; the page around it learns how tall the frame is.',
    example: 'How it looks',
    frameTitle: 'Policy calculator',
    copy: 'Copy the code',
    copied: 'Copied',
    notCopied: 'Could not copy; please select it by hand',
  },
};
