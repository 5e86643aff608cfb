import Table from 'cli-table3';
import { everyLabel, grouped, type Labels } from '../wording/labels.ts';
import { openRules } from '../wording/open-rules.ts';
import { clip } from '../wording/width.ts';
import { type Amount, type Measure, totalsOf } from './tally.ts';

/** `5,000 元/年`, with what it comes to if all that is unknown is met. */
export function amountText({ unit, every, certain, possible }: Amount, labels: Labels): string {
  const often = labels.say(everyLabel(every));
  const sure = `${labels.amount(certain, unit)}${often}`;
  return possible === certain
    ? sure
    : `${sure}${labels.say({ zh: `（至多 ${grouped(possible)}）`, en: ` (at most ${grouped(possible)})` })}`;
}

/** One line for each measure that was met, open or not met by anyone. */
export function measureTable(measures: readonly Measure[], labels: Labels): string {
  const asked = measures.filter(({ findings }) => findings.met + findings.unknown + findings.unmet > 0);
  const head = [
    { zh: '措施', en: 'measure' },
    { zh: '单位', en: 'per' },
    { zh: '符合', en: 'met' },
    { zh: '待补', en: 'unknown' },
    { zh: '不符', en: 'not met' },
    { zh: '可确定金额', en: 'amount' },
  ];
  const table = new Table({
    head: head.map((each) => labels.say(each)),
    chars: openRules,
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 1 },
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right'],
  });
  for (const { rule, asks, findings, amounts } of asked) {
    table.push([
      clip(labels.rule(rule), 28),
      labels.entity(asks),
      grouped(findings.met),
      grouped(findings.unknown),
      grouped(findings.unmet),
      amounts.map((amount) => amountText({ ...amount, possible: amount.certain }, labels)).join('\n'),
    ]);
  }
  return table.toString();
}

export function totalLines(measures: readonly Measure[], labels: Labels): string[] {
  return totalsOf(measures).map((amount) => `${labels.say({ zh: '合计', en: 'Total' })} ${amountText(amount, labels)}`);
}
