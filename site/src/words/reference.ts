import type { Language } from '../language.ts';

interface ReferenceWords {
  readonly glossary: {
    readonly title: string;
    readonly description: string;
    readonly lead: string;
    readonly columns: readonly [string, string, string];
    readonly entities: string;
    /** Before and after the link to the codes. */
    readonly entitiesLead: string;
    readonly entitiesEnd: string;
    readonly entityColumns: readonly [string, string, string];
    readonly codes: string;
    readonly back: string;
  };
  readonly entity: {
    readonly description: (name: string) => string;
    readonly columns: readonly [string, string, string];
    readonly sensitive: string;
    readonly derived: string;
    readonly types: Readonly<Record<string, string>>;
    /** A type with what it takes its values from: a set of codes, an entity. */
    readonly of: (type: string, from: string) => string;
    readonly listOf: (entries: string) => string;
    /** Of a record: its values, and the set of codes that are its keys if they are codes. */
    readonly forEach: (values: string, codes?: string) => string;
    readonly many: (name: string) => string;
    readonly withUnit: (type: string, unit: string) => string;
  };
  readonly codes: {
    readonly title: string;
    readonly description: string;
    readonly lead: string;
    /** Before the other spellings of a code that rosters may use; only where they can be read. */
    readonly spellings?: string;
  };
  readonly schemas: {
    readonly title: string;
    readonly description: string;
    readonly lead: string;
    readonly columns: readonly [string, string, string];
    readonly use: string;
    readonly useText: string;
    /** Where the site was built without knowing its address: before and after the address that stands for it. */
    readonly addressText: readonly [string, string];
  };
  readonly changelog: {
    readonly title: string;
    readonly description: string;
    readonly lead: string;
    readonly packages: string;
    readonly unreleased: string;
    /** Before any version was released. */
    readonly firstVersion: string;
    readonly policies: string;
  };
}

export const referenceWords: Readonly<Record<Language, ReferenceWords>> = {
  zh: {
    glossary: {
      title: '词汇对照',
      description: '本站和程序中用词的中英文对照与含义。',
      lead: '页面、文件和程序里同一个意思只用一个词。下面各词依次为中文、英文（有代码的写代码）和含义。',
      columns: ['中文', '英文', '含义'],
      entities: '对象与字段',
      entitiesLead: '案例由下列对象组成。每个对象的全部字段，连同登记表常用的表头，各有一页；代码见',
      entityColumns: ['对象', '代码', '字段数'],
      codes: '代码表',
      entitiesEnd: '。',
      back: '返回词汇对照',
    },
    entity: {
      description: (name) => `“${name}”的全部字段：代码、中英文名称、类型、单位和登记表常用表头。`,
      columns: ['字段', '类型', '其他表头写法'],
      sensitive: '个人信息',
      derived: '可推算',
      types: {
        boolean: '是否',
        integer: '整数',
        number: '数',
        yuan: '金额',
        percent: '百分数',
        ratio: '比值',
        date: '日期',
        year: '年份',
        months: '月数',
        text: '文字',
        enum: '代码',
        list: '列表',
        record: '一组',
        reference: '引用',
      },
      of: (type, from) => `${type}：${from}`,
      listOf: (entries) => entries.replace(/^[^：]+/, '$&列表'),
      forEach: (values, codes) => `${codes === undefined ? '每个名称' : `每个代码（${codes}）`}：${values}`,
      many: (name) => name,
      withUnit: (type, unit) => `${type}（${unit}）`,
    },
    codes: {
      title: '代码表',
      description: '所有代码及其中文名称。',
      lead: '数据里写代码，页面上显示名称；读花名册时，名称和常见的其他写法（写在名称后面）都能识别。',
      spellings: '也写：',
    },
    schemas: {
      title: 'JSON Schema',
      description: '案例、判定、政策文件和判定记录的 JSON Schema 文件。',
      lead: '下列文件描述各种数据的格式（JSON Schema 2020-12），可直接下载，也在程序包 @jingzhun/schemas 里。',
      columns: ['文件', '描述什么', '大小'],
      use: '在编辑器里使用',
      useText: '在 YAML 文件第一行写上下面一行，支持 JSON Schema 的编辑器就会提示字段和代码，并标出写错的地方：',
      addressText: ['把 ', ' 换成本站的地址。'],
    },
    changelog: {
      title: '更新记录',
      description: '程序包和每份政策各版本的变化。',
      lead: '程序包的版本和政策的版本是两回事：程序包说明怎样计算，政策版本说明按什么规定计算。',
      packages: '程序包',
      unreleased: '尚未发布，下一版包含：',
      firstVersion: '尚未发布，第一版将包含：',
      policies: '政策',
    },
  },
  en: {
    glossary: {
      title: 'Glossary',
      description: 'The words of this site and its programs in Chinese and English, and what they mean.',
      lead: 'Pages, files and programs use one word for one thing. Below: Chinese, English (the code, where there is one), meaning.',
      columns: ['Chinese', 'English', 'Meaning'],
      entities: 'Entities and fields',
      entitiesLead:
        'A case is made of these. All fields of each, with the headings that rosters use for them, are on a page of their own; for codes see ',
      entityColumns: ['Entity', 'Code', 'Fields'],
      codes: 'Codes',
      entitiesEnd: '.',
      back: 'Back to the glossary',
    },
    entity: {
      description: (name) =>
        `All fields of the entity ${name}: code, names in Chinese and English, type, unit, and headings in rosters.`,
      columns: ['Field', 'Type', 'Other headings in rosters'],
      sensitive: 'personal',
      derived: 'can follow from others',
      types: { boolean: 'yes or no', yuan: 'amount', enum: 'code' },
      of: (type, from) => `${type}: ${from}`,
      listOf: (entries) => `list of ${entries}`,
      forEach: (values, codes) => `for each ${codes === undefined ? 'name' : `code (${codes})`}: ${values}`,
      many: (name) => `${name.replace(/([^aeiou])y$/, '$1ie')}s`,
      withUnit: (type, unit) => `${type} (${unit})`,
    },
    codes: {
      title: 'Codes',
      description: 'All codes with their English names.',
      lead: 'Data hold the code and pages show the name. In rosters, Chinese names and common spellings are understood too: the Chinese page lists them.',
    },
    schemas: {
      title: 'JSON Schemas',
      description: 'JSON Schemas of cases, decisions, policy files and records.',
      lead: 'These files describe the formats of all data (JSON Schema 2020-12). Download them here, or take them from the package @jingzhun/schemas.',
      columns: ['File', 'Describes', 'Size'],
      use: 'In an editor',
      useText:
        'With this as the first line of a YAML file, an editor that knows JSON Schema offers fields and codes and marks what is wrong:',
      addressText: ['Put the address of this site in place of ', '.'],
    },
    changelog: {
      title: 'Changelog',
      description: 'What changed in each version of the packages and each release of a policy.',
      lead: 'Versions of the packages and releases of a policy are two different things: the former decide how it is computed, the latter by which law.',
      packages: 'Packages',
      unreleased: 'Not released yet. The next version has:',
      firstVersion: 'Not released yet. The first version will have:',
      policies: 'Policies',
    },
  },
};
