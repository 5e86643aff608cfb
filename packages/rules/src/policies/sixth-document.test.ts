import { createHash } from 'node:crypto';
import type { Case } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide/decide.ts';
import { toEngine } from '../engine/index.ts';
import { loadPolicy } from '../load/index.ts';
import { policyTestsFrom, runPolicyTest } from '../policy-test/index.ts';
import { faultsOf, rulesIn } from '../testing/tiny-policy.ts';

// A sixth document, invented (合成数据): what somebody who has no part in this project would write, as plain data.

const digest = (words: string) => createHash('sha256').update(words).digest('hex');
const both = (zh: string, en: string) => ({ zh, en });
const isTrue = (fact: string) => ({ fact, operator: 'equal', value: true });

const policyFile = {
  id: 'yunxi-2019',
  document: {
    title: both('云溪县巩固提升办法（合成）', 'Measures of Yunxi County, synthetic'),
    number: '云合〔2019〕0号',
    issuer: both('云溪县（合成）', 'Yunxi County, synthetic'),
    issued: '2019-03-01',
    published: null,
    jurisdiction: { province: '合成省', city: '合成市', county: '云溪县' },
    sha256: digest('synthetic document'),
  },
  force: { from: '2019-03-10', to: '2021-03-09' },
  releases: [{ version: '1.0.0', date: '2026-12-01', changes: both('合成', 'Synthetic') }],
  sections: ['1-villages', '2-county', '3-households'],
};

const villages = {
  clause: '第一章',
  title: both('村', 'Villages'),
  summary: both('村级标准', 'What a village is to reach'),
  parameters: {
    broadbandShare: {
      title: both('通宽带比例', 'Share of groups with broadband'),
      unit: '%',
      values: [
        { from: '2019-03-10', value: 60, quoteSha256: digest('share 2019') },
        { from: '2020-01-01', value: 80, quoteSha256: digest('share 2020') },
      ],
    },
  },
  facts: {
    'village.requiredGroups': {
      title: both('应通宽带的组', 'Groups that should have broadband'),
      unit: 'groups',
      formula: 'round(village.groupCount * broadbandShare, up)',
    },
  },
  rules: {
    'yunxi.village.broadband': {
      kind: 'service-target',
      subject: 'village',
      title: both('通宽带', 'Broadband'),
      when: {
        fact: 'village.broadbandGroupCount',
        operator: 'greaterThanInclusive',
        value: { fact: 'village.requiredGroups' },
      },
      require: {
        what: 'groups',
        value: 'village.requiredGroups',
        actual: 'village.broadbandGroupCount',
        unit: 'groups',
        comparator: 'at-least',
      },
      quoteSha256: digest('broadband'),
    },
    'yunxi.village.ten': {
      kind: 'checklist',
      subject: 'village',
      title: both('十项落实', 'Ten implementations'),
      each: 'village.tenImplementations',
      require: { what: 'done', value: 10, actual: 'count(village.tenImplementations)', comparator: 'at-least' },
      quoteSha256: digest('ten'),
    },
  },
};

const county = {
  clause: '第二章',
  title: both('县', 'The county'),
  summary: both('县级责任', 'What the county is to do'),
  parameters: {
    meetingDeadline: {
      title: both('部署会期限', 'Deadline of the meeting'),
      unit: 'date',
      values: [{ from: '2019-03-10', value: '2019-04-30', quoteSha256: digest('deadline') }],
    },
  },
  facts: {
    'county.metInTime': {
      title: both('按期开会', 'Met in time'),
      formula: 'any(county.conferenceDates, entry >= 2019-03-10 and entry <= meetingDeadline)',
    },
    'workTeam.summaryDue': {
      title: both('总结期限', 'When the summary is due'),
      formula: 'addDays(latest(workTeam.reports, report.date), 30)',
    },
  },
  rules: {
    'yunxi.county.meeting': {
      kind: 'deadline',
      subject: 'county',
      title: both('部署会', 'The meeting'),
      when: isTrue('county.metInTime'),
      due: 'meetingDeadline',
      require: { what: 'meetings', value: 1, actual: 'count(county.conferenceDates)', comparator: 'at-least' },
      quoteSha256: digest('meeting'),
    },
    'yunxi.team.papers': {
      kind: 'checklist',
      subject: 'work-team',
      title: both('工作队资料', 'Papers of the team'),
      items: [
        {
          key: 'programme',
          title: both('方案', 'Programme'),
          when: isTrue('workTeam.hasWorkProgramme'),
          due: '2019-06-30',
        },
        {
          key: 'sorted',
          title: both('归类', 'Sorted'),
          when: isTrue('workTeam.materialsClassified'),
          due: 'workTeam.summaryDue',
        },
        { key: 'plan', title: both('村规划', 'Plan'), asks: 'village', when: isTrue('village.hasThreeYearPlan') },
      ],
      quoteSha256: digest('papers'),
    },
  },
  listed: {
    'yunxi.county.spirit': {
      kind: 'principle',
      subject: 'county',
      title: both('务实', 'Down to earth'),
      why: both('没有可以检验的标准', 'It states no standard that can be tested'),
      quoteSha256: digest('spirit'),
    },
  },
};

