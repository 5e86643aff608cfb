import { JingzhunError } from '@jingzhun/schemas/problem';
import { describe, expect, it } from 'vitest';
import {
  codesOf,
  faultsOf,
  inUnits,
  leaf,
  tinyListed as listed,
  loadTiny,
  placed,
  registered,
  tinyRules as rules,
  tinyParameter,
  tinyPolicyFile,
  tinyRule,
  tinySource,
  title,
} from '../testing/tiny-policy.ts';
import { loadPolicy } from './load.ts';

type Data = Record<string, unknown>;

describe('a good policy', () => {
  const { policy, text } = loadTiny({
    parameters: { aid: tinyParameter('yuan/person/year', 5000) },
    rules: {
      'tiny.rule.one': tinyRule({
        subject: 'person',
        when: leaf('person.enrolled', 'equal', true),
        grant: {
          what: 'aid',
          title: { zh: '助学金', en: 'Aid' },
          amount: 'aid',
          unit: 'yuan',
          per: 'person',
          every: 'year',
        },
        reading: { zh: '读', en: 'read' },
      }),
    },
    listed,
  });

  it('loads into a model that decides', () => {
    expect(policy).toMatchObject({
      id: 'tiny-2016',
      release: '1.0.0',
      document: '试行文件',
      force: { from: '2016-01-01', to: '2018-12-31' },
      rules: [
        {
          id: 'tiny.rule.one',
          asks: ['person'],
          clause: '一',
          force: { from: '2016-01-01', to: '2018-12-31' },
          outcomes: [{ role: 'grant', what: 'aid', unit: 'yuan', comparator: 'equal', value: { type: 'number' } }],
        },
      ],
    });
    expect(inUnits(policy.parameters.aid)).toEqual([{ from: '2016-01-01', value: 5000 }]);
    expect(policy.facts.map(({ name }) => name)).toContain('person.enrolled');
  });

  it('keeps the wording apart, listed provisions included', () => {
    expect(text.sections[0]?.provisions.map(({ id, computable, why }) => [id, computable, why])).toEqual([
      ['tiny.rule.one', 'full', undefined],
      ['tiny.rule.two', 'none', title],
    ]);
    expect(text.sections[0]?.provisions[0]?.outcomes).toEqual({ aid: { zh: '助学金', en: 'Aid' } });
  });

  it('keeps the unit of a fact that is a number', () => {
    const facts = {
      'household.sum': { title, unit: 'yuan', formula: '1[yuan]' },
      'household.truth': { title, formula: 'true' },
    };
    const { sections } = loadTiny({ facts }).text;
    expect(sections[0]?.facts).toEqual({ 'household.sum': { title, unit: 'yuan' }, 'household.truth': { title } });
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
  });

  it('takes its document number where there is one', () => {
    const document = { ...(tinyPolicyFile().document as Data), number: '试发〔2016〕1号' };
    expect(loadTiny({ rules }, { document }).policy.document).toBe('试发〔2016〕1号');
  });

  it('takes the newest release', () => {
    const releases = ['1.0.0', '1.1.0'].map((version) => ({ version, date: '2026-01-01', changes: title }));
    expect(loadTiny({ rules }, { releases }).policy.release).toBe('1.1.0');
  });

  it('stays in force without end where no end is given', () => {
    expect(loadTiny({ rules }, { force: { from: '2016-01-01' } }).policy.rules[0]?.force.to).toBeNull();
    const open = loadTiny({ rules: { 'tiny.rule.one': tinyRule({ force: { to: null } }) } }).policy;
    expect(open.rules[0]?.force).toEqual({ from: '2016-01-01', to: null });
  });
});

