import type { Case } from '@jingzhun/schemas';
import { JingzhunError, type Problem } from '@jingzhun/schemas/problem';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide/decide.ts';
import { loadPolicy, type PolicySource } from '../load/load.ts';
import {
  faultsOf,
  leaf,
  quoteSha256,
  registered,
  rulesIn,
  tinyListed,
  tinyParameter,
  tinyRule,
  tinySource,
  title,
} from '../testing/tiny-policy.ts';
import type { Finding, Shown } from './analysis.ts';
import { analyse } from './index.ts';

type Data = Readonly<Record<string, unknown>>;

const one = (rule: Data, section: Data = {}, change: Data = {}): PolicySource =>
  tinySource({ ...section, rules: { 'tiny.rule.one': tinyRule(rule) } }, change);

/** The one finding; no other. */
function only(source: PolicySource): Finding {
  const { findings } = analyse(source);
  expect(findings).toHaveLength(1);
  expect(findings[0]?.witness.length).toBeGreaterThan(0);
  return findings[0] as Finding;
}

/** What is decided of a witness, without the reasons. */
function decided(source: PolicySource, { case: input, on, assessedOn = on }: Shown): unknown {
  const [finding] = rulesIn(decide(loadPolicy(source).policy, input, { on, assessedOn }));
  return [finding?.status, finding?.outcomes];
}

describe('a figure that stands in a formula', () => {
  const reports = (most: string): PolicySource => {
    const years = { title, unit: 'items', formula: `min(max(year(date.assessedOn) - 2015, 1), ${most})` };
    const actual = 'count(household.annualPlanYears)';
    const require = { what: 'plans', value: 'household.years', actual, unit: 'items', comparator: 'at-least' };
    return one({ kind: 'obligation', when: registered, require }, { facts: { 'household.years': years } });
  };

  it('is told with a case that is decided otherwise when the figure is a little other', () => {
    const finding = only(reports('3'));
    expect(finding.id).toBe('uncited:household.years');
    const [witness] = finding.witness as [Shown];
    const by = (most: string): unknown => decided(reports(most), witness);
    expect(by('3')).not.toEqual(/把 3 改为 2/.test(witness.note?.zh ?? '') ? by('2') : by('4'));
    expect(witness.note?.zh).toMatch(/^把 3 改为 [24]，/);
  });

  it('is told where a printed figure is reckoned from it, though the load would refuse another', () => {
    const base = { title, unit: 'yuan/person/year', derived: true, formula: 'round(forecast / 1.225043, half-up)' };
    const state = { what: 'base', value: 'base', unit: 'yuan/person/year' };
    const reconcile = { what: 'base', printed: 'printed', unit: 'yuan/person/year', formula: 'base' };
    const printed = tinyParameter('yuan/person/year', 13360.35);
    const parameters = { forecast: tinyParameter('yuan/person/year', 16367), base, printed };
    const finding = only(one({ kind: 'plan-figure', when: registered, state, reconcile: [reconcile] }, { parameters }));
    expect([finding.id, finding.confirmed]).toEqual(['uncited:base', true]);
  });

  it('is another finding where no rule rests on it: whatever it is, all is decided the same', () => {
    const facts = { 'household.spare': { title, unit: 'items', formula: 'min(household.mainBusinessCount, 3)' } };
    const finding = only(one({ when: registered }, { facts }));
    expect([finding.kind, finding.id]).toEqual(['unused-value', 'unused-value:household.spare']);
  });

  it('is not claimed where no case turns on it', () => {
    const facts = { 'household.few': { title, formula: 'min(household.mainBusinessCount, 3) < 900' } };
    const { findings, covered } = analyse(
      one({ when: { any: [leaf('household.few', 'equal', true), registered] } }, { facts }),
    );
    expect(findings.filter(({ kind }) => kind === 'uncited')).toEqual([]);
    expect(covered.undecided.map(({ id }) => id)).toContain('uncited:household.few');
  }, 30_000);
});

describe('what no decision speaks of is shown by the refusal of the files', () => {
  function refusalOf(source: PolicySource): readonly Problem[] {
    try {
      decide(loadPolicy(source).policy, {} as Case, { on: '2016-01-01' });
      return [];
    } catch (error) {
      if (error instanceof JingzhunError) return error.problems;
      throw error;
    }
  }

  function isRefusedSo(finding: Finding, source: PolicySource): void {
    const [{ case: input, refused }] = finding.witness as [Shown];
    expect(input).toEqual({});
    expect(refusalOf(source).map(({ code, path }) => ({ code, path }))).toContainEqual(refused);
  }

  it('a listed provision without its sentence, which names its clause', () => {
    const { quoteSha256: _, ...listed } = tinyListed['tiny.rule.two'];
    const source = one({ when: registered }, { listed: { 'tiny.rule.two': listed } });
    const finding = only(source);
    expect([finding.id, finding.clauses, finding.rules]).toEqual(['uncited:tiny.rule.two', ['一'], []]);
    isRefusedSo(finding, source);
  });

  it('a value without its sentence that no rule uses, which says so', () => {
    const values = [{ from: '2016-01-01', value: 5 }];
    const source = one({ when: registered }, { parameters: { spare: tinyParameter('yuan', 5, { values }) } });
    const finding = only(source);
    expect(finding.zh).toContain('没有一条规则用到它');
    isRefusedSo(finding, source);
  });

  it('any other fault of the files', () => {
    const source = one({ when: leaf('household.registred', 'equal', true) });
    const finding = only(source);
    expect(finding.kind).toBe('fault');
    isRefusedSo(finding, source);
    expect(faultsOf(source).map(({ zh }) => finding.witness[0]?.note?.zh.includes(zh))).toEqual([true]);
  });
});

describe('a case says what it takes for granted', () => {
  const grant = { what: 'aid', amount: 'sum', unit: 'yuan', per: 'household', every: 'year' };
  const valued = (...values: Data[]): PolicySource =>
    one({ when: registered, grant }, { parameters: { sum: tinyParameter('yuan', 0, { values }) } });
  const note = (source: PolicySource): string | undefined => only(source).witness[0]?.note?.zh;

  it.each([
    ['the value before', { from: '2016-01-01', to: '2017-08-31' }, { from: '2017-09-02' }, '2016年1月1日'],
    ['the first value', { from: '2016-05-20' }, undefined, '2016年5月20日'],
  ])('on a day without value: %s', (_, first, second, said) => {
    const values = [first, ...(second === undefined ? [] : [second])];
    const source = valued(...values.map((each, place) => ({ ...each, value: 500 + place, quoteSha256 })));
    expect(note(source)).toMatch(`这天没有值，暂按最近的值（${said}起）算`);
    expect(only(source).witness[0]?.note?.en).toContain('reckoned with the nearest one');
  });

  it('on a day with two values, and where days stand the wrong way round', () => {
    const two = [
      { from: '2016-01-01', to: '2017-09-30', value: 500, quoteSha256 },
      { from: '2017-09-02', value: 600, quoteSha256 },
    ];
    expect(note(valued(...two))).toMatch('暂按后一个（2017年9月2日起）算');
    const force = { from: '2018-12-31', to: '2016-06-01' };
    expect(note(one({ when: registered, force }))).toMatch('暂按起止日期对调后判定');
  });

  it('and what a value a little other would change', () => {
    const source = valued({ from: '2016-01-01', value: 500 });
    expect(note(source)).toBe('这个值略有变动，数额就由 500 元变为 501 元');
  });
});
