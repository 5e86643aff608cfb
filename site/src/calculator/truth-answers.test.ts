import { codesOf, type Field, fieldOf, vocabulary } from '@jingzhun/schemas';
import { expect, test } from 'vitest';
import { partAnswers } from '../words/part-answers.ts';
import { truthAnswers } from './truth-answers.ts';

/** Every part of a record of yes and no in the vocabulary. */
const parts = Object.entries(vocabulary.entities).flatMap(([entity, { fields }]) =>
  Object.values(fields as Record<string, Field>).flatMap(({ key, keys, values }) =>
    values?.type !== 'boolean' || keys?.enum === undefined
      ? []
      : codesOf(keys.enum).map(({ code }) => `${entity}.${key}.${code}`),
  ),
);

test('of a part of a record it is said what the record says of its parts', () => {
  expect(truthAnswers('village.worksCompleted.irrigation', 'zh')).toEqual(['已完成', '未完成']);
  expect(truthAnswers('village.worksCompleted.irrigation', 'en')).toEqual(['Completed', 'Not completed']);
  expect(truthAnswers('province.policiesIssued.work-team-system', 'zh')).toEqual(['已出台', '未出台']);
  expect(truthAnswers('unit.exitPapers.task-book', 'zh')).toEqual(['有', '没有']);
  expect(truthAnswers('unit.exitPapers.task-book', 'en')).toEqual(['Drawn up', 'Not drawn up']);
});

test('a name that says what is so is answered by yes and no', () => {
  expect(truthAnswers('village.dutiesDone.publicity', 'en')).toBeUndefined();
  expect(truthAnswers('village.hasTapWater', 'zh')).toBeUndefined();
  expect(truthAnswers('household.hasHandbook', 'en')).toBeUndefined();
  expect(truthAnswers('household.hasHandbook', 'zh')).toEqual(['有', '没有']);
});

test('of all parts these are answered by yes and no in English: they say it themselves', () => {
  expect(parts.length).toBeGreaterThan(100);
  const plain = parts.filter((name) => truthAnswers(name, 'en') === undefined).map((name) => fieldOf(name)?.en);
  expect(plain).toMatchInlineSnapshot(`
    [
      "renovation task assigned to the household",
      "technical guidance given to the household",
      "subsidy paid out to the household",
      "finished work accepted house by house",
      "a good house to live in",
      "a good life",
      "good habits",
      "good social conduct",
      "a good leading team",
      "precise identification carried out",
      "application procedure carried out",
      "registration carried out",
      "assistance plans carried out",
      "assistance brought to households",
      "whole-village development carried out",
      "building of grassroots organisations carried out",
      "poverty relief by society carried out",
      "responsibility for managing funds carried out",
      "work system of poverty relief carried out",
      "policy publicity carried out",
      "detailed method of identification drawn up",
      "meeting of villagers or their representatives held",
      "first list of poor households publicly posted",
      "needs found out, assistance schemes and plans drawn up",
      "supervision and assessment from above accepted",
      "roster of poor households set up, original files kept",
      "implementation plan drawn up",
      "publicity and mobilisation carried out",
      "work of the villages organised and guided",
      "list of poor households reviewed, posted and reported",
      "guidance given on assistance schemes and plans",
      "ledger of poor households set up",
      "poor households and persons correctly found",
      "state of poverty known",
      "causes of poverty analysed",
      "needs for assistance found out",
      "those who give assistance named",
      "assistance measures carried out",
      "results assessed",
      "dynamic management carried out",
      "information network of the whole province built",
      "detailed rules drawn up",
      "village work teams formed",
      "training of all kinds of staff organised",
      "work of townships and villages organised and guided",
      "supervision and assessment carried out",
      "list of poor households decided and announced",
      "electronic files of poor households set up",
      "detailed rules drawn up",
      "related systems set up and improved",
      "work of the counties organised and guided",
      "supervision and assessment carried out",
    ]
  `);
});

test('and these in Chinese', () => {
  const plain = parts.filter((name) => truthAnswers(name, 'zh') === undefined).map((name) => fieldOf(name)?.zh);
  expect(plain).toMatchInlineSnapshot(`
    [
      "住上好房子",
      "过上好日子",
      "养成好习惯",
      "形成好风气",
      "建设好班子",
      "落实精准识贫",
      "落实申报程序",
      "落实建档立卡",
      "落实帮扶规划",
      "落实帮扶到户",
      "落实整村推进",
      "落实基层组织建设",
      "落实社会扶贫工作",
      "落实资金管理责任",
      "落实扶贫工作制度",
    ]
  `);
});

test('codes with answers of their own are those of a record', () => {
  const records = new Set(parts.map((name) => fieldOf(name.split('.').slice(0, -1).join('.'))?.keys?.enum));
  const named = Object.values(partAnswers).flatMap((answers) => Object.keys(answers));
  expect(named.filter((codes) => !records.has(codes as never))).toEqual([]);
});
