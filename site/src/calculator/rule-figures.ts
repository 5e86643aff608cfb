import type { ConditionModel, Outcome, OutcomeModel, RuleFinding, RuleModel } from '@jingzhun/rules';
import { awaitedFacts, type Condition, failingOf } from './conditions-of.ts';
import type { Describe } from './describe.ts';
import { figureWords, isReached, saysUnset } from './figure-words.ts';
import { mostOf } from './most-of.ts';
import { onlyApplies } from './only-applies.ts';
import { factsIn, inWords } from './outcome-words.ts';
import type { PageLabels } from './page-labels.ts';
import { say } from './say.ts';
import { upperFirst } from './upper-first.ts';
import { isUndelivered, rolesOf } from './verdict.ts';
import { whichOf } from './which-of.ts';
import type { Words } from './words.ts';

/**
 * The figures that a rule demands or states beside what is, each with its name. Those of parts that do not apply are left out, and
 * yes and no where one of the conditions `told` beside them has said it.
 */
export function figuresOf(
  finding: RuleFinding,
  rule: RuleModel | undefined,
  { rules, codes, facts, words: { answer } }: Pick<PageLabels, 'rules' | 'codes' | 'facts' | 'words'>,
  describe: Describe,
  told: readonly Condition[] = [],
): readonly string[] {
  const roles = rolesOf(rule, finding);
  const names = rules[finding.rule]?.outcomes ?? {};
  const awaited = awaitedFacts(finding, rule);
  const failing = new Set(failingOf(finding, rule).map(({ reason }) => reason.fact));
  const settled = new Set(
    finding.because.flatMap(({ fact, actual, holds }) => (actual === null && holds !== null ? [fact] : [])),
  );
  const figures = finding.outcomes
    .filter((_, place) => roles[place] !== 'grant')
    .map((outcome) => {
      const model = rule?.outcomes.find(({ what }) => what === outcome.what);
      return { outcome, model, name: names[outcome.what] };
    });
  return whichOf(figures, answer.comma).flatMap(({ outcome, model, name }) => {
    const compared = factsRead(model?.actual);
    if (isIdle(outcome) || isElsewhere(compared, finding, rule) || isTold(outcome, compared, told)) return [];
    // What follows where a rule is met is not so while it is open, and does not follow where it is not met.
    const follows = isConsequence(model);
    if (follows && finding.status === 'unmet') return [];
    // What would be right by the figure is what the rule fails by: the figure is for those of whom it is met.
    if (finding.status === 'unmet' && isReached(outcome) && compared.some((fact) => failing.has(fact))) return [];
    // What the rule says of whom it is met is not so yet where it was not received.
    if (follows && isUndelivered(finding))
      return [`${name ?? ''}${name === undefined ? '' : answer.colon}${answer.undelivered}`];
    const text = figureWords(
      byToday(
        saidBy(inWords(ofItself(ofAll(outcome, model), finding), rule, { codes, facts, rules }), name),
        model,
        describe,
        answer,
      ),
      {
        // A standard may be named without its figure: that is no fact that is missing.
        printed: model?.value !== null,
        met: finding.status === 'met',
        demanded: isDemanded(model, rule),
        settled: compared.some((fact) => settled.has(fact)),
        due: compared.map((fact) => awaited.get(fact)).find((day) => day !== undefined),
        hangsOn: model?.role === 'require' ? unknownOf(factsRead(model.value), finding) : [],
        saidUnset: saysUnset.test(name ?? ''),
        required: model?.role === 'require' && rule !== undefined && onlyApplies(rule),
      },
      describe,
      answer,
    );
    if (text === undefined) return [];
    const said = isOfDocument(outcome, model, name) ? text + say(answer.remark, { text: answer.byDocument }) : text;
    const named = name === undefined ? upperFirst(said) : `${name}${answer.colon}${said}`;
    return [follows && finding.status !== 'met' ? say(answer.ifMet, { text: named }) : named];
  });
}

/** At least as many as there can be is all of them. */
function ofAll(outcome: Outcome, model: OutcomeModel | undefined): Outcome {
  const isAll = outcome.comparator === 'at-least' && model?.actual && outcome.value === mostOf(model.actual.expression);
  return isAll ? { ...outcome, comparator: 'all' } : outcome;
}

/** What is required of a household, beside what that household has, need not be said to be per household. */
function ofItself({ per, ...outcome }: Outcome, { subject }: RuleFinding): Outcome {
  return per === undefined || (outcome.actual !== undefined && per === subject.entity) ? outcome : { ...outcome, per };
}

