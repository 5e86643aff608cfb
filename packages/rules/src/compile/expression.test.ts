import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluated, infinity } from '../testing/evaluated.ts';
import { findingOf, leaf, onePolicy, quoteSha256, title } from '../testing/tiny-policy.ts';
import { toInterval, type Value } from '../values/interval.ts';
import { compare } from './compare.ts';

const loan = (amount?: number, interest?: number) => ({ loan: { amount, interest } });

describe('arithmetic', () => {
  it.each<[string, Record<string, unknown>, unknown]>([
    ['household.loan.amount + household.loan.interest', loan(1.1, 2.2), 3.3],
    ['household.loan.amount - household.loan.interest', loan(1, 2.5), -1.5],
    ['household.loan.amount * 3', loan(0.1), 0.3],
    ['household.loan.amount + 0.005', loan(0.1), 0.105],
    ['household.loan.amount * 45%', loan(100), 45],
    ['household.loan.amount * share', loan(100), 45],
    ['min(household.loan.amount, line)', loan(99.99), 99.99],
    ['min(household.loan.amount, line)', loan(100.01), 100],
    ['max(household.loan.amount, line)', loan(100.01), 100.01],
    ['household.loan.amount + household.loan.interest', loan(5), [5, infinity]],
    ['household.loan.amount - household.loan.interest', loan(5), [-infinity, 5]],
    ['line - household.loan.amount', {}, [-infinity, 100]],
    ['min(household.loan.amount, line)', {}, [0, 100]],
    ['max(household.loan.amount, line)', {}, [100, infinity]],
    ['min(household.loan.amount, 0)', {}, 0],
    ['max(0-1, min(0-1, household.loan.amount))', {}, -1],
    ['household.loan.amount * 0', {}, 0],
    ['0 * household.assetIncome', {}, 0],
    ['household.loan.amount * household.loan.interest', loan(0), 0],
    ['household.assetIncome + 1', {}, undefined],
    ['min(household.assetIncome, 100)', {}, [-infinity, 100]],
    ['rates', { type: 'dibao' }, 30],
    ['rates', {}, [10, 30]],
    ['unknown + line', {}, undefined],
    ['min(unknown, 5)', {}, [-infinity, 5]],
  ])('%s of %j', (formula, household, expected) => {
    const unit = formula.includes('assetIncome')
      ? 'yuan/year'
      : formula.includes('amount * household.loan.interest')
        ? 'yuan*yuan'
        : 'yuan';
    expect(evaluated(formula, household, unit)).toEqual(expected);
  });
});

describe('a table', () => {
  const parameters = (value: Record<string, number>) => ({
    grades: { title, unit: 'yuan', by: 'household.type', values: [{ from: '2016-01-01', value, quoteSha256 }] },
  });
  const value = (table: Record<string, number>, type?: string) => {
    const policy = onePolicy(
      { grant: { what: 'aid', amount: 'grades', unit: 'yuan' }, when: leaf('household.dear', 'equal', true) },
      { parameters: parameters(table), facts: { 'household.dear': { title, formula: 'grades >= 10' } } },
    );
    const { status, outcomes } = findingOf(policy, { household: { type } });
    return [status, outcomes[0]?.value];
  };

  it('with a value for every code lies between its least and its greatest while the code is unknown', () => {
    const whole = { general: 10, dibao: 30, 'dibao-assisted': 15, wubao: 20, none: 25 };
    expect(value(whole)).toEqual(['met', null]);
    expect(value(whole, 'general')).toEqual(['met', 10]);
  });

  it('that lacks a code tells nothing of it, nor while the code is unknown', () => {
    expect(value({ general: 10, dibao: 30 })).toEqual(['unknown', null]);
    expect(value({ general: 10, dibao: 30 }, 'wubao')).toEqual(['unknown', null]);
    expect(value({ general: 10, dibao: 30 }, 'dibao')).toEqual(['met', 30]);
  });
});

