import type { Language } from '../language.ts';

interface LlmsWords {
  readonly guides: string;
  readonly api: string;
  readonly data: string;
  readonly index: string;
  readonly indexText: string;
  readonly lock: string;
  readonly lockText: string;
  readonly policy: string;
  readonly files: string;
  readonly schemas: string;
}

/** Words of /llms.txt, what the site and the library are on one page of plain text. */
export const llmsWords: Readonly<Record<Language, LlmsWords>> = {
  zh: {
    guides: '说明',
    api: '接口参考',
    data: '政策（JSON）',
    index: '索引',
    indexText: '全部政策、版本和规定：编号、种类、对象、出处、标题、可否计算、执行期、地址',
    lock: '锁定文件',
    lockText: '每个版本的摘要',
    policy: '交给 decide 的政策',
    files: '政策文件的内容',
    schemas: '数据格式（JSON Schema）',
  },
  en: {
    guides: 'Guides',
    api: 'API reference',
    data: 'Policies as JSON',
    index: 'Index',
    indexText:
      'every policy, release and provision: id, kind, subject, clause, title, computable or not, force, address',
    lock: 'Lock',
    lockText: 'the digest of every release',
    policy: 'the policy that decide takes',
    files: 'what the policy files say',
    schemas: 'Data formats (JSON Schema)',
  },
};
