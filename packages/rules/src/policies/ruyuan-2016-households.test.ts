import type { Case, RuleFinding } from '@jingzhun/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPolicyFolder } from '../../../cli/src/policy-folder.ts';
import { decide } from '../decide/decide.ts';
import { loadPolicy } from '../load/index.ts';
import type { Policy } from '../model/policy.ts';
import { rulesIn } from '../testing/tiny-policy.ts';

const { policy } = loadPolicy(readPolicyFolder(new URL('../../policies/ruyuan-2016', import.meta.url).pathname));
const on = '2017-09-01';
const settings = { numRuns: Number(process.env.FUZZ_RUNS ?? 60), seed: Number(process.env.FUZZ_SEED ?? 20161129) };

/** A value, or nothing. */
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 3 });
const truth = maybe(fc.boolean());
const code = (...codes: string[]) => maybe(fc.constantFrom(...codes));
const yuan = (most: number) => maybe(fc.integer({ min: 0, max: most * 100 }).map((fen) => fen / 100));
const stages = [
  'preschool',
  'primary',
  'junior-secondary',
  'senior-secondary',
  'secondary-vocational',
  'technician-college',
  'higher-vocational',
  'undergraduate',
  'postgraduate',
];

const person = fc.record({
  registered: maybe(fc.constantFrom(true, true, false)),
  labourAbility: code('able', 'partial', 'lost', 'none'),
  dibaoEligible: truth,
  inDibao: truth,
  schoolStage: code('none', ...stages),
  enrolled: truth,
  studiesFullTime: truth,
  droppedOutForPoverty: truth,
  willingToWork: truth,
  wantsTransferEmployment: truth,
  employmentServiceReceived: truth,
  employmentStatus: code('self-employed', 'stable', 'transferred', 'temporary', 'none'),
  skillCount: maybe(fc.nat(2)),
  medicalPremium: yuan(300),
  medicalInsured: truth,
  seriousIllnessCovered: truth,
  pensionContribution: yuan(3),
  pensionEligible: truth,
  pensionDue: yuan(2),
  pensionPaid: yuan(2),
});

const household = fc.record({
  registered: maybe(fc.constantFrom(true, true, false)),
  type: code('general', 'dibao', 'dibao-assisted', 'wubao'),
  rural: truth,
  recognised: truth,
  incomeYear: maybe(fc.constantFrom(2014, 2015)),
  perCapitaDisposableIncome: maybe(fc.constantFrom(-5, 3599.99, 3600, 3999.99, 4000, 6530.48, 6530.49, 9000)),
  hasLabour: truth,
  willingToWork: truth,
  liftableByIndustryOrJob: truth,
  housing: fc.record({
    dangerLevel: code('a', 'b', 'c', 'd'),
    needsRenovation: truth,
    work: code('none', 'new-build', 'repair'),
  }),
  solar: fc.record({ capacity: maybe(fc.constantFrom(0, 2.9999, 3)), ownInvestment: yuan(1), inOperation: truth }),
  loan: fc.record({
    purpose: code('production', 'other'),
    interest: yuan(500),
    provincialSubsidy: yuan(300),
    municipalSubsidy: yuan(300),
    qualified: truth,
  }),
  members: fc.array(person, { maxLength: 4 }),
});

const external = fc.record({ dibaoLine: maybe(fc.constantFrom(300, 350)), upperHousingSubsidy: yuan(20000) });
const province = fc.record({ ruralPerCapitaDisposableIncome: maybe(fc.constantFrom(14512.2, 16367)) });
const cases = fc.record({ household, external, province });

const all = (input: unknown, of: Policy = policy, day = on): RuleFinding[] =>
  rulesIn(decide(of, input as Case, { on: day }));

