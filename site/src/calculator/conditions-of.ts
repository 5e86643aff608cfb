import type { ConditionModel, LeafModel, Reason, RuleFinding, RuleModel } from '@jingzhun/rules';

/** A condition of a rule beside what is. */
export interface Condition {
  /** Turned into what is asked for where the rule asks for its opposite. */
  readonly reason: Reason;
  /** The fact with whose value it is compared. */
  readonly against: string | undefined;
  /** It says whether the rule, or a part of it, applies, and asks for nothing. */
  readonly circumstance?: true;
  /** It fails, and whether it is asked for at all is open. */
  readonly ifApplies?: true;
  /** It fails and is not late: the last day on which it can still come to hold. */
  readonly due?: string;
  /** The choices it is part of, the outermost first. */
  readonly choices?: readonly Choice[];
}

/** One of several ways of which one is enough. */
export interface Choice {
  /** The same of all its ways. */
  readonly choice: number;
  readonly way: number;
}

/** Conditions that say why a rule has its status, and those that do not matter: ways not taken, parts that do not apply. */
export interface Conditions {
  readonly bearing: readonly Condition[];
  readonly aside: readonly Condition[];
}

type Truth = boolean | null;

interface Leaf {
  readonly model: LeafModel;
  readonly reason: Reason;
  readonly negated: boolean;
  readonly choices: readonly Choice[];
}

interface Node {
  readonly truth: Truth;
  readonly leaves: readonly Leaf[];
  /** The leaves that make it what it is: without ways that were not needed. */
  readonly telling: readonly Leaf[];
}

/** Sorts the reasons of a finding by what they mean in its rule, as it reads on the day. */
export function conditionsOf(finding: RuleFinding, rule: RuleModel | undefined): Conditions {
  const { because, status } = finding;
  const rest = [...because];
  const part = (condition: ConditionModel | undefined): Node => (condition ? nodeOf(condition, rest, false) : nothing);
  const own = { scope: part(rule?.scope), when: part(rule?.when) };
  const items = (rule?.items ?? []).map(({ key, scope, when }) => ({ key, scope: part(scope), when: part(when) }));
  const all = [own, ...items].flatMap(({ scope, when }) => [...scope.leaves, ...when.leaves]);
  const due = new Map([
    // A day for the whole rule is the day for each of its items.
    ...(rule?.due === undefined || own.scope.truth === false
      ? []
      : [own, ...items].flatMap((each) => notYetDue(each, finding))),
    ...items.flatMap((item) =>
      notYetDue(
        item,
        finding.items?.find(({ key }) => key === item.key),
      ),
    ),
  ]);
  const bearing = new Set([
    ...[own.scope, own.when].flatMap(({ telling }) => telling),
    // What holds of a part that does not apply says nothing, nor does, where the rule is met, one that is not yet due.
    ...items.flatMap(({ scope, when }) =>
      scope.truth === false || (status === 'met' && when.truth !== true) ? [] : [...scope.telling, ...when.telling],
    ),
  ]);
  const parts = [own, ...items];
  const asked = own.scope.truth === null ? parts : items.filter(({ scope }) => scope.truth === null);
  const unsure = new Set(asked.flatMap(({ when }) => when.leaves));
  const circumstances = new Set(parts.flatMap(circumstancesOf));
  // What a case is about, whoever reads the answer knows.
  const said = all.filter(({ model }) => !model.fact.startsWith('present.'));
  const told = (leaves: readonly Leaf[]): readonly Condition[] =>
    leaves.map((leaf) => ({
      ...conditionOf(leaf, due.get(leaf), circumstances.has(leaf)),
      ...(unsure.has(leaf) && leaf.reason.holds === leaf.negated && { ifApplies: true as const }),
    }));
  const telling = said.filter((leaf) => bearing.has(leaf));
  const decisive = told(telling.filter((leaf) => !parts.some((part) => isNarrowed(leaf, part, telling))));
  const known = new Set(decisive.map(whatIsAsked));
  return {
    bearing: decisive,
    // What bears on the rule in one place is not beside the point in another.
    aside: told(said.filter((leaf) => !bearing.has(leaf))).filter((each) => !known.has(whatIsAsked(each))),
  };
}

interface Part {
  readonly scope: Node;
  readonly when: Node;
}

/** What says whether a part applies; and, where one of several ways asks for the same fact again, whether that way does. */
function circumstancesOf({ scope, when }: Part): readonly Leaf[] {
  const facts = new Set(scope.leaves.map(({ model }) => model.fact));
  return [...scope.leaves, ...when.leaves.filter(({ model, choices }) => choices.length > 0 && facts.has(model.fact))];
}

/** Whether a part applies by a fact of which one of its ways, told beside it, asks for more, and it is so. */
function isNarrowed(leaf: Leaf, { scope, when }: Part, telling: readonly Leaf[]): boolean {
  return (
    scope.leaves.includes(leaf) &&
    leaf.choices.length === 0 &&
    when.leaves.some(
      ({ model, reason, negated, choices }) =>
        choices.length > 0 && model.fact === leaf.model.fact && reason.holds === !negated,
    ) &&
    telling.some((other) => when.leaves.includes(other) && other.model.fact === leaf.model.fact)
  );
}