const households = {
  clause: '第三章',
  title: both('户', 'Households'),
  summary: both('到户到人', 'For households and persons'),
  parameters: {
    trainingAid: {
      title: both('学习补助', 'Aid for learning'),
      unit: 'yuan/person/year',
      by: 'person.schoolStage',
      values: [
        {
          from: '2019-03-10',
          value: { 'secondary-vocational': 1200.5, 'higher-vocational': 2400 },
          quoteSha256: [digest('aid one'), digest('aid two')],
        },
      ],
    },
  },
  rules: {
    'yunxi.person.training': {
      kind: 'entitlement',
      subject: 'person',
      title: both('学习补助', 'Aid for learning'),
      alsoClauses: ['第一章'],
      scope: isTrue('person.registered'),
      when: {
        fact: 'person.schoolStage',
        operator: 'in',
        value: ['secondary-vocational', 'higher-vocational'],
      },
      grant: { what: 'aid', amount: 'trainingAid', unit: 'yuan', per: 'person', every: 'year' },
      quoteSha256: [digest('aid one'), digest('aid two')],
    },
    'yunxi.household.visits': {
      kind: 'service-target',
      subject: 'household',
      title: both('入户', 'Visits'),
      force: { to: '2019-12-31' },
      when: { fact: 'household.visitsOfYear', operator: 'greaterThanInclusive', value: 2 },
      quoteSha256: digest('visits'),
    },
  },
  facts: {
    'household.visitsOfYear': {
      title: both('当年入户次数', 'Visits of the year'),
      unit: 'items',
      formula: 'count(household.visitDates, year(entry) = year(date.on) and entry <= date.on)',
    },
  },
};

const source = {
  policy: { file: 'yunxi/policy.yaml', data: policyFile },
  sections: [
    { file: 'yunxi/1-villages.yaml', data: villages },
    { file: 'yunxi/2-county.yaml', data: county },
    { file: 'yunxi/3-households.yaml', data: households },
  ],
};
const { policy, text } = loadPolicy(source);

const ids = [
  'yunxi.village.broadband',
  'yunxi.village.ten',
  'yunxi.county.meeting',
  'yunxi.team.papers',
  'yunxi.person.training',
  'yunxi.household.visits',
];
const ten = ['identification', 'application', 'registration', 'planning', 'household', 'whole-village'];
const rest = ['organisation', 'social', 'funds', 'work-system'];
const done = (codes: readonly string[], is: boolean) => Object.fromEntries(codes.map((code) => [code, is]));

/** Everything is known: nothing that is asked is left open but what time has still to show. */
const complete = {
  village: {
    groupCount: 11,
    broadbandGroupCount: 6,
    hasThreeYearPlan: true,
    tenImplementations: { ...done(ten, true), ...done(rest, false) },
  },
  county: { conferenceDates: ['2019-03-09', '2019-04-30'] },
  workTeam: {
    hasWorkProgramme: true,
    materialsClassified: true,
    reports: [{ date: '2019-05-10' }, { date: '2019-04-10' }],
  },
  household: {
    visitDates: ['2018-12-31', '2019-01-01', '2019-04-01', '2019-12-01'],
    members: [
      { id: 'a', registered: true, schoolStage: 'secondary-vocational' },
      { id: 'b', registered: true, schoolStage: 'primary' },
      { id: 'c', registered: false, schoolStage: 'higher-vocational' },
      { id: 'd', registered: true, schoolStage: 'higher-vocational' },
    ],
  },
};