describe('random households', () => {
  it('a lower income never loses an entitlement that depends on means', () => {
    // Of the income tests only that of the exit standard is passed from below; whom dibao must cover grows.
    const rising = ['ruyuan.exit.labour-income-45pct', 'ruyuan.principle.development-and-backstop'];
    let held = 0;
    fc.assert(
      fc.property(cases, fc.constantFrom(0.01, 400, 5000), (input, less) => {
        const { perCapitaDisposableIncome: income } = input.household;
        if (income === undefined) return;
        const poorer = all({
          ...input,
          household: { ...input.household, perCapitaDisposableIncome: Math.round(100 * (income - less)) / 100 },
        });
        all(input).forEach((before, index) => {
          const after = poorer[index] as RuleFinding;
          if (rising.includes(before.rule)) {
            if (before.rule === rising[0] && after.status === 'met') expect(before.status).toBe('met');
            if (before.rule === rising[1] && before.status === 'met') expect(after.status).toBe('met');
            return;
          }
          if (before.status !== 'met') return;
          held += 1;
          expect(after.status, before.rule).toBe('met');
          expect(after.outcomes[0]?.value).toEqual(before.outcomes[0]?.value);
        });
      }),
      settings,
    );
    expect(held).toBeGreaterThan(settings.numRuns);
  });

  it('one more student never lowers the aid of a household', () => {
    const aid = (input: unknown): number =>
      all(input)
        .filter(({ rule, status }) => rule.startsWith('ruyuan.education-aid.') && status === 'met')
        .flatMap(({ outcomes }) => outcomes)
        .reduce((sum, { what, value }) => sum + (what === 'aid' && typeof value === 'number' ? value : 0), 0);
    let more = 0;
    fc.assert(
      fc.property(cases, person, fc.constantFrom(...stages), (input, student, schoolStage) => {
        const members = [...input.household.members, { ...student, schoolStage }];
        const [before, after] = [aid(input), aid({ ...input, household: { ...input.household, members } })];
        expect(after).toBeGreaterThanOrEqual(before);
        if (after > before) more += 1;
      }),
      settings,
    );
    expect(more).toBeGreaterThan(0);
  });

  it('the order and the names of members change nothing but their order', () => {
    fc.assert(
      fc.property(cases, (input) => {
        const named = input.household.members.map((member, index) => ({ ...member, id: `p${index}` }));
        const turned = { ...input, household: { ...input.household, members: named.toReversed() } };
        const plain = ({ subject, ...rest }: RuleFinding) => ({
          ...rest,
          entity: subject.entity,
          missing: rest.missing.toSorted(),
        });
        const [here, there] = [all(input), all(turned)];
        for (const { id } of policy.rules) {
          const second = there.filter(({ rule }) => rule === id).toReversed();
          expect(second.map(plain)).toEqual(here.filter(({ rule }) => rule === id).map(plain));
        }
        const totals = (of: unknown) => decide(policy, of as Case, { on }).totals;
        expect(totals(turned)).toEqual(totals(input));
      }),
      settings,
    );
  });

  it('on both sides of a day on which the same is printed again, results are the same', () => {
    const day = '2017-09-02';
    const parameters = Object.fromEntries(
      Object.entries(policy.parameters).map(([name, parameter]) => [
        name,
        {
          ...parameter,
          values: parameter.values.flatMap((value) => [
            { ...value, to: on },
            { ...value, from: day },
          ]),
        },
      ]),
    );
    const twice: Policy = { ...policy, parameters };
    fc.assert(
      fc.property(cases, (input) => {
        const assessedOn = on;
        const of = (date: string) => decide(twice, input as Case, { on: date, assessedOn });
        // One day later there is a day less to every due date.
        const timeless = (findings: readonly unknown[]) =>
          findings.map((finding) => ({ ...(finding as object), daysLeft: 0 }));
        expect(timeless(of(day).findings)).toEqual(timeless(of(on).findings));
        expect(of(on).findings).toEqual(decide(policy, input as Case, { on, assessedOn }).findings);
        expect(of(day).totals).toEqual(of(on).totals);
      }),
      settings,
    );
  });

  it('removing facts never makes an unknown definite, nor one definite answer another', () => {
    // What follows from others and is given as something else is a contradiction: taking it back changes the answer.
    const consistent = cases.filter((input) =>
      decide(policy, input as Case, { on }).findings.every(({ kind }) => kind !== 'contradiction'),
    );
    let definite = 0;
    fc.assert(
      fc.property(consistent, fc.infiniteStream(fc.integer({ min: 0, max: 3 })), (input, dice) => {
        const fewer = all(thinned(input, () => dice.next().value === 0));
        all(input).forEach((more, index) => {
          const { status, rule } = fewer[index] as RuleFinding;
          if (status === 'unknown') return;
          definite += 1;
          expect(more.status, rule).toBe(status);
        });
      }),
      settings,
    );
    expect(definite).toBeGreaterThan(settings.numRuns);
  });
});

/** The same case without some of its values; members stay, whatever they lack. */
function thinned(value: unknown, without: () => boolean): unknown {
  if (Array.isArray(value)) return value.map((part) => thinned(part, without));
  if (typeof value !== 'object' || value === null) return without() ? undefined : value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, thinned(part, without)]));
}
