import { describe, expect, it } from 'vitest';
import { leaf, ofRule, onePolicy, registered, tinyParameter, title } from '../testing/tiny-policy.ts';

type Data = Record<string, unknown>;

describe('rules', () => {
  it.each<[string, Data, string]>([
    ['no citation', { quoteSha256: undefined }, 'missing-key'],
    ['a citation that is no digest', { quoteSha256: 'abc' }, 'wrong-form'],
    ['an empty list of citations', { quoteSha256: [] }, 'wrong-form'],
    ['two tests', { when: registered, items: [{ key: 'a', title, when: registered }] }, 'wrong-form'],
    ['an empty checklist', { items: [] }, 'wrong-form'],
    ['two items of one key', { items: ['a', 'a'].map((key) => ({ key, title, when: registered })) }, 'duplicate-id'],
    ['a partial rule without the reason', { computable: 'partial' }, 'missing-key'],
    ['an unknown kind', { kind: 'gift' }, 'wrong-value'],
    ['an unknown subject', { subject: 'horse' }, 'wrong-value'],
    ['an unknown entity asked', { asks: 'horse' }, 'wrong-value'],
    ['a force that ends before it begins', { force: { from: '2017-01-01', to: '2016-12-31' } }, 'empty-force'],
    ['a force that begins after the policy ends', { force: { from: '2019-01-01' } }, 'empty-force'],
    ['a force from no day', { force: { from: '2017-02-29' } }, 'wrong-value'],
    ['a due date that is no day', { due: '2017-02-29' }, 'unknown-name'],
    ['a due parameter that is not there', { due: 'end' }, 'unknown-name'],
    ['a due parameter that is no date', { due: 'aid' }, 'unknown-name'],
    ['a due fact that is no date', { due: 'household.registered' }, 'unknown-name'],
    ['each of a fact that is no record', { each: 'household.registered' }, 'not-a-record'],
    ['each of a record of a shape', { each: 'county.leadingGroup' }, 'not-a-record'],
    [
      'each of a code that is not there',
      { each: { field: 'household.nineMeasures', in: ['education', 'educaton'] } },
      'unknown-code',
    ],
    ['an amount in another unit', { grant: { what: 'aid', amount: 'aid', unit: 'kW' } }, 'unit-mismatch'],
    ['an amount in a unit that is none', { grant: { what: 'aid', amount: 5, unit: 'yaun' } }, 'unknown-unit'],
    ['fractions of a fen', { grant: { what: 'aid', amount: 'aid * 0.333', unit: 'yuan' } }, 'unrounded-amount'],
    [
      'a share of an amount, unrounded',
      { grant: { what: 'aid', amount: 'household.loan.amount * 45%', unit: 'yuan' } },
      'unrounded-amount',
    ],
    [
      'an amount that is no number',
      { grant: { what: 'aid', amount: 'household.registered', unit: 'yuan' } },
      'wrong-type',
    ],
    ['an amount without unit', { grant: { what: 'aid', amount: 5 } }, 'missing-key'],
    ['an unknown comparator', { require: { what: 'aid', value: 5, comparator: 'more' } }, 'wrong-value'],
    ['a fact of a person', { grant: { what: 'aid', amount: 'person.skillCount', unit: 'items' } }, 'no-person-here'],
  ])('with %s are faults', (_, rule, code) => {
    expect(ofRule(rule, { parameters: { aid: tinyParameter('yuan', 5000) } })).toContain(code);
  });

  it('take a due date from a parameter or a fact, by name', () => {
    const parameters = { end: tinyParameter('date', '2017-12-31') };
    expect(onePolicy({ due: 'end' }, { parameters }).rules[0]?.due).toEqual({ parameter: 'end' });
    expect(onePolicy({ due: 'household.exitDate' }).rules[0]?.due).toEqual({ fact: 'household.exitDate' });
    expect(onePolicy({ due: '2017-12-31' }).rules[0]?.due).toBe('2017-12-31');
  });

  it('turn each into items: scope and test for what is applicable, a test for what is done', () => {
    const [measures] = onePolicy({ each: { field: 'household.nineMeasures', in: ['housing'] } }).rules;
    expect(measures?.items).toEqual([
      {
        key: 'housing',
        scope: leaf('household.nineMeasures.housing.applicable', 'equal', true),
        when: leaf('household.nineMeasures.housing.delivered', 'equal', true),
      },
    ]);
    const [steps] = onePolicy({ each: 'household.housing.stepsDone' }).rules;
    expect(steps?.items?.[0]).toEqual({
      key: steps?.items?.[0]?.key,
      when: leaf(`household.housing.stepsDone.${steps?.items?.[0]?.key}`, 'equal', true),
    });
  });

  it("ask the entity of their subject, in the case's spelling", () => {
    expect(onePolicy({ kind: 'obligation', subject: 'work-team' }).rules[0]?.asks).toEqual(['workTeam']);
    expect(onePolicy({ subject: 'county', asks: 'household' }).rules[0]?.asks).toEqual(['household']);
    expect(onePolicy({ subject: 'county', asks: ['village', 'county'] }).rules[0]?.asks).toEqual(['village', 'county']);
  });
});
