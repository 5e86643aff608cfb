import { type Case, decide, type Policy, type PolicyText } from '@jingzhun/rules';
import { fieldOf } from '@jingzhun/schemas';
import { beforeAll, expect, it } from 'vitest';
import { factsRead } from '../calculator/facts-read.ts';
import { pageLabels } from '../calculator/page-labels.ts';
import { catalogue } from '../policies/catalogue.gen.ts';
import { broughtFrom } from './brought.ts';
import { type CardHousehold, CardMaker, type CardVariant } from './card-model.ts';

const on = '2017-09-01';
const input: Case = {
  household: {
    id: '9901',
    registered: true,
    type: 'general',
    villageName: '合成村',
    hasLabour: true,
    members: [
      { relation: 'head', name: '合成甲', labourAbility: 'able', schoolStage: 'none' },
      { relation: 'son', name: '合成乙', enrolled: true, schoolStage: 'undergraduate', studiesFullTime: true },
      { relation: 'son', name: '合成丙', enrolled: true, schoolStage: 'undergraduate' },
      {
        relation: 'son',
        enrolled: true,
        schoolStage: 'undergraduate',
        studiesFullTime: true,
        medical: { ordinaryOutpatientCost: 300 },
      },
    ],
  },
};
const names = ['合成甲', '合成乙', '合成丙', ''];

let policy: Policy;
let text: PolicyText;
beforeAll(async () => {
  policy = (await catalogue['ruyuan-2016']?.policy()) as Policy;
  text = (await catalogue['ruyuan-2016']?.text()) as PolicyText;
});

function household(): CardHousehold {
  return { case: input, decision: decide(policy, input, { on }), names, headName: '合成甲', synthetic: true };
}
const card = (variant: CardVariant, language: 'zh' | 'en' = 'zh') =>
  new CardMaker(
    policy,
    pageLabels({ policy, text, subject: 'household', releases: {}, example: {} }, language),
    on,
  ).card(household(), variant);

it('joins the persons who get the same, and says the sum as amount times persons', () => {
  const row = card('visit').met.find(({ title }) => title === '全日制大学助学金');
  expect(row).toMatchObject({ who: '合成乙、第 4 人', amount: '5,000 元/人·年 × 2 人', clauses: ['二(一)4'] });
});

it('shows every benefit that is met, once for each person', () => {
  const met = household().decision.findings.filter(
    ({ kind, status }) => status === 'met' && (kind === 'entitlement' || kind === 'incentive'),
  );
  const titles = new Set(
    met.map(
      ({ rule }) => text.sections.flatMap(({ provisions }) => provisions).find(({ id }) => id === rule)?.title.zh,
    ),
  );
  expect(new Set(card('visit').met.map(({ title }) => title))).toEqual(titles);
  expect(titles.size).toBeGreaterThan(5);
});

it('asks what is missing, of whom, and what it bears on', () => {
  const question = card('visit').questions.find(({ fact }) => fact === '全日制');
  expect(question).toEqual({ fact: '全日制', who: '合成丙', measures: '全日制大学助学金' });
});

it('says of what is not met what is, and what would be', () => {
  for (const language of ['zh', 'en'] as const) {
    const { unmet } = card('visit', language);
    expect(unmet.filter(({ why }) => why !== '').length).toBeGreaterThan(0);
    // No place of a sentence is left open.
    expect(unmet.filter(({ why }) => /[{}]/.test(why))).toEqual([]);
  }
});

it('shows members with what was told of them, and no column that is empty', () => {
  const { members } = card('visit');
  expect(members?.columns).toEqual(['序号', '姓名', '与户主关系', '在校生状况', '劳动能力']);
  expect(members?.rows).toHaveLength(4);
});

it('has nothing on public display that tells a name, a number or a personal fact', () => {
  const shown = card('public');
  const all = JSON.stringify(shown);
  for (const name of ['合成甲', '合成乙', '合成丙', '9901']) expect(all).not.toContain(name);
  expect(all).toContain('合*');
  expect(shown.members).toBeUndefined();
  expect(shown.questions).toEqual([]);
  expect(shown.unmet).toEqual([]);
  const personal = policy.rules.filter((rule) =>
    factsRead(policy, [rule]).some(({ name }) => fieldOf(name)?.sensitive),
  );
  const titles = personal.map(
    ({ id }) => text.sections.flatMap(({ provisions }) => provisions).find((each) => each.id === id)?.title.zh,
  );
  expect(shown.met.filter(({ title }) => titles.includes(title))).toEqual([]);
  expect(shown.met.length).toBeGreaterThan(3);
  expect(shown.withheld).toBeGreaterThan(0);
});

it('leaves the sum off public display where it would tell what was left out', () => {
  expect(card('public').total).toEqual([]);
  expect(card('visit').total).toContainEqual(expect.stringMatching(/元\/年$/));
});

it('is in English throughout but for names and clauses', () => {
  const { title, met, questions, total, members } = card('visit', 'en');
  const words = [
    title,
    ...total,
    ...met.flatMap((row) => [row.title, row.amount]),
    ...questions.map(({ fact }) => fact),
    ...(members?.columns ?? []),
  ];
  expect(words.filter((word) => /\p{Script=Han}/u.test(word))).toEqual([]);
});

it('takes only what the calculator hands over', () => {
  const brought = { policy: 'ruyuan-2016', release: '1.0.0', on, case: input, names };
  expect(broughtFrom(null)).toBeUndefined();
  expect(broughtFrom(JSON.stringify(brought))).toEqual(brought);
  for (const wrong of [
    '{',
    '[]',
    '{}',
    JSON.stringify({ ...brought, case: [] }),
    JSON.stringify({ ...brought, names: [1] }),
  ])
    expect(broughtFrom(wrong)).toBeNull();
});

it('says of a sum that is not money what it is', () => {
  const solar = { ...input.household, solar: { capacity: 3, inOperation: true, ownInvestment: 0 } };
  const decided = { case: { household: solar } as Case, names, headName: '合成甲', synthetic: true };
  const decision = decide(policy, decided.case, { on });
  expect(decision.totals.filter(({ unit, certain }) => unit === 'kW' && certain !== 0)).toHaveLength(1);
  const labels = pageLabels({ policy, text, subject: 'household', releases: {}, example: {} }, 'zh');
  const { total } = new CardMaker(policy, labels, on).card({ ...decided, decision }, 'visit');
  expect(total.at(-1)).toMatch(/^\D.*3千瓦光伏/);
});