describe('a fault tells file, line, path, what is wrong and what would be right, in both languages', () => {
  it('inside a rule', () => {
    const lines: (string | number)[][] = [];
    const source = tinySource(
      { rules: { 'tiny.rule.one': tinyRule({ when: leaf('household.registerd', 'equal', true) }) } },
      {},
      (path) => {
        lines.push([...path]);
        return 17;
      },
    );
    expect(faultsOf(source)).toEqual([
      {
        code: 'unknown-name',
        path: 'rules.tiny.rule.one.when',
        file: 'tiny/1-only.yaml',
        line: 17,
        zh: '没有“household.registerd”，是不是“household.registered”？',
        en: 'there is no "household.registerd"; is it "household.registered"?',
      },
    ]);
    expect(lines).toEqual([['rules', 'tiny.rule.one', 'when']]);
  });

  it('in the form of a file', () => {
    const source = tinySource({ rules: { 'tiny.rule.one': tinyRule({ when: registered, wenn: 1 }) } }, {}, () => 4);
    expect(faultsOf(source)).toMatchObject([{ code: 'unknown-key', path: 'rules.tiny.rule.one.wenn', line: 4 }]);
  });

  it('has no line where there is no text', () => {
    expect(
      faultsOf(
        tinySource({ rules: { 'tiny.rule.one': tinyRule({ grant: { what: 'aid', amount: 'cap', unit: 'yuan' } }) } }),
      )[0],
    ).not.toHaveProperty('line');
  });

  it('all at once', () => {
    const found = placed({
      parameters: { aid: tinyParameter('yuan', 'many'), power: tinyParameter('kW', 3) },
      facts: { 'household.sum': { title, unit: 'yuan', formula: 'power + 1[yuan]' } },
      rules: {
        'tiny.rule.one': tinyRule({
          when: leaf('household.registerd', 'equal', true),
          scope: leaf('household.type', 'lessThan', 'general'),
        }),
        'tiny.rule.two': tinyRule({ grant: { what: 'aid', amount: 'power', unit: 'yuan' } }),
      },
    });
    // A parameter whose value has the wrong form stops the file; without it, all the others are told together.
    expect(found).toEqual(['wrong-form parameters.aid.values.0.value']);
    const rest = placed({
      parameters: { power: tinyParameter('kW', 3) },
      facts: { 'household.sum': { title, unit: 'yuan', formula: 'power + 1[yuan]' } },
      rules: {
        'tiny.rule.one': tinyRule({
          when: leaf('household.registerd', 'equal', true),
          scope: leaf('household.type', 'lessThan', 'general'),
        }),
        'tiny.rule.two': tinyRule({ grant: { what: 'aid', amount: 'power', unit: 'yuan' } }),
      },
    });
    expect(rest.sort()).toEqual([
      'operator-type rules.tiny.rule.one.scope',
      'unit-mismatch facts.household.sum',
      'unit-mismatch rules.tiny.rule.two.grant',
      'unknown-name rules.tiny.rule.one.when',
    ]);
  });

  it('as one error with a stable code', () => {
    expect(() => loadPolicy(tinySource({ rules: { 'tiny.rule.one': tinyRule({ when: {} }) } }))).toThrow(JingzhunError);
    try {
      loadTiny({ rules: { 'tiny.rule.one': tinyRule({ when: { all: [] } }) } });
      expect.unreachable();
    } catch (error) {
      expect((error as JingzhunError).code).toBe('policy-fault');
    }
  });

  it('in Chinese characters and in English words', () => {
    for (const section of [
      { rules: { 'tiny.rule.one': tinyRule({ when: { all: [] } }) } },
      {
        rules: {
          'tiny.rule.one': tinyRule({ when: leaf('household.type', 'lessThan', 'x'), due: { parameter: 'none' } }),
        },
      },
      { rules: { 'tiny.rule.one': tinyRule({ grant: { what: 'aid', amount: '1 / 3', unit: 'yuan' } }) } },
    ]) {
      for (const { zh, en } of faultsOf(tinySource(section))) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });
});

describe('files', () => {
  it('that policy.yaml names and that are not there are faults', () => {
    expect(placed({ rules }, { sections: ['1-only', '2-more'] })).toEqual(['missing-file sections.1']);
  });

  it('that policy.yaml does not name are faults', () => {
    expect(placed({ rules }, { sections: ['2-more'] }).sort()).toEqual(['missing-file sections.0', 'unlisted-file ']);
  });

  it('stand in the order of the document, not of the folder', () => {
    const section = (clause: string, id: string) => ({ clause, title, summary: title, rules: { [id]: tinyRule() } });
    const { policy, text } = loadPolicy({
      policy: { file: 'policy.yaml', data: tinyPolicyFile({ sections: ['2-b', '1-a'] }) },
      sections: [
        { file: '1-a.yaml', data: section('一', 'tiny.rule.a') },
        { file: '2-b.yaml', data: section('二', 'tiny.rule.b') },
      ],
    });
    expect(policy.rules.map(({ id, clause }) => [id, clause])).toEqual([
      ['tiny.rule.b', '二'],
      ['tiny.rule.a', '一'],
    ]);
    expect(text.sections.map(({ clause }) => clause)).toEqual(['二', '一']);
  });

  it.each<[unknown]>([[null], [undefined], [5], ['text'], [[]], [{}], [{ clause: '一' }]])(
    'with %j in them are faults and no crash',
    (data) => {
      const source = tinySource({});
      expect(faultsOf({ ...source, sections: [{ file: '1-only.yaml', data }] }).length).toBeGreaterThan(0);
      expect(faultsOf({ ...source, policy: { file: 'policy.yaml', data } }).length).toBeGreaterThan(0);
    },
  );

  it('with forbidden keys are faults', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const data = JSON.parse(
        `{ "clause": "一", "title": { "zh": "", "en": "" }, "summary": { "zh": "", "en": "" }, "rules": { "${key}": {} }, "parameters": { "${key}": {} } }`,
      );
      const found = faultsOf({ ...tinySource({}), sections: [{ file: '1-only.yaml', data }] });
      expect(found.length, key).toBeGreaterThan(0);
    }
  });
});

describe('names and ids are unique', () => {
  const twice = (section: Data) => {
    const data = { clause: '一', title, summary: title, ...section };
    return faultsOf({
      policy: { file: 'policy.yaml', data: tinyPolicyFile({ sections: ['1-only', '2-more'] }) },
      sections: [
        { file: '1-only.yaml', data },
        { file: '2-more.yaml', data },
      ],
    }).map(({ code, path, file }) => `${file} ${code} ${path}`);
  };

  it.each<[string, Data, string]>([
    ['parameters', { parameters: { aid: tinyParameter('yuan', 5) } }, 'duplicate-name parameters.aid'],
    ['facts', { facts: { 'household.own': { title, formula: 'true' } } }, 'duplicate-name facts.household.own'],
    ['conditions', { conditions: { poor: registered } }, 'duplicate-name conditions.poor'],
    ['rules', { rules }, 'duplicate-id rules.tiny.rule.one'],
    ['listed provisions', { listed }, 'duplicate-id listed.tiny.rule.two'],
  ])('over the %s of all sections', (_, section, fault) => {
    expect(twice(section)).toEqual([`2-more.yaml ${fault}`]);
  });

  it('between rules and listed provisions', () => {
    expect(placed({ rules: { 'tiny.rule.two': tinyRule() }, listed })).toEqual(['duplicate-id listed.tiny.rule.two']);
  });

  it('between the policy and the vocabulary: an own fact does not hide a field', () => {
    expect(codesOf({ facts: { 'household.registered': { title, formula: 'true' } } })).toEqual(['duplicate-name']);
  });
});
