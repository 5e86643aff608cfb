import type { ConditionModel, Outcome, OutcomeModel, RuleFinding, RuleModel } from '@jingzhun/rules';
import { awaitedFacts, type Condition, failingOf } from './conditions-of.ts';
import type { Describe } from './describe.ts';
import { factsIn, inWords } from './outcome-words.ts';
import type { PageLabels } from './page-labels.ts';
import { say } from './say.ts';
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
      saidBy(inWords(ofItself(outcome, finding), rule, { codes, facts, rules }), name),
      {
        // A standard may be named without its figure: that is no fact that is missing.
        printed: model?.value !== null,
        met: finding.status === 'met',
        demanded: isDemanded(model, rule),
        settled: compared.some((fact) => settled.has(fact)),
        due: compared.map((fact) => awaited.get(fact)).find((day) => day !== undefined),
        hangsOn: model?.role === 'require' ? unknownOf(factsRead(model.value), finding) : [],
        saidUnset: saysUnset.test(name ?? ''),
      },
      describe,
      answer,
    );
    if (text === undefined) return [];
    const said = isOfDocument(outcome, model, name) ? text + say(answer.remark, { text: answer.byDocument }) : text;
    const named = name === undefined ? said : `${name}${answer.colon}${said}`;
    return [follows && finding.status !== 'met' ? say(answer.ifMet, { text: named }) : named];
  });
}

/** What is required of a household, beside what that household has, need not be said to be per household. */
function ofItself({ per, ...outcome }: Outcome, { subject }: RuleFinding): Outcome {
  return per === undefined || (outcome.actual !== undefined && per === subject.entity) ? outcome : { ...outcome, per };
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

/** A name whose brackets say that the document sets no number. */
export const saysUnset = /\s*（[^）]*(?:未|没有)[^）]*）$|\s*\([^)]*\b(?:no number|not set)\b[^)]*\)$/;

/** Of the facts that a figure follows from, those that are missing; else those of which no condition knows the value. */
function unknownOf(facts: readonly string[], { missing, because }: RuleFinding): readonly string[] {
  const known = new Set(because.flatMap(({ fact, actual }) => (actual === null ? [] : [fact])));
  const open = [...new Set(facts)].filter((fact) => !/^(?:date|present)\./.test(fact) && !known.has(fact));
  const missed = open.filter((fact) => missing.includes(fact));
  return missed.length > 0 ? missed : open;
}

/** How a figure stands in its rule. */
export interface FigureOf {
  readonly printed: boolean;
  readonly met: boolean;
  /** False where the rule only sets two figures side by side. */
  readonly demanded: boolean;
  /** Not all is known of what is, and enough to decide. */
  readonly settled?: boolean;
  /** The day on which it is due, where that is still to come. */
  readonly due?: string | undefined;
  /** The facts that are needed to know it. */
  readonly hangsOn?: readonly string[];
  /** Its name has said that the document sets no number. */
  readonly saidUnset?: boolean;
}

/** A figure beside what is, and how far they are apart. Undefined where nothing is known of it. */
export function figureWords(
  outcome: Outcome,
  figure: FigureOf,
  describe: Describe,
  answer: Words['answer'],
): string | undefined {
  const { value, actual } = outcome;
  const { met, demanded, due } = figure;
  if (value === null) return withoutValue(outcome, figure, describe, answer);
  if (actual === undefined) return describe.amount(outcome);
  // A rule that is met has all that it demands.
  const isBound = demanded && !(met && isMissed(outcome));
  return [
    demandWords(outcome, isBound, describe, answer),
    actual === null && figure.settled
      ? answer.enough
      : say(answer.actual, { value: actual === null ? answer.open : measured(actual, outcome, describe) }),
    ...(due !== undefined ? [say(answer.notYetDue, { date: due })] : gapWords(outcome, isBound, describe, answer)),
  ].join(answer.clauses);
}

/** In Chinese no space stands before these words; before a number, or a word of the document, one does. */
const beforeWords = / (?=(?:全部|每|不[少超早晚低高]|[高低]于|约))/;

