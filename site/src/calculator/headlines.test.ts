import type { Policy } from '@jingzhun/rules';
import { expect, test } from 'vitest';
import { Describe } from './describe.ts';
import { Headlines } from './headlines.ts';
import type { Verdict } from './verdict.ts';
import { type Language, words } from './words.ts';

const asking = { kind: 'obligation', when: {}, outcomes: [{ role: 'require' }] };
const applying = { kind: 'obligation', outcomes: [{ role: 'state' }] };
const granting = { kind: 'entitlement', outcomes: [{ role: 'grant', unit: 'yuan', every: 'year' }] };
const headlines = (rules: readonly object[], language: Language = 'zh', subject = 'household') => {
  const data = { facts: {}, codes: {}, units: {}, words: words[language], rules: labels, entities, subject };
  return new Headlines({ rules } as unknown as Policy, new Describe(data), data as never);
};
const entities = { household: '户', village: '村' };
const labels = { sun: { title: '光伏入股', readings: [], outcomes: {}, items: {} } };
const verdict = (counts: Partial<Record<keyof Verdict['cards'], number>>, certainPerYear = 0): Verdict =>
  ({
    cards: Object.fromEntries(
      ['met', 'applies', 'unmet', 'unknown', 'later'].map((bucket) => [
        bucket,
        Array.from({ length: counts[bucket as keyof Verdict['cards']] ?? 0 }, () => ({ finding: { outcomes: [] } })),
      ]),
    ),
    totals: [],
    certainPerYear,
  }) as unknown as Verdict;

test('counts what is met and what applies apart, and the second only where there is some', () => {
  expect(headlines([asking]).headline(verdict({ met: 2, unmet: 1 }))).toBe('符合 2 项 · 待补充 0 项 · 不符合 1 项');
  expect(headlines([asking, applying]).headline(verdict({ met: 2, applies: 1, unknown: 3 }))).toBe(
    '符合 2 项 · 适用 1 项 · 待补充 3 项 · 不符合 0 项',
  );
  expect(headlines([applying], 'en').headline(verdict({ applies: 2 }))).toBe('2 apply · 0 open');
  expect(headlines([applying], 'en').headline(verdict({ applies: 1 }))).toBe('1 applies · 0 open');
  // Where all can only apply, that none does yet is said above the answer as it is in the bar.
  const none = verdict({ unknown: 2 });
  expect(headlines([applying]).headline(none)).toBe('适用 0 项 · 待补充 2 项');
  expect(headlines([applying]).bar(none)).toBe('适用 0 项 · 待补充 2 项');
});

test('counts what is not yet due apart from what is open', () => {
  const waiting = verdict({ met: 1, later: 2 });
  expect(headlines([asking]).headline(waiting)).toBe('符合 1 项 · 待补充 0 项 · 未到期 2 项 · 不符合 0 项');
  expect(headlines([asking], 'en').headline(waiting)).toBe('1 met · 0 open · 2 not yet due · 0 not met');
  expect(headlines([asking]).bar(waiting)).toBe('符合 1 项 · 未到期 2 项');
});

test('says a sum of money by the year only where some is certain', () => {
  const some = verdict({ met: 1 }, 1200);
  expect(headlines([granting]).headline(some)).toBe('符合 1 项 · 可确定合计 1,200 元/年 · 待补充 0 项 · 不符合 0 项');
  expect(headlines([granting]).headline(verdict({ met: 1 }))).toBe('符合 1 项 · 待补充 0 项 · 不符合 0 项');
  expect(headlines([granting]).bar(some)).toBe('符合 1 项 · 1,200 元/年');
});

test('has in the bar what is above the answer, without what is none', () => {
  expect(headlines([granting]).bar(verdict({ met: 1, unknown: 4, unmet: 2 }))).toBe(
    '符合 1 项 · 待补充 4 项 · 不符合 2 项',
  );
  expect(headlines([granting], 'en').bar(verdict({ met: 1, unknown: 4 }))).toBe('1 met · 4 open');
  expect(headlines([granting]).bar(verdict({ unknown: 2 }))).toBe('符合 0 项 · 待补充 2 项');
  expect(headlines([applying]).bar(verdict({ applies: 2, unknown: 4 }))).toBe('适用 2 项 · 待补充 4 项');
  expect(headlines([asking, applying]).bar(verdict({ applies: 2, unmet: 1 }))).toBe('适用 2 项 · 不符合 1 项');
  expect(headlines([asking, applying]).bar(verdict({ met: 1, applies: 2 }))).toBe('符合 1 项 · 适用 2 项');
});

test('tells what is certain beside money by the year, and what it could all come to', () => {
  const total = (unit: string, every: string, certain: number, value: number) => ({ unit, every, certain, value });
  const totals = [total('yuan', 'year', 1200, 1500), total('yuan', 'once', 300, 300), total('kW', 'once', 0, 3)];
  const sums = headlines([granting]).sums({ ...verdict({}, 1200), totals } as unknown as Verdict);
  expect(sums).toEqual([
    '另有 300 元（一次性）',
    '加上待补充的（金额未定的除外，只能取其一的也都计入），最多：1,500 元/年；3 kW',
  ]);
});

