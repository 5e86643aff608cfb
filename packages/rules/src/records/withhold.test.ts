import { type Case, checkCase, type Field, fieldOf, vocabulary } from '@jingzhun/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruyuan2016 } from '../policies/ruyuan-2016.gen.ts';
import { sichuan2014 } from '../policies/sichuan-2014.gen.ts';
import { caseOf, cellsOf, randomSection, randomValues } from '../testing/random-policy.ts';
import { day, leaf, loadTiny, onePolicy, tinyRule } from '../testing/tiny-policy.ts';
import { recordDecision, serialise } from './index.ts';
import { factAt, isPersonal } from './withhold-facts.ts';

type Json = { [key: string]: unknown };

/** A value of a field that nobody writes by chance; `kept` numbers tell where it stands. */
function recognisable(field: Field, place: number): unknown {
  const codes = (name: keyof typeof vocabulary.codes) => vocabulary.codes[name].values.map(({ code }) => code);
  switch (field.type) {
    case 'text':
    case 'reference':
      return `认得出${place}`;
    case 'yuan':
    case 'number':
      return 700_000 + place + 0.25;
    case 'date':
      return `19${40 + (place % 50)}-07-23`;
    case 'enum':
      return field.enum && codes(field.enum).at(-1);
    case 'list':
      return field.items?.enum ? [codes(field.items.enum).at(-1)] : [];
    default:
      return true;
  }
}

/** A case with every personal field of every entity that is no list of objects, and the values given. */
function fullCase(): { input: Case; given: { name: string; value: unknown }[] } {
  const given: { name: string; value: unknown }[] = [];
  const input: Json = {};
  let place = 0;
  for (const [entity, { fields }] of Object.entries(vocabulary.entities)) {
    const object: Json = {};
    for (const field of Object.values(fields) as Field[]) {
      const records = field.items?.type === 'record' || field.type === 'record';
      if (!isPersonal(field) || records) continue;
      const value =
        field.items?.type === 'reference' || field.items?.type === 'text'
          ? [`认得出${++place}`]
          : recognisable(field, ++place);
      given.push({ name: `${entity}.${field.key}`, value });
      const path = field.key.split('.');
      let at = object;
      for (const key of path.slice(0, -1)) {
        at[key] ??= {};
        at = at[key] as Json;
      }
      at[path.at(-1) as string] = value;
    }
    input[entity] = object;
  }
  const { person, household, ...rest } = input as { person: Json; household: Json };
  return { input: { ...rest, household: { ...household, members: [person] } } as Case, given };
}

const { input, given } = fullCase();

/** What of these values can be told from all else in a text. */
const telling = given.filter(
  ({ value }) =>
    typeof value === 'number' || (typeof value === 'string' && /认得出|^19/.test(value)) || Array.isArray(value),
);

describe.each([ruyuan2016, sichuan2014])('a record under $id of a case with every personal field', (policy) => {
  const question = { on: policy.force.from };

  it('is of a case that can be used', () => {
    expect(checkCase(input).problems).toEqual([]);
    expect(given.length).toBeGreaterThan(60);
  });

  it('holds none of the values, and lists each place', () => {
    const record = recordDecision(policy, input, question);
    const text = serialise(record);
    for (const { name, value } of telling.filter(
      ({ value }) => !Array.isArray(value) || String(value).includes('认得出'),
    )) {
      expect(text, name).not.toContain(JSON.stringify([value].flat()[0]).replaceAll('"', ''));
    }
    const names = record.withheld.flatMap((path) => factAt(path.replace(/^facts\./, '')) ?? []);
    expect([...new Set(names)].sort()).toEqual([...new Set(given.map(({ name }) => name))].sort());
    for (const { subject } of record.findings) expect(subject.id).toBeNull();
  });

  it('holds them all where the caller says so, and one where the caller names it', () => {
    const text = serialise(recordDecision(policy, input, question, { personal: true }));
    for (const { name, value } of telling) expect(text, name).toContain(JSON.stringify(value));
    const one = recordDecision(policy, input, question, { personal: ['household.headName'] });
    expect(one.facts.household).toMatchObject({ headName: expect.stringContaining('认得出') });
    expect(one.withheld).not.toContain('facts.household.headName');
    expect(one.withheld).toContain('facts.household.members[0].name');
  });
});

it('refuses to let in a field that the vocabulary has not', () => {
  expect(() => recordDecision(ruyuan2016, {}, { on: day }, { personal: ['household.headname'] })).toThrow(
    'no field "household.headname"',
  );
});

it('knows where every personal field stands, also in lists and in a roster', () => {
  expect(factAt('household.members[3].idNumber')).toBe('person.idNumber');
  expect(factAt('household.members[3].measures[0].name')).toBe('measure.name');
  expect(factAt('roster[2].household.loan.amount')).toBe('household.loan.amount');
  expect(factAt('household.nowhere')).toBeUndefined();
  expect(factAt('__proto__.x')).toBeUndefined();
  expect(fieldOf('household.headName')?.sensitive).toBe(true);
});

