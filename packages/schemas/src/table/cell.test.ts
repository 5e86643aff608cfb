import { describe, expect, test } from 'vitest';
import { type Field, fieldOf } from '../vocabulary.ts';
import { parseCell } from './cell.ts';
import { dayIn } from './cell-date.ts';
import { numberIn } from './cell-number.ts';

const field = (name: string): Field => {
  const found = fieldOf(name);
  if (found === undefined) throw new ReferenceError(name);
  return found;
};
const read = (name: string, cell: string) => parseCell(field(name), cell);
const readValue = (name: string, cell: string) => {
  const reading = read(name, cell);
  return 'fault' in reading ? `fault: ${reading.code}` : reading.value;
};

describe('a number', () => {
  test.each([
    ['3600', 3600],
    ['1,234,567.89', 1_234_567.89],
    ['１，２３４．５元', 1234.5],
    ['¥3,600.00', 3600],
    ['1.1万', 11_000],
    ['1.23456万元', 12_345.6],
    ['0.07亿', 7_000_000],
    ['-250.5', -250.5],
    ['－250.5', -250.5],
    ['0', 0],
    ['-0', 0],
    ['0.29', 0.29],
  ])('is read from %s', (cell, value) => {
    expect(numberIn(cell, { type: 'yuan' })).toBe(value);
  });

  test.each([
    '',
    '0x10',
    '1e3',
    '12abc',
    '1.2.3',
    '1,23',
    '12,3456',
    '+5',
    '--5',
    '(5)',
    'NaN',
    'Infinity',
    '万',
    '1万2',
    '１２万５',
    '5%',
    '一千',
    '9'.repeat(60),
  ])('is not read from %s', (cell) => {
    expect(numberIn(cell, { type: 'yuan' })).toBeUndefined();
  });

  test('takes a percent sign where the field is a percent or a ratio, and moves the point exactly', () => {
    expect(numberIn('45%', { type: 'percent' })).toBe(45);
    expect(numberIn('45%', { type: 'ratio' })).toBe(0.45);
    expect(numberIn('0.7%', { type: 'ratio' })).toBe(0.007);
    expect(numberIn('0.7', { type: 'ratio' })).toBe(0.7);
  });

  test('keeps the bounds and the decimals of its field', () => {
    expect(readValue('household.memberCount', '4人')).toBe(4);
    expect(readValue('household.memberCount', '-1')).toBe('fault: out-of-range');
    expect(readValue('household.memberCount', '2.5')).toBe('fault: not-whole');
    expect(readValue('household.perCapitaDisposableIncome', '3600.123')).toBe('fault: too-many-decimals');
    expect(readValue('household.perCapitaDisposableIncome', '-120')).toBe(-120);
    expect(readValue('household.incomeYear', '2015年')).toBe(2015);
    expect(readValue('household.incomeYear', '2.015万')).toBe('fault: wrong-type');
  });
});

describe('a date', () => {
  test.each([
    '2016-1-9',
    '2016-01-09',
    '2016/1/9',
    '2016年1月9日',
    '20160109',
    '２０１６－０１－０９',
    '2016/1/9 0:00:00',
  ])('is read from %s', (cell) => {
    expect(dayIn(cell)).toBe('2016-01-09');
  });

  test.each(['2016-02-30', '1/9/2016', '16-1-9', '2016-1', '2016-13-01', '42378', '2016-01-09 08:30', '2016年'])(
    'is not read from %s',
    (cell) => {
      expect(dayIn(cell)).toBeUndefined();
    },
  );

  test('that looks like a serial number of Excel is said to be one and not guessed', () => {
    expect(read('person.birthDate', '42378')).toMatchObject({
      code: 'invalid-date',
      en: expect.stringContaining('serial'),
    });
  });
});

describe('a truth', () => {
  test.each(['是', '有', '√', 'TRUE', 'yes', '1', ' 是 '])('is yes for %s', (cell) => {
    expect(readValue('household.rural', cell)).toBe(true);
  });
  test.each(['否', '无', '×', 'false', 'N', '0'])('is no for %s', (cell) => {
    expect(readValue('household.rural', cell)).toBe(false);
  });
  test.each(['是否', '2', '不', '-', '是的吧'])('is not read from %s', (cell) => {
    expect(readValue('household.rural', cell)).toBe('fault: wrong-type');
  });
});

