import { describe, expect, it } from 'vitest';
import {
  leaf,
  loadTiny,
  quoteSha256,
  registered,
  tinyListed,
  tinyParameter,
  tinyRule,
  title,
} from '../testing/tiny-policy.ts';
import { compare } from './compare.ts';
import type { Difference } from './comparison.ts';
import { touchedBy } from './touched-by.ts';

type Data = Readonly<Record<string, unknown>>;

const other = '9'.repeat(64);
const amendedBy = { document: '试〔2018〕1号', clause: '二' };
const values = (...list: (readonly [from: string, value: unknown, more?: Data])[]): Data => ({
  values: list.map(([from, value, more]) => ({ from, value, quoteSha256, ...more })),
});
const grant = (amount: unknown): Data => ({ what: 'aid', amount, unit: 'yuan' });

/** The differences of two policies of one section. */
function between(before: Data, after: Data, on: { before?: string; after?: string } = {}): readonly Difference[] {
  return compare({ ...loadTiny(before), on: on.before }, { ...loadTiny(after), on: on.after }).differences;
}

const brief = ({ of, name, change, part, from, to, before, after }: Difference): unknown[] => [
  `${of} ${name} ${change} ${part.join('.')}`.trim(),
  `${from ?? ''}–${to ?? ''}`,
  before,
  after,
];

const aid = (parameter: Data, rule: Data = {}): Data => ({
  parameters: { amount: tinyParameter('yuan', 1000, parameter) },
  rules: { 'tiny.rule.one': tinyRule({ when: registered, grant: grant('amount'), ...rule }) },
});

describe('a parameter', () => {
  it('differs in its value from a day on, with the clause, the amending document and the rules that use it', () => {
    const [value, ...rest] = between(aid({}), aid(values(['2016-01-01', 1000], ['2018-01-01', 1200, { amendedBy }])));
    expect(value).toMatchObject({
      of: 'parameter',
      name: 'amount',
      change: 'changed',
      bears: 'meaning',
      part: ['value'],
      before: 1000,
      after: 1200,
      from: '2018-01-01',
      clause: '一',
      amendedBy,
      usedBy: ['tiny.rule.one'],
      section: '1-only',
      path: ['parameters', 'amount', 'values', 1, 'value'],
    });
    expect(value).not.toHaveProperty('to');
    expect(rest.map(({ bears }) => bears)).toEqual(['citation']);
  });

  it('differs between two days where only a middle period does', () => {
    const three = (middle: number) => values(['2016-01-01', 1], ['2017-01-01', middle], ['2018-01-01', 3]);
    expect(between(aid(three(2)), aid(three(5))).map(brief)).toEqual([
      ['parameter amount changed value', '2017-01-01–2017-12-31', 2, 5],
    ]);
  });

  it('differs on the days by which a period was shifted', () => {
    const step = (day: string) => aid(values(['2016-01-01', 1], [day, 2]));
    expect(between(step('2017-01-01'), step('2017-03-01')).map(brief)).toEqual([
      ['parameter amount changed value', '2017-01-01–2017-02-28', 2, 1],
    ]);
  });

  it('differs code by code where it is a table', () => {
    const table = (primary: number, more: Data = {}) => ({
      parameters: {
        amount: tinyParameter('yuan', { primary, preschool: 5, ...more }, { by: 'person.schoolStage' }),
      },
    });
    expect(between(table(1), table(2, { undergraduate: 9 })).map(brief)).toEqual([
      ['parameter amount changed value.primary', '2016-01-01–', 1, 2],
      ['parameter amount added value.undergraduate', '2016-01-01–', undefined, 9],
    ]);
  });

  it('written in more periods of the same value is the same, and told to be written otherwise', () => {
    expect(between(aid({}), aid(values(['2016-01-01', 1000], ['2017-01-01', 1000])))).toMatchObject([
      { of: 'parameter', change: 'rewritten', bears: 'text', part: ['values'] },
    ]);
  });

  it('names the rules that use it through derived parameters, facts and named conditions, and no others', () => {
    const section = (value: number): Data => ({
      parameters: {
        base: tinyParameter('yuan', value),
        twice: { title, unit: 'yuan', derived: true, formula: '2 * base' },
      },
      facts: { 'household.short': { title, unit: 'yuan', formula: 'twice - base' } },
      conditions: { poor: leaf('household.short', 'lessThan', 9) },
      rules: {
        'tiny.by.derived': tinyRule({ when: registered, grant: grant('twice') }),
        'tiny.by.condition': tinyRule({ when: { all: [registered, { condition: 'poor' }] } }),
        'tiny.by.none': tinyRule({ when: registered }),
      },
    });
    expect(between(section(1), section(2))[0]?.usedBy).toEqual(['tiny.by.derived', 'tiny.by.condition']);
  });
});