describe('rounding', () => {
  it.each<[string, Record<string, unknown>, unknown]>([
    ['round(household.loan.amount / 3, half-up)', loan(100), 33.33],
    ['round(household.loan.amount / 3, up)', loan(100), 33.34],
    ['round(household.loan.amount / 3, down)', loan(200), 66.66],
    ['round(household.loan.amount / 3, down, 10)', loan(100), 30],
    ['round(household.loan.amount, up, 100)', loan(100.01), 200],
    ['round(household.loan.amount * 70%, half-up)', loan(1.05), 0.74],
    ['round(household.loan.amount / 0.5, down)', loan(1.01), 2.02],
    ['round((line - household.loan.amount) / 3, half-up)', loan(200.5), -33.5],
    ['round(line / 0, down)', {}, undefined],
    ['round(0 / 0, down)', {}, undefined],
    ['round(household.loan.amount / 3, down)', {}, [0, infinity]],
    ['round(min(household.loan.amount, line) / 3, down)', {}, [0, 33.33]],
    // A known factor of a partly known one; and the other way about.
    ['round(share * min(household.loan.amount, line), down)', {}, [0, 45]],
    ['round(min(household.loan.amount, line) * share, down)', {}, [0, 45]],
    ['round(line / (0 - 3), down)', {}, -33.33],
    ['round(min(household.loan.amount, line) / (0 - 3), down)', {}, undefined],
    // In whole fen and hundred-thousandths the product is past what doubles hold.
    [
      'round(household.loan.amount * household.solar.ownInvestment / (household.loan.interest * 0.00001), half-up)',
      { loan: { amount: 0.03, interest: 7e9 }, solar: { ownInvestment: 1e12 } },
      428_571.43,
    ],
  ])('%s of %j', (formula, household, expected) => {
    expect(evaluated(formula, household)).toEqual(expected);
  });

  it('by an unknown, or by what may be zero, tells nothing', () => {
    const each = (mainBusinessCount?: number) =>
      evaluated('round(line / household.mainBusinessCount, down)', { mainBusinessCount }, 'yuan/items');
    expect(each()).toBeUndefined();
    expect(each(0)).toBeUndefined();
    expect(each(3)).toBe(33.33);
  });
});

