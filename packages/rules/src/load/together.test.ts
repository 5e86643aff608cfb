import { expect, it } from 'vitest';
import { loadTiny, placed, registered, tinyRule } from '../testing/tiny-policy.ts';
import { applyDraft } from './draft.ts';
import { loadPolicy, sourceOf } from './load.ts';

const rules = { 'tiny.rule.one': tinyRule({ when: registered }), 'tiny.rule.two': tinyRule({ when: registered }) };
const why = { zh: '试', en: 'test' };

it.each(['exclusive', 'successive'])('%s rules are rules of the policy, each once in its group', (key) => {
  const group = (...ids: string[]) => ({ rules, [key]: [{ rules: ids, why }] });
  expect(placed(group('tiny.rule.one', 'tiny.rule.two'))).toEqual([]);
  expect(placed(group('tiny.rule.one', 'tiny.rule.tow'))).toEqual([`unknown-name ${key}.0.rules.1`]);
  expect(placed(group('tiny.rule.one', 'tiny.rule.one'))).toEqual([`duplicate-id ${key}.0.rules.1`]);
});

it('a draft that takes a rule away takes it out of its groups, and leaves no group of one', () => {
  const group = (...names: string[]) => ({ rules: names.map((name) => `tiny.rule.${name}`), why });
  const { files } = loadTiny({
    rules: { ...rules, 'tiny.rule.three': tinyRule({ when: registered }) },
    exclusive: [group('one', 'two'), group('one', 'two', 'three')],
  });
  const draft = { policy: 'tiny-2016', base: '1.0.0', kind: 'correction' as const, changes: [] };
  const without = (id: string) => applyDraft(files, { ...draft, sections: { '1-only': { rules: { [id]: null } } } });
  expect(without('tiny.rule.two').sections['1-only']?.exclusive).toEqual([group('one', 'three')]);
  expect(loadPolicy(sourceOf(without('tiny.rule.one'))).policy.rules).toHaveLength(2);
});
