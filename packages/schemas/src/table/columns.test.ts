import { describe, expect, test } from 'vitest';
import { isKnownHeader, matchColumns } from './columns.ts';

const names = (...headers: string[]) => matchColumns(headers).columns.map(({ name }) => name);

describe('a header', () => {
  test('is known by field name, Chinese label and other labels', () => {
    expect(names('household.id', 'person.schoolStage')).toEqual(['household.id', 'person.schoolStage']);
    expect(names('户编号', '在读学段')).toEqual(['household.id', 'person.schoolStage']);
    expect(names('户编号', '在校生状况', '身份证号')).toEqual([
      'household.id',
      'person.schoolStage',
      'person.idNumber',
    ]);
    expect(names('户编号', 'schoolStage')).toEqual(['household.id', 'person.schoolStage']);
    expect(names('household.nineMeasures.education.applicable')).toEqual([
      'household.nineMeasures.education.applicable',
    ]);
  });

  test('is known whatever its brackets, width and white space', () => {
    expect(names('户编号', '务工时间(月)', ' 与户主 关系 ', '*姓名')).toEqual([
      'household.id',
      'person.monthsWorked',
      'person.relation',
      'person.name',
    ]);
    expect(names('\uFEFF户编号', '人均可支配收入（元）')).toEqual([
      'household.id',
      'household.perCapitaDisposableIncome',
    ]);
  });

  test('with another unit than its field is not known', () => {
    expect(names('户编号', '人均可支配收入（万元）')).toEqual(['household.id']);
  });

  test('of net income is never taken for disposable income', () => {
    expect(names('人均纯收入', '人均可支配收入')).toEqual([
      'household.perCapitaNetIncome',
      'household.perCapitaDisposableIncome',
    ]);
  });

  test('that nobody knows is listed, with the field that was probably meant', () => {
    const { unmatched } = matchColumns(['户编号', '备注', '人均可支配收人', '']);
    expect(unmatched.map(({ header, meant }) => [header, meant])).toEqual([
      ['备注', undefined],
      ['人均可支配收人', '人均可支配收入'],
      ['', undefined],
    ]);
  });
});

test('says how sure a match is, and which field a misspelt header may mean', () => {
  const { columns, unmatched } = matchColumns(['户编号', ' 姓 名 ', '人均纯收入（元）', '在校生状况x', '备注']);
  expect(columns.map(({ name, confidence }) => [name, confidence])).toEqual([
    ['household.id', 'exact'],
    ['person.name', 'normalised'],
    ['household.perCapitaNetIncome', 'normalised'],
  ]);
  expect(unmatched.map(({ meantName }) => meantName)).toEqual(['person.schoolStage', undefined]);
});

test('knows a header by itself', () => {
  const known = ['户编号', ' 姓名*', 'person.schoolStage', '收入（万元）', 'H1', ''].map(isKnownHeader);
  expect(known).toEqual([true, true, true, false, false, false]);
});

describe('one row', () => {
  test('is a person where a column can only be of a person', () => {
    expect(matchColumns(['户编号', '与户主关系']).layout).toBe('person');
    expect(matchColumns(['户编号', '人均可支配收入', '是否享受低保']).layout).toBe('household');
  });

  test('settles a header that both have', () => {
    expect(names('户编号', '姓名', '是否享受低保')).toContain('person.inDibao');
    expect(names('户编号', '贫困户属性', '是否享受低保')).toContain('household.inDibao');
  });
});

describe('a table is refused', () => {
  test.each([
    ['two headers of one field', ['户编号', '在校生状况', '在读学段'], 'duplicate-column'],
    ['no known header', ['甲', '乙'], 'no-columns'],
    ['no header', [], 'no-columns'],
    ['persons without their household', ['姓名', '在校生状况'], 'no-household-column'],
  ])('for %s', (_, headers, code) => {
    expect(matchColumns(headers).problems.map((problem) => problem.code)).toEqual([code]);
  });
});