describe('a rule', () => {
  const rule = (change: Data): Data => ({ rules: { 'tiny.rule.one': tinyRule({ when: registered, ...change }) } });

  it('is added and removed as a whole', () => {
    const two = { rules: { ...(rule({}).rules as Data), 'tiny.rule.two': tinyRule({ when: registered }) } };
    expect(between(rule({}), two)).toMatchObject([
      { of: 'rule', name: 'tiny.rule.two', change: 'added', part: [], side: 'after', path: ['rules', 'tiny.rule.two'] },
    ]);
    expect(between(two, rule({}))).toMatchObject([{ name: 'tiny.rule.two', change: 'removed', side: 'before' }]);
  });

  it('differs in outcomes and items by name, whatever their order', () => {
    const item = (key: string, fact: string) => ({ key, title, when: leaf(fact, 'equal', true) });
    const [plan, dibao] = [item('plan', 'household.registered'), item('dibao', 'household.inDibao')];
    const before = rule({ when: undefined, items: [plan, dibao], grant: [grant(1)] });
    const after = rule({
      when: undefined,
      items: [dibao, { ...plan, when: leaf('household.registered', 'equal', false) }],
      grant: [grant(2), { ...grant(3), what: 'more' }],
    });
    expect(between(before, after).map(({ change, part }) => `${change} ${part.join('.')}`)).toEqual([
      'changed items.plan.when',
      'moved items',
      'changed grant.aid.amount',
      'added grant.more',
    ]);
  });

  it('that was amended is compared version by version: the change says from when to when', () => {
    const amended = (...list: (readonly [from: string, amount: number])[]) =>
      rule({
        grant: grant(1),
        amended: list.map(([from, amount]) => ({ from, grant: grant(amount), amendedBy, quoteSha256: other })),
      });
    const differences = between(amended(['2018-01-01', 4]), amended(['2017-01-01', 3], ['2018-01-01', 4]));
    expect(differences.filter(({ bears }) => bears === 'meaning')).toMatchObject([
      {
        part: ['grant', 'aid', 'amount'],
        before: 1,
        after: 3,
        from: '2017-01-01',
        to: '2017-12-31',
        amendedBy,
        path: ['rules', 'tiny.rule.one', 'amended', 0, 'grant', 'amount'],
      },
    ]);
  });

  it('that differs in what no amendment touches differs at all times', () => {
    const scope = (fact: string) =>
      rule({
        scope: leaf(fact, 'equal', true),
        amended: [{ from: '2017-01-01', grant: grant(3), amendedBy, quoteSha256 }],
      });
    const [first, ...rest] = between(scope('household.registered'), scope('household.inDibao'));
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ part: ['scope'], path: ['rules', 'tiny.rule.one', 'scope'] });
    expect([first?.from, first?.to]).toEqual([undefined, undefined]);
  });

  it('differs in the days of its force, stated or taken from the policy', () => {
    expect(between(rule({}), rule({ force: { from: '2017-01-01' } }))).toMatchObject([
      {
        part: ['force'],
        before: { from: '2016-01-01', to: '2018-12-31' },
        after: { from: '2017-01-01', to: '2018-12-31' },
      },
    ]);
  });

  it('differs in text where nothing decides, and is told apart', () => {
    const differences = between(rule({}), rule({ reading: title, quoteSha256: other, title: { zh: '新', en: 'new' } }));
    expect(differences.map(({ part, bears }) => [part[0], bears])).toEqual([
      ['title', 'text'],
      ['reading', 'text'],
      ['quoteSha256', 'citation'],
    ]);
  });

  it('that is no longer computed leaves the rules and enters what is listed', () => {
    const [rules, listed] = [rule({}), { listed: { 'tiny.rule.one': tinyListed['tiny.rule.two'] } }];
    expect(
      between(rules, listed)
        .map(brief)
        .map(([what]) => what),
    ).toEqual(['rule tiny.rule.one removed', 'listed tiny.rule.one added']);
  });
});