describe('truths', () => {
  const truth = (formula: string, household: Record<string, unknown> = {}, others = {}) =>
    evaluated(formula, household, '', others);

  it.each<[string, Record<string, unknown>, unknown]>([
    ['household.registered and household.creditRated', { registered: false }, false],
    ['household.registered and household.creditRated', { registered: true }, undefined],
    ['household.registered or household.creditRated', { registered: true }, true],
    ['household.registered or household.creditRated', { registered: false }, undefined],
    ['not household.registered', {}, undefined],
    ['not household.registered', { registered: false }, true],
    ['household.registered and unknown', { registered: false }, false],
    ['household.registered or unknown', { registered: false }, undefined],
    ['household.loan.amount < line', { loan: { amount: 99.99 } }, true],
    ['household.loan.amount < line', { loan: { amount: 100 } }, false],
    ['household.loan.amount <= line', { loan: { amount: 100 } }, true],
    ['household.loan.amount > line', { loan: { amount: 100 } }, false],
    ['household.loan.amount >= line', { loan: { amount: 100 } }, true],
    ['household.loan.amount = line', { loan: { amount: 100 } }, true],
    ['household.loan.amount != line', { loan: { amount: 100 } }, false],
    ['household.loan.amount < 100.005', { loan: { amount: 100 } }, true],
    ['household.loan.amount >= 0', {}, true],
    ['household.loan.amount < 0', {}, false],
    ['household.loan.amount > 0', {}, undefined],
    ['household.loan.amount = 0-1', {}, false],
    ['household.loan.amount != 0-1', {}, true],
    ['household.loan.amount = 0', {}, undefined],
    ["household.type = 'general'", { type: 'general' }, true],
    ["household.type != 'general'", {}, undefined],
    ["household.type in ('general', 'dibao')", { type: 'wubao' }, false],
    ["household.type in ('general', 'dibao')", {}, undefined],
    ['household.loan.amount in (100, 0.5)', { loan: { amount: 0.5 } }, true],
    ["household.supportKinds contains 'industry'", { supportKinds: [] }, false],
    ["household.supportKinds contains 'industry'", { supportKinds: ['industry'] }, true],
    ["household.supportKinds contains 'industry'", {}, undefined],
    ['given(household.gridCell)', { gridCell: '' }, false],
    ['given(household.gridCell)', { gridCell: '一' }, true],
    ['given(household.gridCell)', {}, undefined],
    ['given(household.loan.amount)', { loan: { amount: 0 } }, true],
    ['given(household.loan.amount)', {}, undefined],
    ['given(household.registered)', { registered: false }, true],
    ['given(household.visitDates)', { visitDates: [] }, false],
    ['given(household.visitDates)', { visitDates: ['2017-01-01'] }, true],
    ['if(household.registered, household.creditRated, true)', { registered: true, creditRated: false }, false],
    ['if(household.registered, household.creditRated, true)', { creditRated: true }, true],
    ['if(household.registered, household.creditRated, true)', { creditRated: false }, undefined],
    ['if(household.registered, household.creditRated, true)', { registered: false }, true],
    ['ifAbsent(household.registered, true)', {}, true],
    ['ifAbsent(household.registered, true)', { registered: false }, false],
  ])('%s of %j is %s', (formula, household, expected) => {
    expect(truth(formula, household)).toBe(expected);
  });

  it('says whether an entity is in the case, and is never unknown', () => {
    expect(truth('present.village')).toBe(false);
    expect(truth('present.village', {}, { village: {} })).toBe(true);
    expect(truth('present.village', {}, { village: null })).toBe(false);
    expect(truth('present.household')).toBe(true);
    expect(truth('present.county or household.registered', {}, { county: {} })).toBe(true);
    expect(truth('count(roster, present.household) = 1', {}, { roster: [{ household: {} }, {}] })).toBe(true);
  });

  it('a value that stands for an absent one also stands for a range', () => {
    const others = { village: {}, roster: [{ household: { registered: true } }, { household: {} }] };
    const counted = (roster: unknown) =>
      evaluated('ifAbsent(village.registeredHouseholdCount, 7)', {}, 'households', { village: {}, roster });
    expect(counted(others.roster)).toBe(7);
    expect(counted(others.roster.slice(0, 1))).toBe(1);
    expect(counted(undefined)).toBe(7);
  });

  it.each(['county.exitedPersonCount', 'village.exitedPersonCount', 'county.exitedPersonCountByRoute.full-coverage'])(
    '%s counts by the dates of a roster, unless a household is marked as still poor',
    (name) => {
      const exits = (household: Record<string, unknown>, exitDate?: string) =>
        evaluated(name, {}, 'persons', {
          roster: [
            { household: { registered: true, ...household, members: [{ exitDate, exitRoute: 'full-coverage' }] } },
          ],
        });
      expect(exits({}, '2017-06-15')).toBe(1);
      expect(exits({}, '2017-06-16')).toBe(0);
      expect(exits({ exitDate: '2017-12-31' }, '2017-06-15')).toBe(1);
      expect(exits({ exitStatus: 'relapsed' }, '2017-06-15')).toBe(1);
      expect(exits({ exitStatus: 'not-exited' }, '2017-06-15')).toBe(0);
      expect(exits({})).toEqual([0, 1]);
    },
  );

  it('exits of a year are counted where each case of a roster says the year', () => {
    const household = { registered: true, members: [{ exitDate: '2016-12-31' }, { exitDate: '2017-01-01' }] };
    const counted = (row: Record<string, unknown>) =>
      evaluated('county.exitedInYearPersonCount', {}, 'persons', { roster: [{ household, ...row }] });
    expect(counted({ period: { year: 2016 } })).toBe(1);
    expect(counted({})).toEqual([0, 2]);
  });
});

describe('numbers stay exact', () => {
  it('or are refused', () => {
    expect(() => evaluated('household.loan.amount * household.loan.interest', loan(1e9, 1e9), 'yuan*yuan')).toThrow(
      'too large',
    );
    expect(() => evaluated('round(household.loan.amount / 0.0001, down)', loan(1e12))).toThrow('too large');
    const members = [{ medicalPremium: 1e12 }, { medicalPremium: 1e12 }];
    const premiums = 'sum(household.members, person.medicalPremium * 50)';
    expect(() => evaluated(premiums, { members }, 'yuan/year')).toThrow('too large');
  });

  it('also where a division carries a long denominator', () => {
    expect(
      evaluated(
        'round(household.loan.amount / household.solar.capacity, half-up)',
        { loan: { amount: 1_000_000_000 }, solar: { capacity: 99_999_999.9999 } },
        'yuan/kW',
      ),
    ).toBe(10);
  });
});

