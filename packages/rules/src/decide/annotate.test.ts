import type { Case } from '@jingzhun/schemas';
import { expect, it } from 'vitest';
import { day, leaf, loadTiny, tinyRule, title } from '../testing/tiny-policy.ts';
import { annotate } from './annotate.ts';
import { decide } from './decide.ts';

const anomaly = { zh: '两处数字不同', en: 'two numbers differ' };

it('findings are told with the title of their rule and the anomalies of its clause, where there are any', () => {
  const when = leaf('household.memberCount', 'equal', 3);
  const { policy, text } = loadTiny({
    rules: { 'tiny.rule.one': tinyRule({ when }), 'tiny.rule.two': tinyRule({ when, anomalies: [anomaly] }) },
  });
  const decision = decide(policy, { household: { memberCount: 3, members: [] } } as unknown as Case, { on: day });
  const [one, two, contradiction, ...others] = annotate(decision, text).findings;
  expect(one).toStrictEqual({ ...decision.findings[0], title });
  expect(two).toStrictEqual({ ...decision.findings[1], title, anomalies: [anomaly] });
  // A contradiction of the case is of no clause.
  expect(contradiction).toStrictEqual(decision.findings[2]);
  expect(contradiction?.kind).toBe('contradiction');
  expect(others).toEqual([]);
  expect(annotate(decision, text)).toMatchObject({ on: day, policy: { id: 'tiny-2016' } });
});
