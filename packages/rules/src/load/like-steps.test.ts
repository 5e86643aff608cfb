import { expect, it } from 'vitest';
import { changedRules } from '../impact/index.ts';
import { leaf, loadTiny, quoteSha256, tinyRule, title } from '../testing/tiny-policy.ts';
import { inLikeSteps } from './like-steps.ts';

const when = leaf('household.registered', 'equal', true);
const income = leaf('household.perCapitaDisposableIncome', 'lessThan', { parameter: 'line' });
const grant = (amount: string) => ({ what: 'aid', amount, unit: 'yuan' });

/** An aid and a line by date, and rules that use them as they stand and in formulas. */
function edition(aid: readonly number[], line: readonly number[], change: Record<string, unknown> = {}) {
  const dated = (unit: string, values: readonly number[]) => ({
    title,
    unit,
    values: values.map((value, place) => ({ from: ['2016-01-01', '2018-01-01'][place], value, quoteSha256 })),
  });
  const parameters = { aid: dated('yuan', aid), line: dated('yuan/person/year', line) };
  const rules = {
    'tiny.rule.aid': tinyRule({ when, grant: grant('aid') }),
    'tiny.rule.line': tinyRule({ when: income }),
    'tiny.rule.sum': tinyRule({ when, grant: grant('round(aid / 3, half-up) + aid * 2 + 50') }),
    ...change,
  };
  return loadTiny({ parameters, rules });
}

function changedOn(on: string, ...[before, after]: Parameters<typeof inLikeSteps>): string[] {
  const [a, b] = inLikeSteps(before, after);
  return changedRules({ policy: a.policy, on }, { policy: b.policy, on }).changed.map(({ rule }) => rule);
}

it('a later value with more decimals changes no rule before its day', () => {
  const [whole, finer] = [edition([1000], [4000]), edition([1000, 1000.5], [4000, 4000.25])];
  expect(changedOn('2017-12-31', whole, finer)).toEqual([]);
  expect(changedOn('2017-12-31', finer, whole)).toEqual([]);
  expect(changedOn('2018-01-01', whole, finer)).toEqual(['tiny.rule.aid', 'tiny.rule.line', 'tiny.rule.sum']);
});

it('what does change is still told', () => {
  const finer = edition([1000.5], [4000], { 'tiny.rule.sum': tinyRule({ when, grant: grant('aid * 3') }) });
  expect(changedOn('2017-12-31', edition([1000], [4000]), finer)).toEqual(['tiny.rule.aid', 'tiny.rule.sum']);
});

it('what cannot be kept as finely stays as it is', () => {
  const own = { 'tiny.rule.sum': tinyRule({ when, grant: grant('aid * 1.05') }) };
  const [coarse, finer] = [edition([1000], [4000], own), edition([1000.5], [4000])];
  expect(inLikeSteps(coarse, finer)[0]).toBe(coarse);
  expect(changedOn('2017-12-31', coarse, finer)).toEqual(['tiny.rule.aid', 'tiny.rule.sum']);
});

it('keeps the name of an edition that is no release', () => {
  const draft = edition([1000.5], [4000]);
  const named = { ...draft, policy: { ...draft.policy, release: '1.1.0-draft' } };
  expect(inLikeSteps(named, edition([1000], [4000])).map(({ policy }) => policy.release)).toEqual([
    '1.1.0-draft',
    '1.0.0',
  ]);
});
