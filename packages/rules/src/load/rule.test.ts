import { describe, expect, it } from 'vitest';
import {
  leaf,
  ofRule,
  onePolicy,
  placed,
  quoteSha256,
  registered,
  tinyParameter,
  tinyRule,
  title,
} from '../testing/tiny-policy.ts';

type Data = Record<string, unknown>;

const item = { key: 'a', title, when: registered };

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
    ['persons asked after another entity', { asks: ['household', 'person'] }, 'wrong-value'],
    ['a force that ends before it begins', { force: { from: '2017-01-01', to: '2016-12-31' } }, 'empty-force'],
    ['a force that begins after the policy ends', { force: { from: '2019-01-01' } }, 'empty-force'],
    ['a force from no day', { force: { from: '2017-02-29' } }, 'wrong-value'],
    ['a due date that is no day', { due: '2017-02-29' }, 'unknown-name'],
    ['a due parameter that is not there', { due: 'end' }, 'unknown-name'],
    ['a due parameter that is no date', { due: 'aid' }, 'unknown-name'],
    ['a due fact that is no date', { due: 'household.registered' }, 'unknown-name'],
    ['a due fact that is a list of dates', { due: 'household.visitDates' }, 'unknown-name'],
    ['a due fact that is not there', { due: 'household.exitDay' }, 'unknown-name'],
    ['a due fact of a person', { due: 'person.exitDate' }, 'no-person-here'],
    ['a due fact of a record', { due: 'review.date' }, 'no-record-here'],
    ['a due parameter written as a reference', { due: { parameter: 'aid' } }, 'wrong-type'],
    ['an item about an entity that is not there', { items: [{ ...item, asks: 'horse' }] }, 'wrong-value'],
    ['an item about a person', { items: [{ ...item, asks: 'person' }] }, 'wrong-value'],
    ['an item about several entities', { items: [{ ...item, asks: ['village', 'county'] }] }, 'wrong-value'],
    ['an item due on no day', { items: [{ ...item, due: '2017-02-29' }] }, 'unknown-name'],
    ['an item due by a parameter that is no date', { items: [{ ...item, due: 'aid' }] }, 'unknown-name'],
    ['an item due by a fact that is no date', { items: [{ ...item, due: 'village.hasFibre' }] }, 'unknown-name'],
    ['an item due by a fact of a person', { items: [{ ...item, due: 'person.exitDate' }] }, 'no-person-here'],
    ['an item of an unknown key', { items: [{ ...item, until: '2017-01-01' }] }, 'unknown-key'],
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

  it('take a due date from an own fact, and from a fact of the person who is asked', () => {
    const facts = { 'household.halfYearEnd': { title, formula: 'addMonths(household.exitDate, 6)' } };
    expect(onePolicy({ due: 'household.halfYearEnd' }, { facts }).rules[0]?.due).toEqual({
      fact: 'household.halfYearEnd',
    });
    const [person] = onePolicy({ subject: 'person', due: 'person.exitDate' }).rules;
    expect(person?.due).toEqual({ fact: 'person.exitDate' });
  });

  it('need a value of the due parameter, also of an item and of one that a due fact uses, on every day in force', () => {
    const end = { title, unit: 'date', values: [{ from: '2017-01-01', value: '2017-12-31', quoteSha256 }] };
    const facts = { 'household.end': { title, formula: 'addDays(end, 1)' } };
    for (const rule of [
      { due: 'end' },
      { due: 'household.end' },
      { items: [{ ...item, due: 'end' }] },
      { items: [{ ...item, due: 'household.end' }] },
    ]) {
      expect(ofRule(rule, { parameters: { end }, facts })).toEqual(['uncovered-day']);
      expect(ofRule({ ...rule, force: { from: '2017-01-01' } }, { parameters: { end }, facts })).toEqual([]);
    }
  });

  it('make of the entity that an item asks a scope: it is there', () => {
    const fibre = leaf('village.hasFibre', 'equal', true);
    const there = leaf('present.village', 'equal', true);
    const [rule] = onePolicy({
      items: [
        { key: 'own', title, when: registered },
        { key: 'fibre', title, asks: 'village', when: fibre },
        { key: 'scoped', title, asks: 'village', scope: registered, when: fibre },
      ],
    }).rules;
    expect(rule?.items).toEqual([
      { key: 'own', when: registered },
      { key: 'fibre', scope: there, when: fibre },
      { key: 'scoped', scope: { all: [there, registered] }, when: fibre },
    ]);
  });

  it('give each item its due date', () => {
    const parameters = { end: tinyParameter('date', '2017-12-31') };
    const dues = ['2017-06-30', 'end', 'household.exitDate'];
    const items = dues.map((due, index) => ({ ...item, key: `i${index}`, due }));
    expect(onePolicy({ items }, { parameters }).rules[0]?.items?.map(({ due }) => due)).toEqual([
      '2017-06-30',
      { parameter: 'end' },
      { fact: 'household.exitDate' },
    ]);
  });

  it('tell of a fault in one item at that item, and go on with the others', () => {
    const faults = placed({
      rules: {
        'tiny.rule.one': tinyRule({
          items: [item, { ...item, key: 'b', due: 'nowhere' }, { ...item, key: 'c', due: 'household.registered' }],
        }),
      },
    });
    expect(faults).toEqual(['unknown-name rules.tiny.rule.one.items.1', 'unknown-name rules.tiny.rule.one.items.2']);
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