const on = '2019-06-01';
const findings = (input: unknown, when = on) => rulesIn(decide(policy, input as Case, { on: when }));
const one = (id: string, input: unknown, when = on) => findings(input, when).find(({ rule }) => rule === id);

describe('a document that nobody here has read', () => {
  it('loads as data alone, the same when it comes as JSON', () => {
    expect(faultsOf(source)).toEqual([]);
    expect(loadPolicy(JSON.parse(JSON.stringify(source))).policy).toEqual(policy);
    expect(policy).toMatchObject({ id: 'yunxi-2019', document: '云合〔2019〕0号', release: '1.0.0' });
    expect(policy.rules.map(({ id }) => id)).toEqual(ids);
    expect(new Set(policy.rules.map(({ kind }) => kind)).size).toBe(4);
  });

  it('keeps what cannot be computed, with the reason', () => {
    const listed = text.sections.flatMap(({ provisions }) => provisions).filter(({ why }) => why !== undefined);
    expect(listed).toMatchObject([
      { id: 'yunxi.county.spirit', computable: 'none', why: { zh: '没有可以检验的标准' } },
    ]);
  });

  it('finds for a whole case what each rule says, by its own ids and clauses', () => {
    const found = findings(complete);
    expect(found.map(({ rule, subject, status }) => [rule, subject.id ?? subject.entity, status]).toSorted()).toEqual(
      [
        ['yunxi.village.broadband', 'village', 'unmet'],
        ['yunxi.village.ten', 'village', 'unmet'],
        ['yunxi.county.meeting', 'county', 'met'],
        ['yunxi.team.papers', 'workTeam', 'met'],
        ['yunxi.person.training', 'a', 'met'],
        ['yunxi.person.training', 'b', 'unmet'],
        ['yunxi.person.training', 'c', 'not-applicable'],
        ['yunxi.person.training', 'd', 'met'],
        ['yunxi.household.visits', 'household', 'met'],
      ].toSorted(),
    );
    expect(new Set(found.flatMap(({ missing }) => missing))).toEqual(new Set());
    expect(found.find(({ rule }) => rule === 'yunxi.person.training')?.cite).toEqual({
      document: '云合〔2019〕0号',
      clause: '第三章',
      alsoClauses: ['第一章'],
      quoteSha256: [digest('aid one'), digest('aid two')],
    });
  });

  it('states what is required, what is and the gap, by the figures of the day', () => {
    const groups = (when: string) => one('yunxi.village.broadband', complete, when)?.outcomes[0];
    expect(groups('2019-12-31')).toMatchObject({ value: 7, actual: 6, gap: 1, unit: 'groups' });
    expect(groups('2020-01-01')).toMatchObject({ value: 9, actual: 6, gap: 3 });
    expect(one('yunxi.village.ten', complete)?.outcomes).toMatchObject([{ value: 10, actual: 6, gap: 4 }]);
    const known = { village: { ...complete.village, broadbandGroupCount: 7 } };
    expect(one('yunxi.village.broadband', known, '2019-12-31')).toMatchObject({
      status: 'met',
      outcomes: [{ gap: 0 }],
    });
    expect(one('yunxi.village.broadband', { village: { groupCount: 11 } })).toMatchObject({
      status: 'unknown',
      missing: ['village.broadbandGroupCount'],
      outcomes: [{ value: 7, actual: null, gap: null }],
    });
  });

  it('adds up amounts to the fen', () => {
    expect(decide(policy, complete as Case, { on }).totals).toEqual([
      { unit: 'yuan', every: 'year', value: 3600.5, certain: 3600.5 },
    ]);
    expect(one('yunxi.person.training', complete)?.outcomes).toMatchObject([{ what: 'aid', value: 1200.5 }]);
  });

  it('waits for the deadline, counts the days, and then says it is missed', () => {
    const early = { county: { conferenceDates: ['2019-03-09'] } };
    expect(one('yunxi.county.meeting', early, '2019-04-20')).toMatchObject({
      status: 'unknown',
      due: '2019-04-30',
      daysLeft: 10,
      missing: [],
    });
    expect(one('yunxi.county.meeting', early, '2019-05-01')?.status).toBe('unmet');
    expect(one('yunxi.county.meeting', { county: {} }, '2019-05-01')).toMatchObject({
      status: 'unknown',
      missing: ['county.conferenceDates'],
    });
  });

  it('waits for each item by its own day, and leaves out the village that is not in the case', () => {
    const workTeam = { ...complete.workTeam, hasWorkProgramme: false, materialsClassified: false };
    const papers = (when: string, input: unknown = { workTeam }) => one('yunxi.team.papers', input, when);
    expect(papers('2019-06-01')).toMatchObject({
      status: 'unknown',
      due: '2019-06-09',
      daysLeft: 8,
      items: [
        { key: 'programme', status: 'unknown', due: '2019-06-30' },
        { key: 'sorted', status: 'unknown', due: '2019-06-09' },
        { key: 'plan', status: 'not-applicable' },
      ],
    });
    expect(papers('2019-06-10')).toMatchObject({ status: 'unmet', items: [{}, { status: 'unmet' }, {}] });
    expect(papers('2019-06-01', { workTeam: { ...workTeam, reports: undefined } })?.missing).toEqual([
      'workTeam.reports',
    ]);
    expect(papers('2019-06-01', { workTeam: complete.workTeam, village: { hasThreeYearPlan: false } })?.status).toBe(
      'unmet',
    );
  });

  it('is in force on its days only, each rule on its own', () => {
    const statuses = (when: string) => new Set(findings(complete, when).map(({ status }) => status));
    expect(statuses('2019-03-09')).toEqual(new Set(['not-in-force']));
    expect(statuses('2021-03-10')).toEqual(new Set(['not-in-force']));
    expect(one('yunxi.household.visits', complete, '2019-12-31')?.status).toBe('met');
    expect(one('yunxi.household.visits', complete, '2020-01-01')?.status).toBe('not-in-force');
    expect(one('yunxi.person.training', complete, '2021-03-09')?.status).toBe('met');
  });

  it('asks only of those who are in the case', () => {
    expect(findings({ county: {} }).map(({ rule }) => rule)).toEqual(['yunxi.county.meeting']);
  });

  it('can have tests of its own beside it', () => {
    const { tests, problems } = policyTestsFrom([
      {
        name: 'the papers of a team without a village',
        on,
        case: { workTeam: { hasWorkProgramme: false, materialsClassified: true } },
        expect: {
          'yunxi.team.papers': {
            status: 'unknown',
            items: { programme: 'unknown', sorted: 'met', plan: 'not-applicable' },
            due: '2019-06-30',
            daysLeft: 29,
          },
        },
      },
    ]);
    expect(problems).toEqual([]);
    expect(tests.flatMap((test) => runPolicyTest(policy, test))).toEqual([]);
  });
});

