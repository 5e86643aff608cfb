import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPolicy, type PolicyFiles, sourceOf } from '@jingzhun/rules/load';
import { describe, expect, test } from 'vitest';
import type { Outline } from './condition-outline.ts';
import { figureOf } from './figure.ts';
import type { FormulaLine } from './formula-lines.ts';
import { PolicyVoice } from './policy-voice.ts';
import { type ProvisionView, provisionView } from './provision-view.ts';
import { provisionsOf, type Release } from './release.ts';
import { regimesOf } from './timeline-view.ts';

const folder = join(import.meta.dirname, '../../../packages/rules/policies');
const ids = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const filesOf = (id: string, version: string): PolicyFiles =>
  JSON.parse(readFileSync(join(folder, id, 'releases', `${version}.json`), 'utf8'));

function released(files: PolicyFiles): Release {
  const loaded = loadPolicy(sourceOf(files));
  return { ...loaded, version: loaded.policy.release, all: [] };
}

const newest = (id: string): string =>
  readdirSync(join(folder, id, 'releases'))
    .map((name) => name.replace('.json', ''))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1) ?? '';

const flat = (outline: Outline | undefined): string[] =>
  outline === undefined
    ? []
    : 'group' in outline
      ? outline.of.flatMap(flat)
      : [outline.whose === undefined ? outline.text : `[${outline.whose}] ${outline.text}`];

const linesOf = (line: FormulaLine | undefined): string[] =>
  line === undefined ? [] : [line.text, ...(line.of ?? []).flatMap(linesOf)];

function wordsOf({ versions }: ProvisionView): string[] {
  return versions.flatMap(({ scope, when, delivered, due = '', items, outcomes, figures }) => [
    ...[scope, when, delivered].flatMap(flat),
    due,
    ...items.flatMap((item) => [item.title ?? '', item.due ?? '', ...flat(item.scope), ...flat(item.when)]),
    ...outcomes.flatMap((each) => [each.title ?? '', each.amount, each.actual ?? '', ...flat(each.when)]),
    ...outcomes.flatMap((each) => [each.amountLines, each.actualLines].flatMap(linesOf)),
    ...figures.flatMap(({ title, formula = '', values }) => [title, formula, ...values.map(({ value }) => value)]),
  ]);
}

describe.each(ids)('%s', (id) => {
  const release = released(filesOf(id, newest(id)));

  test.each(['zh', 'en'] as const)('every rule is put into words, in %s', (language) => {
    const voice = new PolicyVoice(release, language);
    const texts = provisionsOf(release.text).flatMap((text) => wordsOf(provisionView(text, release, voice)));
    const regimes = regimesOf(release, voice);
    const facts = Object.values(release.files.sections).flatMap((section) => Object.entries(section.facts ?? {}));
    const derived = facts.flatMap(([name, { formula, unit }]) =>
      linesOf(voice.lines(formula, name.split('.')[0] ?? '', unit)),
    );
    const all = [...texts, ...derived, ...regimes.flatMap(({ begun, changes }) => [...begun.named, ...changes])];
    // Names of facts, parameters and functions, and gaps that nothing filled.
    const raw = /\b(?!kW)[a-z]+[A-Z]\w*|\b[a-z]+\.[a-z]\w*|undefined|\{\w+\}|NaN/;
    expect(all.filter((text) => raw.test(text))).toEqual([]);
    if (language === 'zh') expect(all.filter((text) => /[A-Za-z]{3,}/.test(text))).toEqual([]);
  });

  test.each(['zh', 'en'] as const)('no item tells its title again as its condition, in %s', (language) => {
    const voice = new PolicyVoice(release, language);
    const items = provisionsOf(release.text).flatMap((text) => {
      const { versions } = provisionView(text, release, voice);
      return versions.flatMap((version) => version.items);
    });
    const again = items.flatMap(({ title, when }) =>
      title !== undefined && when !== undefined && 'text' in when && when.text.startsWith(title) ? [when.text] : [],
    );
    expect(again).toEqual([]);
    expect(items.filter(({ title, when }) => title === undefined && when === undefined)).toEqual([]);
  });

  test('a sum of money that is required has the unit in which the condition and the figure have it', () => {
    const voice = new PolicyVoice(release, 'zh');
    const several = provisionsOf(release.text).flatMap((text) =>
      provisionView(text, release, voice).versions.flatMap(({ when, outcomes, figures }) => {
        const required = outcomes.filter(({ role }) => role === 'require').map(({ amount }) => amount);
        const values = figures.flatMap(({ values: dated }) => dated.map(({ value }) => value));
        const sums = [...required, ...values, ...flat(when)].join(' ').match(/[\d,]+ 元[^\s（]*/g) ?? [];
        const numbers = new Set(sums).size - new Set(sums.map((sum) => sum.split(' ')[0])).size;
        return numbers === 0 ? [] : [[text.id, ...sums]];
      }),
    );
    expect(several).toEqual([]);
  });

  test('every rule says what it asks or gives', () => {
    const voice = new PolicyVoice(release, 'zh');
    const silent = provisionsOf(release.text)
      .filter(({ computable }) => computable !== 'none')
      .filter((text) => wordsOf(provisionView(text, release, voice)).join('') === '');
    expect(silent).toEqual([]);
  });
});