describe('of a finding that rests on a withheld fact', () => {
  const section = {
    facts: {
      'household.half': {
        title: { zh: '半', en: 'half' },
        unit: 'yuan',
        formula: 'round(household.loan.amount * 50%, half-up)',
      },
    },
    rules: {
      'tiny.rule.amount': tinyRule({
        when: leaf('household.loan.amount', 'greaterThan', 100),
        grant: { what: 'aid', amount: 'household.half', unit: 'yuan', every: 'year', per: 'household' },
      }),
      'tiny.rule.other': tinyRule({ when: leaf('household.registered', 'equal', true) }),
    },
  };
  const { policy } = loadTiny(section);
  const [finding, other] = recordDecision(
    policy,
    { household: { registered: true, loan: { amount: 731 } } },
    { on: day },
  ).findings;

  it('the status stays, and neither actual value, nor whether each condition holds, nor the amount', () => {
    expect(finding).toMatchObject({
      status: 'met',
      because: [{ fact: 'household.loan.amount', operator: 'greaterThan', expected: 100 }],
    });
    expect(finding?.because[0]).not.toHaveProperty('actual');
    expect(finding?.because[0]).not.toHaveProperty('holds');
    expect(finding?.outcomes).toEqual([
      { what: 'aid', unit: 'yuan', per: 'household', every: 'year', comparator: 'equal' },
    ]);
  });

  it('the total that its amount is part of goes, too', () => {
    const record = recordDecision(policy, { household: { loan: { amount: 731 } } }, { on: day });
    expect(record.totals).toEqual([{ unit: 'yuan', every: 'year' }]);
    expect(record.withheld).toContain('totals[0].certain');
  });

  it('what would have to change is left out, for it tells what need not', () => {
    const both = onePolicy({
      when: { all: [leaf('household.registered', 'equal', true), leaf('person.disabled', 'equal', true)] },
      subject: 'person',
    });
    const record = recordDecision(
      both,
      { household: { registered: false, members: [{ disabled: true }] } },
      { on: day },
    );
    expect(record.findings[0]).not.toHaveProperty('eligibleIf');
    expect(record.withheld).toContain('findings[0].eligibleIf');
  });

  it('the day by which it is due goes where that follows from a withheld one', () => {
    const due = { title: { zh: '限期', en: 'limit' }, formula: 'addYears(person.birthDate, 60[years])' };
    const rule = tinyRule({
      kind: 'deadline',
      subject: 'person',
      when: leaf('person.studiesFullTime', 'equal', true),
      due: 'person.limit',
    });
    const item = {
      key: 'one',
      title: { zh: '一', en: 'one' },
      when: leaf('person.studiesFullTime', 'equal', true),
      due: 'person.limit',
    };
    const { policy } = loadTiny({
      facts: { 'person.limit': due },
      rules: { 'tiny.rule.due': rule, 'tiny.rule.items': tinyRule({ subject: 'person', items: [item] }) },
    });
    const record = recordDecision(
      policy,
      { household: { members: [{ birthDate: '1957-09-09', studiesFullTime: false }] } },
      { on: day },
    );
    expect(record.findings.map(({ status }) => status)).toEqual(['unknown', 'unknown']);
    expect(serialise(record)).not.toMatch(/2017-09-09|daysLeft":/);
    expect(record.withheld).toContain('findings[0].due');
    expect(record.withheld).toContain('findings[1].items[0].due');
  });

  it('a contradiction says which fact it is of, and neither value', () => {
    const policy = onePolicy({ subject: 'person', when: leaf('person.disabled', 'equal', true) });
    const record = recordDecision(
      policy,
      { household: { members: [{ healthStatus: ['serious'], disabled: true }] } },
      { on: day },
    );
    expect(record.findings.at(-1)).toEqual({
      rule: 'contradiction.person.disabled',
      kind: 'contradiction',
      subject: { entity: 'person', id: null, index: 0 },
      status: 'unmet',
      fact: 'person.disabled',
      outcomes: [],
      missing: [],
      because: [{ fact: 'person.disabled', operator: 'equal', holds: false }],
      cite: null,
    });
  });

  it('what rests on one key of a withheld record rests on the record', () => {
    const policy = onePolicy({ subject: 'county', when: leaf('county.villageCounts.a', 'greaterThan', 4) });
    const [only] = recordDecision(policy, { county: { villageCounts: { a: 7 } } }, { on: day }).findings;
    expect(only).toMatchObject({ status: 'met', because: [{ fact: 'county.villageCounts.a', expected: 4 }] });
    expect(only?.because[0]).not.toHaveProperty('actual');
  });

  it('other findings stay whole', () => {
    expect(other).toMatchObject({ status: 'met', because: [{ actual: true, holds: true }], missing: [] });
  });
});

it('two cases that differ only in what is withheld and come to the same have the same record, to the byte', () => {
  const members = 2;
  const cells = cellsOf(members);
  const sensitive = cells.filter(({ fact }) => isPersonal(fieldOf(fact.name) as Field));
  expect(sensitive.length).toBeGreaterThan(3);
  let same = 0;
  fc.assert(
    fc.property(randomSection(), randomValues(cells), randomValues(sensitive), (section, values, others) => {
      const { policy } = loadTiny(section);
      const [a, b] = [values, new Map([...values, ...others])].map((each) =>
        recordDecision(policy, caseOf(each, members) as Case, { on: day }),
      );
      const skeleton = ({ findings }: NonNullable<typeof a>) =>
        findings.map(({ rule, status, outcomes, ...finding }) => [
          rule,
          status,
          outcomes.map(({ what }) => what),
          'items' in finding ? finding.items?.map((item) => item.status) : null,
        ]);
      if (a === undefined || b === undefined || JSON.stringify(skeleton(a)) !== JSON.stringify(skeleton(b))) return;
      same++;
      expect(serialise(a)).toBe(serialise(b));
    }),
    { numRuns: 300 },
  );
  expect(same).toBeGreaterThan(100);
});
