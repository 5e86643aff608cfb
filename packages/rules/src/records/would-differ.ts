import type { Case, DecisionRecord, RecordedFinding } from '@jingzhun/schemas';
import { decide } from '../decide/decide.ts';
import type { Policy, PolicyText, ReleaseText } from '../model/policy.ts';
import { type Difference, findingDifferences } from './differences.ts';
import { FindingsWithholder } from './withhold-findings.ts';

type Change = ReleaseText['changes'][number];

/** A finding that would be another today, with the lines of the releases since that speak of its rule. */
export interface ChangedFinding extends Difference {
  readonly because: readonly {
    readonly release: string;
    readonly kind: NonNullable<ReleaseText['kind']> | null;
    readonly change: Change;
  }[];
}

/** What a later release says of the same case on the same day. */
export interface WouldDiffer {
  readonly release: string;
  /** Releases since the record's, the oldest first. */
  readonly since: readonly ReleaseText[];
  readonly findings: readonly ChangedFinding[];
}

/** What a finding says. Reasons and citations may change without a consequence for anybody. */
const said = ['rule', 'subject', 'status', 'delivered', 'outcomes', 'items', 'due'] as const;

/**
 * Decides the same facts with the recorded release and with a later one, and says where the findings part. `withheld`:
 * facts that are not in the record. Without `facts` no finding that rests on one is looked at; with them all are, and
 * values that would give such a fact away are not shown.
 */
export function wouldDiffer(
  record: DecisionRecord,
  then: Policy,
  { policy, text }: { readonly policy: Policy; readonly text: Pick<PolicyText, 'releases'> },
  facts: Case | undefined,
  withheld: ReadonlySet<string>,
): WouldDiffer {
  const since = text.releases.slice(text.releases.findIndex(({ version }) => version === record.policy.release) + 1);
  const before = new Retold(then, record, facts, withheld);
  const after = new Retold(policy, record, facts, withheld);
  const isLooked = (rule: string): boolean => facts !== undefined || !(before.rests(rule) || after.rests(rule));
  const differences = (part: 'full' | 'shown'): Difference[] =>
    findingDifferences(before[part], after[part]).filter(({ rule = '' }) => isLooked(rule));
  const shown = new Map(differences('shown').map((each) => [nameOf(each), each]));
  return {
    release: policy.release,
    since,
    findings: differences('full').map(({ recorded: _, now: __, ...difference }) => ({
      ...difference,
      ...valuesOf(shown.get(nameOf(difference))),
      because: since.flatMap(({ version, kind = null, changes }) =>
        changes
          .filter((change) => concerns(change, difference.rule ?? '', record.on, [before, after]))
          .map((change) => ({ release: version, kind, change })),
      ),
    })),
  };
}

const nameOf = ({ rule, subject, field }: Difference): string => JSON.stringify([rule, subject, field]);

const valuesOf = ({ recorded, now }: Pick<Difference, 'recorded' | 'now'> = {}) => ({
  ...(recorded === undefined ? {} : { recorded }),
  ...(now === undefined ? {} : { now }),
});

/** The findings of one release: in full, and as a record would show them. */
class Retold {
  readonly full: readonly RecordedFinding[];
  readonly shown: readonly RecordedFinding[];
  private readonly withholder: FindingsWithholder;

  constructor(
    policy: Policy,
    { on, assessedOn, ...record }: DecisionRecord,
    facts: Case | undefined,
    names: ReadonlySet<string>,
  ) {
    const given = (facts ?? record.facts) as Case;
    const decision = decide(policy, given, { on, assessedOn });
    this.withholder = new FindingsWithholder(policy, on, names);
    const { findings } = this.withholder.withhold(decision, given);
    this.shown = findings.map(saidBy);
    this.full = decision.findings.map((finding, index) =>
      saidBy({ ...finding, subject: findings[index]?.subject ?? finding.subject } as RecordedFinding),
    );
  }

  rests(rule: string): boolean {
    return this.withholder.restsOnWithheld(rule);
  }

  parametersOf(rule: string): ReadonlySet<string> {
    return this.withholder.readsOf(rule).parameters;
  }
}

const saidBy = (finding: RecordedFinding): RecordedFinding =>
  Object.fromEntries(
    said.flatMap((key) => (key in finding ? [[key, finding[key as keyof RecordedFinding]]] : [])),
  ) as RecordedFinding;

/** Does a line of a release speak of a rule on that day? One that names neither provisions nor parameters may. */
function concerns(
  { provisions, parameters, from, to }: Change,
  rule: string,
  on: string,
  told: readonly Retold[],
): boolean {
  if ((from !== undefined && on < from) || (to !== undefined && on > to)) return false;
  if (provisions === undefined && parameters === undefined) return true;
  const reads = told.flatMap((each) => [...each.parametersOf(rule)]);
  return provisions?.includes(rule) === true || parameters?.some((name) => reads.includes(name)) === true;
}
