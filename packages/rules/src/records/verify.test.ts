import type { Case } from '@jingzhun/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseOf, cellsOf, randomSection, randomValues } from '../testing/random-policy.ts';
import { day, leaf, loadTiny, tinyParameter, tinyRule, title } from '../testing/tiny-policy.ts';
import { checkRecord, type DecisionRecord, recordDecision, serialise, verifyRecord } from './index.ts';
import { recordDigest } from './record.ts';

type Data = Readonly<Record<string, unknown>>;

const section = (limit: number, aid: number, more: Data = {}): Data => ({
  parameters: { aid: tinyParameter('yuan', aid), limit: tinyParameter('yuan/person/year', limit) },
  rules: {
    'tiny.rule.loan': tinyRule({
      when: leaf('household.mainBusinessCount', 'greaterThan', 1),
      grant: { what: 'aid', amount: 'aid', unit: 'yuan', every: 'year', per: 'household' },
      ...more,
    }),
    'tiny.rule.income': tinyRule({ when: leaf('household.perCapitaNetIncome', 'lessThan', { parameter: 'limit' }) }),
    'tiny.rule.same': tinyRule({ when: leaf('household.registered', 'equal', true) }),
  },
});

const first = { version: '1.0.0', date: '2026-01-01', changes: title };
const corrected = {
  version: '1.0.1',
  date: '2026-02-01',
  kind: 'correction',
  changes: { zh: '金额误为900', en: 'The amount had been encoded as 900', parameters: ['aid'] },
};
const amended = {
  version: '1.1.0',
  date: '2026-03-01',
  kind: 'amendment',
  changes: { zh: '自2018年起提高', en: 'Raised from 2018', provisions: ['tiny.rule.loan'], from: '2018-01-01' },
};

const old = loadTiny(section(4000, 900), { releases: [first] });
const input: Case = { household: { registered: true, mainBusinessCount: 2, perCapitaNetIncome: 3971 } };
const record = recordDecision(old.policy, input, { on: day });
const whole = recordDecision(old.policy, input, { on: day }, { personal: true });

/** The same record as someone would have it who recomputed its digest. */
const redigested = (change: Partial<DecisionRecord>, from = whole): DecisionRecord => {
  const changed = { ...from, ...change };
  return { ...changed, digest: recordDigest(changed) };
};

describe('a record made under 1.0.0', () => {
  const correction = loadTiny(section(4000, 1000), { releases: [first, corrected] });
  const amendment = loadTiny(
    {
      ...section(4000, 900),
      parameters: {
        limit: tinyParameter('yuan/person/year', 4000),
        aid: {
          title,
          unit: 'yuan',
          values: [
            { from: '2016-01-01', value: 900, quoteSha256: '0123456789abcdef'.repeat(4) },
            { from: '2018-01-01', value: 1200, quoteSha256: '0123456789abcdef'.repeat(4) },
          ],
        },
      },
    },
    { releases: [first, amended] },
  );

  it('is the same after an amendment, and nothing about its day would differ', () => {
    expect(verifyRecord(whole, old.policy, { now: amendment })).toMatchObject({
      same: true,
      now: { release: '1.1.0', since: [{ version: '1.1.0' }], findings: [] },
    });
  });

  it('is the same after a correction, which says which finding would be another now, and why', () => {
    const { same, now } = verifyRecord(whole, old.policy, { now: correction });
    expect(same).toBe(true);
    expect(now?.findings).toEqual([
      {
        path: 'findings[0].outcomes[0].value',
        rule: 'tiny.rule.loan',
        subject: { entity: 'household', id: null },
        field: 'outcomes[0].value',
        recorded: 900,
        now: 1000,
        because: [{ release: '1.0.1', kind: 'correction', change: { ...corrected.changes } }],
      },
    ]);
  });

  it('says what a correction changes of findings that rest on withheld facts only where the facts are supplied', () => {
    const stricter = loadTiny(section(3000, 900), { releases: [first, corrected] });
    expect(verifyRecord(record, old.policy, { now: stricter }).now?.findings).toEqual([]);
    expect(verifyRecord(record, old.policy, { now: stricter, facts: input }).now?.findings).toMatchObject([
      { rule: 'tiny.rule.income', field: 'status', recorded: 'met', now: 'unmet' },
    ]);
  });

  it('shows no value that would give a withheld fact away', () => {
    const half = (share: string) =>
      loadTiny(
        section(4000, 900, {
          grant: {
            what: 'aid',
            amount: `round(household.loan.amount * ${share}, half-up)`,
            unit: 'yuan',
            every: 'year',
          },
        }),
        { releases: share === '50%' ? [first] : [first, corrected] },
      );
    const facts = { household: { ...input.household, loan: { amount: 3971 } } };
    const made = recordDecision(half('50%').policy, facts, { on: day });
    const { now } = verifyRecord(made, half('50%').policy, { now: half('40%'), facts });
    expect(now?.findings).toMatchObject([{ rule: 'tiny.rule.loan', field: 'outcomes[0].value' }]);
    expect(JSON.stringify(now)).not.toMatch(/1985|1588/);
  });
});