describe('against brute force', () => {
  const names = ['household.loan.amount', 'household.loan.interest', 'household.equity.amount'];
  const atoms = fc.constantFrom(...names, '2', '0.5', '0', 'line', 'unknown');
  const { number } = fc.letrec<{ number: string; truth: string }>((tie) => ({
    number: fc.oneof(
      { maxDepth: 3 },
      atoms,
      fc.tuple(tie('number'), fc.constantFrom('+', '-'), tie('number')).map(([a, op, b]) => `(${a} ${op} ${b})`),
      tie('number').map((a) => `(${a} * 2)`),
      fc.tuple(fc.constantFrom('min', 'max'), tie('number'), tie('number')).map(([f, a, b]) => `${f}(${a}, ${b})`),
      fc.tuple(tie('number'), fc.constantFrom('half-up', 'up', 'down')).map(([a, mode]) => `round(${a} / 3, ${mode})`),
      fc.tuple(tie('truth'), tie('number'), tie('number')).map(([c, a, b]) => `if(${c}, ${a}, ${b})`),
    ),
    truth: fc.oneof(
      { maxDepth: 2 },
      fc.constant('household.registered'),
      fc
        .tuple(tie('number'), fc.constantFrom('<', '<=', '=', '!='), tie('number'))
        .map(([a, op, b]) => `${a} ${op} ${b}`),
      tie('truth').map((a) => `not (${a})`),
      fc.tuple(tie('truth'), fc.constantFrom('and', 'or'), tie('truth')).map(([a, op, b]) => `(${a}) ${op} (${b})`),
    ),
  }));

  it('what is partly known holds every completion', () => {
    const amounts = [0, 1, 99.99, 250];
    const amount = fc.constantFrom(...amounts, undefined);
    let narrow = 0;
    fc.assert(
      fc.property(number, amount, amount, fc.constantFrom(true, false, undefined), (formula, a, b, registered) => {
        const of = (x: unknown, y: unknown, z: unknown, is: unknown) =>
          evaluated(formula, { loan: { amount: x, interest: y }, equity: { amount: z }, registered: is });
        const known = of(a, b, undefined, registered);
        if (known === undefined) return;
        if (Array.isArray(known) || typeof known === 'number') narrow += 1;
        const [low, high] = Array.isArray(known) ? known : [known, known];
        for (const x of a === undefined ? amounts : [a]) {
          for (const z of amounts) {
            const completed = of(x, b ?? 7.77, z, registered ?? z > 1);
            const { low: least, high: most } = toInterval(
              Array.isArray(completed) ? { low: completed[0], high: completed[1] } : (completed as Value),
            );
            expect(least >= (low as number) && most <= (high as number), `${formula}: ${completed} in ${known}`).toBe(
              true,
            );
          }
        }
      }),
      { numRuns: 60, seed: 3 },
    );
    expect(narrow).toBeGreaterThan(10);
  });

  it('a comparison of ranges is definite only where every pair agrees', () => {
    const bound = fc.integer({ min: 0, max: 4 });
    const range = fc.tuple(bound, bound).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
    const within = ({ low, high }: { low: number; high: number }) =>
      Array.from({ length: high - low + 1 }, (_, index) => low + index);
    fc.assert(
      fc.property(range, range, fc.constantFrom('=', '!=', '<', '<=', '>', '>=' as const), (a, b, operator) => {
        const answers = new Set(within(a).flatMap((x) => within(b).map((y) => compare(operator, x, y))));
        const found = compare(operator, a.low === a.high ? a.low : a, b.low === b.high ? b.low : b);
        expect(found).toBe(answers.size === 1 ? [...answers][0] : undefined);
      }),
      { numRuns: 300 },
    );
  });
});
