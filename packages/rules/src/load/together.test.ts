import { expect, it } from 'vitest';
import { placed, registered, tinyRule } from '../testing/tiny-policy.ts';

const rules = { 'tiny.rule.one': tinyRule({ when: registered }), 'tiny.rule.two': tinyRule({ when: registered }) };
const why = { zh: '试', en: 'test' };

it.each(['exclusive', 'successive'])('%s rules are rules of the policy, each once in its group', (key) => {
  const group = (...ids: string[]) => ({ rules, [key]: [{ rules: ids, why }] });
  expect(placed(group('tiny.rule.one', 'tiny.rule.two'))).toEqual([]);
  expect(placed(group('tiny.rule.one', 'tiny.rule.tow'))).toEqual([`unknown-name ${key}.0.rules.1`]);
  expect(placed(group('tiny.rule.one', 'tiny.rule.one'))).toEqual([`duplicate-id ${key}.0.rules.1`]);
});
