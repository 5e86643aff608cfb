import type { Bilingual, Decision, Finding } from '@jingzhun/schemas';
import type { PolicyText, ProvisionText } from '../model/policy.ts';

/** A finding with what people want to read beside it. */
export type Annotated<F extends Finding = Finding> = Omit<F, 'anomalies'> & {
  readonly title?: Bilingual;
  /** Errors and contradictions of the text that touch it. */
  readonly anomalies?: readonly Bilingual[];
};

/**
 * Puts a policy's wording beside the findings of a decision: the title of each rule and the anomalies of its clause.
 * The wording is a module of its own, so that deciding does not have to carry it.
 *
 * @example
 * const decision = decide(ruyuan2016, { county: { labourHouseholdCount: 1530 } }, { on: '2017-09-01' });
 * const capacity = annotate(decision, ruyuan2016Text).findings.find(({ rule }) => rule === 'ruyuan.solar.county-capacity');
 * capacity?.anomalies?.length; // 2
 */
export function annotate<Id extends string>(
  decision: Decision<Id>,
  text: PolicyText,
): Omit<Decision<Id>, 'findings'> & { findings: Annotated<Finding<Id>>[] } {
  const provisions = new Map<string, ProvisionText>(
    text.sections.flatMap((section) => section.provisions.map((provision) => [provision.id, provision])),
  );
  return {
    ...decision,
    findings: decision.findings.map((finding) => {
      const provision = provisions.get(finding.rule);
      if (provision === undefined) return finding as Annotated<Finding<Id>>;
      const { title, anomalies } = provision;
      return { ...finding, title, ...(anomalies.length > 0 ? { anomalies } : {}) } as Annotated<Finding<Id>>;
    }),
  };
}
