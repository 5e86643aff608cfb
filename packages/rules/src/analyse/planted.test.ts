import { describe, expect, it } from 'vitest';
import type { PolicySource } from '../load/load.ts';
import { leaf, registered, tinyRule, tinySource, title } from '../testing/tiny-policy.ts';
import type { Finding } from './analysis.ts';
import { analyse } from './index.ts';

type Data = Readonly<Record<string, unknown>>;

const sourceOf = (rules: Record<string, Data>, section: Data = {}): PolicySource =>
  tinySource({
    ...section,
    rules: Object.fromEntries(Object.entries(rules).map(([id, rule]) => [`tiny.rule.${id}`, tinyRule(rule)])),
  });

function only(source: PolicySource): Finding {
  const { findings } = analyse(source);
  expect(findings.map(({ id }) => id)).toHaveLength(1);
  return findings[0] as Finding;
}

const no = leaf('household.registered', 'equal', false);

it('a condition on who is in the case that never matters is told', () => {
  const asked = leaf('present.household', 'equal', true);
  expect(only(sourceOf({ a: { when: { all: [registered, asked] } } })).id).toBe(
    'idle-condition:tiny.rule.a:present.household',
  );
  const village = leaf('present.village', 'equal', true);
  expect(analyse(sourceOf({ a: { when: { all: [registered, village] } } })).findings).toEqual([]);
});

describe('a scope that contradicts itself is one finding', () => {
  const scope = { all: [registered, no] };
  const when = leaf('household.livesScattered', 'equal', true);

  it('of a rule with a test, delivery and statements', () => {
    const delivered = leaf('household.hasFile', 'equal', true);
    const rule = { scope, when, delivered, state: { what: 'rank', value: true, when: delivered } };
    expect(only(sourceOf({ a: rule })).id).toBe('unreachable:tiny.rule.a');
  });

  it('of a checklist, and of one item of it', () => {
    const items = (extra: Data) => [
      { key: 'one', title, when, ...extra },
      { key: 'two', title, when: leaf('household.hasFile', 'equal', true) },
    ];
    const checklist = (rule: Data): PolicySource => sourceOf({ a: { kind: 'checklist', ...rule } });
    expect(only(checklist({ scope, items: items({}) })).id).toBe('unreachable:tiny.rule.a');
    expect(only(checklist({ scope: registered, items: items({ scope }) })).id).toBe('unreachable:tiny.rule.a:one');
  });
});

describe('rules that follow each other', () => {
  const follow = (a: Data, b: Data): PolicySource =>
    sourceOf(
      { a: { when: registered, force: a }, b: { when: registered, force: b } },
      { successive: [{ rules: ['tiny.rule.a', 'tiny.rule.b'], why: title }] },
    );

  it.each([
    ['end before their policy', {}, { from: '2017-07-01', to: '2018-11-30' }, ['2018-12-01', '2018-12-31']],
    ['begin after their policy', { from: '2016-02-01' }, { from: '2017-07-01' }, ['2016-01-01', '2016-01-31']],
  ])('and %s leave days without law', (_, a, b, days) => {
    const finding = only(follow({ to: '2017-06-30', ...a }, b));
    expect([finding.kind, finding.from, finding.to]).toEqual(['day-without-law', ...days]);
    expect(finding.witness[0]?.says.map(({ status }) => status)).toEqual(['not-in-force', 'not-in-force']);
  });

  it('a single day is called so', () => {
    const finding = only(follow({ to: '2017-06-30' }, { from: '2017-07-02' }));
    expect(finding.zh).toMatch(/^2017-07-01 这一天，/);
    expect(finding.en).toMatch(/^On 2017-07-01 none/);
  });
});

describe('a count', () => {
  const facts = {
    'household.able': {
      title,
      unit: 'persons',
      formula: "count(household.members, person.labourAbility = 'able')",
    },
    'county.poor': { title, unit: 'households', formula: 'count(roster, household.registered)' },
  };
  const more = (fact: string, value: number, change: Data = {}): PolicySource =>
    sourceOf({ a: { kind: 'obligation', when: leaf(fact, 'greaterThan', value), ...change } }, { facts });
  const settled = (source: PolicySource): readonly string[] => {
    const { findings, covered } = analyse(source);
    expect(covered.undecided).toEqual([]);
    return findings.map(({ id }) => id);
  };

  it('that no list can have is never met', () => {
    expect(settled(more('household.able', 100_000))).toEqual(['unreachable:tiny.rule.a']);
    expect(settled(more('household.able', 500))).toEqual(['unreachable:tiny.rule.a']);
    expect(settled(more('county.poor', 200_000, { subject: 'county' }))).toEqual(['unreachable:tiny.rule.a']);
  });

  it('that a long list has is reached', () => {
    expect(settled(more('household.able', 499))).toEqual([]);
    expect(settled(more('county.poor', 2944, { subject: 'county' }))).toEqual([]);
    expect(settled(more('county.poor', 100_000, { subject: 'county' }))).toEqual([]);
  }, 30_000);
});

describe('a finding is worded', () => {
  it('without a second pair of brackets', () => {
    const part = { all: [registered, leaf('household.livesScattered', 'equal', true)] };
    const { zh, en } = only(sourceOf({ a: { when: { all: [part, { not: part }] } } }));
    expect(zh).toContain('并非（');
    expect(zh).not.toMatch(/（（|））/);
    expect(en).not.toMatch(/\(\(|\)\)/);
  });

  it('with every cell that a grid leaves open', () => {
    const aid = { what: 'aid', amount: 1000, unit: 'yuan', per: 'household', every: 'year' };
    const cell = (code: string, labour: boolean) => ({
      when: { all: [leaf('household.type', 'equal', code), leaf('household.hasLabour', 'equal', labour)] },
      grant: aid,
    });
    const cells = {
      a: cell('dibao', true),
      b: cell('wubao', false),
      c: cell('general', true),
      d: cell('general', false),
    };
    const grids = analyse(sourceOf(cells)).findings.filter(({ id }) => id.includes('+household.'));
    const [grid] = grids as [Finding];
    expect(grid.witness).toHaveLength(2);
    expect(grid.zh.match(/且/g)).toHaveLength(2);
    expect(grid.en.match(/ with /g)).toHaveLength(2);
  });
});