describe('a blank cell', () => {
  test('is unknown, not zero and not false', () => {
    for (const name of [
      'household.rural',
      'household.memberCount',
      'person.labourAbility',
      'household.povertyCauses',
    ]) {
      expect(readValue(name, '  ')).toBeUndefined();
    }
  });
  test('means the code that an empty cell stands for, where the set has one', () => {
    expect(readValue('person.schoolStage', '')).toBe('none');
    expect(readValue('person.schoolStage', '不清楚')).toBeUndefined();
  });
});

describe('a code', () => {
  test.each([
    ['undergraduate', 'undergraduate'],
    ['大学本科', 'undergraduate'],
    ['本科二年级', 'undergraduate'],
    ['高一', 'senior-secondary'],
  ])('is read from %s', (cell, code) => {
    expect(readValue('person.schoolStage', cell)).toBe(code);
  });
  test('is read without regard to width and case', () => {
    expect(readValue('household.housing.dangerLevel', 'Ｃ')).toBe('c');
  });
  test('that leaves several open is not guessed: the fault names them', () => {
    expect(read('household.type', '低保贫困户')).toMatchObject({
      code: 'ambiguous-code',
      zh: expect.stringContaining('扶贫低保户、低保户'),
    });
    expect(read('person.schoolStage', '大专及以上')).toMatchObject({ zh: expect.stringContaining('大学本科、研究生') });
  });
  test('may settle another field too', () => {
    expect(read('household.type', '一般脱贫户')).toEqual({
      value: 'general',
      sets: { 'household.exitStatus': 'exited' },
    });
  });
  test('that is unknown is answered with the values there are', () => {
    expect(read('household.type', '五保戶')).toMatchObject({
      code: 'unknown-code',
      zh: expect.stringContaining('是否为“五保户”'),
    });
  });
  test('cannot be a property of every object', () => {
    for (const cell of ['__proto__', 'constructor', 'toString'])
      expect(readValue('person.schoolStage', cell)).toBe('fault: unknown-code');
  });
});

describe('a list', () => {
  test('reads a post by what it is called, by what it was called, and by each of its titles', () => {
    for (const cell of ['政府主要负责人', '县长、镇长、街道办主任', '镇长'])
      expect(readValue('town.leadingGroup.heads', `党委书记、${cell}`)).toEqual(['party-secretary', 'government-head']);
  });

  test.each(['因病、缺资金', '因病,缺资金', '因病，缺资金', '因病; 缺资金；'])('is split: %s', (cell) => {
    expect(readValue('household.povertyCauses', cell)).toEqual(['illness', 'lack-of-funds']);
  });
  test('is empty for 无', () => {
    expect(readValue('household.povertyCauses', '无')).toEqual([]);
  });
  test('with a part that cannot be read is not read at all', () => {
    expect(readValue('household.povertyCauses', '因病、因懒')).toBe('fault: unknown-code');
  });
});

describe('an id', () => {
  test('that Excel stored as a number has lost digits and is refused', () => {
    for (const cell of ['4.4E+17', '9.90101E+11']) expect(readValue('household.id', cell)).toBe('fault: digits-lost');
    expect(readValue('person.idNumber', '4.40232E+17')).toBe('fault: digits-lost');
  });
  test('is read without the marks that keep it a text', () => {
    expect(readValue('household.id', "'9901010001")).toBe('9901010001');
    expect(readValue('household.id', '="9901010001"')).toBe('9901010001');
    expect(readValue('household.id', '9901010001\t')).toBe('9901010001');
  });
});

test('a fault never repeats a sensitive value', () => {
  const secret = '机密';
  for (const name of [
    'person.birthDate',
    'person.healthStatus',
    'household.perCapitaDisposableIncome',
    'person.leftBehind',
    'person.disabled',
  ]) {
    const reading = read(name, secret);
    expect(reading).toHaveProperty('fault', true);
    expect(JSON.stringify(reading)).not.toContain(secret);
  }
});
