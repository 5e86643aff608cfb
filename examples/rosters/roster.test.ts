import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { assertPrintedTotals } from './synthetic/printed-totals.ts';
import { rosterText } from './synthetic/roster.ts';
import { inventRows } from './synthetic/rows.ts';

type Row = Record<string, string>;

// Deliberately not the generator's own tables and counts: this file reads the CSV as a stranger would.
const text = readFileSync(new URL('ruyuan-2016.csv', import.meta.url), 'utf8');
const parsed = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
const rows = parsed.data;
const headers = parsed.meta.fields ?? [];
const households = [...Map.groupBy(rows, (row) => cell(row, '户编号')).values()];

function cell(row: Row | undefined, column: string): string {
  const value = row?.[column];
  if (value === undefined) throw new Error(`no column ${column}`);
  return value;
}

const ofHead = (household: readonly Row[], column: string) => cell(household[0], column);
const table = (labels: Record<string, string>, label: string): string => {
  const code = labels[label];
  if (code === undefined) throw new Error(`unexpected label ${label}`);
  return code;
};

const TYPES = { 一般贫困户: 'general', 扶贫低保户: 'dibao-assisted', 低保户: 'dibao', 五保贫困户: 'wubao' };
const LABOUR = {
  普通劳动力: 'able',
  技能劳动力: 'able',
  弱劳动力或半劳动力: 'partial',
  丧失劳动力: 'lost',
  无劳动力: 'none',
};
const HEALTH = { 健康: 'healthy', 长期慢性病: 'chronic', 患有大病: 'serious', 残疾: 'disabled' };

const typeOf = (household: readonly Row[]) => table(TYPES, ofHead(household, '贫困户属性'));
const healthOf = (row: Row) =>
  cell(row, '健康状况')
    .split('、')
    .map((label) => table(HEALTH, label));
const isIll = (row: Row) => healthOf(row).some((code) => code === 'chronic' || code === 'serious');

function hasLabour(household: readonly Row[]): boolean | 'unknown' {
  const abilities = household.map((row) => table(LABOUR, cell(row, '劳动技能')));
  if (abilities.includes('able')) return true;
  return abilities.includes('partial') ? 'unknown' : false;
}

/** Completed years on 31 August 2016. */
function ageOf(row: Row): number {
  const [year, month, day] = cell(row, '出生日期').split('-').map(Number) as [number, number, number];
  return 2016 - year - (month * 100 + day > 831 ? 1 : 0);
}

function count(selects: (household: readonly Row[]) => boolean): [households: number, persons: number] {
  const selected = households.filter(selects);
  return [selected.length, selected.flat().length];
}

describe('the committed roster has the totals that the document prints', () => {
  it.each<[string, [number, number], (household: readonly Row[]) => boolean]>([
    ['in all', [2944, 7508], () => true],
    ['general', [880, 3021], (one) => typeOf(one) === 'general'],
    ['dibao', [1634, 4042], (one) => typeOf(one).startsWith('dibao')],
    ['wubao', [430, 445], (one) => typeOf(one) === 'wubao'],
    ['with labour', [1530, 5352], (one) => hasLabour(one) === true],
    ['without labour', [1414, 2156], (one) => hasLabour(one) === false],
    ['dibao and wubao without labour', [1277, 1903], (one) => hasLabour(one) === false && typeOf(one) !== 'general'],
    ['general without labour', [137, 253], (one) => hasLabour(one) === false && typeOf(one) === 'general'],
    ['with a disabled member', [949, 2539], (one) => one.some((row) => healthOf(row).includes('disabled'))],
  ])('%s', (_, expected, selects) => expect(count(selects)).toEqual(expected));

  it('2,251 ill persons in 1,735 households', () => {
    expect([rows.filter(isIll).length, count((one) => one.some(isIll))[0]]).toEqual([2251, 1735]);
  });

  it('1,398 households need renovation, some a new house, some a repair, some undecided; the others none', () => {
    const needing = households.filter((one) => ofHead(one, '需要住房改造') === '是');
    expect(needing).toHaveLength(1398);
    expect(new Set(needing.map((one) => ofHead(one, '改造方式')))).toEqual(new Set(['新建', '修缮', '']));
    const rest = households.filter((one) => ofHead(one, '需要住房改造') === '否' && ofHead(one, '改造方式') === '无');
    expect(rest).toHaveLength(2944 - 1398);
  });

  it('the income of 2015 is below 4,000 yuan in every household', () => {
    for (const one of households) {
      expect(ofHead(one, '收入年度')).toBe('2015');
      expect(ofHead(one, '人均可支配收入')).toMatch(/^[1-3]\d{3}\.\d\d$/);
    }
  });
});

