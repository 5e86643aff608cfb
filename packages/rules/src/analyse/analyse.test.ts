import type { Case } from '@jingzhun/schemas';
import { checkCase } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide/decide.ts';
import { loadPolicy, type PolicySource } from '../load/load.ts';
import { leaf, registered, rulesIn, tinyParameter, tinyRule, tinySource, title } from '../testing/tiny-policy.ts';
import type { Finding, FindingKind, Shown } from './analysis.ts';
import { analyse } from './index.ts';

type Data = Readonly<Record<string, unknown>>;

const income = 'household.perCapitaDisposableIncome';
const stage = 'person.schoolStage';
const aid = { what: 'aid', amount: 1000, unit: 'yuan', per: 'household', every: 'year' };
const personAid = { ...aid, per: 'person' };
const why = { zh: '试', en: 'test' };

const sourceOf = (rules: Record<string, Data>, section: Data = {}, change: Data = {}): PolicySource =>
  tinySource(
    {
      ...section,
      rules: Object.fromEntries(Object.entries(rules).map(([id, rule]) => [`tiny.rule.${id}`, tinyRule(rule)])),
    },
    change,
  );

/** The one finding of a kind. What it claims of its witness is decided here once more, where the policy loads. */
function found(kind: FindingKind, source: PolicySource, decided: PolicySource = source): Finding {
  const mine = analyse(source).findings.filter((finding) => finding.kind === kind);
  expect(mine.map(({ id }) => id)).toHaveLength(1);
  const [finding] = mine as [Finding];
  expect(finding.confirmed).toBe(true);
  expect(finding.witness.length).toBeGreaterThan(0);
  for (const witness of finding.witness) {
    expect(checkCase(witness.case).ok).toBe(true);
    expect(witness.says.map(({ rule, status }) => `${rule} ${status}`)).toEqual(statuses(decided, witness));
  }
  return finding;
}

function statuses(source: PolicySource, { case: input, says, member = 0, ...dates }: Shown): string[] {
  const findings = rulesIn(decide(loadPolicy(source).policy, input as Case, dates));
  return says.map(({ rule }) => `${rule} ${findings.filter((each) => each.rule === rule)[member]?.status}`);
}

const says = (finding: Finding, place = 0): string[] => finding.witness[place]?.says.map(({ status }) => status) ?? [];

it('a policy without faults gives nothing, and says what was looked at', () => {
  const { findings, covered } = analyse(
    sourceOf(
      {
        low: {
          when: { all: [registered, leaf(income, 'lessThan', { parameter: 'line' })] },
          grant: { ...aid, amount: 'sum' },
        },
        high: {
          kind: 'exit-standard',
          scope: registered,
          when: leaf(income, 'greaterThanInclusive', { parameter: 'line' }),
        },
      },
      {
        parameters: { line: tinyParameter('yuan/person/year', 4000), sum: tinyParameter('yuan', 0) },
        exclusive: [{ rules: ['tiny.rule.low', 'tiny.rule.high'], why }],
      },
    ),
  );
  expect(findings).toEqual([]);
  expect(covered).toMatchObject({
    days: ['2016-01-01'],
    rules: 2,
    conditions: { all: 4, decisive: 4 },
    exclusivePairs: 1,
    incomeSteps: 14,
    citations: 4,
    undecided: [],
  });
});

describe('a gap', () => {
  const stages = (...codes: string[]) => ({
    subject: 'person',
    when: { all: [leaf('person.registered', 'equal', true), leaf(stage, 'in', codes)] },
    grant: personAid,
  });
  const all = [
    'preschool',
    'primary',
    'junior-secondary',
    'senior-secondary',
    'secondary-vocational',
    'higher-vocational',
    'undergraduate',
    'postgraduate',
    'technician-college',
  ];

  it('is a code that siblings leave to nobody', () => {
    const finding = found('gap', sourceOf({ a: stages(...all.slice(0, 3)), b: stages(...all.slice(4)) }));
    expect(finding.id).toBe('gap:tiny.rule:person.schoolStage:senior-secondary');
    expect(finding.witness[0]?.case).toEqual({ household: { members: [{ schoolStage: 'senior-secondary' }] } });
    expect(says(finding)).toEqual(['unmet', 'unmet']);
  });

  it('is none where the siblings together cover every code', () => {
    expect(analyse(sourceOf({ a: stages(...all.slice(0, 3)), b: stages(...all.slice(3)) })).findings).toEqual([]);
  });

  it('is a band between two bands', () => {
    const size = 'household.memberCount';
    const finding = found(
      'gap',
      sourceOf({
        small: { when: leaf(size, 'lessThanInclusive', 2), grant: aid },
        large: { when: leaf(size, 'greaterThan', 3), grant: aid },
      }),
    );
    expect(finding.witness[0]?.case).toEqual({ household: { memberCount: 3 } });
  });

  it('is a code that a table lacks and a rule can be met with', () => {
    const finding = found(
      'gap',
      sourceOf(
        { a: { ...stages('primary', 'junior-secondary'), grant: { ...personAid, amount: 'sums' } } },
        { parameters: { sums: tinyParameter('yuan', { primary: 2500 }, { by: stage }) } },
      ),
    );
    expect(finding.id).toBe('gap:sums:junior-secondary');
    expect(finding.witness[0]?.says[0]).toMatchObject({ status: 'met', amount: null });
  });
});

