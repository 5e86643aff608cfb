import type { Policy, PolicyText } from '@jingzhun/rules';
import type { ChangedFinding, DecisionRecord, Difference, Verification } from '@jingzhun/rules/records';
import type { Bilingual } from '@jingzhun/schemas';
import { type Language, say } from '../language.ts';
import type { SignatureCheck } from '../records/signature.ts';
import { subjectText } from './finding-text.ts';
import { Labels } from './labels.ts';

interface Verified {
  readonly name: string;
  readonly record: DecisionRecord;
  readonly verification: Verification;
  readonly signature: SignatureCheck;
}

const mostShown = 20;

/** What came of holding a record against its digest, its signature and a new decision, for people. */
export function verificationReport(
  { name, record, verification, signature }: Verified,
  loaded: { readonly policy: Policy; readonly text: PolicyText } | undefined,
  language: Language,
): string {
  const words = new Words(record, loaded, language);
  const { faults, differences, now, library } = verification;
  return [
    `${name}  ${words.title()}  ${record.policy.release}  ${record.on}`,
    words.verdict(verification),
    ...faults.map((fault) => `✗ ${fault.path === '' ? '' : `${fault.path}  `}${words.say(fault)}`),
    ...words.some(
      differences,
      (difference) =>
        `✗ ${words.difference(difference, { zh: '记录为', en: 'recorded as' }, { zh: '现判为', en: 'decided now as' })}`,
    ),
    words.signature(signature),
    ...(library === undefined
      ? []
      : [
          words.say({
            zh: `记录由 ${library.recorded} 生成，现用 ${library.now}`,
            en: `Made by ${library.recorded}; verified with ${library.now}`,
          }),
        ]),
    ...(now === undefined ? [] : words.today(now, verification.lacking.length > 0)),
  ]
    .map(printable)
    .join('\n');
}

/** A record comes from anywhere: nothing in it may steer the terminal. */
const printable = (text: string): string => text.replace(/[^\P{C}\n]/gu, '');

