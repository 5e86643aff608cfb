import { fieldOf } from '@jingzhun/schemas';
import { expect, it } from 'vitest';
import type { Language } from '../language.ts';
import { typeInWords } from './type-words.ts';

const wordsOf = (name: string, language: Language) => {
  const field = fieldOf(name);
  if (field === undefined) throw new ReferenceError(name);
  return typeInWords(field, language);
};

it('says the codes of a set, and of a list of them, and leads to the set', () => {
  const path = 'docs/vocabulary/codes/#publicity-place';
  expect(wordsOf('application.publicityPlaces', 'zh')).toEqual({ text: '代码列表：公示地点', path });
  expect(wordsOf('application.publicityPlaces', 'en')).toEqual({ text: 'list of codes: place of public notice', path });
});

it('says what a reference names', () => {
  expect(wordsOf('village.stationedCadres', 'zh')).toEqual({ text: '引用列表：干部', path: 'docs/vocabulary/cadre/' });
  expect(wordsOf('village.stationedCadres', 'en').text).toBe('list of references: cadre');
});

it('says the keys and the values of a record', () => {
  const path = 'docs/vocabulary/codes/#verification-matter';
  expect(wordsOf('application.verificationDates', 'zh')).toEqual({ text: '每个代码（核实事项）：日期', path });
  expect(wordsOf('application.verificationDates', 'en')).toEqual({
    text: 'for each code (matter verified): date',
    path,
  });
  expect(wordsOf('county.villageCounts', 'zh')).toEqual({ text: '每个名称：整数（个村）' });
});

it('names the shape whose fields a record has', () => {
  expect(wordsOf('county.hospitalPairs', 'zh')).toEqual({ text: '医院结对列表', shape: 'hospitalPair' });
  expect(wordsOf('household.nineMeasures', 'en')).toMatchObject({
    text: 'for each code (nine measures to the household): delivery',
    shape: 'delivery',
  });
});

it('says of what is so or not that it is yes or no', () => {
  expect(wordsOf('household.registered', 'en').text).toBe('yes or no');
  expect(wordsOf('village.worksCompleted', 'en').text).toContain(': yes or no');
});

it('says a unit, and a type only where the unit does not say it', () => {
  expect(wordsOf('household.perCapitaDisposableIncome', 'zh').text).toBe('金额（元/人·年）');
  expect(wordsOf('household.perCapitaDisposableIncome', 'en').text).toBe('amount (yuan/person/year)');
  expect(wordsOf('household.loan.termMonths', 'en').text).toBe('months');
});