it('an overlap is a case in which two exclusive rules are both met', () => {
  const finding = found(
    'overlap',
    sourceOf(
      { a: { when: leaf(income, 'lessThan', 4000) }, b: { when: leaf(income, 'greaterThan', 3000) } },
      { exclusive: [{ rules: ['tiny.rule.a', 'tiny.rule.b'], why }] },
    ),
  );
  expect(says(finding)).toEqual(['met', 'met']);
});

describe('what can never be met', () => {
  it('is told with the smallest set of conditions that contradict each other, and a case that lacks one of them', () => {
    const parts = [
      registered,
      leaf('household.type', 'in', ['dibao', 'wubao']),
      leaf('household.willingToRelocate', 'equal', true),
      leaf('household.type', 'notIn', ['dibao', 'wubao']),
    ];
    const finding = found('unreachable', sourceOf({ a: { when: { all: parts } } }));
    expect(finding.en.match(/"/g)).toHaveLength(4);
    expect(says(finding)).toEqual(['unmet']);
    expect(Object.keys(finding.witness[0]?.case.household ?? {})).toEqual(['type']);
  });

  it('is found between the scope and the test, in an item and in a statement', () => {
    const no = leaf('household.registered', 'equal', false);
    const rules = {
      a: { kind: 'obligation', scope: registered, when: no },
      b: {
        kind: 'checklist',
        scope: registered,
        items: [
          { key: 'one', title: why, when: no },
          { key: 'two', title: why, when: leaf('household.livesScattered', 'equal', true) },
        ],
      },
      c: {
        scope: registered,
        when: leaf('household.livesScattered', 'equal', true),
        state: { what: 'rank', value: true, when: no },
      },
    };
    const ids = analyse(sourceOf(rules)).findings.map(({ id, confirmed }) => `${id} ${confirmed}`);
    expect(ids).toEqual([
      'unreachable:tiny.rule.a true',
      'unreachable:tiny.rule.b:one true',
      'unreachable:tiny.rule.c:rank-1 true',
    ]);
  });

  it('is called a swapped bound where the lower bound lies above the upper one', () => {
    const parts = [registered, leaf(income, 'greaterThanInclusive', 5000), leaf(income, 'lessThan', 2000)];
    const finding = found('swapped-bound', sourceOf({ a: { when: { all: parts } } }));
    expect(finding.id).toBe('swapped-bound:tiny.rule.a');
    expect(finding.to).toBe('2018-12-31');
  });

  it('is called so, too, in a branch and in a formula of the policy', () => {
    const branch = { any: [registered, { all: [leaf(income, 'greaterThan', 5000), leaf(income, 'lessThan', 2000)] }] };
    expect(analyse(sourceOf({ a: { when: branch } })).findings[0]).toMatchObject({
      id: 'swapped-bound:tiny.rule.a',
      confirmed: true,
    });
    const facts = {
      'household.between': {
        title: why,
        formula: `${income} >= 5000[yuan/person/year] and ${income} < 2000[yuan/person/year]`,
      },
    };
    const own = sourceOf({ a: { when: leaf('household.between', 'equal', true) } }, { facts });
    expect(analyse(own).findings.map(({ id }) => id)).toContain('swapped-bound:household.between');
  });

  it('is no rule that counts over a list reach', () => {
    const facts = {
      'household.able': {
        title: why,
        unit: 'persons',
        formula: "count(household.members, person.labourAbility = 'able')",
      },
    };
    const source = sourceOf(
      { a: { when: { all: [leaf('household.able', 'equal', 7), leaf('household.hasLabour', 'equal', true)] } } },
      { facts },
    );
    expect(analyse(source).findings).toEqual([]);
  });
});

it('a test that nobody fails is told', () => {
  const codes = ['dibao', 'wubao'];
  const when = { any: [leaf('household.type', 'in', codes), leaf('household.type', 'notIn', codes)] };
  expect(says(found('always-met', sourceOf({ a: { kind: 'obligation', when } })))).toEqual(['met']);
});

it('a condition that never matters is told with a case in which it fails and nothing comes of it', () => {
  const when = { all: [registered, leaf(income, 'lessThan', 3000), leaf(income, 'lessThan', 4000)] };
  const finding = found('idle-condition', sourceOf({ a: { when } }));
  expect(finding.id).toBe(`idle-condition:tiny.rule.a:${income}:2`);
  expect(finding.witness[0]?.case.household?.perCapitaDisposableIncome).toBeGreaterThanOrEqual(4000);
});

describe('rules of different subjects that are declared exclusive', () => {
  it('are not claimed to overlap, for no case shows it of one subject', () => {
    const person = { subject: 'person', when: leaf('person.enrolled', 'equal', true) };
    const exclusive = [{ rules: ['tiny.rule.a', 'tiny.rule.b'], why }];
    const { findings, covered } = analyse(sourceOf({ a: { when: registered }, b: person }, { exclusive }));
    expect(findings).toEqual([]);
    expect(covered.undecided.map(({ id }) => id)).toEqual(['overlap:tiny.rule.a+tiny.rule.b']);
  });
});

describe('a gap between tests', () => {
  const test = (...when: Data[]) => ({ kind: 'exit-standard', when: when.length === 1 ? when[0] : { all: when } });
  const between = (low: number, high: number) =>
    test(leaf(income, 'greaterThanInclusive', low), leaf(income, 'lessThan', high));

  it('is a band that tests which share out a fact leave to nobody', () => {
    const finding = found('gap', sourceOf({ a: between(0, 2000), b: between(2500, 4000), c: between(4000, 9000) }));
    expect(finding.id).toBe(`gap:tiny.rule:${income}:2000`);
    expect(analyse(sourceOf({ a: between(0, 2000), b: between(2000, 4000) })).findings).toEqual([]);
  });

  it('is none where tests do not share it out', () => {
    expect(analyse(sourceOf({ a: between(0, 2000), b: between(1000, 1500) })).findings).toEqual([]);
  });

  it('is a cell that rules which share out two facts leave to nobody', () => {
    const of = (type: Data, labour: boolean) => ({
      when: { all: [type, leaf('household.hasLabour', 'equal', labour)] },
      grant: aid,
    });
    const dibao = leaf('household.type', 'in', ['dibao', 'dibao-assisted']);
    const other = leaf('household.type', 'notIn', ['dibao', 'dibao-assisted']);
    const three = { a: of(dibao, true), b: of(dibao, false), c: of(other, true) };
    const finding = found('gap', sourceOf(three));
    expect(finding.witness[0]?.case.household).toMatchObject({ hasLabour: false });
    expect(analyse(sourceOf({ ...three, d: of(other, false) })).findings).toEqual([]);
  });
});

describe('a cliff', () => {
  const poor = { when: leaf(income, 'lessThan', 4000), grant: { ...aid, amount: 1500 } };

  it('is a line past which all grants together fall by more than the income rises', () => {
    const finding = found('cliff', sourceOf({ a: poor }));
    expect(finding.witness.map(({ total }) => total)).toEqual([
      { fact: income, income: 3999.99, granted: 1500 },
      { fact: income, income: 4000, granted: 0 },
    ]);
  });

  it('is found where a formula draws the line', () => {
    const amount = `if(${income} < 3000, 2000, 0)`;
    const finding = found('cliff', sourceOf({ a: { when: registered, grant: { ...aid, amount } } }));
    expect(finding.witness.map(({ total }) => [total?.income, total?.granted])).toEqual([
      [2999.99, 2000],
      [3000, 0],
    ]);
  });

  it('is found where an amount falls faster than the income rises, and not where it falls as fast', () => {
    const amount = (share: string) => `max(0, round(6000 - ${share} * ${income} * household.memberCount, down, 0.01))`;
    const tapering = (share: string) => sourceOf({ a: { when: registered, grant: { ...aid, amount: amount(share) } } });
    const [low, high] = found('cliff', tapering('150%')).witness.map(({ total }) => total);
    expect((low?.granted ?? 0) - (high?.granted ?? 0)).toBeGreaterThan((high?.income ?? 0) - (low?.income ?? 0));
    expect(analyse(tapering('100%')).findings).toEqual([]);
  });

  it('is found at a line that is a fact itself, and through a fact of the policy', () => {
    const below = leaf('household.monthlyPerCapitaIncome', 'lessThan', { fact: 'external.dibaoLine' });
    found('cliff', sourceOf({ a: { when: below, grant: aid } }));
    const facts = { 'household.poor': { title, formula: `household.registered and ${income} < 3000` } };
    found('cliff', sourceOf({ a: { when: leaf('household.poor', 'equal', true), grant: aid } }, { facts }));
  });

  it('is laid to the rule whose grant is lost, not to one that stays', () => {
    const stays = { when: leaf(income, 'lessThan', 5000), grant: { ...aid, what: 'bonus', amount: 0.01 } };
    expect(found('cliff', sourceOf({ a: poor, b: { ...stays } })).rules).toEqual(['tiny.rule.a']);
  });

  it('is none where another grant takes its place', () => {
    const other = { when: leaf(income, 'greaterThanInclusive', 4000), grant: { ...aid, what: 'bonus', amount: 1500 } };
    expect(analyse(sourceOf({ a: poor, b: other })).findings).toEqual([]);
  });

  it('is told of a year, of an income a month too', () => {
    const below = leaf('household.monthlyPerCapitaIncome', 'lessThan', 300);
    const finding = found('cliff', sourceOf({ a: { when: below, grant: aid } }));
    expect(finding.zh).toContain('可确定的一年的补助合计从 1,000 元降到 0 元');
    expect(finding.en).toContain('all that is granted in a year falls');
  });

  it('is found where what is still open can be settled, and beside what comes on an occasion', () => {
    const when = { all: [leaf('household.hasFile', 'equal', true), leaf(income, 'greaterThanInclusive', 4000)] };
    const bonus = { when, grant: { ...aid, what: 'bonus', amount: 1500 } };
    const visit = {
      when: leaf('household.livesScattered', 'equal', true),
      grant: { ...aid, what: 'fare', every: 'visit' },
    };
    const finding = found('cliff', sourceOf({ a: poor, b: bonus, c: visit }));
    expect(finding.witness.map(({ case: { household } }) => household?.hasFile)).toEqual([false, false]);
  });

  it('is found past the due date of what fails', () => {
    const due = '2018-06-30';
    const finding = found('cliff', sourceOf({ a: { ...poor, due } }));
    expect(finding.witness.map(({ assessedOn }) => assessedOn)).toEqual(['2018-07-01', '2018-07-01']);
  });

  it('is not claimed where another grant may take its place', () => {
    const when = leaf(income, 'greaterThanInclusive', 4000);
    const amount = `if(${income} < 4000[yuan/person/year], 0[yuan], unknown)`;
    const { findings, covered } = analyse(sourceOf({ a: poor, b: { when, grant: { ...aid, what: 'bonus', amount } } }));
    expect(findings).toEqual([]);
    expect(covered.undecided).toHaveLength(1);
  });
});

describe('a citation that is missing', () => {
  const rules = { a: { when: registered, grant: { ...aid, amount: 'sum' } } };
  const whole = sourceOf(rules, { parameters: { sum: tinyParameter('yuan', 500) } });

  it('is told of a value, with a case whose decision rests on it', () => {
    const values = [{ from: '2016-01-01', value: 500 }];
    const finding = found(
      'uncited',
      sourceOf(rules, { parameters: { sum: tinyParameter('yuan', 500, { values }) } }),
      whole,
    );
    expect(finding.id).toBe('uncited:sum');
    expect(finding.witness[0]?.says[0]).toMatchObject({ status: 'met', amount: 500 });
  });

  it('is told of a rule and of an amendment', () => {
    const amendedBy = { document: 'later', clause: '二' };
    const amended = [{ from: '2017-01-01', when: leaf('household.livesScattered', 'equal', true), amendedBy }];
    const source = sourceOf({ a: { quoteSha256: undefined, when: registered }, b: { when: registered, amended } });
    const ids = analyse(source).findings.map(({ id, confirmed, from }) => `${id} ${confirmed} ${from}`);
    expect(ids).toEqual(['uncited:tiny.rule.a true 2016-01-01', 'uncited:tiny.rule.b:amended true 2017-01-01']);
  });

  it('is told of a figure in a formula, and not of numbers that count and convert', () => {
    const fact = (formula: string) => ({ 'household.most': { title: why, unit: 'yuan/person/year', formula } });
    const rule = { when: leaf(income, 'lessThan', { fact: 'household.most' }) };
    const plain = fact('12[months/year] * external.dibaoLine');
    expect(analyse(sourceOf({ a: rule }, { facts: plain })).findings).toEqual([]);
    const printed = fact('min(3200[yuan/person/year], 12[months/year] * external.dibaoLine)');
    expect(found('uncited', sourceOf({ a: rule }, { facts: printed })).id).toBe('uncited:household.most');
  });
});

describe('days', () => {
  const rule = { when: registered, grant: { ...aid, amount: 'sum' } };
  const withValues = (...values: Data[]) =>
    sourceOf({ a: rule }, { parameters: { sum: tinyParameter('yuan', 0, { values }) } });
  const { quoteSha256 } = tinyRule() as { quoteSha256: string };
  const whole = withValues(
    { from: '2016-01-01', value: 500, quoteSha256 },
    { from: '2017-09-02', value: 600, quoteSha256 },
  );

  it('on which a value is missing are told, with a case on the first of them', () => {
    const source = withValues(
      { from: '2016-01-01', to: '2017-08-31', value: 500, quoteSha256 },
      { from: '2017-09-02', value: 600, quoteSha256 },
    );
    const finding = found('day-without-law', source, whole);
    expect([finding.from, finding.to, finding.witness[0]?.on]).toEqual(['2017-09-01', '2017-09-01', '2017-09-01']);
  });

  it('on which there are two values are told', () => {
    const source = withValues(
      { from: '2016-01-01', to: '2017-09-30', value: 500, quoteSha256 },
      { from: '2017-09-02', value: 600, quoteSha256 },
    );
    const finding = found('day-with-two-laws', source, whole);
    expect([finding.from, finding.to]).toEqual(['2017-09-02', '2017-09-30']);
  });

  it('that end before they begin are told', () => {
    const source = sourceOf({ a: { when: registered, force: { from: '2018-12-31', to: '2016-06-01' } } });
    const right = sourceOf({ a: { when: registered, force: { from: '2016-06-01', to: '2018-12-31' } } });
    expect(found('swapped-bound', source, right).id).toBe('swapped-bound:tiny.rule.a');
  });

  it.each([
    ['day-without-law', '2017-07-02', ['not-in-force', 'not-in-force']],
    ['day-with-two-laws', '2017-06-01', ['met', 'met']],
  ] as const)('%s between rules that follow each other', (kind, from, statusesOfBoth) => {
    const rules = { a: { when: registered, force: { to: '2017-06-30' } }, b: { when: registered, force: { from } } };
    const finding = found(kind, sourceOf(rules, { successive: [{ rules: ['tiny.rule.a', 'tiny.rule.b'], why }] }));
    expect(says(finding)).toEqual(statusesOfBoth);
  });

  it('of one finding that goes on over a change are one stretch, and one day can be asked alone', () => {
    const parts = [leaf('household.registered', 'equal', false), registered];
    const source = sourceOf({ a: { when: { all: parts } }, b: { when: registered, force: { from: '2017-01-01' } } });
    expect(analyse(source).findings.map(({ from, to }) => `${from} ${to}`)).toEqual(['2016-01-01 2018-12-31']);
    expect(analyse(source, { on: '2019-01-01' }).findings).toEqual([]);
    expect(analyse(source, { on: '2017-05-01' }).findings).toHaveLength(1);
  });
});

it('other faults of the files are told, and nothing else is looked at', () => {
  const { findings, covered } = analyse(sourceOf({ a: { when: leaf('household.registred', 'equal', true) } }));
  expect(findings.map(({ kind, id }) => [kind, id])).toEqual([['fault', 'fault:unknown-name:rules.tiny.rule.a.when']]);
  expect(covered.skipped).toBeDefined();
});