describe('a household', () => {
  it('stands in adjoining rows that agree in the columns of the household', () => {
    const order = rows.map((row) => cell(row, '户编号'));
    expect(order).toEqual(households.flatMap((one) => one.map((row) => cell(row, '户编号'))));
    const from = headers.indexOf('是否享受低保');
    const shared = [...headers.slice(0, 7), ...headers.slice(from)];
    for (const one of households) {
      expect(new Set(one.map((row) => shared.map((column) => cell(row, column)).join())).size).toBe(1);
    }
  });

  it('has one to nine members, a single head first, and at most one spouse, father and mother', () => {
    for (const one of households) {
      const relations = one.map((row) => cell(row, '与户主关系'));
      expect(relations.length).toBeLessThanOrEqual(9);
      expect(relations.indexOf('户主')).toBe(0);
      for (const single of ['户主', '配偶', '之父', '之母']) {
        expect(relations.filter((relation) => relation === single).length).toBeLessThanOrEqual(1);
      }
    }
  });

  it('is grouped under the dibao label that its labour calls for', () => {
    for (const one of households) {
      if (typeOf(one) === 'dibao-assisted') expect(hasLabour(one)).toBe(true);
      if (typeOf(one) === 'dibao') expect(hasLabour(one)).toBe(false);
    }
  });

  it('has a dangerous house exactly when the grade is C or D, where the grade is known', () => {
    for (const one of households) {
      const grade = ofHead(one, '危房级别');
      if (grade !== '') expect(ofHead(one, '是否危房户')).toBe(/[CD]/.test(grade) ? '是' : '否');
    }
  });

  it('holds members whose ages fit their relation to the head', () => {
    const gaps = {
      配偶: [-10, 10],
      其他: [-12, 12],
      之父: [18, 40],
      之母: [18, 40],
      之子: [-48, -18],
      之女: [-48, -18],
      之儿媳: [-48, -16],
      之孙子: [-75, -36],
      之孙女: [-75, -36],
    } as Record<string, [number, number]>;
    for (const [head, ...others] of households) {
      for (const row of others) {
        const [least, most] = gaps[cell(row, '与户主关系')] as [number, number];
        const gap = ageOf(row) - ageOf(head as Row);
        expect([gap >= least, gap <= most], `${cell(row, '人编号')}: ${gap}`).toEqual([true, true]);
      }
    }
  });
});

describe('a person', () => {
  const AGES: [stage: RegExp, least: number, most: number, atLeastCount: number][] = [
    [/^学前教育$/, 3, 6, 200],
    [/^小学$/, 6, 12, 500],
    [/^[七八九]年级$/, 12, 15, 150],
    [/^普通高中/, 15, 17, 50],
    [/^中职/, 15, 17, 50],
    [/^技师学院/, 15, 20, 1],
    [/^高职高专/, 18, 22, 20],
    [/^本科/, 18, 23, 20],
    [/^硕士研究生/, 22, 26, 2],
  ];

  it.each(AGES)('at school in stage %s is of the age for it', (stage, least, most, atLeastCount) => {
    const ages = rows.filter((row) => stage.test(cell(row, '在校生状况'))).map(ageOf);
    expect(ages.length).toBeGreaterThanOrEqual(atLeastCount);
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(least);
    expect(Math.max(...ages)).toBeLessThanOrEqual(most);
  });

  it('is left without an answer in some cells of the columns that no printed total needs', () => {
    const students = rows.filter((row) => /^(高职高专|本科|硕士)/.test(cell(row, '在校生状况')));
    expect(new Set(students.map((row) => cell(row, '全日制')))).toEqual(new Set(['是', '否', '']));
    for (const column of ['务工状况', '城乡居民医保', '大病保险', '居民养老', '是否享受低保', '主要致贫原因']) {
      expect(new Set(rows.map((row) => cell(row, column))), column).toContain('');
    }
  });
});

describe('nobody in the roster can be taken for a real person', () => {
  it('every row is marked, every place and name is invented, and no identity number is given', () => {
    for (const row of rows) {
      expect(cell(row, '数据说明')).toBe('合成数据');
      expect([cell(row, '省'), cell(row, '市'), cell(row, '县（市、区）')]).toEqual(['合成省', '合成市', '合成县']);
      expect(cell(row, '姓名')).toMatch(/^合成\d{4}[甲乙丙丁戊己庚辛壬]$/);
      expect(cell(row, '证件号码')).toBe('');
    }
  });

  it('no cell has the length of an identity or telephone number, and every code begins with the unassigned 99', () => {
    for (const row of rows) {
      for (const value of Object.values(row)) {
        for (const [digits] of value.matchAll(/\d{5,}[\dXx]*/g)) {
          expect(digits).toMatch(/^99/);
          expect([10, 12]).toContain(digits.length);
        }
      }
    }
  });

  it('numbers of households and persons are unique and nest', () => {
    expect(new Set(rows.map((row) => cell(row, '人编号'))).size).toBe(rows.length);
    for (const row of rows) expect(cell(row, '人编号').slice(0, 10)).toBe(cell(row, '户编号'));
  });
});

describe('the file', () => {
  it('is what the generator writes, byte for byte', () => {
    expect(Buffer.from(rosterText()).equals(readFileSync(new URL('ruyuan-2016.csv', import.meta.url)))).toBe(true);
  });

  it('is not written when a total differs: the generator names the totals that are wrong', () => {
    const other = inventRows(1);
    expect(() => assertPrintedTotals(other)).not.toThrow();
    expect(() => assertPrintedTotals(other.slice(1))).toThrow(/all: 294[34] \/ 7507, printed 2944 \/ 7508/);
  });

  it('is UTF-8 with a byte order mark and CR LF, as Excel saves it, and smaller than 2 MB', () => {
    const raw = readFileSync(new URL('ruyuan-2016.csv', import.meta.url));
    expect([...raw.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(raw.toString('utf8').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(raw.length).toBeLessThan(2_000_000);
    expect(parsed.errors).toEqual([]);
  });
});
