import { checkCase } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { bundled, policyIds } from '../../scripts/bundled-policies.ts';
import { regimeOn } from '../compile/regime.ts';
import type { CompiledRule } from '../compile/rule.ts';
import { decide } from '../decide/decide.ts';
import type { Policy } from '../model/policy.ts';
import { day, leaf, onePolicy, rulesIn, tinyParameter } from '../testing/tiny-policy.ts';
import { boundaryValues, caseFor } from './index.ts';

function theRule(policy: Policy, on = day): { rule: CompiledRule; regime: ReturnType<typeof regimeOn> } {
  const regime = regimeOn(policy, on);
  return { rule: regime.rules[0]?.compiled() as CompiledRule, regime };
}

const income = 'household.perCapitaDisposableIncome';

describe('a case made for a rule', () => {
  it('holds only the facts that matter', () => {
    const { rule, regime } = theRule(
      onePolicy({
        when: {
          any: [
            leaf('household.registered', 'equal', true),
            {
              all: [
                leaf('household.willingToRelocate', 'equal', true),
                leaf('household.livesScattered', 'equal', true),
              ],
            },
          ],
        },
      }),
    );
    expect(caseFor(rule, regime, 'met', { on: day })?.case).toEqual({ household: { registered: true } });
  });

  it('stands on the wanted side of a threshold, with facts fixed beforehand where they are', () => {
    const { rule, regime } = theRule(
      onePolicy(
        {
          when: { all: [leaf('household.registered', 'equal', true), leaf(income, 'lessThan', { parameter: 'line' })] },
        },
        { parameters: { line: tinyParameter('yuan/person/year', 4000) } },
      ),
    );
    expect(caseFor(rule, regime, 'met', { on: day })?.case).toEqual({
      household: { registered: true, perCapitaDisposableIncome: 3999.99 },
    });
    const given = { [income]: 4000 };
    expect(caseFor(rule, regime, 'met', { on: day, given })).toBeUndefined();
    expect(caseFor(rule, regime, 'unmet', { on: day, given })?.case).toEqual({
      household: { perCapitaDisposableIncome: 4000 },
    });
  });

  it('fails only after the due date', () => {
    const { rule, regime } = theRule(
      onePolicy({ kind: 'deadline', due: '2017-12-31', when: leaf('household.registered', 'equal', true) }),
    );
    const witness = caseFor(rule, regime, 'unmet', { on: day });
    expect(witness).toMatchObject({ case: { household: { registered: false } }, status: 'unmet' });
    expect(String(witness?.assessedOn) > '2017-12-31').toBe(true);
  });

  it('reaches counts over lists and chains of days through the facts under them', () => {
    const { rule, regime } = theRule(
      onePolicy(
        { subject: 'work-team', kind: 'obligation', when: leaf('workTeam.written', 'greaterThanInclusive', 5) },
        {
          facts: {
            'workTeam.written': {
              title: { zh: '试', en: 'test' },
              unit: 'times',
              formula: "count(workTeam.reports, report.written and report.addressee = 'county')",
            },
          },
        },
      ),
    );
    const witness = caseFor(rule, regime, 'met', { on: day });
    expect(witness?.case.workTeam?.reports).toHaveLength(5);
  });

  it('is none where the rule cannot come to that', () => {
    const never = { all: [leaf(income, 'lessThan', 2000), leaf(income, 'greaterThan', 5000)] };
    const { rule, regime } = theRule(onePolicy({ when: never }));
    expect(caseFor(rule, regime, 'met', { on: day })).toBeUndefined();
  });
});

describe('the values around thresholds', () => {
  it('are those below, at and above, in the terms of a case', () => {
    const policy = onePolicy({ when: { any: [leaf(income, 'lessThan', 4000), leaf(income, 'greaterThan', 4000.5)] } });
    expect(boundaryValues(income, regimeOn(policy, day))).toEqual([3999.99, 4000, 4000.01, 4000.49, 4000.5, 4000.51]);
    expect(boundaryValues('household.memberCount', regimeOn(policy, day))).toEqual([]);
  });
});

describe.each(policyIds)('%s: a case is found for', (id) => {
  const { policy } = bundled(id);
  it('nearly every rule, met and unmet, and decide confirms each', () => {
    const lacking: string[] = [];
    for (const model of policy.rules) {
      const on = model.force.from;
      const regime = regimeOn(policy, on);
      const rule = regime.rules.find((each) => each.model === model)?.compiled() as CompiledRule;
      const wanted =
        model.when === undefined && model.items === undefined ? (['met'] as const) : (['met', 'unmet'] as const);
      for (const status of wanted) {
        const witness = caseFor(rule, regime, status, { on });
        if (witness === undefined) {
          lacking.push(`${model.id} ${status}`);
          continue;
        }
        expect(checkCase(witness.case).ok).toBe(true);
        const { case: input, member = 0, ...dates } = witness;
        const found = rulesIn(decide(policy, input, dates)).filter((finding) => finding.rule === model.id)[member];
        expect(found?.status, model.id).toBe(status);
      }
    }
    expect(lacking).toEqual(lackingOf[id]);
  });
});

/** Rules for which there is none, or none that is found by trying: rosters of thousands, days far outside the force. */
const lackingOf: Readonly<Record<string, readonly string[]>> = {
  'huadu-2016': ['huadu.process.asset-management unmet'],
  'huayang-2016': [],
  'hubei-2016': [],
  'ruyuan-2016': ['ruyuan.plan.baseline-no-labour met'],
  'sichuan-2014': [],
};
