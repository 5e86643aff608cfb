import type { Policy, PolicyText } from '@jingzhun/rules';
import { casesFrom } from '@jingzhun/schemas/table';
import type { OpenTable } from '@jingzhun/schemas/workbook';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../policies/catalogue.gen.ts';
import { DecidedRoster } from '../decided/decided-roster.ts';
import { comparePayments } from './compare-payments.ts';
import { paymentColumns, paymentHeaderRow } from './payment-columns.ts';
import { matchMeasures } from './payment-measures.ts';
import { paymentRows } from './payment-rows.ts';

const university = 'ruyuan.education-aid.university';
const newBuild = 'ruyuan.housing.new-build-10000';

const { households } = casesFrom([
  [
    '户编号',
    '人编号',
    '姓名',
    '证件号码',
    '建档立卡贫困户',
    '在校就读',
    '在校生状况',
    '全日制',
    '需要住房改造',
    '改造方式',
  ],
  ['H1', 'P1', '合成甲', '', '是', '是', '本科', '是', '是', '新建'],
  ['H1', 'P2', '合成乙', '99000020000101001X', '是', '是', '本科', '是', '是', '新建'],
  ['H2', 'P3', '合成丙', '', '是', '是', '本科', '', '否', '无'],
  ['H3', 'P4', '合成丁', '', '是', '是', '小学', '否', '否', '无'],
  ['H4', 'P5', '合成戊', '', '是', '是', '本科', '是', '是', '新建'],
]);

let policy: Policy;
let text: PolicyText;
let roster: DecidedRoster;
beforeAll(async () => {
  policy = (await catalogue['ruyuan-2016']?.policy()) as Policy;
  text = (await catalogue['ruyuan-2016']?.text()) as PolicyText;
  roster = new DecidedRoster({ policy, on: '2017-09-01', households });
  for (const _ of roster.deciding());
});

function table(rows: readonly (readonly string[])[]): OpenTable {
  return { name: '', rows, columns: 9, merges: [], notes: new Map(), broken: new Set() } as unknown as OpenTable;
}

/** Compares a list as the page does, every measure as it is recognised. */
function compared(rows: readonly (readonly string[])[], choices?: Record<string, string | null>) {
  const list = table(rows);
  const header = paymentHeaderRow(list);
  const { columns } = paymentColumns(list.rows[header - 1] ?? []);
  const read = [...paymentRows(list, header, columns)];
  const counts = new Map(read.map(({ measure }) => [measure, 1]));
  const measures = matchMeasures(counts, roster.rules, text);
  return comparePayments(roster, read, choices ?? Object.fromEntries(measures.map((each) => [each.text, each.rule])));
}

const shown = ({ differences }: ReturnType<typeof compared>) =>
  differences.map(({ kind, household, member, paid, due, rows }) => [
    kind,
    household,
    member,
    paid,
    due,
    rows.map(({ row }) => row).join(),
  ]);

describe('a list of payments', () => {
  it('is compared person by person where it names persons', () => {
    const result = compared([
      ['人编号', '项目', '金额'],
      ['P1', '全日制大学助学金', '5000'],
      ['P2', '全日制大学助学金', '4,000'],
      ['P3', '全日制大学助学金', '5000'],
      ['P4', '全日制大学助学金', '5000'],
      ['P9', '全日制大学助学金', '5000'],
    ]);
    expect(result.agreeing).toBe(1);
    expect(shown(result)).toEqual([
      ['stranger', null, -1, 5000, null, '6'],
      ['amount', 0, 1, 4000, 5000, '3'],
      ['open', 1, 0, 5000, null, '4'],
      ['not-entitled', 2, 0, 5000, null, '5'],
      ['not-paid', 3, 0, null, 5000, ''],
    ]);
  });

  it('is compared household by household where it names households', () => {
    const result = compared([
      ['户编号', '项目', '金额'],
      ['H1', '全日制大学助学金', '10000'],
      ['H4', '全日制大学助学金', '2500'],
      ['H4', '全日制大学助学金', '2500'],
    ]);
    expect(result.agreeing).toBe(2);
    expect(shown(result)).toEqual([]);
  });

  it('says nothing about rules that no row is about', () => {
    const result = compared([
      ['户编号', '项目', '金额'],
      ['H1', newBuild, '10000'],
    ]);
    expect(result.rules).toEqual([newBuild]);
    expect(shown(result)).toEqual([['not-paid', 3, -1, null, 10_000, '']]);
  });

  it('finds a person by the number of identity, however Excel wrote it', () => {
    const result = compared([
      ['身份证号', '项目', '金额'],
      ['99000020000101001x\t', '全日制大学助学金', '5000元'],
    ]);
    expect(result.agreeing).toBe(1);
  });

  it('takes a number that nobody has for a stranger, even beside a household that is known', () => {
    const result = compared([
      ['户编号', '人编号', '项目', '金额'],
      ['H1', 'P77', '全日制大学助学金', '5000'],
    ]);
    expect(shown(result)[0]).toEqual(['stranger', null, -1, 5000, null, '2']);
  });

  it('reads ten thousands, titles above the headers and totals below', () => {
    const result = compared([
      ['某村资金发放表（合成数据）'],
      [],
      ['户编号', '项目名称', '金额（万元）'],
      ['H1', '新建住房县补助', '1'],
      ['合计', '', '1'],
    ]);
    expect(result.rows).toBe(1);
    expect(result.agreeing).toBe(1);
  });

  it('counts what it passes over, and takes no payment of nothing', () => {
    const result = compared(
      [
        ['户编号', '项目', '金额'],
        ['', university, '5000'],
        ['H1', '别的', '5000'],
        ['H1', university, '五千'],
        ['H4', university, '0'],
        ['H1', university, ''],
      ],
      { [university]: university, 别的: null },
    );
    expect(result.passedOver).toEqual({ 'no-id': 1, 'no-measure': 1, 'no-amount': 1 });
    // Paid without an amount agrees; paid nothing is not paid.
    expect(result.agreeing).toBe(1);
    expect(shown(result)).toEqual([['not-paid', 3, 0, null, 5000, '']]);
  });
});

describe('the columns of a list', () => {
  it('leaves a field open for which there are several', () => {
    const { columns, open } = paymentColumns(['户编号', '户主', '姓名', '项目', '发放金额（元）', '实发金额']);
    expect(columns).toEqual({ household: 0, person: null, name: null, measure: 3, amount: null });
    expect(open).toEqual(['name', 'amount']);
  });
});

describe('the measures of a list', () => {
  it('are found by title and id; by a part of the title only as a proposal', () => {
    const found = matchMeasures(
      new Map([
        ['全日制 大学助学金', 3],
        [university, 1],
        ['新建住房', 2],
        ['补', 1],
        ['助学金', 5],
      ]),
      roster.rules,
      text,
    );
    expect(found.map(({ rule, certain }) => [rule, certain])).toEqual([
      [university, true],
      [university, true],
      [newBuild, false],
      [null, false],
      [null, false],
    ]);
  });
});