describe('json-rules-engine, given the same policy', () => {
  const late = {
    ...complete,
    village: { ...complete.village, broadbandGroupCount: 11, tenImplementations: done([...ten, ...rest], true) },
    county: { conferenceDates: ['2019-05-01'] },
    workTeam: { ...complete.workTeam, materialsClassified: false },
    household: { ...complete.household, visitDates: ['2019-05-31', '2019-07-01'] },
  };

  it.each([
    ['2019-03-09', complete],
    ['2019-06-01', complete],
    ['2019-12-31', complete],
    ['2020-01-01', complete],
    ['2021-03-09', late],
    ['2019-06-01', late],
    ['2019-07-01', late],
    ['2019-06-01', { ...complete, village: undefined }],
  ])('raises on %s an event for what is met, with the same amounts', async (when, input) => {
    const engine = toEngine(policy, { on: when });
    const given = JSON.parse(JSON.stringify(input)) as Case;
    const decided = findings(given, when);
    for (const [member, { id }] of complete.household.members.entries()) {
      const { events } = await engine.run({ case: given, member });
      const own = decided.filter(
        ({ subject, status }) => status === 'met' && (subject.id === id || subject.id === null),
      );
      expect(events.map(({ type }) => type).toSorted()).toEqual(own.map(({ rule }) => rule).toSorted());
      for (const { type, params } of events) {
        const { kind, cite, outcomes } = own.find(({ rule }) => rule === type) ?? {};
        expect(params).toEqual({ kind, clause: cite?.clause, outcomes });
      }
    }
    expect(decided.length).toBeGreaterThan(4);
  });
});
