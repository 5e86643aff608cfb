import type { RuleModel } from '@jingzhun/rules';
import { expect, test } from 'vitest';
import { FindingStore } from './finding-store.ts';
import { Sums } from './sums.ts';

const granting = (id: string, comparator: string): RuleModel =>
  ({
    id,
    outcomes: [{ role: 'grant', what: 'aid', value: {}, unit: 'yuan', every: 'year', comparator }],
  }) as unknown as RuleModel;

/** Of findings that each grant 600 yuan a year: the sum they come to. */
function sumOf(...findings: readonly (readonly [comparator: string, status: 'met' | 'unknown'])[]) {
  const store = new FindingStore(findings.map(([comparator], place) => granting(`rule-${place}`, comparator)));
  store.add(
    findings.map(
      ([, status], place) =>
        ({
          rule: `rule-${place}`,
          subject: { entity: 'household' },
          status,
          outcomes: [{ what: 'aid', value: 600 }],
        }) as never,
    ),
  );
  const sums = new Sums(store);
  store.each(0, (rule, status, amounts) => sums.add(rule, status, amounts));
  return sums.list()[0];
}

test('a sum is no more exact than its parts', () => {
  expect(sumOf(['equal', 'met'], ['equal', 'met'])).toEqual({
    unit: 'yuan',
    every: 'year',
    certain: 1200,
    possible: 1200,
    unpriced: 0,
  });
  expect(sumOf(['equal', 'met'], ['at-least', 'met'])).toMatchObject({ certainMeant: 'at-least' });
  expect(sumOf(['approx', 'met'], ['at-least', 'met'])).toMatchObject({ certainMeant: 'approx' });
});

test('what is open makes only what is possible less exact', () => {
  const sum = sumOf(['equal', 'met'], ['approx', 'unknown']);
  expect(sum).toMatchObject({ certain: 600, possible: 1200, possibleMeant: 'approx' });
  expect(sum).not.toHaveProperty('certainMeant');
});