const statuses: Readonly<Record<string, Bilingual>> = {
  met: { zh: '符合', en: 'met' },
  unmet: { zh: '不符合', en: 'not met' },
  unknown: { zh: '待补充', en: 'unknown' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  'not-in-force': { zh: '当日不在执行期', en: 'not in force that day' },
};

const kinds: Readonly<Record<'amendment' | 'correction', Bilingual>> = {
  amendment: { zh: '政策修订', en: 'amendment' },
  correction: { zh: '编码更正', en: 'correction' },
};

class Words {
  private readonly record: DecisionRecord;
  private readonly loaded: { readonly policy: Policy; readonly text: PolicyText } | undefined;
  private readonly language: Language;
  private readonly labels: Labels | undefined;

  constructor(
    record: DecisionRecord,
    loaded: { readonly policy: Policy; readonly text: PolicyText } | undefined,
    language: Language,
  ) {
    this.record = record;
    this.loaded = loaded;
    this.language = language;
    this.labels = loaded && new Labels(loaded.policy, loaded.text, language);
  }

  say(text: Bilingual): string {
    return say(this.language, text);
  }

  title(): string {
    return this.loaded === undefined
      ? this.record.policy.id
      : `${this.say(this.loaded.text.document.title)} ${this.record.policy.id}`;
  }

  verdict({ verdict, redecided, lacking, faults }: Verification): string {
    const all = this.record.findings.length;
    if (verdict === 'same') {
      return this.say({
        zh: `✓ 记录未被改动，重新判定结果相同（${all} 项）`,
        en: `✓ The record was not altered, and deciding again gives the same (${all} findings)`,
      });
    }
    if (verdict === 'different')
      return this.say({
        zh: '✗ 记录与重新判定的结果不一致，或被改动过：',
        en: '✗ The record is not what deciding again gives, or was altered:',
      });
    if (faults.length > 0)
      return this.say({
        zh: '? 记录未被改动，但不能重新判定：',
        en: '? The record was not altered, and cannot be decided again:',
      });
    const names = lacking.map((fact) => this.labels?.fact(fact) ?? fact);
    return this.say({
      zh: `? 记录未被改动；共 ${all} 项，重新判定 ${redecided} 项，结果相同。其余要用未记入的资料：${names.join('、')}。请由持有资料的人用 --facts 核对`,
      en: `? The record was not altered; of ${all} findings ${redecided} were decided again and are the same. The rest need what was left out: ${names.join(', ')}. Let whoever holds the case verify it with --facts`,
    });
  }

  /** The first of a list, and how many more there are. */
  some<T>(list: readonly T[], text: (each: T) => string): string[] {
    const more = list.length - mostShown;
    const rest = this.say({ zh: `  另有 ${more} 处，见 --json`, en: `  ${more} more; see --json` });
    return [...list.slice(0, mostShown).map(text), ...(more > 0 ? [rest] : [])];
  }

  difference({ path, rule, subject, field, ...values }: Difference, before: Bilingual, after: Bilingual): string {
    const whole = rule !== undefined && field === '';
    const place =
      rule === undefined || subject === undefined
        ? path
        : `${this.labels?.rule(rule) ?? rule}  ${this.subject(subject)}`;
    if (whole) {
      return `${place}${this.colon()}${this.say(
        'recorded' in values
          ? { zh: '记录中有此项结论，重新判定没有', en: 'is recorded and does not come of deciding again' }
          : { zh: '记录中没有此项结论，重新判定有', en: 'is not recorded and comes of deciding again' },
      )}`;
    }
    const what = rule === undefined ? '' : `  ${this.field(field)}`;
    const separator = this.language === 'zh' ? '，' : ', ';
    const shown = [
      ...('recorded' in values ? [`${this.say(before)} ${this.value(path, field, values.recorded)}`] : []),
      ...('now' in values ? [`${this.say(after)} ${this.value(path, field, values.now)}`] : []),
    ];
    const hidden = this.say({
      zh: '不同（涉及未记入的资料，不显示）',
      en: 'differs (it would tell what was left out, and is not shown)',
    });
    return `${place}${what}${this.colon()}${shown.length === 0 ? hidden : shown.join(separator)}`;
  }

  signature({ verdict, publicKey = '', keyGiven }: SignatureCheck): string {
    switch (verdict) {
      case 'unsigned':
        return this.say({
          zh: '没有签名：谁生成了记录无从证明',
          en: 'No signature: nothing proves who made the record',
        });
      case 'lacking':
        return this.say({ zh: '✗ 没有签名，无法用 --key 核对', en: '✗ There is no signature to hold against --key' });
      case 'invalid':
        return this.say({
          zh: '✗ 签名无效：与记录的内容不符',
          en: '✗ The signature is not valid: it is not of what the record says',
        });
      case 'other-key':
        return this.say({
          zh: `✗ 由另一把密钥签名，其公钥为 ${publicKey}`,
          en: `✗ Signed with another key, whose public key is ${publicKey}`,
        });
      case 'valid':
        return keyGiven
          ? this.say({ zh: '✓ 签名有效，出自 --key 的密钥', en: '✓ The signature is valid and of the key of --key' })
          : this.say({
              zh: `签名有效，公钥 ${publicKey} 是记录自带的，属于谁未核对（用 --key 指明）`,
              en: `The signature is valid; its public key ${publicKey} is the record's own, and whose it is was not checked (name it with --key)`,
            });
    }
  }

  today({ release, findings }: NonNullable<Verification['now']>, inPart: boolean): string[] {
    if (findings.length === 0) {
      const of = inPart ? { zh: '可重新判定的各项', en: 'what can be decided again ' } : { zh: '', en: '' };
      return [
        this.say({
          zh: `按现行版本 ${release} 判定，${of.zh}结果相同`,
          en: `By the present release ${release} ${of.en}comes out the same`,
        }),
      ];
    }
    return [
      this.say({
        zh: `按现行版本 ${release} 判定，结论会不同：`,
        en: `By the present release ${release} this would differ:`,
      }),
      ...this.some(findings, (finding) => `  ${this.changed(finding)}`),
    ];
  }

  private changed({ because, ...difference }: ChangedFinding): string {
    const text = this.difference(difference, { zh: '当时为', en: 'was' }, { zh: '现为', en: 'is now' });
    const reasons = because.map(
      ({ release, kind, change }) =>
        `\n    ${release}${kind === null ? '' : ` ${this.say(kinds[kind])}`}${this.colon()}${this.say(change)}`,
    );
    return text + reasons.join('');
  }

  private colon(): string {
    return this.language === 'zh' ? '：' : ': ';
  }

  private subject(subject: NonNullable<Difference['subject']>): string {
    return this.labels === undefined ? subject.entity : subjectText({ subject }, this.labels);
  }

  private field(field: string): string {
    if (field === 'status') return this.say({ zh: '结论', en: 'status' });
    if (field === 'delivered') return this.say({ zh: '是否已享受', en: 'delivered' });
    if (/^outcomes\[\d+\]\.value$/.test(field)) return this.say({ zh: '数额', en: 'amount' });
    if (/^outcomes\[\d+\]\.actual$/.test(field)) return this.say({ zh: '实际', en: 'actual' });
    if (/^because\[\d+\]/.test(field)) return this.say({ zh: `理由 ${field}`, en: `reason ${field}` });
    return field;
  }

  private value(path: string, field: string, value: unknown): string {
    if (/(^|\.)(status|delivered)$/.test(field) && typeof value === 'string')
      return this.say(statuses[value] ?? { zh: value, en: value });
    const [, finding, outcome] = /^findings\[(\d+)\]\.outcomes\[(\d+)\]\.(?:value|actual)$/.exec(path) ?? [];
    const unit = this.record.findings[Number(finding)]?.outcomes[Number(outcome)]?.unit;
    if (typeof value === 'number' && this.labels !== undefined) return this.labels.amount(value, unit);
    const text = JSON.stringify(value) ?? '';
    return text.length > 80 ? `${text.slice(0, 80)}…` : text;
  }
}
