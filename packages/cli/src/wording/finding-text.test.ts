import type { RuleFinding } from '@jingzhun/rules';
import { expect, it } from 'vitest';
import type { Language } from '../language.ts';
import { embedded } from '../policies.gen.ts';
import { whyText } from './finding-text.ts';
import { Labels } from './labels.ts';

const huadu = embedded['huadu-2016'] as (typeof embedded)[string];
const [policy, text] = [await huadu.policy(), await huadu.text()];

it.each<[Language, object, string]>([
  [
    'zh',
    { fact: 'household.exitDate', operator: 'lessThanInclusive', value: '2016-10-31', actual: '2016-11-05' },
    '须脱贫日期不晚于 2016-10-31（现为 2016-11-05）',
  ],
  [
    'en',
    { fact: 'household.exitDate', operator: 'greaterThan', value: '2016-10-31', actual: null },
    'needs: exit date is after 2016-10-31 (is unknown)',
  ],
  [
    'zh',
    { fact: 'household.memberCount', operator: 'lessThanInclusive', value: 3, actual: 4 },
    '须家庭人口数不高于 3 人（现为 4 人）',
  ],
])('%s: what has to be otherwise is said of days as of days: %j', (language, change, said) => {
  const subject = { entity: 'household', id: null };
  const finding = { status: 'unmet', subject, eligibleIf: [change] } as unknown as RuleFinding;
  expect(whyText(finding, new Labels(policy, text, language))).toBe(said);
});
