import { decide, type Finding, type Policy, type PolicyText, type RuleFinding } from '@jingzhun/rules';
import type { Bilingual, Case } from '@jingzhun/schemas';
import type { DayOptions } from '../days.ts';
import { isRuleFinding } from '../wording/finding-text.ts';

/** A figure that the document sets, beside the same figure counted from the roster. */
export interface Figure {
  readonly rule: string;
  readonly title: Bilingual;
  readonly what: Bilingual;
  readonly unit: string | undefined;
  readonly printed: number;
  /** Null for a figure that follows from printed ones and is not counted. */
  readonly counted: number | null;
}

export interface PlanFigures {
  readonly baseline: readonly Figure[];
  readonly derived: readonly Figure[];
  /** Findings over the whole roster that nothing settles yet. */
  readonly open: readonly RuleFinding[];
}

const kinds = new Set(['plan-figure', 'capital-plan', 'capacity']);

/** Those for whom a figure is one of the whole plan, not of one site or town. */
const whole = new Set(['county', 'province', 'fund']);

const repeats = (figures: readonly Figure[], place: number): boolean =>
  figures
    .slice(0, place)
    .some(({ rule, printed }) => rule === figures[place]?.rule && printed === figures[place]?.printed);

/** A case of everything that the plan's own figures are asked of, with the roster they are counted from. */
function countyCase(policy: Policy, roster: readonly Case[]): Case {
  const asked = policy.rules.filter(({ kind }) => kinds.has(kind)).flatMap(({ asks }) => asks);
  const entities = asked.filter((entity) => entity !== 'person' && entity !== 'household');
  return { ...Object.fromEntries(entities.map((entity) => [entity, {}])), roster } as Case;
}

/** Asks the plan's figures of a roster. */
export function planFigures(policy: Policy, text: PolicyText, roster: readonly Case[], days: DayOptions): PlanFigures {
  const decision = decide(policy, countyCase(policy, roster), days);
  const provisions = new Map(
    text.sections.flatMap((section) => section.provisions).map((provision) => [provision.id, provision]),
  );
  const findings = (decision.findings as Finding[]).filter(isRuleFinding).filter(({ kind }) => kinds.has(kind));
  const figures = findings.flatMap((finding) => {
    const planned = finding.kind !== 'plan-figure' && whole.has(finding.subject.entity);
    return finding.outcomes.flatMap(
      ({ what, value, actual, unit }): (Figure & { status: string; planned: boolean })[] => {
        const provision = provisions.get(finding.rule);
        if (provision === undefined || typeof value !== 'number') return [];
        const title = provision.outcomes[what] ?? { zh: what, en: what };
        const counted = typeof actual === 'number' ? actual : null;
        return [
          {
            rule: finding.rule,
            title: provision.title,
            what: title,
            unit,
            printed: value,
            counted,
            status: finding.status,
            planned,
          },
        ];
      },
    );
  });
  return {
    baseline: figures.filter(({ counted, status }) => counted !== null && status !== 'unknown'),
    derived: figures.filter(({ counted, planned }, place) => counted === null && planned && !repeats(figures, place)),
    open: findings.filter(({ status }) => status === 'unknown'),
  };
}
