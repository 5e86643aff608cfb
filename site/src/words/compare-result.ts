import type { FindingKind, HouseholdKind, Standing } from '@jingzhun/rules/impact';
import type { Language } from '../language.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** What a comparison comes to, in words. `{name}` stands for a value. */
export interface CompareResultWords {
  readonly list: string;
  readonly comma: string;
  readonly side: string;
  readonly twoTitles: string;
  readonly drafted: string;
  readonly households: Named<HouseholdKind>;
  /** Of a rule that gives something, and of one that only tests. */
  readonly gives: Named<FindingKind>;
  readonly tests: Named<FindingKind>;
  readonly endsUnsettled: string;
  readonly standings: Named<Standing>;
  readonly persons: string;
  /** Those of whom a rule is asked. */
  readonly asked: Named<'person' | 'household'>;
  readonly bars: Named<'affected' | 'other' | 'money' | 'measure' | 'households' | 'difference'>;
  readonly days: Named<'from' | 'to' | 'span' | 'always'>;
  readonly by: string;
  readonly rules: Named<'few' | 'many'>;
  readonly parts: Readonly<Record<string, string>>;
  readonly ofPart: string;
  readonly join: Named<'all' | 'any' | 'not' | 'bracket'>;
  readonly subjects: Readonly<Record<string, string>>;
  readonly changes: Named<'added' | 'removed' | 'moved' | 'rewritten' | 'alike'>;
  readonly none: string;
  readonly reasons: Named<
    | 'same'
    | 'sameDays'
    | 'texts'
    | 'later'
    | 'notInForce'
    | 'inert'
    | 'entities'
    | 'open'
    | 'waiting'
    | 'elsewhere'
    | 'unheld'
    | 'met'
    | 'more'
  >;
  readonly change: Named<'all' | 'each'>;
}