describe('what is wrong with a record', () => {
  it('is nothing where it is as it was made', () => {
    expect(verifyRecord(whole, old.policy).verdict).toBe('same');
    expect(verifyRecord(record, old.policy, { facts: input }).verdict).toBe('same');
  });

  it('is found for every single leaf that is changed', () => {
    const leaves = pathsOf(whole);
    expect(leaves.length).toBeGreaterThan(60);
    for (const path of leaves) {
      const changed = changedAt(whole, path);
      const check = checkRecord(changed);
      if (!check.ok) continue;
      expect(verifyRecord(check.record, old.policy).same, path.join('.')).toBe(false);
    }
  });

  it('is found in what was decided even where its digest was made anew', () => {
    for (const path of pathsOf({ facts: whole.facts, findings: whole.findings, totals: whole.totals })) {
      const changed = redigested(changedAt(whole, path) as DecisionRecord);
      const check = checkRecord(changed);
      if (!check.ok) continue;
      expect(verifyRecord(check.record, old.policy).same, path.join('.')).toBe(false);
    }
  });

  it('is named finding by finding', () => {
    const [loan, ...others] = whole.findings;
    const { verdict, faults, differences } = verifyRecord(
      redigested({ findings: [{ ...loan, status: 'unmet' } as never, ...others] }),
      old.policy,
    );
    expect([verdict, faults]).toEqual(['different', []]);
    expect(differences).toEqual([
      {
        path: 'findings[0].status',
        rule: 'tiny.rule.loan',
        subject: { entity: 'household', id: null },
        field: 'status',
        recorded: 'unmet',
        now: 'met',
      },
    ]);
    const fewer = verifyRecord(redigested({ findings: others }), old.policy);
    expect(fewer.differences).toMatchObject([{ path: '', rule: 'tiny.rule.loan', field: '', now: { status: 'met' } }]);
    const more = verifyRecord(redigested({ findings: [...whole.findings, loan as never] }), old.policy);
    expect(more.differences).toMatchObject([
      { path: 'findings[3]', rule: 'tiny.rule.loan', field: '', recorded: { status: 'met' } },
    ]);
  });

  it('is an alteration where the digest is not that of the content', () => {
    const { verdict, faults } = verifyRecord({ ...whole, on: '2017-06-16', assessedOn: '2017-06-16' }, old.policy);
    expect([verdict, faults.map(({ code }) => code)]).toEqual(['different', ['altered']]);
  });

  it('is a release that was changed after it was published', () => {
    const changed = loadTiny(section(4000, 901), { releases: [first] }).policy;
    const { faults, differences } = verifyRecord(whole, changed);
    expect(faults.map(({ code }) => code)).toEqual(['policy-changed']);
    expect(differences.map(({ path }) => path)).toEqual([
      'findings[0].outcomes[0].value',
      'totals[0].certain',
      'totals[0].value',
    ]);
  });

  it('is another policy than it names, or none', () => {
    const other = loadTiny(section(4000, 900), { id: 'other-2016', releases: [first] }).policy;
    expect(verifyRecord(whole, other).faults.map(({ code }) => code)).toContain('other-policy');
    expect(verifyRecord(whole, undefined)).toMatchObject({
      verdict: 'cannot-redecide',
      faults: [{ code: 'unknown-release' }],
      redecided: 0,
    });
  });

  it('is no fault where another version of the library made it', () => {
    const { same, library } = verifyRecord(
      redigested({ library: { name: '@jingzhun/rules', version: '0.0.9' } }),
      old.policy,
    );
    expect([same, library]).toEqual([true, { recorded: '@jingzhun/rules 0.0.9', now: '@jingzhun/rules 0.1.0' }]);
  });
});

