import { describe, expect, it } from 'vitest';
import { regimeOn } from '../compile/regime.ts';
import { open } from '../decide/question.ts';
import { leaf, onePolicy, title } from '../testing/tiny-policy.ts';
import { dialects } from './dialects.ts';
import type { Facts } from './options.ts';
import { Plan } from './plan.ts';
import { namesFor } from './side.ts';
import { slotSql } from './slot.ts';
import type { SlotSql } from './slot-sql.ts';
import { thresholdsOf } from './thresholds.ts';

// What a table sees of the first fact that a condition asks: classes, in the order in which conditions tell them apart.

const fundCount = { title, unit: '1', formula: "count(village.measures, measure.kind = 'funds')" };
const funds = (...kinds: readonly (string | undefined)[]): Facts =>
  ({ village: { measures: kinds.map((kind) => (kind === undefined ? {} : { kind })) } }) as never;
/** Below 1, 1 or 2, above 2. */
const counted = { any: ['lessThan', 'greaterThan'].map((op, place) => leaf('village.fundCount', op, place + 1)) };

function seen(when: object, facts: Facts = {}): SlotSql {
  const on = '2017-06-15';
  const policy = onePolicy({ when }, { facts: { 'village.fundCount': fundCount } });
  const regime = regimeOn(policy, on);
  const opened = open(policy, { ...facts, household: {} }, { on, assessedOn: on });
  const plan = new Plan(regime, dialects.duckdb, opened, namesFor([policy]), '');
  const [first] = thresholdsOf(regime);
  if (first === undefined) throw new Error('nothing is asked');
  return slotSql(first[0], plan.place('household', 'one'), plan, first[1]);
}

/** Of each class by itself, then of none and of all: is it in, can it be? */
function told(slot: SlotSql, count: number): string[] {
  const each = Array.from({ length: count }, (_, place) => place + 1);
  return [...each.map((code) => [code]), [], each].map((codes) => {
    const classes = new Set(codes);
    return `${slot.isIn(classes)} | ${slot.mayBeIn(classes)}`;
  });
}

describe('what is the same in every row', () => {
  it.each<[string, Facts, readonly (readonly number[])[], string[]]>([
    [
      'known',
      funds('funds', 'industry'),
      [],
      ['FALSE | FALSE', 'TRUE | TRUE', 'FALSE | FALSE', 'FALSE | FALSE', 'TRUE | TRUE'],
    ],
    ['unknown', {}, [], ['NULL | TRUE', 'NULL | TRUE', 'NULL | TRUE', 'FALSE | FALSE', 'TRUE | TRUE']],
    [
      'known in part',
      funds('funds', undefined, undefined),
      [[2, 3]],
      ['FALSE | FALSE', 'NULL | TRUE', 'NULL | TRUE', 'FALSE | FALSE', 'TRUE | TRUE'],
    ],
    [
      'as good as known',
      funds('funds', undefined),
      [],
      ['FALSE | FALSE', 'TRUE | TRUE', 'FALSE | FALSE', 'FALSE | FALSE', 'TRUE | TRUE'],
    ],
    [
      'as good as unknown',
      funds(undefined, undefined, undefined),
      [],
      ['NULL | TRUE', 'NULL | TRUE', 'NULL | TRUE', 'FALSE | FALSE', 'TRUE | TRUE'],
    ],
  ])('is %s', (_, facts, ranges, answers) => {
    const slot = seen(counted, facts);
    expect(told(slot, 3)).toEqual(answers);
    expect(slot.ranges.map((range) => [...range])).toEqual(ranges);
    expect(slot.ranged).toBe(ranges.length > 0);
  });
});

describe('what a row tells', () => {
  it('of a truth', () => {
    const slot = seen(leaf('household.rural', 'equal', true));
    expect(told(slot, 2)).toEqual([
      'rural | coalesce(rural, TRUE)',
      'NOT rural | coalesce(NOT rural, TRUE)',
      'FALSE | FALSE',
      'TRUE | TRUE',
    ]);
    expect([slot.ranged, slot.ranges]).toEqual([false, []]);
  });

  it('of a code', () => {
    const slot = seen({ any: [leaf('household.type', 'equal', 'dibao'), leaf('household.type', 'equal', 'wubao')] });
    expect(told(slot, 5).slice(0, 1)).toEqual(["type = 'general' | coalesce(type = 'general', TRUE)"]);
    expect(told(slot, 5).slice(-2)).toEqual(['FALSE | FALSE', 'TRUE | TRUE']);
    expect([slot.ranged, slot.ranges]).toEqual([false, []]);
  });

  it('of a text: those that conditions name, and all others', () => {
    const slot = seen({ any: [leaf('household.gridCell', 'equal', 'a'), leaf('household.gridCell', 'equal', 'b')] });
    expect(told(slot, 3)).toEqual([
      "grid_cell = 'a' | coalesce(grid_cell = 'a', TRUE)",
      "grid_cell = 'b' | coalesce(grid_cell = 'b', TRUE)",
      "grid_cell NOT IN ('a', 'b') | coalesce(grid_cell NOT IN ('a', 'b'), TRUE)",
      'FALSE | FALSE',
      'TRUE | TRUE',
    ]);
  });
});