/** The same of conditions that ask the same, in whatever part of the rule. */
function whatIsAsked({ reason: { fact, operator, expected }, against }: Condition): string {
  return JSON.stringify([fact, operator, expected, against]);
}

/** The conditions of an unmet finding that are not as they should be, and are late. */
export function failingOf(finding: RuleFinding, rule: RuleModel | undefined): readonly Condition[] {
  return once(
    conditionsOf(finding, rule).bearing.filter(
      ({ reason, due, ifApplies }) => reason.holds === false && due === undefined && !ifApplies,
    ),
  );
}

/** The conditions that are not as they should be and can still come to be so. */
export function awaitedOf(finding: RuleFinding, rule: RuleModel | undefined): readonly Condition[] {
  return once(conditionsOf(finding, rule).bearing.filter(({ due }) => due !== undefined));
}

/** Without those that ask the same again, in another part of the rule. */
function once(conditions: readonly Condition[]): readonly Condition[] {
  const byWhatIsAsked = new Map<string, Condition>();
  for (const condition of conditions) {
    const key = whatIsAsked(condition);
    if (!byWhatIsAsked.has(key)) byWhatIsAsked.set(key, condition);
  }
  return [...byWhatIsAsked.values()];
}

/** The facts of conditions that are not yet due, with the day on which they are. */
export function awaitedFacts(finding: RuleFinding, rule: RuleModel | undefined): ReadonlyMap<string, string> {
  const { bearing } = conditionsOf(finding, rule);
  return new Map(bearing.flatMap(({ reason, due }) => (due === undefined ? [] : [[reason.fact, due] as const])));
}

/** What fails of a rule or item that is known to apply and yet is open: only its due date keeps it so. */
function notYetDue(
  { scope, when }: Part,
  decided:
    | {
        readonly status: RuleFinding['status'];
        readonly due?: string | undefined;
        readonly daysLeft?: number | undefined;
      }
    | undefined,
): (readonly [Leaf, string])[] {
  const { status, due, daysLeft } = decided ?? {};
  if (status !== 'unknown' || due === undefined || when.truth !== false) return [];
  // While days are left, whether it applies at all may be open as well.
  if (daysLeft === undefined ? scope.truth !== true : scope.truth === false) return [];
  return when.leaves.filter(({ reason, negated }) => reason.holds === negated).map((leaf) => [leaf, due] as const);
}

const nothing: Node = { truth: true, leaves: [], telling: [] };

/** Takes the reasons of a condition from the front of `rest`, where they stand in its order. */
function nodeOf(condition: ConditionModel, rest: Reason[], negated: boolean, choices: readonly Choice[] = []): Node {
  if ('not' in condition) return nodeOf(condition.not, rest, !negated, choices);
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any;
    // The opposite of "all" is "any of the opposites".
    if ('all' in condition !== negated) return allOf(parts.map((each) => nodeOf(each, rest, negated, choices)));
    // No two that stand beside each other begin at the same reason.
    const choice = rest.length;
    return anyOf(parts.map((each, way) => nodeOf(each, rest, negated, [...choices, { choice, way }])));
  }
  const reason = rest.shift();
  if (reason === undefined) return nothing;
  const truth = reason.holds === null ? null : reason.holds !== negated;
  const leaves = [{ model: condition, reason, negated, choices }];
  return { truth, leaves, telling: leaves };
}

function allOf(parts: readonly Node[]): Node {
  const truth = parts.some((part) => part.truth === false)
    ? false
    : parts.some((part) => part.truth === null)
      ? null
      : true;
  return joined(truth, parts, parts);
}

function anyOf(parts: readonly Node[]): Node {
  const truth = parts.some((part) => part.truth === true)
    ? true
    : parts.some((part) => part.truth === null)
      ? null
      : false;
  // What decides are the ways that hold, else those that are still open, else all.
  return joined(truth, parts, truth === false ? parts : parts.filter((part) => part.truth === truth));
}

const joined = (truth: Truth, parts: readonly Node[], telling: readonly Node[]): Node => ({
  truth,
  leaves: parts.flatMap(({ leaves }) => leaves),
  telling: telling.flatMap((part) => part.telling),
});

const opposites: Readonly<Record<string, string>> = {
  equal: 'notEqual',
  in: 'notIn',
  lessThan: 'greaterThanInclusive',
  lessThanInclusive: 'greaterThan',
  contains: 'doesNotContain',
};
const opposite = new Map(
  Object.entries(opposites).flatMap(
    ([one, other]) =>
      [
        [one, other],
        [other, one],
      ] as const,
  ),
);

function conditionOf(
  { model: { value }, reason, negated, choices }: Leaf,
  due: string | undefined,
  isCircumstance: boolean,
): Condition {
  return {
    ...(isCircumstance && { circumstance: true as const }),
    ...(due === undefined ? {} : { due }),
    ...(choices.length === 0 ? {} : { choices }),
    reason: negated
      ? {
          ...reason,
          operator: opposite.get(reason.operator) ?? reason.operator,
          holds: reason.holds === null ? null : !reason.holds,
        }
      : reason,
    against: typeof value === 'object' && 'fact' in value ? value.fact : undefined,
  };
}