describe('facts that are withheld', () => {
  it('leave the findings that rest on them undecided, and the others are decided again', () => {
    expect(record.withheld).toEqual([
      'facts.household.perCapitaNetIncome',
      'findings[1].because[0].actual',
      'findings[1].because[0].holds',
    ]);
    expect(verifyRecord(record, old.policy)).toEqual({
      same: false,
      verdict: 'cannot-redecide',
      faults: [],
      differences: [],
      redecided: 2,
      lacking: ['household.perCapitaNetIncome'],
    });
  });

  it('are no hindrance where the policy does not read them', () => {
    const named = recordDecision(old.policy, { household: { headName: '合成户', registered: true } }, { on: day });
    expect(verifyRecord(named, old.policy)).toMatchObject({ verdict: 'same', redecided: 3 });
  });

  it('can be supplied: other facts give another record', () => {
    const richer = { household: { ...input.household, perCapitaNetIncome: 4001 } };
    expect(verifyRecord(record, old.policy, { facts: richer }).differences).toMatchObject([
      { rule: 'tiny.rule.income', field: 'status', recorded: 'met', now: 'unmet' },
    ]);
    const unregistered = { household: { ...input.household, registered: false } };
    expect(verifyRecord(record, old.policy, { facts: unregistered }).differences[0]).toEqual({
      path: 'facts.household.registered',
      field: 'facts.household.registered',
      recorded: true,
      now: false,
    });
  });

  it('are none but personal ones: a record cannot leave out what it likes', () => {
    const { household } = record.facts as { household: Data };
    const { registered: _, ...rest } = household;
    const hiding = redigested(
      { facts: { household: rest }, withheld: ['facts.household.registered', ...record.withheld] },
      record,
    );
    expect(verifyRecord(hiding, old.policy)).toMatchObject({
      verdict: 'different',
      faults: [{ code: 'wrong-withheld', path: 'facts.household.registered' }],
    });
    const listed = redigested({ facts: {}, withheld: [] }, record);
    expect(verifyRecord(listed, old.policy).verdict).toBe('different');
  });

  it('never make a sound record differ, whatever the policy and the case', () => {
    const members = 2;
    const cells = cellsOf(members);
    fc.assert(
      fc.property(randomSection(), randomValues(cells), fc.subarray([...cells]), (random, values, left) => {
        const { policy } = loadTiny(random);
        const given = caseOf(new Map([...values].filter(([cell]) => !left.includes(cell))), members) as Case;
        const made = JSON.parse(serialise(recordDecision(policy, given, { on: day })));
        const alone = verifyRecord(made, policy);
        expect([alone.faults, alone.differences]).toEqual([[], []]);
        expect(verifyRecord(made, policy, { facts: given }).verdict).toBe('same');
      }),
      { numRuns: 300 },
    );
  });
});

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, each]) =>
    pathsOf(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** A copy in which one leaf has another value of its kind. */
function changedAt(value: unknown, path: Path): unknown {
  const copy = structuredClone(value) as never;
  const last = path.at(-1) as never;
  const holder = path.slice(0, -1).reduce((at, key) => at[key as never], copy as never) as Record<never, unknown>;
  const leafValue = holder[last];
  (holder as Record<string, unknown>)[last] =
    typeof leafValue === 'number'
      ? leafValue + 1
      : typeof leafValue === 'boolean'
        ? !leafValue
        : leafValue === null
          ? 'x'
          : otherText(String(leafValue));
  return copy;
}

const otherText = (text: string): string =>
  /^sha256:/.test(text)
    ? text.replace(/.$/, (end) => (end === '0' ? '1' : '0'))
    : text === 'met'
      ? 'unmet'
      : text === '2017-06-15'
        ? '2017-06-16'
        : `${text}x`;
