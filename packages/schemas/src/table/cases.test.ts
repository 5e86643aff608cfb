import { expect, test } from 'vitest';
import { checkCase } from '../case.ts';
import { CaseTable, casesFrom } from './cases.ts';

const header = ['户编号', '人编号', '与户主关系', '在校生状况', '贫困户属性'];
const table = (...rows: string[][]) => casesFrom([header, ...rows]);
const codes = (roster: ReturnType<typeof casesFrom>) =>
  roster.problems.map(({ row, code, action }) => [row, code, action]);

test('rows of a household make one case, also where they stand apart', () => {
  const { households, rows, problems } = table(
    ['H1', 'a', '户主', '', '一般扶贫户'],
    ['H2', 'b', '户主', '', '五保户'],
    ['H1', 'c', '之子', '小学', '一般扶贫户'],
  );
  expect(problems).toEqual([]);
  expect(households.map(({ case: each }) => each)).toEqual([
    {
      household: {
        id: 'H1',
        type: 'general',
        members: [
          { id: 'a', relation: 'head', schoolStage: 'none' },
          { id: 'c', relation: 'son', schoolStage: 'primary' },
        ],
      },
    },
    { household: { id: 'H2', type: 'wubao', members: [{ id: 'b', relation: 'head', schoolStage: 'none' }] } },
  ]);
  expect(rows.map(({ row, household, member }) => [row, household, member])).toEqual([
    [2, 0, 0],
    [3, 1, 0],
    [4, 0, 1],
  ]);
});

test('every case can be decided: it passes the check of cases', () => {
  for (const { case: each } of table(['H1', 'a', '户主', '高一', '一般脱贫户']).households)
    expect(checkCase(each).ok).toBe(true);
});

test('a cell that cannot be read is unknown and reported with the row of Excel, and the row goes on', () => {
  const roster = table(['H1', 'a', '户主', '幼教', '五保户']);
  expect(roster.problems).toMatchObject([
    { row: 2, column: '在校生状况', code: 'unknown-code', action: 'cell-unknown' },
  ]);
  expect(roster.households[0]?.case).toEqual({
    household: { id: 'H1', type: 'wubao', members: [{ id: 'a', relation: 'head' }] },
  });
});

test('where rows of a household differ its field is unknown, and the later row is reported', () => {
  const roster = table(
    ['H1', 'a', '户主', '', '五保户'],
    ['H1', 'b', '配偶', '', '一般扶贫户'],
    ['H1', 'c', '之子', '', ''],
  );
  expect(codes(roster)).toEqual([[3, 'rows-disagree', 'cell-unknown']]);
  expect(roster.households[0]?.case.household).not.toHaveProperty('type');
});

test('a row without household id is left out, and with it the household above that may lack it', () => {
  const roster = table(['H1', 'a', '户主', '', ''], ['', 'b', '配偶', '', ''], ['H2', 'c', '户主', '', '']);
  expect(roster.households.map(({ id }) => id)).toEqual(['H2']);
  expect(codes(roster)).toEqual([
    [2, 'incomplete', 'household-left-out'],
    [3, 'no-household-id', 'row-left-out'],
  ]);
});

test('a head of household without id takes no other household along', () => {
  const roster = table(['H1', 'a', '户主', '', ''], ['', 'b', '户主', '', '']);
  expect(roster.households.map(({ id }) => id)).toEqual(['H1']);
});

test('a row with more or fewer cells than headers is left out with its household', () => {
  const roster = table(['H1', 'a', '户主', '', ''], ['H1', 'b', '配偶'], ['H2', 'c', '户主', '', '五保户', '多余']);
  expect(roster.households).toEqual([]);
  expect(codes(roster)).toEqual([
    [2, 'incomplete', 'household-left-out'],
    [3, 'too-few-cells', 'row-left-out'],
    [4, 'too-many-cells', 'row-left-out'],
  ]);
});

test('a household id that Excel turned into a number groups nobody', () => {
  const roster = table(['9.9E+11', 'a', '户主', '', ''], ['9.9E+11', 'b', '户主', '', '']);
  expect(roster.households).toEqual([]);
});

test('blank rows are passed over and counted; a row of totals is left out', () => {
  const roster = table(['', '', '', '', ''], ['H1', 'a', '户主', '', ''], ['合计', '', '', '', '']);
  expect(roster.households[0]?.rows).toEqual([3]);
  expect(codes(roster)).toEqual([[4, 'total-row', 'row-left-out']]);
});

test('one person twice in a household leaves the household out; in two households it is noted', () => {
  expect(table(['H1', 'a', '户主', '', ''], ['H1', 'a', '配偶', '', '']).households).toEqual([]);
  const twice = table(['H1', 'a', '户主', '', ''], ['H2', 'a', '户主', '', '']);
  expect(twice.households).toHaveLength(2);
  expect(codes(twice)).toEqual([[3, 'duplicate-elsewhere', 'noted']]);
});

test('a label that settles another field sets it unless its own column says otherwise', () => {
  const both = (status: string) =>
    casesFrom([
      ['户编号', '贫困户属性', '脱贫状态'],
      ['H1', '一般脱贫户', status],
    ]);
  expect(both('').households[0]?.case.household?.exitStatus).toBe('exited');
  expect(both('未脱贫').households[0]?.case.household?.exitStatus).toBe('not-exited');
  expect(codes(both('未脱贫'))).toEqual([[2, 'columns-disagree', 'noted']]);
});

test('a table of households has no members, and each household once', () => {
  const roster = casesFrom([
    ['户编号', '危房级别', '是否享受低保'],
    ['H1', 'D', '是'],
    ['H1', 'C', '否'],
    ['', 'B', '否'],
  ]);
  expect(roster.households.map(({ case: each }) => each)).toEqual([
    { household: { id: 'H1', housing: { dangerLevel: 'd' }, inDibao: true } },
    { household: { housing: { dangerLevel: 'b' }, inDibao: false } },
  ]);
  expect(codes(roster)).toEqual([[3, 'duplicate-household', 'row-left-out']]);
});

test('names of properties of every object are ids like any other', () => {
  const roster = table(['__proto__', 'constructor', '户主', '小学', ''], ['toString', 'a', '户主', '', '']);
  expect(roster.households.map(({ id }) => id)).toEqual(['__proto__', 'toString']);
  expect({}).not.toHaveProperty('schoolStage');
});

test('no message holds a name or a number of identity', () => {
  const named = new CaseTable([...header, '姓名', '证件号码']);
  named.add(2, ['', 'a', '户主', '', '', '合成秘密', '990101199001010018']);
  named.add(3, ['H1', 'a', '合成秘密', '', '', '合成秘密', '9.9E+17']);
  expect(JSON.stringify(named.finish().problems)).not.toMatch(/990101199001010018|9\.9E/);
});
