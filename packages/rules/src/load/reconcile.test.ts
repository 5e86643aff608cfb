import { describe, expect, it } from 'vitest';
import { loadTiny, ofRule, tinyParameter, tinyRule } from '../testing/tiny-policy.ts';

type Data = Record<string, unknown>;

describe('reconcile', () => {
  const parameters = {
    each: tinyParameter('yuan/household', 400),
    count: tinyParameter('households', 3),
    total: tinyParameter('yuan', 1200),
  };
  const reconciled = (entry: Data) => ofRule({ reconcile: [{ what: 'total', ...entry }] }, { parameters });
  const conflict = { zh: '原文有误', en: 'The text errs.' };

  it('passes where the printed figure follows', () => {
    expect(reconciled({ printed: 'total', formula: 'each * count' })).toEqual([]);
    expect(reconciled({ printed: 1200, formula: 'each * count' })).toEqual([]);
  });

  it('fails where it does not and nobody says why', () => {
    expect(reconciled({ printed: 'total', formula: 'each * 4[households]' })).toEqual(['figures-differ']);
    expect(reconciled({ printed: 1200.01, formula: 'total' })).toEqual(['figures-differ']);
  });

  it('takes a reason for a difference, and refuses one where there is none', () => {
    expect(reconciled({ printed: 'total', formula: 'each * 4[households]', conflict })).toEqual([]);
    expect(reconciled({ printed: 'total', formula: 'each * count', conflict })).toEqual(['no-conflict']);
  });

  it('allows a rounded figure its tolerance and no more', () => {
    expect(reconciled({ printed: 1250, formula: 'total', approx: 50 })).toEqual([]);
    expect(reconciled({ printed: 1250, formula: 'total', approx: 49.99 })).toEqual(['figures-differ']);
  });

  it('compares figures of one unit only', () => {
    expect(reconciled({ printed: 'total', formula: 'count', conflict })).toEqual(['unit-mismatch']);
  });

  it('shows both figures', () => {
    const { text } = loadTiny({
      parameters,
      rules: {
        'tiny.rule.one': tinyRule({
          reconcile: [{ what: 'total', printed: 'total', formula: 'each * 4[households]', unit: 'yuan', conflict }],
        }),
      },
    });
    expect(text.sections[0]?.provisions[0]?.reconcile).toEqual([
      { what: { zh: 'total', en: 'total' }, printed: 1200, computed: 1600, unit: 'yuan', agrees: false, conflict },
    ]);
  });

  it('reads a percent as printed', () => {
    expect(
      ofRule(
        { reconcile: [{ what: 'share', unit: '%', printed: 25, formula: 'round(count / households, half-up)' }] },
        {
          parameters: { count: tinyParameter('persons', 1), households: tinyParameter('persons', 4) },
        },
      ),
    ).toEqual([]);
  });
});
