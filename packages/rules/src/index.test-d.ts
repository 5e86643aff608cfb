import { describe, expectTypeOf, it } from 'vitest';
import { assess, type Case, type Decision, decide, type Policy, type Status, type Verdict } from './index.ts';
import { ruyuan2016 } from './policies/ruyuan-2016.gen.ts';

const input: Case = {};
const dates = { on: '2017-09-01' };

describe('rule ids', () => {
  const decision = decide(ruyuan2016, input, dates);
  type Rule = Exclude<(typeof decision.findings)[number], { kind: 'contradiction' }>['rule'];

  it('of a decision are those of the policy', () => {
    expectTypeOf<'ruyuan.education-aid.university'>().toExtend<Rule>();
    expectTypeOf<Rule>().not.toEqualTypeOf<string>();
  });

  it('that are misspelt do not compile', () => {
    expectTypeOf<'ruyuan.education-aid.univeristy'>().not.toExtend<Rule>();
    const { findings } = decision;
    findings.find(({ rule }) => rule === 'ruyuan.education-aid.university');
    // @ts-expect-error there is no such rule
    findings.find(({ rule }) => rule === 'ruyuan.education-aid.univeristy');
  });

  it('of verdicts too', () => {
    expectTypeOf(assess(ruyuan2016, input, dates)).toEqualTypeOf<Verdict<Rule>[]>();
  });

  it('are texts where the policy is only known at run time', () => {
    const loaded = ruyuan2016 as Policy;
    expectTypeOf(decide(loaded, input, dates)).toEqualTypeOf<Decision>();
  });
});

describe('facts', () => {
  it('that are misspelt do not compile', () => {
    decide(ruyuan2016, { household: { registered: true } }, dates);
    // @ts-expect-error there is no such fact
    decide(ruyuan2016, { household: { registerd: true } }, dates);
    // @ts-expect-error there is no such entity
    decide(ruyuan2016, { houshold: {} }, dates);
    // @ts-expect-error there is no such fact of a member
    decide(ruyuan2016, { household: { members: [{ schoolStag: 'primary' }] } }, dates);
  });

  it('of another type do not compile', () => {
    // @ts-expect-error a truth, not a text
    decide(ruyuan2016, { household: { registered: 'yes' } }, dates);
    // @ts-expect-error there is no such code
    decide(ruyuan2016, { household: { members: [{ schoolStage: 'primry' }] } }, dates);
    // @ts-expect-error a number, not a text
    decide(ruyuan2016, { household: { perCapitaNetIncome: '3000' } }, dates);
  });

  it('may be null, which is unknown', () => {
    decide(ruyuan2016, { household: { registered: null, members: [{ schoolStage: null }] } }, dates);
  });
});

describe('dates', () => {
  it('of the question are required', () => {
    // @ts-expect-error the day whose law applies
    decide(ruyuan2016, input, {});
    decide(ruyuan2016, input, { on: '2017-09-01', assessedOn: '2017-01-01' });
  });
});

describe('a status', () => {
  it('is one of five', () => {
    expectTypeOf<Status>().toEqualTypeOf<'met' | 'unmet' | 'unknown' | 'not-applicable' | 'not-in-force'>();
  });
});
