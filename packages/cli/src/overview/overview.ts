import type { Policy, PolicyText } from '@jingzhun/rules';
import pc from 'picocolors';
import { amountText } from '../roster/summary.ts';
import { type Measure, totalsOf } from '../roster/tally.ts';
import { grouped, Labels } from '../wording/labels.ts';
import { clip, padEnd, padStart, width, wrap } from '../wording/width.ts';
import type { Figure, PlanFigures } from './plan-figures.ts';

const columns = 80;

export interface Overview {
  readonly policy: Policy;
  readonly text: PolicyText;
  readonly households: number;
  readonly persons: number;
  readonly measures: readonly Measure[];
  readonly figures: PlanFigures;
}

const rights = new Set(['identification', 'entitlement', 'incentive']);

/** Headings in Chinese with English beside. */
const heading = (zh: string, en: string): string => `\n${pc.bold(zh)}  ${pc.dim(en)}\n${pc.dim('─'.repeat(columns))}`;

/** A policy applied to a whole county, on one page of a terminal. */
export class OverviewPage {
  private readonly data: Overview;
  private readonly zh: Labels;
  private readonly en: Labels;

  constructor(data: Overview) {
    this.data = data;
    this.zh = new Labels(data.policy, data.text, 'zh');
    this.en = new Labels(data.policy, data.text, 'en');
  }

  head(): string {
    const { document } = this.data.text;
    return [pc.bold(wrap(document.title.zh, columns)), pc.dim(wrap(document.title.en, columns))].join('\n');
  }

  /** Who is entitled to what: with amounts first, then those without a printed or a known amount. */
  measuresPart(): string {
    const { households, persons, measures } = this.data;
    const own = measures.filter(({ kind, findings }) => rights.has(kind) && findings.met > 0);
    const priced = own.filter(({ amounts }) => amounts.some(({ certain }) => certain > 0));
    const others = own.filter((measure) => !priced.includes(measure));
    const lines = [
      heading(`${grouped(households)} 户 ${grouped(persons)} 人，各项措施`, 'households, persons: who gets what'),
    ];
    lines.push(this.measureRow('措施 measure', '户', '人', '可确定金额 amount'));
    for (const measure of priced) {
      const amounts = measure.amounts.map((amount) => amountText({ ...amount, possible: amount.certain }, this.zh));
      lines.push(this.measureLine(measure, amounts.join(' ')));
    }
    for (const amount of totalsOf(measures))
      lines.push(pc.bold(padStart(`合计 total  ${amountText(amount, this.zh)}`, columns)));
    if (others.length > 0) lines.push('', pc.dim('符合而无确定金额 met, without a known amount'));
    for (const measure of others) lines.push(this.measureLine(measure, ''));
    return lines.join('\n');
  }

  private measureLine(measure: Measure, amount: string): string {
    const { rule, asks, households, findings } = measure;
    const ofPersons = asks === 'person';
    return this.measureRow(
      this.both(this.zh.rule(rule), this.en.rule(rule), 44),
      grouped(households),
      ofPersons ? grouped(findings.met) : '',
      amount,
    );
  }

  private measureRow(title: string, households: string, persons: string, amount: string): string {
    return `${padEnd(title, 44)}${padStart(households, 7)}${padStart(persons, 7)}${padStart(amount, 22)}`;
  }

  /** Chinese, and as much English beside it as fits. */
  private both(zh: string, en: string, most: number): string {
    const room = most - width(zh) - 2;
    return room < 8 ? clip(zh, most) : `${zh}  ${clip(en, room)}`;
  }

  baselinePart(): string {
    const { baseline } = this.data.figures;
    const lines = [heading('规划数字：文件所印与花名册复算', 'plan figures: as printed, as counted')];
    let last = '';
    for (const figure of baseline) {
      if (figure.rule !== last) lines.push(this.both(figure.title.zh, figure.title.en, columns));
      last = figure.rule;
      lines.push(this.figureLine(figure));
    }
    return lines.join('\n');
  }

  private figureLine({ what, printed, counted, unit }: Figure): string {
    const agrees = printed === counted;
    const verdict = agrees ? pc.green('一致 agrees') : pc.red('不符 differs');
    const number = (value: number | null) => padStart(value === null ? '' : this.zh.amount(value, unit), 12);
    return `  ${padEnd(this.both(what.zh, what.en, 38), 40)}${number(printed)}${number(counted)}  ${verdict}`;
  }

  derivedPart(): string {
    const lines = [heading('资金与容量', 'capital and capacity')];
    for (const { title, what, printed, unit } of this.data.figures.derived) {
      const amount = this.zh.amount(printed, unit);
      lines.push(
        `${padEnd(this.both(`${title.zh}：${what.zh}`, '', columns - 26), columns - 26)}${padStart(amount, 26)}`,
      );
      lines.push(pc.dim(`  ${clip(`${title.en}: ${what.en}`, columns - 2)}`));
    }
    return lines.join('\n');
  }

  /** What the document says twice and differently. */
  conflictsPart(): string {
    const figures = this.data.text.sections.flatMap(({ provisions }) =>
      provisions.flatMap(({ reconcile }) => reconcile),
    );
    const differing = figures.filter(({ agrees }) => !agrees);
    const lines = [heading('文件内部的矛盾', 'where the document contradicts itself')];
    for (const { what, printed, computed, unit, conflict } of differing) {
      lines.push(`${pc.red('≠')} ${wrap(`${what.zh} ${what.en}`, columns - 2, '  ')}`);
      lines.push(`  所印 printed ${this.zh.amount(printed, unit)}，复算 recomputed ${this.zh.amount(computed, unit)}`);
      if (conflict)
        lines.push(wrap(`  ${conflict.zh}`, columns, '  '), pc.dim(wrap(`  ${conflict.en}`, columns, '  ')));
    }
    const rest = figures.length - differing.length;
    lines.push(`${pc.green('=')} 其余 ${rest} 处复算一致  ${pc.dim(`the other ${rest} recomputed figures agree`)}`);
    return lines.join('\n');
  }

  /** The facts that leave most open. */
  unknownPart(most = 8): string {
    const { measures, figures } = this.data;
    const byFact = new Map<string, { findings: number; rules: number }>();
    for (const { kind, missing } of measures) {
      if (!rights.has(kind)) continue;
      for (const { fact, findings } of missing) {
        const known = byFact.get(fact) ?? { findings: 0, rules: 0 };
        byFact.set(fact, { findings: known.findings + findings, rules: known.rules + 1 });
      }
    }
    const facts = [...byFact].sort(([, a], [, b]) => b.findings - a.findings);
    const lines = [heading('还不知道什么，该问什么', 'what is unknown, and what to ask')];
    for (const [fact, { findings, rules }] of facts.slice(0, most)) {
      const title = this.both(this.zh.fact(fact), this.en.fact(fact), 52);
      lines.push(
        `${padEnd(title, 54)}${padStart(`${grouped(findings)} 项结论`, 14)}${padStart(`${rules} 项措施`, 12)}`,
      );
    }
    const more = facts.length - most;
    if (more > 0) lines.push(pc.dim(`另有 ${more} 项资料  and ${more} more facts`));
    const asked = [...new Set(figures.open.flatMap(({ missing }) => missing))].map((fact) => this.zh.fact(fact));
    if (asked.length > 0)
      lines.push(wrap(`全县：${figures.open.length} 项规划数字待定，须知 ${asked.join('、')}`, columns, '  '));
    return lines.join('\n');
  }
}
