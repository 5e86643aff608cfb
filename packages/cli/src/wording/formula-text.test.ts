import { fileURLToPath } from 'node:url';
import { loadPolicy } from '@jingzhun/rules/load';
import { describe, expect, it } from 'vitest';
import { readPolicyFolder } from '../policy-folder.ts';
import { conditionText } from './condition-text.ts';
import { formulaText } from './formula-text.ts';
import { PolicyWords } from './policy-words.ts';

const folder = fileURLToPath(new URL('../../test/fixtures/policies/sample-2020', import.meta.url));
const loaded = loadPolicy(readPolicyFolder(folder));
const [zh, en] = [new PolicyWords([loaded], 'zh'), new PolicyWords([loaded], 'en')];

describe('a formula in words', () => {
  it('names parameters by title, facts and codes by label', () => {
    const formula = "if(household.housing.work = 'new-build', studentAid, 2 * studentAid)";
    expect(formulaText(formula, zh, 'household')).toBe('如改造方式为新建则为助学金，否则为2 × 助学金');
    expect(formulaText(formula, en, 'household')).toBe(
      'Student aid if renovation work is new house, else 2 × Student aid',
    );
  });

  it('says days before and after, whatever stands beside them', () => {
    expect(formulaText('household.exitDate < 2018-12-31', zh, 'household')).toBe('脱贫日期早于 2018-12-31');
    expect(formulaText('date.on >= household.exitDate', en, 'household')).toBe(
      'day whose law applies is no earlier than exit date',
    );
  });

  it('counts and adds up in words', () => {
    expect(formulaText('count(household.members, person.registered)', zh, 'household')).toBe(
      '家庭成员中符合“人：建档立卡贫困人口为是”的个数',
    );
    expect(formulaText('round(studentAid / 3, down)', zh)).toBe('（助学金 ÷ 3）（向下舍入）');
  });

  it('says the answer of a yes or no', () => {
    expect(formulaText('not household.registered', zh, 'household')).toBe('建档立卡贫困户为否');
    expect(formulaText('household.registered = false', en, 'household')).toBe('is a registered poor household: no');
    expect(formulaText('given(household.registered)', zh, 'household')).toBe('已填建档立卡贫困户');
  });

  it('takes an entry that is a day as it is, and counts what adds up ones', () => {
    expect(formulaText('latest(household.visitDates, entry, entry <= 2018-01-01)', zh, 'household')).toMatch(
      /^符合“.*”的走访慰问日期中最晚的一个$/,
    );
    expect(formulaText('sum(household.members, 1, person.registered)', en, 'household')).toMatch(
      /^the number of members where “/,
    );
  });

  it('shows a plain amount with its unit, and what is not printed as such', () => {
    expect(formulaText(5000, zh, 'household', 'yuan')).toBe('5,000 元');
    expect(formulaText('45%', en)).toBe('45%');
    expect(formulaText(null, en, 'household', 'persons')).toBe('the document sets no number');
    expect(formulaText(null, en, 'household', 'yuan')).toBe('the document sets no amount');
  });

  it('that is one parameter shows its figure', () => {
    expect(formulaText('studentAid', zh)).toBe('助学金（1,000 元/人·年）');
    expect(formulaText('housingAid', en)).toBe('Housing aid (20,000 yuan/household)');
  });

  it('that cannot be read stands as it is', () => {
    expect(formulaText('1 +', zh)).toBe('1 +');
  });
});

describe('a condition in words', () => {
  it('shows a parameter with its figure, and each figure with the day from which it holds', () => {
    const condition = {
      fact: 'household.perCapitaDisposableIncome',
      operator: 'lessThan' as const,
      value: { parameter: 'line' },
    };
    const quoteSha256 = '0'.repeat(64);
    const figures = (...values: readonly (readonly [string, number])[]) => {
      const parameters = {
        line: {
          title: { zh: '贫困线', en: 'Poverty line' },
          unit: 'yuan/person/year',
          values: values.map(([from, value]) => ({ from, value, quoteSha256 })),
        },
      };
      const section = { ...loaded.files.sections['1-aid'], parameters } as never;
      return new PolicyWords([{ ...loaded, files: { ...loaded.files, sections: { '1-aid': section } } }], 'zh');
    };
    expect(conditionText(condition, figures(['2020-01-01', 3500]), 'household')).toBe(
      '人均可支配收入低于贫困线（3,500 元/人·年）',
    );
    expect(conditionText(condition, figures(['2020-01-01', 3500], ['2021-01-01', 4000]), 'household')).toBe(
      '人均可支配收入低于贫困线（自 2020-01-01 起 3,500 元/人·年；自 2021-01-01 起 4,000 元/人·年）',
    );
  });

  it('joins its parts, with brackets around groups', () => {
    const condition = {
      all: [
        { fact: 'household.registered', operator: 'equal' as const, value: true },
        {
          any: [
            { fact: 'household.perCapitaDisposableIncome', operator: 'lessThan' as const, value: 4000 },
            { not: { fact: 'household.exitDate', operator: 'greaterThan' as const, value: '2018-01-01' } },
          ],
        },
      ],
    };
    expect(conditionText(condition, zh, 'household')).toBe(
      '“建档立卡贫困户”为是 且 （人均可支配收入低于 4,000 元/人·年 或 （并非脱贫日期晚于 2018-01-01））',
    );
  });
});
