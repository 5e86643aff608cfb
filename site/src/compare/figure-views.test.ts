import { loadPolicy, type PolicyFiles, sourceOf } from '@jingzhun/rules/load';
import { expect, test } from 'vitest';
import { languages } from '../language.ts';
import { figureOf } from '../policies/figure.ts';
import { inMeasure } from '../policies/in-measure.ts';
import { outcomesOf } from '../policies/outcome-view.ts';
import { releasedFiles } from '../policies/released-files.ts';
import { conditionText, differenceLine } from './difference-lines.ts';
import { figureViews } from './figure-views.ts';
import { Voices } from './voices.ts';

const policies = await Promise.all(
  [...releasedFiles.values()].map(async (releases) => {
    const files = [...releases.values()].at(-1) as () => Promise<PolicyFiles>;
    return loadPolicy(sourceOf(await files()));
  }),
);

test.each(languages)('a figure is named without its value, which stands beside it, in %s', (language) => {
  let ends = 0;
  for (const policy of policies) {
    for (const { title, values } of figureViews(policy, '2017-09-01', new Voices(policy, policy, language))) {
      const [first] = values;
      expect(title.endsWith(` ${first?.shown}`), title).toBe(false);
      if (title.endsWith('…')) ends += 1;
    }
  }
  expect(ends).toBeGreaterThan(10);
});

test('a long formula that differs stands in lines, as on the page of its policy', () => {
  const [policy] = policies as [(typeof policies)[number]];
  const voices = new Voices(policy, policy, 'zh');
  const formula =
    'if(household.memberCount > 3, 1, if(household.memberCount > 2, 2, if(household.memberCount > 1, 3, 4)))';
  const { after } = differenceLine(
    {
      of: 'fact',
      name: 'household.x',
      part: ['formula'],
      change: 'changed',
      bears: 'meaning',
      after: formula,
    } as never,
    voices,
  );
  expect(after).toEqual(voices.after.lines(formula, 'household'));
  expect(after?.of?.length).toBe(4);
});

test('what is named on one side and written out on the other is told to read the same, once', () => {
  const [policy] = policies as [(typeof policies)[number]];
  const voices = new Voices(policy, policy, 'zh');
  const leaf = { fact: 'household.registered', operator: 'equal', value: true };
  const line = differenceLine(
    {
      of: 'rule',
      name: 'x',
      part: ['when'],
      change: 'changed',
      bears: 'meaning',
      before: leaf,
      after: { all: [leaf] },
    } as never,
    voices,
  );
  expect(line).toEqual({ what: '条件', note: '换了写法，读来相同' });
});

test('an item is told by its own title, also where an outcome has the same short name', () => {
  const loaded = policies.find(({ policy }) => policy.id === 'huadu-2016') as (typeof policies)[number];
  const voices = new Voices(loaded, loaded, 'zh');
  const id = 'huadu.deadline.inspection-window';
  expect(voices.partOf(id, 'from', 'items')).not.toBe(voices.partOf(id, 'from', 'require'));
});

test.each(languages)('a figure, and what a new rule gives, read as on the page of the policy, in %s', (language) => {
  for (const policy of policies) {
    const voices = new Voices(policy, policy, language);
    for (const { of, name, path, title, unit, values } of figureViews(policy, '2017-09-01', voices)) {
      if (of === 'parameter' && path.length === 0)
        expect(values.map(({ shown }) => shown)).toEqual(figureOf(name, voices.after).values.map(({ value }) => value));
      if (unit === '个') expect(inMeasure('1 个', title, language)).toBe('1 个');
    }
    for (const { id } of policy.policy.rules) {
      const after = voices.ruleFile(id) as NonNullable<ReturnType<Voices['ruleFile']>>;
      const added = { of: 'rule', name: id, part: [], change: 'added', bears: 'meaning', after } as never;
      const said = differenceLine(added, voices).after?.text;
      for (const { amount } of outcomesOf(after, { outcomes: {} }, voices.after, voices.about(id)))
        expect(said).toContain(amount);
    }
  }
});

test('a group within one of its own kind has no brackets, nor has what must not be two pairs', () => {
  const [policy] = policies as [(typeof policies)[number]];
  const voices = new Voices(policy, policy, 'zh');
  const is = (fact: string): object => ({ fact: `household.${fact}`, operator: 'equal', value: true });
  const all = { all: [is('a'), is('b')] };
  const text = (condition: object): string => conditionText(condition as never, voices.after, voices, 'household');
  expect(text({ all: [all, is('c')] })).not.toContain('（');
  expect(text({ any: [all, is('c')] }).match(/（/g)).toHaveLength(1);
  expect(text({ all: [{ not: all }, is('c')] }).match(/（/g)).toHaveLength(1);
});