test('what comes once beside nothing by the year is not another sum', () => {
  const totals = [{ unit: 'yuan', every: 'once', certain: 80000, value: 80000 }];
  const own = { ...verdict({}), totals } as unknown as Verdict;
  expect(headlines([granting]).sums(own)).toEqual(['可确定合计 80,000 元（一次性）']);
  expect(headlines([granting], 'en').sums(own)).toEqual(['Certain: ¥80,000, once']);
});

test('a sum comes once where each of its parts does', () => {
  const sumOf = (...often: readonly (string | undefined)[]) => {
    const met = often.map((every, at) => {
      const outcomes = [{ what: 'aid', value: 300, unit: 'yuan', ...(every && { every }) }];
      return { finding: { rule: String(at), status: 'met', outcomes } };
    });
    const rules = met.map(({ finding: { rule, outcomes } }) => ({
      id: rule,
      kind: 'entitlement',
      outcomes: outcomes.map((outcome) => ({ role: 'grant', ...outcome })),
    }));
    const totals = [{ unit: 'yuan', every: 'once', certain: 600, value: 600 }];
    const cards = { met, applies: [], unmet: [], unknown: [], later: [] };
    return headlines(rules).sums({ ...verdict({}), cards, totals } as unknown as Verdict);
  };
  expect(sumOf('once', 'once')).toEqual(['可确定合计 600 元（一次性）']);
  expect(sumOf('once', undefined)).toEqual(['可确定合计 600 元']);
});

test('a sum that the page’s subject does not get itself says whose it is', () => {
  const sumOn = (subject: string, ...pers: readonly string[]): string => {
    const granted = (per: string) => ({ what: 'aid', value: 300, unit: 'yuan', every: 'year', per });
    const met = pers.map((per, at) => ({ finding: { rule: `${at}`, status: 'met', outcomes: [granted(per)] } }));
    const rules = pers.map((per, at) => ({ id: `${at}`, outcomes: [{ role: 'grant', ...granted(per) }] }));
    const own = { ...verdict({}, 600), cards: { met, applies: [], unmet: [], unknown: [], later: [] } };
    return headlines(rules, 'zh', subject).bar(own as unknown as Verdict);
  };
  expect(sumOn('village', 'household')).toContain('600 元/户·年');
  expect(sumOn('household', 'household')).toContain('600 元/年');
  expect(sumOn('village', 'village', 'household')).toContain('600 元/年');
});

test('a sum of what is not money says what it is', () => {
  const sun = { id: 'sun', kind: 'entitlement', outcomes: [{ role: 'grant', what: 'capacity', unit: 'kW' }] };
  const finding = { rule: 'sun', status: 'met', outcomes: [{ what: 'capacity', value: 3, unit: 'kW' }] };
  const totals = [{ unit: 'kW', every: 'once', certain: 3, value: 3 }];
  const cards = { met: [{ finding }], applies: [], unmet: [], unknown: [], later: [] };
  const sums = headlines([sun]).sums({ ...verdict({}), cards, totals } as unknown as Verdict);
  expect(sums).toEqual(['可确定合计 光伏入股：3 kW']);
});

test('a sum is told as no more exact than its parts', () => {
  const granting = (id: string, every: string) => ({
    id,
    kind: 'entitlement',
    outcomes: [{ role: 'grant', what: 'aid', unit: 'yuan', every }],
  });
  const card = (rule: string, every: string, comparator?: string) => ({
    finding: {
      rule,
      status: 'met',
      outcomes: [{ what: 'aid', value: 300, unit: 'yuan', every, ...(comparator && { comparator }) }],
    },
  });
  const told = (...met: readonly ReturnType<typeof card>[]) => {
    const rules = met.map(({ finding: { rule, outcomes } }) => granting(rule, outcomes[0]?.every ?? ''));
    const totals = ['year', 'visit'].map((every) => ({ unit: 'yuan', every, certain: 600, value: 600 }));
    const own = { ...verdict({}, 600), cards: { met, applies: [], unmet: [], unknown: [], later: [] }, totals };
    const each = headlines(rules);
    return [each.headline(own as unknown as Verdict), ...each.sums(own as unknown as Verdict)].join(' | ');
  };
  expect(told(card('sun', 'year', 'approx'), card('school', 'year', 'equal'))).toContain(' · 合计 约 600 元/年 · ');
  const open = { ...card('care', 'visit', 'at-least') };
  const some = [{ unit: 'yuan', every: 'visit', certain: 0, value: 600 }];
  const known = {
    ...verdict({}),
    cards: { met: [], applies: [], unmet: [], unknown: [open], later: [] },
    totals: some,
  };
  // At most at least so much would be nonsense.
  expect(headlines([granting('care', 'visit')]).sums(known as unknown as Verdict)).toEqual([
    expect.stringMatching(/^加上待补充的（只能取其一的也都计入）：不少于 600 元/),
  ]);
  expect(told(card('sun', 'year', 'approx'), card('dibao', 'year', 'at-least'))).toContain('约 600 元/年');
  expect(told(card('dibao', 'year', 'at-least'))).toContain('不少于 600 元/年');
  expect(told(card('school', 'year', 'equal'))).toContain('可确定合计 600 元/年');
  // What is not exact of one sum is nothing of the other.
  expect(told(card('care', 'visit', 'at-least'))).toMatch(/可确定合计 600 元\/年.*另有 不少于 600 元/);
});