describe('a policy that a later document amended', () => {
  const source = filesOf('ruyuan-2016', '1.0.0');
  const section = source.sections['2-1-4-education'];
  if (section === undefined) throw new ReferenceError('the section is not there');
  const rule = section.rules?.['ruyuan.education-aid.preschool'];
  const aid = section.parameters?.preschoolAid;
  if (rule === undefined || aid === undefined || !('values' in aid)) throw new ReferenceError('the rule is not there');
  const amendedBy = { document: '甲发〔2017〕1号', clause: '二' };
  const quoteSha256 = 'a'.repeat(64);
  const amended: PolicyFiles = {
    ...source,
    sections: {
      ...source.sections,
      '2-1-4-education': {
        ...section,
        parameters: {
          ...section.parameters,
          preschoolAid: {
            ...aid,
            values: [...aid.values, { from: '2017-09-01', value: 1200, amendedBy, quoteSha256 }],
          },
        },
        rules: {
          ...section.rules,
          'ruyuan.education-aid.preschool': {
            ...rule,
            amended: [
              {
                from: '2018-01-01',
                when: { fact: 'person.schoolStage', operator: 'equal', value: 'preschool' },
                amendedBy,
                quoteSha256,
              },
            ],
          },
        },
      },
    },
  };
  const release = released(amended);
  const voice = new PolicyVoice(release, 'zh');
  const text = provisionsOf(release.text).find(({ id }) => id === 'ruyuan.education-aid.preschool');
  if (text === undefined) throw new ReferenceError('the provision is not there');
  const { versions } = provisionView(text, release, voice);

  test('reads in versions, each with its days and the document that made it so', () => {
    expect(versions.map(({ force }) => force)).toEqual(['2016-11-29 至 2017-12-31', '2018-01-01 至 2018-12-31']);
    expect(versions.map((version) => version.amendedBy)).toEqual([undefined, amendedBy]);
    expect(versions.map(({ quotes }) => quotes)).toEqual([[], [quoteSha256]]);
    expect(flat(versions[0]?.when)).toHaveLength(3);
    expect(flat(versions[1]?.when)).toEqual(['在读学段为“学前教育”']);
  });

  test('names a figure that changed instead of one of its values, and lists them by date', () => {
    expect(versions[0]?.outcomes[0]?.amount).toBe('学前教育助学金（每人、每年）');
    expect(versions[0]?.figures).toEqual([
      {
        title: '学前教育助学金',
        values: [
          { value: '1,000 元/人·年', force: '2016-11-29 至 2017-08-31' },
          { value: '1,200 元/人·年', force: '2017-09-01 起', amendedBy, quotes: [quoteSha256] },
        ],
      },
    ]);
  });

  test('the timeline has the days on which it changes', () => {
    const changes = regimesOf(release, voice).map(({ span, changes: each }) => `${span} ${each.join()}`);
    expect(changes).toContain('2017-09-01 至 2017-12-31 学前教育助学金：1,000 元/人·年 → 1,200 元/人·年');
    expect(changes.find((each) => each.startsWith('2018-01-01'))).toContain('学前教育助学金：写法有变');
  });
});

test('a figure that the document does not set is called an amount only where it is money', () => {
  const voice = new PolicyVoice(released(filesOf('huadu-2016', newest('huadu-2016'))), 'zh');
  const amounts = ['yuan', 'yuan/month', 'items', undefined].map((unit) => voice.unset(unit));
  expect(amounts).toEqual(['文件没有定金额', '文件没有定金额', '文件没有定数', '文件没有定数']);
});

