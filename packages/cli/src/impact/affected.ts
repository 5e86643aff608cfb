import type { FindingImpact, HouseholdImpact, HouseholdKind } from '@jingzhun/rules/impact';
import type { RosterHousehold } from '@jingzhun/schemas/table';
import { byteOrderMark, csvRow } from '@jingzhun/schemas/table';
import { grouped } from '../wording/labels.ts';
import { groupName } from './group-tables.ts';
import type { ImpactLabels } from './impact-labels.ts';
import { findingKindWords, householdKindHeads, standingWords } from './kind-words.ts';
import type { TableView } from './table-view.ts';

/** A household that is affected, by its row and group alone: nothing that tells who it is. */
export interface AffectedHousehold {
  readonly row: number;
  readonly type: string | null;
  readonly village: string | null;
  readonly kind: HouseholdKind;
  readonly findings: readonly (FindingImpact & { readonly row: number })[];
  readonly money: HouseholdImpact['money'];
}

/** The first of the households that are affected, and how many there are. */
export interface AffectedHouseholds {
  readonly listed: readonly AffectedHousehold[];
  readonly count: number;
}

/** How many are listed in full; a CSV has them all. */
export const mostListed = 1000;
const mostInMarkdown = 100;

export function affectedHousehold(
  household: HouseholdImpact,
  { case: input, rows }: RosterHousehold,
): AffectedHousehold {
  const row = rows[0] ?? 0;
  return {
    row,
    type: input.household?.type ?? null,
    village: input.household?.villageName ?? null,
    kind: household.kind,
    findings: household.findings.map((finding) => ({ ...finding, row: rows[Math.max(0, finding.member)] ?? row })),
    money: household.money,
  };
}

export function csvHead(labels: ImpactLabels): string {
  const head = [
    { zh: '户首行', en: 'First row of household' },
    { zh: '行', en: 'Row' },
    { zh: '行政村', en: 'Village' },
    { zh: '户类型', en: 'Household type' },
    { zh: '本户', en: 'Household' },
    { zh: '对象', en: 'Subject' },
    { zh: '措施', en: 'Measure' },
    { zh: '编号', en: 'Id' },
    { zh: '条款', en: 'Clause' },
    { zh: '变化', en: 'Change' },
    { zh: '原', en: 'Before' },
    { zh: '现', en: 'After' },
    { zh: '单位', en: 'Unit' },
    { zh: '原金额', en: 'Amount before' },
    { zh: '现金额', en: 'Amount after' },
    { zh: '差额', en: 'Difference' },
  ];
  return byteOrderMark + csvRow(head.map((each) => labels.say(each)));
}

/** One row for each person or household and rule. Of an unknown, the amount is what it may come to. */
export function csvRows(
  { row, type, village, kind, findings }: AffectedHousehold,
  rule: (id: string) => { readonly clause: string; readonly gives: boolean } | undefined,
  labels: ImpactLabels,
): string {
  return findings
    .map((finding) => {
      const { money } = finding;
      const amounts = (of: 'before' | 'after' | 'difference'): string =>
        money.map((each) => String(each[of].possible)).join('; ');
      return csvRow([
        String(row),
        String(finding.row),
        groupName('village', village, labels),
        groupName('type', type, labels),
        labels.say(householdKindHeads[kind]),
        labels.entity(finding.entity),
        labels.rule(finding.rule),
        finding.rule,
        rule(finding.rule)?.clause ?? '',
        labels.say(findingKindWords(finding.kind, rule(finding.rule)?.gives ?? true)),
        labels.say(standingWords[finding.before]),
        labels.say(standingWords[finding.after]),
        money.map((each) => labels.unit(each)).join('; '),
        amounts('before'),
        amounts('after'),
        amounts('difference'),
      ]);
    })
    .join('');
}

/** The first households that are affected. */
export function affectedTable({ listed, count }: AffectedHouseholds, labels: ImpactLabels): TableView[] {
  if (count === 0) return [];
  const rows = listed.slice(0, mostInMarkdown);
  const all = rows.flatMap(({ money }) => money);
  return [
    {
      title: labels.say({ zh: `受影响的户（${grouped(count)}）`, en: `Households affected (${grouped(count)})` }),
      ...(count > rows.length
        ? {
            note: labels.say({
              zh: `以下为前 ${rows.length} 户；全部用 --csv 写入文件。`,
              en: `The first ${rows.length}; write them all to a file with --csv.`,
            }),
          }
        : {}),
      head: [
        { zh: '花名册行号', en: 'row of the roster' },
        { zh: '行政村', en: 'village' },
        { zh: '户类型', en: 'household type' },
        { zh: '结果', en: 'outcome' },
        { zh: '措施', en: 'measures' },
      ]
        .map((each) => labels.say(each))
        .concat(labels.differenceHeads(all)),
      right: [0, 5, 6],
      rows: rows.map(({ row, village, type, kind, findings, money }) => [
        String(row),
        groupName('village', village, labels),
        groupName('type', type, labels),
        labels.say(householdKindHeads[kind]),
        measuresText(findings, labels),
        ...labels.differences(money, all),
      ]),
      folded: true,
    },
  ];
}

const mostMeasures = 4;

function measuresText(findings: readonly FindingImpact[], labels: ImpactLabels): string {
  const names = [...new Set(findings.map(({ rule }) => labels.rule(rule)))];
  const more = names.length - mostMeasures;
  const list = names.slice(0, mostMeasures).join(labels.say({ zh: '、', en: ', ' }));
  return more > 0 ? `${list}${labels.say({ zh: ` 等 ${names.length} 项`, en: ` and ${more} more` })}` : list;
}
