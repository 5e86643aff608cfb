import type { Verdict } from '../../packages/rules/src/index.ts';
import type { MemberFacts } from './household-facts.ts';
import type { Truth } from './truth.ts';

export function put(found: Verdict[], rule: string, member: number, truth: Truth, amount: number | null = null): void {
  const status = truth === null ? 'unknown' : truth ? 'met' : 'unmet';
  found.push({ rule, member, status, amount: truth === false ? null : amount });
}

/** Of a rule that speaks of some only. */
export function putWithin(found: Verdict[], rule: string, member: number, scope: Truth, truth: Truth): void {
  const test = truth === null ? 'unknown' : truth ? 'met' : 'unmet';
  found.push({
    rule,
    member,
    status: scope === false ? 'not-applicable' : scope === null ? 'unknown' : test,
    amount: null,
  });
}

/** As `putWithin`, of a target whose day is still to come: a test that fails is not yet due. */
export function putBeforeDue(found: Verdict[], rule: string, member: number, scope: Truth, truth: Truth): void {
  putWithin(found, rule, member, scope, truth === false ? null : truth);
}

export function isEither(actual: string | null, first: string, second: string): Truth {
  return actual === null ? null : actual === first || actual === second;
}

export function isLostOrPartial({ labourAbility }: MemberFacts): Truth {
  return isEither(labourAbility, 'lost', 'partial');
}

export function isAbleOrPartial({ labourAbility }: MemberFacts): Truth {
  return isEither(labourAbility, 'able', 'partial');
}
