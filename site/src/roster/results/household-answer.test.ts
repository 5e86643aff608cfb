import { casesFrom } from '@jingzhun/schemas/table';
import { beforeAll, expect, it } from 'vitest';
import { catalogue } from '../../policies/catalogue.gen.ts';
import { DecidedRoster } from '../decided/decided-roster.ts';
import { Households } from '../decided/households.ts';
import { type HeldResults, Wording } from './held-results.ts';
import { householdAnswer, shownLine } from './household-answer.ts';

const { households } = casesFrom([
  ['户编号', '人编号', '姓名', '与户主关系', '建档立卡贫困户', '在校就读', '在校生状况', '全日制', '家庭人口数'],
  ['9901010001', '990101000101', '合成甲', '户主', '是', '否', '', '', '3'],
  ['9901010001', '990101000102', '合成乙', '之子', '是', '是', '本科', '是', '3'],
]);

let results: HeldResults;
beforeAll(async () => {
  const module = catalogue['ruyuan-2016'];
  if (module === undefined) throw new Error('no policy');
  const [policy, text] = await Promise.all([module.policy(), module.text()]);
  const roster = new DecidedRoster({ policy, on: '2017-09-01', households });
  for (const _ of roster.deciding());
  results = {
    of: {} as HeldResults['of'],
    policy,
    text,
    roster,
    households: new Households(roster),
    words: { zh: new Wording(policy, text, roster, 'zh'), en: new Wording(policy, text, roster, 'en') },
  };
});

const answer = (names: boolean, language: 'zh' | 'en' = 'zh') =>
  householdAnswer(results, { index: 0, scope: 'all', language, names });

it('masks names and numbers unless they are asked for in full', () => {
  const masked = JSON.stringify(answer(false));
  expect(masked).toContain('合*');
  for (const own of ['合成甲', '合成乙', '9901010001', '990101000102']) expect(masked).not.toContain(own);
  expect(JSON.stringify(answer(true))).toContain('第 2 人 合成乙');
  expect(shownLine(results.households.line(0, 'all'), true)).toMatchObject({ id: '9901010001', name: '合成甲' });
});

it('tells every finding, with reasons and the amount', () => {
  const { findings } = answer(false);
  expect(findings).toHaveLength(results.roster.store.findings(0).length);
  const university = findings.find(({ rule, member }) => rule === 'ruyuan.education-aid.university' && member === 1);
  expect(university).toMatchObject({ status: 'met', amounts: ['5,000 元/人·年'], settled: true, clauses: ['二(一)4'] });
  expect(university?.reasons).toEqual(expect.arrayContaining([expect.objectContaining({ state: 'holds' })]));
  // Conditions of which one is enough are not told as if all of them were asked.
  expect(findings.flatMap(({ reasons }) => reasons)).toContainEqual({ ways: expect.any(Array) });
});

it('says where what is given contradicts what follows', () => {
  const { contradictions } = answer(false);
  expect(contradictions).toHaveLength(1);
  expect(contradictions[0]).toContain('3');
  expect(contradictions[0]).toContain('2');
});

it('is in the language asked for', () => {
  const { findings, contradictions } = answer(false, 'en');
  const words = [...contradictions, ...findings.flatMap(({ title, amounts, line = '' }) => [title, ...amounts, line])];
  expect(words.filter((word) => /\p{Script=Han}/u.test(word))).toEqual([]);
});
