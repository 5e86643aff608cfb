import { expect, it } from 'vitest';
import { maskCell, maskName, maskNumber, maskNumbersIn } from './mask.ts';

it('shows of a name its first character, whatever its length', () => {
  expect(['张三', '欧阳娜娜', ' 李四 ', '', '𠮷田'].map(maskName)).toEqual(['张*', '欧*', '李*', '', '𠮷*']);
});

it('shows of a number its first three and last two characters, of a short one only the last two', () => {
  expect(maskNumber('99012319900101001X')).toBe('990*************1X');
  expect(maskNumber('123456')).toBe('****56');
  expect(maskNumber('12')).toBe('**');
});

it('masks long numbers wherever they stand, and leaves amounts and dates', () => {
  expect(maskNumbersIn('电话13900000000，收入 3600.50，2016-11-29')).toBe('电话139******00，收入 3600.50，2016-11-29');
});

it('masks by the field, and by the header where no field is known', () => {
  expect(maskCell('合成甲', 'person.name', '名')).toBe('合*');
  expect(maskCell('合成甲', null, '户主姓名')).toBe('合*');
  expect(maskCell('99012319900101001X', 'person.idNumber', '')).toBe('990*************1X');
  expect(maskCell('9901010001', 'household.id', '户编号')).toBe('990*****01');
  expect(maskCell('990101000101', 'person.id', '人编号')).toBe('990*******01');
  expect(maskCell('6222', null, '银行卡号')).toBe('**22');
  expect(maskCell('因病', 'household.povertyCauses', '致贫原因')).toBe('因病');
  expect(maskCell('合成村', null, '自然村')).toBe('合成村');
});