function demandWords(outcome: Outcome, isBound: boolean, describe: Describe, answer: Words['answer']): string {
  if (!isBound) return say(answer.beside, { value: describe.amount(outcome) }).replace(beforeWords, '');
  const isTruth = typeof outcome.value === 'boolean';
  const sentence = isNone(outcome) ? answer.mustBeNone : isTruth ? answer.requiredTruth : answer.required;
  // Of nobody there may be any: 每村应为 0 人.
  return say(sentence, { value: describe.demand(outcome) })
    .replace(/^(应为) (每\p{Script=Han}+) /u, '$2$1 ')
    .replace(beforeWords, '');
}

/** What is beside a figure that the document does not print, or that hangs on what is not known. */
function withoutValue(
  outcome: Outcome,
  { printed, met, hangsOn = [], saidUnset = false }: FigureOf,
  describe: Describe,
  answer: Words['answer'],
): string | undefined {
  const { actual } = outcome;
  if (actual === null) return undefined;
  const is = actual === undefined ? undefined : say(answer.actual, { value: measured(actual, outcome, describe) });
  if (!printed) {
    if (is === undefined) return saidUnset ? undefined : answer.noNumber;
    return saidUnset ? is : is + say(answer.remark, { text: answer.noNumber });
  }
  // A rule that is met hangs on nothing.
  if (met || hangsOn.length === 0) return is;
  const names = hangsOn.map((fact) => say(answer.quoted, { value: describe.fact(fact) })).join(answer.comma);
  return [say(answer.hangsOn, { facts: names }), ...(is === undefined ? [] : [is])].join(answer.clauses);
}

const isStrict = ({ comparator }: Outcome): boolean => comparator === 'less-than' || comparator === 'more-than';

/** Known to be as the figure says. Of one that is below or above another, to be as large is not. */
const isReached = (outcome: Outcome): boolean =>
  outcome.gap === 0 && !(isStrict(outcome) && outcome.actual === outcome.value);

/** Known not to be as the figure says. */
const isMissed = (outcome: Outcome): boolean => typeof outcome.gap === 'number' && !isReached(outcome);

/** At most nothing of what is counted: there may be none. */
const isNone = ({ value, comparator }: Outcome): boolean => value === 0 && comparator === 'at-most';

function gapWords(outcome: Outcome, isBound: boolean, describe: Describe, answer: Words['answer']): string[] {
  const { gap, value, actual } = outcome;
  if (!gap) return [];
  const isNumber = typeof value === 'number' && typeof actual === 'number';
  const sentence = !isNumber || !isBound ? answer.apart : actual < value ? answer.short : answer.over;
  // Between two percentages lie points.
  const size =
    outcome.unit === '%'
      ? say(answer.points, { value: describe.quantity(gap, undefined) })
      : measured(gap, outcome, describe);
  return [say(sentence, { value: size })];
}

/** Money is told in full beside money; of what is counted, the figure has said whose it is. */
function measured(value: Outcome['value'], { unit, per, every }: Outcome, describe: Describe): string {
  const text = describe.quantity(value, unit);
  const isMoney = typeof value === 'number' && unit?.startsWith('yuan') === true && every !== 'once';
  return isMoney ? describe.inManner(text, { unit, per, every }) : text;
}

/** A statement that is so wherever the rule is met: it follows from no fact of its own. */
function isConsequence(model: OutcomeModel | undefined): boolean {
  const expression = model?.value?.expression;
  return model?.role === 'state' && model.when === undefined && expression?.op === 'value' && expression.value === true;
}

/** A figure that the document gives, whatever the case, beside nothing that is. A name may say so itself; a last day is no fact. */
function isOfDocument({ value, unit }: Outcome, model: OutcomeModel | undefined, name = ''): boolean {
  const isFixed = model?.value && !model.actual && !model.when && factsRead(model.value).length === 0;
  if (!isFixed || typeof value === 'boolean' || value === null || unit === 'date') return false;
  return !/文件|document|printed/.test(name);
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
