import type { Case } from '@jingzhun/schemas';
import { decision as decisionSchema } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../model/policy.ts';
import {
  day,
  findingOf,
  leaf,
  loadTiny,
  onePolicy,
  rulesIn,
  tinyParameter,
  tinyRule,
  title,
} from '../testing/tiny-policy.ts';
import { assess } from './assess.ts';
import { decide } from './decide.ts';

type Data = Record<string, unknown>;

const household = (facts: Data = {}) => ({ household: facts });
const registered = leaf('household.registered', 'equal', true);
const poor = leaf('household.perCapitaNetIncome', 'lessThan', 4000);
const general = leaf('household.type', 'equal', 'general');

describe('sharing', () => {
  it('what a decision holds cannot be changed so that the next one differs', () => {
    const policy = loadTiny({
      parameters: { aid: tinyParameter('yuan', 5) },
      rules: {
        'tiny.rule.one': tinyRule({
          when: registered,
          grant: { what: 'aid', amount: 'aid', unit: 'yuan' },
          anomalies: [title],
        }),
        'tiny.rule.two': tinyRule({ when: { all: [poor, general] }, due: '2017-06-30', delivered: registered }),
        'tiny.rule.three': tinyRule({ items: [{ key: 'a', title, when: registered }] }),
      },
    }).policy;
    const input = household({
      registered: false,
      perCapitaNetIncome: 5000,
      type: 'general',
      supportKinds: ['industry'],
    });
    const before = JSON.stringify(decide(policy, input as Case, { on: day }));
    const vandalise = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const part of Object.values(value)) vandalise(part);
      for (const key of Object.keys(value)) {
        try {
          (value as Data)[key] = 'vandalised';
        } catch {
          // Frozen: shared with other decisions.
        }
      }
    };
    vandalise(decide(policy, input as Case, { on: day }));
    expect(JSON.stringify(decide(policy, input as Case, { on: day }))).toBe(before);
  });

  it('the case is left as it is', () => {
    const policy = onePolicy({ when: { all: [registered, leaf('household.supportKinds', 'contains', 'industry')] } });
    const input = household({ registered: true, supportKinds: ['industry'], members: [{ id: 'a' }] });
    const before = JSON.stringify(input);
    decide(policy, input as Case, { on: day });
    expect(JSON.stringify(input)).toBe(before);
    Object.freeze(input.household);
    expect(() => decide(policy, input as Case, { on: day })).not.toThrow();
  });

  it('a decision does not depend on those before it', () => {
    const policy = onePolicy({ when: { all: [registered, poor, general] } });
    const inputs = [
      {},
      { registered: true },
      { registered: true, perCapitaNetIncome: 1 },
      { type: 'general' },
      { registered: false, type: 'dibao' },
    ].map(household);
    const forwards = inputs.map((input) => JSON.stringify(findingOf(policy, input)));
    const backwards = inputs.toReversed().map((input) => JSON.stringify(findingOf(policy, input)));
    expect(backwards.reverse()).toEqual(forwards);
    const fresh = inputs.map((input) => JSON.stringify(findingOf(structuredClone(policy), input)));
    expect(fresh).toEqual(forwards);
  });
});

describe('a decision', () => {
  it('fits its schema and says what it was made with', () => {
    const policy = onePolicy({
      scope: registered,
      when: { all: [poor, general] },
      grant: { what: 'aid', amount: 'household.loan.amount', unit: 'yuan' },
    });
    for (const facts of [
      {},
      { registered: true, type: 'dibao', perCapitaNetIncome: 1 },
      { registered: true, type: 'general', perCapitaNetIncome: 1, loan: { amount: 5 } },
    ]) {
      const decision = decide(policy, household(facts) as Case, { on: day, assessedOn: '2017-01-01' });
      expect(decisionSchema.parse(decision)).toEqual(decision);
      expect(decision).toMatchObject({
        on: day,
        assessedOn: '2017-01-01',
        policy: { id: 'tiny-2016', release: '1.0.0', digest: policy.digest },
      });
    }
  });

  it('is the same from a policy that was stored as JSON', () => {
    const policy = onePolicy({ when: { all: [poor, general] } });
    const stored = JSON.parse(JSON.stringify(policy)) as Policy;
    const input = household({ perCapitaNetIncome: 1 }) as Case;
    expect(decide(stored, input, { on: day })).toEqual(decide(policy, input, { on: day }));
  });

  it('holds the same verdicts as assess, in the same order', () => {
    const policy = loadTiny({
      rules: {
        'tiny.rule.one': tinyRule({ when: registered, grant: { what: 'aid', amount: 5, unit: 'yuan' } }),
        'tiny.rule.two': tinyRule({
          subject: 'person',
          when: leaf('person.enrolled', 'equal', true),
          grant: { what: 'aid', amount: 'person.medicalPremium', unit: 'yuan', every: 'year' },
        }),
        'tiny.rule.three': tinyRule({ force: { from: '2018-01-01' } }),
        'tiny.rule.four': tinyRule({ when: registered }),
        'tiny.rule.five': tinyRule({
          scope: leaf('household.registered', 'equal', false),
          grant: { what: 'aid', amount: 5, unit: 'yuan' },
        }),
      },
    }).policy;
    const input = household({
      registered: true,
      members: [
        { enrolled: true, medicalPremium: 7.5 },
        {},
        { enrolled: false },
        { enrolled: false, medicalPremium: 8 },
        { medicalPremium: 9 },
      ],
    }) as Case;
    const amount = (finding: ReturnType<typeof rulesIn>[number]) =>
      finding.status === 'unmet' ? null : (finding.outcomes[0]?.value ?? null);
    expect(assess(policy, input, { on: day })).toEqual(
      rulesIn(decide(policy, input, { on: day })).map((finding) => ({
        rule: finding.rule,
        member: finding.subject.entity === 'person' ? (finding.subject.index ?? -2) : -1,
        status: finding.status,
        amount: amount(finding),
      })),
    );
  });
});