export const compareResultWords: Readonly<Record<Language, CompareResultWords>> = {
  zh: {
    list: '、',
    comma: '，',
    side: '{policy} {release}（{on}）',
    twoTitles: '{before} → {after}',
    drafted: '{release} 修改稿',
    households: {
      gains: '受益',
      loses: '受损',
      mixed: '有得有失',
      unknown: '得失待定',
      other: '待遇不变，其他结论有变',
      same: '不变',
    },
    gives: {
      gains: '新享受',
      loses: '不再享受',
      more: '金额增加',
      less: '金额减少',
      exchanged: '金额有增有减',
      'becomes-unknown': '变为待定',
      'becomes-known': '由待定变为确定',
      'may-differ': '仍待定，若符合则金额不同',
      'still-not-met': '仍不享受',
    },
    tests: {
      gains: '新符合',
      loses: '不再符合',
      more: '数额增加',
      less: '数额减少',
      exchanged: '数额有增有减',
      'becomes-unknown': '变为待定',
      'becomes-known': '由待定变为确定',
      'may-differ': '仍待定，结果可能不同',
      'still-not-met': '仍不符合',
    },
    endsUnsettled: '原为待定，现已不在执行期',
    standings: {
      met: '符合',
      unmet: '不符合',
      unknown: '待定',
      'not-applicable': '不适用',
      'not-in-force': '不在执行期',
      absent: '不作判断',
    },
    persons: '{count} 人',
    asked: { person: '{count} 人', household: '{count} 户' },
    bars: {
      affected: '各项措施影响多少户',
      other: '其他规定的结论影响多少户',
      money: '各项措施增减多少：{unit}',
      measure: '措施',
      households: '户数',
      difference: '增减',
    },
    days: { from: '{from} 起', to: '至 {to}', span: '{from} 至 {to}', always: '一直' },
    by: '依据 {document} {clause}',
    rules: { few: '{list}', many: '{list} 等 {count} 条' },
    parts: {
      kind: '类别',
      subject: '对象',
      asks: '按谁核对',
      force: '执行期',
      scope: '适用范围',
      when: '条件',
      items: '清单',
      each: '逐项清单',
      due: '期限',
      delivered: '视为已落实的条件',
      grant: '给付',
      require: '要求',
      state: '结果',
      amount: '数额',
      value: '值',
      actual: '实际值的算法',
      formula: '算法',
      unit: '单位',
      per: '按谁计',
      every: '多久一次',
      comparator: '比较方式',
      by: '分档依据',
    },
    ofPart: '{whole}“{name}”',
    join: { all: '，且', any: '，或', not: '并非（{of}）', bracket: '（{of}）' },
    subjects: {
      document: '文件',
      release: '版本',
      section: '本部分',
      condition: '共用条件',
      fact: '推算项',
      listed: '仅列出的规定',
    },
    changes: {
      added: '新增',
      removed: '取消',
      moved: '次序或位置改变',
      rewritten: '换了写法，含义不变',
      alike: '换了写法，读来相同',
    },
    none: '无',
    reasons: {
      same: '两边的内容完全相同。',
      sameDays: '{before} 与 {after} 之间，没有任何规定或数额发生变化。',
      texts: '两边只有出处或文字不同，判定不受影响。',
      later: '改动自 {from} 起生效，所选日期 {on} 在此之前。请把日期改到 {from} 或以后。',
      notInForce: '改动涉及的规定在所选日期都不在执行期：{list}。',
      inert: '改动涉及的内容在所选日期不影响任何判定。',
      entities: '“{title}”核对的是{entities}，花名册里只有户和人，测不出影响。',
      open: '“{title}”：{count}资料不全，改动前后都待定。花名册缺：{facts}。',
      waiting: '“{title}”：{count}还没有到期，改动前后都待定。',
      elsewhere: '“{title}”：没有人符合，改动前后都一样（{counts}）。',
      unheld: '“{title}”：花名册里没有它所问的对象。',
      met: '“{title}”：{count}符合，改动前后都符合；花名册里看不出给付的增减（{counts}）。',
      more: '另有 {count} 条规定同样没有影响到任何人。',
    },
    change: { all: '自 {from} 起，{list}', each: '{title}由 {before} 改为 {after}' },
  },
  en: {
    list: ', ',
    comma: ', ',
    side: '{policy} {release} ({on})',
    twoTitles: '{before} → {after}',
    drafted: '{release} as changed',
    households: {
      gains: 'gain',
      loses: 'lose',
      mixed: 'gain and lose',
      unknown: 'not settled',
      other: 'judged otherwise, same benefits',
      same: 'unchanged',
    },
    gives: {
      gains: 'newly entitled',
      loses: 'no longer entitled',
      more: 'a larger amount',
      less: 'a smaller amount',
      exchanged: 'more of one, less of another',
      'becomes-unknown': 'no longer settled',
      'becomes-known': 'now settled',
      'may-differ': 'still open; if met, the amount differs',
      'still-not-met': 'still not entitled',
    },
    tests: {
      gains: 'newly met',
      loses: 'no longer met',
      more: 'a larger figure',
      less: 'a smaller figure',
      exchanged: 'more of one, less of another',
      'becomes-unknown': 'no longer settled',
      'becomes-known': 'now settled',
      'may-differ': 'still open; may come out otherwise',
      'still-not-met': 'still not met',
    },
    endsUnsettled: 'was open; no longer in force',
    standings: {
      met: 'met',
      unmet: 'not met',
      unknown: 'open',
      'not-applicable': 'does not apply',
      'not-in-force': 'not in force',
      absent: 'not judged',
    },
    persons: '{count} {count|person|persons}',
    asked: { person: '{count} {count|person|persons}', household: '{count} {count|household|households}' },
    bars: {
      affected: 'Households affected by each measure',
      other: 'Households judged otherwise by other provisions',
      money: 'What each measure adds or takes: {unit}',
      measure: 'Measure',
      households: 'Households',
      difference: 'Difference',
    },
    days: { from: 'from {from}', to: 'until {to}', span: '{from} to {to}', always: 'always' },
    by: 'by {document} {clause}',
    rules: { few: '{list}', many: '{list} and others, {count} in all' },
    parts: {
      kind: 'Kind',
      subject: 'Subject',
      asks: 'Asked of',
      force: 'In force',
      scope: 'Scope',
      when: 'Condition',
      items: 'Checklist',
      each: 'Checklist by code',
      due: 'Due day',
      delivered: 'Condition of delivery',
      grant: 'Grant',
      require: 'Requirement',
      state: 'Statement',
      amount: 'amount',
      value: 'value',
      actual: 'how the actual figure is worked out',
      formula: 'Formula',
      unit: 'unit',
      per: 'per',
      every: 'how often',
      comparator: 'comparison',
      by: 'table by',
    },
    ofPart: '{whole} “{name}”',
    join: { all: ' and ', any: ' or ', not: 'not ({of})', bracket: '({of})' },
    subjects: {
      document: 'The document',
      release: 'Release',
      section: 'The section',
      condition: 'Shared condition',
      fact: 'Derived fact',
      listed: 'Provision that is only listed',
    },
    changes: {
      added: 'Added',
      removed: 'Taken away',
      moved: 'In another place',
      rewritten: 'Written otherwise, means the same',
      alike: 'Written otherwise, reads the same',
    },
    none: 'none',
    reasons: {
      same: 'Both sides say the same.',
      sameDays: 'Between {before} and {after} no provision and no amount changes.',
      texts: 'Both sides differ in citations or texts alone, which change no decision.',
      later: 'The change begins on {from}, and the day chosen, {on}, comes before it. Choose {from} or later.',
      notInForce: 'The provisions that it concerns are not in force on the days chosen: {list}.',
      inert: 'What it concerns changes no decision on the days chosen.',
      entities:
        '“{title}” has another subject: {entities}. A roster holds households and persons only, so nothing shows.',
      open: '“{title}”: {count} not settled before or after, since facts are missing. The roster lacks: {facts}.',
      waiting: '“{title}”: {count} not settled before or after, since it is not due yet.',
      elsewhere: '“{title}”: nobody meets it before or after ({counts}).',
      unheld: '“{title}”: the roster holds nobody whom it asks about.',
      met: '“{title}”: met by {count} before and after; the roster shows no difference in what they get ({counts}).',
      more: '{count} more {count|provision affects|provisions affect} nobody either.',
    },
    change: { all: 'From {from}, {list}', each: '{title}: {before} → {after}' },
  },
};