/** The day that is asked about is no day that the document sets: it is named. */
function byToday(
  outcome: Outcome,
  model: OutcomeModel | undefined,
  describe: Describe,
  { namedFact }: Words['answer'],
): Outcome {
  const expression = model?.value?.expression;
  if (expression?.op !== 'fact' || !expression.fact.startsWith('date.')) return outcome;
  return { ...outcome, value: say(namedFact, { fact: describe.fact(expression.fact), value: String(outcome.value) }) };
}

/** A last day whose name says that it is the last: "By: 2016-12-31" and not "By: no later than 2016-12-31". */
function saidBy(outcome: Outcome, name = ''): Outcome {
  const isSaid = outcome.unit === 'date' && outcome.comparator === 'at-most' && saysBy.test(name);
  return isSaid && outcome.actual === undefined ? { ...outcome, comparator: 'equal' } : outcome;
}

const saysBy = /\b(?:by|deadline|due)$|期限$/i;

/** A condition has asked for the same: 已培训 是，应为是. */
function isTold({ value }: Outcome, compared: readonly string[], told: readonly Condition[]): boolean {
  const [fact, ...others] = compared;
  return (
    typeof value === 'boolean' &&
    others.length === 0 &&
    told.some(({ reason }) => reason.fact === fact && reason.operator === 'equal' && reason.expected === value)
  );
}

/** Of the facts that a figure follows from, those that are missing; else those of which no condition knows the value. */
function unknownOf(facts: readonly string[], { missing, because }: RuleFinding): readonly string[] {
  const known = new Set(because.flatMap(({ fact, actual }) => (actual === null ? [] : [fact])));
  const open = [...new Set(facts)].filter((fact) => !/^(?:date|present)\./.test(fact) && !known.has(fact));
  const missed = open.filter((fact) => missing.includes(fact));
  return missed.length > 0 ? missed : open;
}

/** A statement that is so wherever the rule is met: it follows from no fact of its own. */
function isConsequence(model: OutcomeModel | undefined): boolean {
  const expression = model?.value?.expression;
  return model?.role === 'state' && model.when === undefined && expression?.op === 'value' && expression.value === true;
}

/** A figure that the document gives, whatever the case, beside nothing that is. A name may say so itself; a last day is no fact. */
function isOfDocument({ value, unit }: Outcome, model: OutcomeModel | undefined, name = ''): boolean {
  // What is worked out from what is printed is not printed itself.
  const isPrinted = ['value', 'parameter'].includes(model?.value?.expression.op ?? '');
  if (!isPrinted || model?.actual || model?.when) return false;
  if (typeof value === 'boolean' || value === null || unit === 'date') return false;
  return !/文件|推算|倒推|document|printed|derived|worked/.test(name);
}

/** At least nothing is asked of nobody: a sum of parts none of which is due, or there. */
function isIdle({ value, actual, comparator }: Outcome): boolean {
  return value === 0 && actual !== undefined && (comparator === 'at-least' || comparator === 'all');
}

/** Whether a figure belongs to parts of the rule alone that do not apply. */
function isElsewhere(facts: readonly string[], { items = [] }: RuleFinding, rule: RuleModel | undefined): boolean {
  const parts = (rule?.items ?? []).filter(({ when }) => factsCompared(when).some((fact) => facts.includes(fact)));
  const statusOf = (key: string) => items.find((item) => item.key === key)?.status;
  return parts.length > 0 && parts.every(({ key }) => statusOf(key) === 'not-applicable');
}

/** Two figures of a case side by side are no demand, unless the rule says how they must compare. */
function isDemanded(model: OutcomeModel | undefined, rule: RuleModel | undefined): boolean {
  if (model === undefined || model.comparator !== undefined || factsRead(model.value).length === 0) return true;
  const tested = [rule?.when, ...(rule?.items ?? []).map(({ when }) => when)].flatMap((when) => factsCompared(when));
  return factsRead(model.actual).some((fact) => tested.includes(fact));
}

const factsRead = (formula: OutcomeModel['value'] | undefined): readonly string[] =>
  formula ? factsIn(formula.expression) : [];

function factsCompared(condition: ConditionModel | undefined): readonly string[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap(factsCompared);
  if ('any' in condition) return condition.any.flatMap(factsCompared);
  if ('not' in condition) return factsCompared(condition.not);
  const { fact, value } = condition;
  return typeof value === 'object' && 'fact' in value ? [fact, value.fact] : [fact];
}
