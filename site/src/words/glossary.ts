import type { Language } from '../language.ts';

type Both = Readonly<Record<Language, string>>;

interface Term {
  /** As it is written in files and programs, where it is. */
  readonly code?: string;
  readonly zh: string;
  readonly en: string;
  readonly meaning: Both;
}

interface TermGroup {
  readonly id: string;
  readonly title: Both;
  readonly terms: readonly Term[];
}

export const glossary: readonly TermGroup[] = [
  {
    id: 'rules',
    title: { zh: '政策与规则', en: 'Policies and rules' },
    terms: [
      {
        zh: '政策',
        en: 'policy',
        meaning: {
          zh: '一份政策文件，连同按它写成的规则、参数和说明。编号由地名和年份组成。',
          en: 'One policy document with the rules, parameters and readings made from it. Its id is a place and a year.',
        },
      },
      {
        zh: '规定',
        en: 'provision',
        meaning: {
          zh: '文件里可以单独核对的一项内容，按“条”计数。能计算的写成规则，不能计算的列出并说明原因。',
          en: 'One statement of a document that can be tested by itself. If it can be computed it is a rule; otherwise it is listed with the reason.',
        },
      },
      {
        zh: '条款',
        en: 'clause',
        meaning: {
          zh: '规定在文件里的位置，照文件自己的编号写：二(一)4。',
          en: 'Where a provision stands, by the document’s own numbering: 二(一)4.',
        },
      },
      {
        zh: '规则',
        en: 'rule',
        meaning: {
          zh: '能计算的规定：对谁适用、要满足什么条件、满足后怎样。',
          en: 'A provision made computable: whom it is about, what must hold, and what follows.',
        },
      },
      {
        zh: '参数',
        en: 'parameter',
        meaning: {
          zh: '文件规定的数、日期或表，带执行期和出处。',
          en: 'A number, date or table that a document sets, with the days between which it holds and its clause.',
        },
      },
      {
        zh: '执行期',
        en: 'force',
        meaning: {
          zh: '规定有效的日子，首尾两天都算。',
          en: 'The days on which a provision holds, the first and the last included.',
        },
      },
      {
        zh: '加载',
        en: 'load',
        meaning: {
          zh: '读入一份政策并逐项检查；有一处不对，就不能使用。',
          en: 'To read a policy and check everything in it; with a single fault it cannot be used.',
        },
      },
      {
        zh: '条件',
        en: 'condition',
        meaning: {
          zh: '关于已知情况的判断，可以组合：全部满足、任一满足、不成立。',
          en: 'A test of what is known; tests are combined with all, any and not.',
        },
      },
      {
        zh: '理解口径',
        en: 'reading',
        meaning: {
          zh: '原文有两种理解时采用哪一种，为什么。',
          en: 'Which of two meanings of a clause is taken, and why.',
        },
      },
      {
        zh: '文件存疑处',
        en: 'anomaly',
        meaning: {
          zh: '文件本身的笔误或前后矛盾，照录而不改动。',
          en: 'An error or contradiction of the document itself: noted, not mended.',
        },
      },
      {
        zh: '出处',
        en: 'citation',
        meaning: {
          zh: '文件名、条款和所据句子的摘要。持有原文的人可据此核对。',
          en: 'Document, clause and the digest of the sentence, so that whoever holds the document can check it.',
        },
      },
    ],
  },
  {
    id: 'decisions',
    title: { zh: '案例与结论', en: 'Cases and decisions' },
    terms: [
      {
        zh: '案例',
        en: 'case',
        meaning: {
          zh: '关于一户、一村、一县等的已知情况，写成 JSON。',
          en: 'What is known about one household, village, county or other subject, as JSON.',
        },
      },
      {
        zh: '事实',
        en: 'fact',
        meaning: {
          zh: '案例中的一项情况，填报的或由其他项推算的。没有填就是不清楚，不当作 0 或“否”。',
          en: 'One thing known about a case, given or derived. Left out, it is unknown: never zero and never false.',
        },
      },
      {
        zh: '判定',
        en: 'decision',
        meaning: {
          zh: '一份政策在某一天对一个案例的全部结论。',
          en: 'What a policy says about a case on a day: its findings, contradictions and totals.',
        },
      },
      {
        zh: '结论',
        en: 'finding',
        meaning: {
          zh: '一条规则对一个对象的结果：状态、金额、理由、缺项、出处。',
          en: 'One rule on one subject: status, outcomes, reasons, what is missing, citation.',
        },
      },
      {
        zh: '政策日期',
        en: 'on',
        code: 'on',
        meaning: { zh: '按哪一天有效的规定判定。', en: 'The day whose law applies.' },
      },
      {
        zh: '情况日期',
        en: 'assessed on',
        code: 'assessedOn',
        meaning: {
          zh: '所填情况属于哪一天，年龄、年限按它计算。不填时与政策日期相同。',
          en: 'The day on which the facts are true; ages and terms are counted to it. Left out, it is the policy date.',
        },
      },
      {
        zh: '矛盾',
        en: 'contradiction',
        code: 'contradiction',
        meaning: {
          zh: '填报的数与由其他项推算的数不一致。',
          en: 'A fact that was given differs from what follows from others.',
        },
      },
      {
        zh: '花名册',
        en: 'roster',
        meaning: {
          zh: '许多户的表格，每人一行或每户一行。',
          en: 'Many cases in a table, with one row per person or per household.',
        },
      },
    ],
  },
  {
    id: 'statuses',
    title: { zh: '五种状态', en: 'The five statuses' },
    terms: [
      {
        zh: '符合',
        en: 'met',
        code: 'met',
        meaning: {
          zh: '规则的条件成立。已经确定，缺项不会改变它。',
          en: 'What the rule asks for holds. Settled: no missing fact could change it.',
        },
      },
      {
        zh: '不符合',
        en: 'unmet',
        code: 'unmet',
        meaning: {
          zh: '规则的条件不成立。已经确定，缺项不会改变它。',
          en: 'What the rule asks for does not hold. Settled: no missing fact could change it.',
        },
      },
      {
        zh: '待补充',
        en: 'unknown',
        code: 'unknown',
        meaning: {
          zh: '缺项仍可能改变结论，或者期限还没有到。英文页面上写作 Open。',
          en: 'Missing facts could still change the answer, or the due date has not passed. Pages of this site call it “Open”.',
        },
      },
      {
        zh: '不适用',
        en: 'not applicable',
        code: 'not-applicable',
        meaning: { zh: '规则说的不是这个对象。', en: 'The rule is not about this subject.' },
      },
      {
        zh: '不在执行期',
        en: 'not in force',
        code: 'not-in-force',
        meaning: { zh: '规则在这一天没有效力。', en: 'The rule is not in force on that day.' },
      },
    ],
  },
  {
    id: 'changes',
    title: { zh: '版本与修订', en: 'Releases and changes' },
    terms: [
      {
        zh: '版本',
        en: 'release',
        meaning: {
          zh: '一份政策定稿并编号的内容，此后不再变动。',
          en: 'A numbered version of a policy that never changes again.',
        },
      },
      {
        zh: '摘要',
        en: 'digest',
        meaning: {
          zh: '由内容算出的 SHA-256 值，内容有一字不同，摘要就不同。',
          en: 'A SHA-256 value of the content: if one character differs, so does the digest.',
        },
      },
      {
        zh: '草稿',
        en: 'draft',
        meaning: {
          zh: '下一版的提案，只写要改的内容。',
          en: 'A proposal for the next release that holds only what changes.',
        },
      },
      {
        zh: '修订',
        en: 'amendment',
        code: 'amendment',
        meaning: {
          zh: '规定自某一天起变了；那天以前的答案不变。',
          en: 'The law changed from a certain day on; answers about earlier days stay the same.',
        },
      },
      {
        zh: '更正',
        en: 'correction',
        code: 'correction',
        meaning: { zh: '规定没有变，是编码有误。', en: 'The law did not change; it had been encoded wrongly.' },
      },
      {
        zh: '判定记录',
        en: 'decision record',
        meaning: {
          zh: '一次判定连同政策版本、日期和事实，多年以后可以重新判定核对。',
          en: 'A decision kept with release, dates and facts, so that it can be made again years later.',
        },
      },
    ],
  },
  {
    id: 'kinds',
    title: { zh: '规定的种类', en: 'Kinds of provisions' },
    terms: (
      [
        ['identification', '对象认定', '谁算贫困户、贫困村', 'who counts as poor'],
        ['exit-standard', '退出标准', '达到什么算脱贫', 'what it takes to leave poverty'],
        ['entitlement', '可享受的政策', '谁可以得到什么', 'who may have what'],
        ['incentive', '奖惩', '做到什么有奖励或处罚', 'what is rewarded or sanctioned'],
        ['obligation', '义务', '谁必须做什么', 'who must do what'],
        ['service-target', '服务目标', '服务要达到的程度', 'how far a service must reach'],
        ['process', '程序', '按什么步骤办', 'by which steps'],
        ['deadline', '期限', '到哪天为止', 'by which day'],
        ['checklist', '清单', '要逐项完成的事', 'what is ticked off item by item'],
        [
          'record',
          '档案',
          '要留存的材料，不是“判定记录”',
          'what must be kept on file; not the same as a decision record',
        ],
        ['plan-figure', '计划数', '文件所列的规划数', 'a figure the plan prints'],
        ['capital-plan', '投入计划', '投多少、由谁投', 'what is invested, and by whom'],
        ['funding-rule', '资金规定', '资金的来源与用途', 'where money comes from and goes'],
        ['capacity', '规模', '数量与规模', 'a number or a size'],
        ['principle', '原则', '不能计算的原则', 'a principle, which cannot be computed'],
      ] as const
    ).map(([code, zh, meaningZh, meaningEn]) => ({
      code,
      zh,
      en: code.replaceAll('-', ' '),
      meaning: { zh: `${meaningZh}。`, en: `${meaningEn[0]?.toUpperCase()}${meaningEn.slice(1)}.` },
    })),
  },
];
