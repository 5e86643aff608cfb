import { casesFrom } from '@jingzhun/schemas/table';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { rosterText } from '../../../../examples/rosters/synthetic/roster.ts';
import { Task } from '../../worker/task.ts';
import { yearsBetween } from './age.ts';
import { doubtTexts } from './doubt-texts.ts';
import { doubtsIn } from './doubts.ts';
import { birthDateIn, idFault } from './id-number.ts';

const on = '2017-09-01';
const doubts = async (headers: readonly string[], ...rows: readonly (readonly string[])[]) => {
  const found = await doubtsIn(casesFrom([['户编号', ...headers], ...rows]), on, new Task(() => {}));
  return found.map(({ code, row }) => `${row} ${code}`);
};

/** The number of an invented identity card with the right check digit; no region begins with 99. */
const idOf = (birth: string, serial = '001'): string => {
  const body = `990123${birth.replaceAll('-', '')}${serial}`;
  const check = [...'0123456789X'].find((digit) => idFault(body + digit) === undefined);
  return `${body}${check}`;
};

describe('the family', () => {
  it('has one head and one spouse', async () => {
    expect(
      await doubts(
        ['与户主关系'],
        ['A', '户主'],
        ['A', '户主'],
        ['B', '配偶'],
        ['B', '之子'],
        ['C', '户主'],
        ['C', '配偶'],
        ['C', '配偶'],
      ),
    ).toEqual(['3 two-heads', '4 no-head', '8 two-spouses']);
    // One relation that is not known may be the head's.
    expect(await doubts(['与户主关系'], ['A', ''], ['A', '之子'])).toEqual([]);
  });

  it('has as many rows as members, each with a name of their own', async () => {
    expect(await doubts(['姓名', '家庭人口数'], ['A', '合成甲', '3'], ['A', '合成甲', '3'])).toEqual([
      '2 member-count',
      '3 same-name',
    ]);
    // One row a household says nothing of its members.
    expect(await doubts(['家庭人口数'], ['A', '3'])).toEqual([]);
  });

  it('has children younger and parents older than the head', async () => {
    const rows = [
      ['A', '户主', '1980-01-01'],
      ['A', '之子', '1991-12-31'],
      ['A', '之女', '1992-01-01'],
      ['A', '之母', '1970-01-01'],
    ];
    expect(await doubts(['与户主关系', '出生日期'], ...rows)).toEqual(['3 child-age', '5 parent-age']);
  });
});

describe('circumstances', () => {
  it('bear the causes out, as far as everybody is known', async () => {
    const headers = ['人编号', '致贫原因', '在校生状况', '健康状况'];
    expect(await doubts(headers, ['A', '1', '因学、因病、因残', '', '健康'])).toEqual([
      '2 schooling-no-student',
      '2 illness-nobody-ill',
      '2 disability-nobody-disabled',
    ]);
    expect(await doubts(headers, ['A', '1', '因学、因病、因残', '小学', '长期慢性病、残疾'])).toEqual([]);
    expect(await doubts(headers, ['A', '1', '因病、因残', '', ''], ['A', '2', '因病、因残', '', '健康'])).toEqual([]);
  });

  it('of housing agree', async () => {
    const rows = [
      ['A', '是', ''],
      ['B', '是', 'B'],
      ['C', '否', 'D'],
      ['D', '是', 'C'],
      ['E', '否', 'A'],
      ['F', '', 'D'],
    ];
    expect(await doubts(['是否危房户', '危房级别'], ...rows)).toEqual([
      '2 danger-no-level',
      '3 danger-contradicts',
      '4 danger-contradicts',
    ]);
  });

  it('of class and income are likely', async () => {
    const headers = ['贫困户属性', '已纳入低保', '建档立卡贫困户', '人均纯收入'];
    expect(
      await doubts(headers, ['A', '纯低保户', '否', '是', '0.36'], ['B', '一般贫困户', '', '否', '120000']),
    ).toEqual(['2 dibao-contradicts', '2 income-unit', '3 registered-contradicts', '3 income-total']);
  });
});

describe('persons', () => {
  it('have numbers of identity that can be', async () => {
    const good = idOf('2001-02-03');
    const last = good.endsWith('1') ? '2' : '1';
    const rows = [
      ['A', good, '2001-02-03'],
      ['A', `${good.slice(0, 17)}${last}`, '2001-02-03'],
      ['A', '990123010203001', '2001-02-03'],
      ['A', '99012320010203001Y', '2001-02-03'],
      ['A', idOf('2001-02-03', '002'), '2001-02-04'],
      ['B', good, '2001-02-03'],
      ['B', `${idOf('2001-02-03', '003')}42`, '2001-02-03'],
    ];
    expect(await doubts(['证件号码', '出生日期'], ...rows)).toEqual([
      '3 id-check-digit',
      '4 id-length',
      '5 id-characters',
      '6 id-birth-date',
      '7 id-twice',
    ]);
  });

  it('are of an age for their school and their work', async () => {
    const rows = [
      ['A', '2013-09-01', '小学', ''],
      ['A', '2011-09-01', '小学', ''],
      ['A', '1960-01-01', '初中', ''],
      ['A', '2001-09-02', '', '普通劳动力'],
      ['A', '2001-09-01', '', '普通劳动力'],
      ['A', '2018-01-01', '', ''],
    ];
    expect(await doubts(['出生日期', '在校生状况', '劳动技能'], ...rows)).toEqual([
      '2 school-age',
      '4 school-age',
      '5 child-labour',
      '7 birth-date',
    ]);
  });
});

it('ages are completed years', () => {
  expect(yearsBetween('2004-09-01', '2017-09-01')).toBe(13);
  expect(yearsBetween('2004-09-02', '2017-09-01')).toBe(12);
  expect(birthDateIn('99012319991231001X')).toBe('1999-12-31');
});

it('no doubt speaks of a name or number, and every gap of its text is filled', async () => {
  const { data } = Papa.parse<string[]>(rosterText().slice(1), { skipEmptyLines: true });
  const found = await doubtsIn(casesFrom(data), on, new Task(() => {}));
  expect(found.length).toBeGreaterThan(20);
  for (const { code, about = {} } of found) {
    const gaps = [...doubtTexts[code].reason.zh.matchAll(/\{(\w+)\}/g)].map(([, gap]) => gap);
    expect(Object.keys(about)).toEqual(expect.arrayContaining(gaps));
    expect(JSON.stringify(about)).not.toMatch(/合成|\d{6}/);
  }
});
