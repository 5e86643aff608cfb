import { expect, it } from 'vitest';
import { rosterWords } from '../../words/roster-in.ts';
import { dateFault } from './choice.ts';

const words = rosterWords.zh;

it.each([
  ['2017-09-01', ''],
  ['2016-11-29', ''],
  ['2018-12-31', ''],
  ['2016-11-28', '该文件在 2016-11-29 至 2018-12-31 有效，这一天没有可核对的规定'],
  ['2019-01-01', '该文件在 2016-11-29 至 2018-12-31 有效，这一天没有可核对的规定'],
  ['2017-02-29', words.dateWrong],
  ['2017-9-1', words.dateWrong],
  ['', words.dateWrong],
])('%j: %j', (date, fault) => {
  expect(dateFault(date, { from: '2016-11-29', to: '2018-12-31' }, words)).toBe(fault);
});

it('a policy without an end is in force on every later day', () => {
  expect(dateFault('2099-01-01', { from: '2016-11-29', to: null }, words)).toBe('');
});