describe('a policy', () => {
  const one = { rules: { 'tiny.rule.one': tinyRule({ when: registered }) } };

  it('differs in its force for the rules that state none of their own', () => {
    const loaded = (to: string) =>
      loadTiny(
        {
          rules: {
            ...one.rules,
            'tiny.rule.own': tinyRule({ when: registered, force: { from: '2017-01-01', to: null } }),
          },
        },
        { force: { from: '2016-01-01', to } },
      );
    const comparison = compare(loaded('2018-12-31'), loaded('2019-12-31'));
    expect(comparison.differences).toMatchObject([
      {
        of: 'document',
        part: ['force'],
        bears: 'meaning',
        usedBy: ['tiny.rule.one'],
        section: 'policy',
        path: ['force'],
      },
    ]);
    expect([...touchedBy(comparison).keys()]).toEqual(['tiny.rule.one']);
  });

  it('is named with release and digest, of the side or taken from the files', () => {
    const loaded = loadTiny(one);
    const { before, after } = compare(loaded, { files: loaded.files });
    expect(before).toEqual(after);
    expect(before).toMatchObject({ policy: 'tiny-2016', release: '1.0.0', digest: loaded.policy.digest });
  });

  it('differs in the order of its provisions, which is the order of findings', () => {
    const rules = {
      a: ['tiny.rule.a', tinyRule({ when: registered })],
      b: ['tiny.rule.b', tinyRule({ when: registered })],
    } as const;
    const inOrder = (...names: ('a' | 'b')[]) => ({ rules: Object.fromEntries(names.map((name) => rules[name])) });
    expect(between(inOrder('a', 'b'), inOrder('b', 'a'))).toMatchObject([
      { of: 'section', name: '1-only', change: 'moved', part: ['rules'], after: ['tiny.rule.b', 'tiny.rule.a'] },
    ]);
  });

  it('on two days differs in what is in force and in the values of the day', () => {
    const section = {
      ...aid(values(['2016-01-01', 1000], ['2017-01-01', 1200])),
      rules: {
        'tiny.rule.one': tinyRule({ when: registered, grant: grant('amount') }),
        'tiny.rule.late': tinyRule({ when: registered, force: { from: '2017-01-01' } }),
        'tiny.rule.never': tinyRule({ when: registered, force: { from: '2018-01-01' } }),
      },
    };
    expect(between(section, section, { before: '2016-12-31', after: '2017-01-01' }).map(brief)).toEqual([
      ['parameter amount changed value', '–', 1000, 1200],
      ['rule tiny.rule.late changed inForce', '–', false, true],
    ]);
  });

  it('on one day differs only in what holds that day', () => {
    const later = aid(values(['2016-01-01', 1000], ['2018-01-01', 1200]));
    expect(between(aid({}), later, { after: '2017-12-31' })).toEqual([]);
    expect(between(aid({}), later, { after: '2018-01-01' })).toHaveLength(1);
  });

  it('is compared with another by name, and by ids without the first segment where none is shared', () => {
    const rules = (id: string, when: Data) =>
      loadTiny(
        { ...aid({}), rules: { [`${id}.rule.one`]: tinyRule({ when, grant: grant('amount') }) } },
        { id: `${id}-2016` },
      );
    const { differences } = compare(rules('one', registered), rules('two', leaf('household.inDibao', 'equal', true)));
    expect(differences.map(brief).map(([what]) => what)).toEqual([
      'document two-2016 changed id',
      'rule two.rule.one changed when',
    ]);
    expect(differences[1]?.was).toBe('one.rule.one');
  });

  it('says for each touched rule what touches it', () => {
    const before = aid({}, { reading: title });
    const after = aid(values(['2016-01-01', 1200]), { when: leaf('household.inDibao', 'equal', true) });
    const touched = touchedBy(compare(loadTiny(before), loadTiny(after)));
    expect([...touched].map(([id, causes]) => [id, causes.map(({ of }) => of)])).toEqual([
      ['tiny.rule.one', ['parameter', 'rule']],
    ]);
  });

  it('stays plain JSON', () => {
    const comparison = compare(loadTiny(aid({})), loadTiny(aid(values(['2016-01-01', 1200]))));
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
  });
});