test('what has no number says so once, and a time limit that is missing is no number', () => {
  const release = released(filesOf('huadu-2016', newest('huadu-2016')));
  const outcomesOf = (id: string, language: 'zh' | 'en'): readonly string[] => {
    const text = provisionsOf(release.text).find((each) => each.id === id);
    const views = text === undefined ? [] : provisionView(text, release, new PolicyVoice(release, language)).versions;
    return views.flatMap(({ outcomes }) => outcomes.map(({ title, amount }) => `${title}: ${amount}`));
  };
  expect(outcomesOf('huadu.entitlement.eco-jobs', 'zh')).toContain('生态岗位: 文件没有定数');
  expect(outcomesOf('huadu.entitlement.eco-jobs', 'en')).toContain('Posts: the document sets no number');
  const limit = { zh: '整改期限', en: 'Time limit to correct' };
  expect(new PolicyVoice(release, 'zh').unset(undefined, limit)).toBe('文件没有定期限');
  expect(new PolicyVoice(release, 'en').unset(undefined, limit)).toBe('the document sets no time limit');
});

test('what is done one time is done once, and things are counted by their own word', () => {
  const release = released(filesOf('huadu-2016', newest('huadu-2016')));
  const visits = { fact: 'household.visitCount', operator: 'greaterThanInclusive', value: 1 } as const;
  expect(new PolicyVoice(release, 'en').leaf(visits, 'household')).toMatch(/: at least once$/);
  const skills = { fact: 'person.skillCount', operator: 'greaterThanInclusive', value: 1 } as const;
  expect(new PolicyVoice(release, 'zh').leaf(skills, 'person')).toBe('掌握技能（项数）不少于 1 项');
  expect(new PolicyVoice(release, 'zh').formula('person.skillCount > 0', 'person')).toBe('掌握技能（项数）至少 1 项');
});

test('a figure that follows from others is said with what comes of it', () => {
  const huadu = released(filesOf('huadu-2016', newest('huadu-2016')));
  expect(figureOf('dibaoStandardOfYear', new PolicyVoice(huadu, 'zh')).formula).toMatch(
    /^12 个月\/年 × .* = 10,080 元\//,
  );
  const ruyuan = released(filesOf('ruyuan-2016', newest('ruyuan-2016')));
  expect(figureOf('microloanTerm', new PolicyVoice(ruyuan, 'en')).formula).toMatch(/ × 12 months\/year = 36 months$/);
  expect(figureOf('returnNeeded', new PolicyVoice(ruyuan, 'zh')).formula).toMatch(/^（.*，四舍五入到 0\.01%） = 10%/);
});

test('a name with a verb is answered by yes, that of a thing by whether it is there', () => {
  const outcomesOf = (id: string, rule: string): readonly string[] => {
    const release = released(filesOf(id, newest(id)));
    const text = provisionsOf(release.text).find((each) => each.id === rule);
    const views = text === undefined ? [] : provisionView(text, release, new PolicyVoice(release, 'zh')).versions;
    return views.flatMap(({ outcomes }) => outcomes.map(({ title, amount }) => `${title}：${amount}`));
  };
  expect(outcomesOf('sichuan-2014', 'sichuan.process.implementation-rules')).toContain('有实施细则：是');
  expect(outcomesOf('hubei-2016', 'hubei.exit.culture-room-and-clinic')).toContain('标准卫生室：有');
});

test('what a list of duties names begins a line', () => {
  const release = released(filesOf('sichuan-2014', newest('sichuan-2014')));
  const text = provisionsOf(release.text).find(({ id }) => id === 'sichuan.responsibility.city');
  if (text === undefined) throw new ReferenceError('the provision is not there');
  const { items = [] } = provisionView(text, release, new PolicyVoice(release, 'en')).versions[0] ?? {};
  expect(items[0]?.title).toBe('Detailed rules drawn up');
});

test('all of a whole is the whole', () => {
  const release = released(filesOf('huadu-2016', newest('huadu-2016')));
  const text = provisionsOf(release.text).find(({ id }) => id === 'huadu.deadline.goals-2016');
  if (text === undefined) throw new ReferenceError('the provision is not there');
  const { outcomes = [] } = provisionView(text, release, new PolicyVoice(release, 'zh')).versions[0] ?? {};
  expect(outcomes.map(({ amount }) => amount)).toContain('100%');
});

test('what the unit of a figure does not say is said in words', () => {
  const release = released(filesOf('huadu-2016', newest('huadu-2016')));
  const text = provisionsOf(release.text).find(({ id }) => id === 'huadu.exit.village-collective-300k');
  if (text === undefined) throw new ReferenceError('the provision is not there');
  const required = (language: 'zh' | 'en'): string | undefined =>
    provisionView(text, release, new PolicyVoice(release, language)).versions[0]?.outcomes[0]?.amount;
  expect(required('zh')).toBe('不少于 300,000 元/年（每村）');
  expect(required('en')).toBe('at least ¥300,000 per year (per village)');
});
