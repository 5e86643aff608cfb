import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onePolicy, quoteSha256, tinyParameter, title } from '../testing/tiny-policy.ts';
import { isInterval, toInterval, type Value } from '../values/interval.ts';
import { compare } from './compare.ts';
import { caseFrame } from './entries.ts';
import { compileExpression } from './expression.ts';
import { regimeOn } from './regime.ts';

const infinity = Number.POSITIVE_INFINITY;
const day = '2017-06-15';

const parameters = {
  line: tinyParameter('yuan', 100),
  share: tinyParameter('%', 45),
  rates: {
    title,
    unit: 'yuan',
    by: 'household.type',
    values: [
      { from: '2016-01-01', value: { general: 10, dibao: 30, 'dibao-assisted': 15, wubao: 20, none: 25 }, quoteSha256 },
    ],
  },
};

/** What a formula comes to for a household, in units; an interval where it is partly known. */
function evaluated(
  formula: string,
  household: Record<string, unknown> = {},
  unit = 'yuan',
  others: Record<string, unknown> = {},
): unknown {
  const numeric = unit === '' ? {} : { unit };
  const policy = onePolicy({}, { parameters, facts: { 'household.f': { title, formula, ...numeric } } });
  const regime = regimeOn(policy, day);
  const fact = regime.facts.get('household.f');
  const derive = fact?.model.derive;
  if (derive === undefined || !('formula' in derive)) throw new Error('the fact has no formula');
  const question = { on: day, assessedOn: day, inherits: false, problems: [] };
  const frame = caseFrame({ household, ...others }, question, regime.levels);
  const value = compileExpression(derive.formula.expression, regime.scope)(frame);
  expect(question.problems).toEqual([]);
  const { scale } = derive.formula;
  if (value !== undefined && isInterval(value)) {
    const { low, high } = value;
    return low === -infinity && high === infinity ? undefined : [low / scale, high / scale];
  }
  return typeof value === 'number' ? value / scale : value;
}

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

  it.each<[string, unknown[] | undefined, unknown]>([
    ['any(household.members, person.enrolled)', [{ enrolled: false }, {}, { enrolled: true }], true],
    ['any(household.members, person.enrolled)', [{ enrolled: false }, {}], undefined],
    ['any(household.members, person.enrolled)', [], false],
    ['any(household.members, person.enrolled)', undefined, undefined],
    ['every(household.members, person.enrolled)', [{ enrolled: true }, {}], undefined],
    ['every(household.members, person.enrolled)', [{ enrolled: false }, {}], false],
    ['every(household.members, person.enrolled)', [], true],
    ['every(household.members, person.enrolled)', undefined, undefined],
    ['count(household.members, person.enrolled) >= 0', undefined, true],
    ['count(household.members) = 2', [{}, {}], true],
    ['count(household.members, person.enrolled) = 1', [{ enrolled: true }, { enrolled: false }], true],
    ['count(household.members, person.enrolled) < 3', [{}, {}], true],
    ['sum(household.members, person.skillCount) >= 5', [{ skillCount: 5 }, {}], true],
    ['sum(household.members, person.skillCount) > 5', [{ skillCount: 5 }, {}], undefined],
    [
      'sum(household.members, person.skillCount, person.enrolled) = 0',
      [{ skillCount: 5, enrolled: false }, { enrolled: false }],
      true,
    ],
    ['sum(household.members, person.skillCount, person.enrolled) <= 5', [{ skillCount: 5 }, { skillCount: 0 }], true],
  ])('%s over %j is %s', (formula, members, expected) => {
    expect(truth(formula, { members })).toBe(expected);
  });

  it('reads the records of a list', () => {
    const enterprise = { employments: [{ registered: true }, { registered: false }, {}] };
    expect(truth('count(enterprise.employments, employment.registered) >= 1', {}, { enterprise })).toBe(true);
    expect(truth('count(enterprise.employments, employment.registered) >= 2', {}, { enterprise })).toBeUndefined();
    expect(truth('count(enterprise.employments, employment.registered) >= 3', {}, { enterprise })).toBe(false);
    expect(truth('count(enterprise.employments) = 3', {}, { enterprise })).toBe(true);
  });
});

describe('dates', () => {
  const dated = (formula: string, household: Record<string, unknown> = {}) => evaluated(formula, household, '');

  it.each<[string, unknown]>([
    ['addDays(household.exitDate, 1)', '2016-03-01'],
    ['addDays(household.exitDate, 0-1)', '2016-02-28'],
    ['addMonths(household.exitDate, 1)', '2016-03-29'],
    ['addYears(household.exitDate, 1)', '2017-02-28'],
    ['firstOfNextMonth(household.exitDate)', '2016-03-01'],
    ['date.on', day],
    ['if(household.exitDate < date.on, household.exitDate, date.on)', '2016-02-29'],
  ])('%s is %s', (formula, expected) => {
    expect(dated(formula, { exitDate: '2016-02-29' })).toBe(expected);
    if (formula.includes('exitDate')) expect(dated(formula)).toBeUndefined();
  });

  it('years are counted to the day', () => {
    const years = (exitDate?: string) =>
      evaluated('completedYears(household.exitDate, date.on)', { exitDate }, 'years');
    expect(years('2015-06-15')).toBe(2);
    expect(years('2015-06-16')).toBe(1);
    expect(years('2018-01-01')).toBe(0);
    expect(years()).toEqual([0, infinity]);
    expect(dated('year(household.exitDate) = 2016', { exitDate: '2016-12-31' })).toBe(true);
    expect(dated('year(household.exitDate) = 2016')).toBeUndefined();
  });

  it('a step that leaves the calendar is unknown', () => {
    for (const months of [12_000, 999_999_999_999]) {
      expect(
        dated('addMonths(household.exitDate, household.loan.termMonths)', {
          exitDate: '2016-02-29',
          loan: { termMonths: months },
        }),
      ).toBeUndefined();
    }
  });
});

describe('numbers stay exact', () => {
  it('or are refused', () => {
    expect(() => evaluated('household.loan.amount * household.loan.interest', loan(1e9, 1e9), 'yuan*yuan')).toThrow(
      'too large',
    );
    expect(() => evaluated('round(household.loan.amount / 0.0001, down)', loan(1e12))).toThrow('too large');
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
