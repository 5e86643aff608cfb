import { type Case, decide, type Finding, type Policy } from '@jingzhun/rules';
import { conditionValues } from './condition-values.ts';
import { Days, listsOfDays } from './example-days.ts';
import { Figures } from './example-figures.ts';
import { exampleHousehold } from './example-household.ts';
import type { Question } from './questions.ts';
import { policyFor } from './subjects.ts';
import type { Language } from './words.ts';

/** Words that stand where a form asks for a name: the same everywhere, so that what should agree does. */
const name: Readonly<Record<Language, string>> = { zh: '示例', en: 'Example' };

/** Below this many questions nothing is left open: it would be most of the form. */
const fewQuestions = 3;

type Chosen = Map<Question, unknown>;
type Status = Finding['status'];

/**
 * An invented case for trying a page. A household is written down, in the vocabulary's terms; of any other subject every
 * question is answered so that as many rules as can be are met; then one or two are not, and one is left open.
 */
export function exampleFor(
  policy: Policy,
  subject: string,
  questions: readonly Question[],
  on: string,
  language: Language,
): Case {
  if (subject === 'household') return exampleHousehold;
  return new ExampleMaker(policy, subject, questions, on, language).make();
}

class ExampleMaker {
  private readonly own: Policy;
  private readonly subject: string;
  private readonly questions: readonly Question[];
  private readonly on: string;
  private readonly language: Language;
  private readonly figures: Figures;
  private readonly days: Days;
  private readonly chosen: Chosen = new Map();

  constructor(policy: Policy, subject: string, questions: readonly Question[], on: string, language: Language) {
    this.own = policyFor(policy, subject);
    this.subject = subject;
    this.questions = questions;
    this.on = on;
    this.language = language;
    this.figures = new Figures(policy, subject, questions, on);
    this.days = new Days(policy, questions, on);
  }

  make(): Case {
    for (const question of this.questions) this.begin(question);
    this.meetMost();
    this.missOne();
    this.leaveOneOpen();
    return caseOf(this.subject, this.chosen);
  }

  /** The likeliest answer; figures after those from which they take their size. */
  private begin(question: Question, asking: readonly Question[] = []): void {
    if (this.chosen.has(question) || asking.includes(question)) return;
    for (const fact of question.control === 'number' ? this.figures.before(question.fact) : []) {
      const other = this.questions.find((each) => each.fact === fact);
      if (other !== undefined) this.begin(other, [...asking, question]);
    }
    this.chosen.set(question, this.valuesFor(question)[0]);
  }

  /** Takes every other answer with which more rules are met. */
  private meetMost(): void {
    let best = this.count('met');
    for (const question of this.questions) {
      for (const value of this.valuesFor(question)) {
        const before = this.chosen.get(question);
        this.chosen.set(question, value);
        const now = this.agree() ? this.count('met') : 0;
        if (now > best) best = now;
        else this.chosen.set(question, before);
      }
    }
  }

  /** Changes the one answer that need change least for a rule or two not to be met. */
  private missOne(): void {
    const met = this.count('met');
    if (met < fewQuestions || this.count('unmet') > 0) return;
    const changes = this.questions
      .filter(({ entity, control }) => entity === this.subject && ['number', 'count', 'yes-no'].includes(control))
      .flatMap((question) =>
        this.valuesFor(question).map((value) => ({ question, value, by: this.change(question, value) })),
      );
    for (const { question, value } of changes.sort((a, b) => a.by - b.by)) {
      const before = this.chosen.get(question);
      this.chosen.set(question, value);
      const unmet = this.agree() ? this.count('unmet') : 0;
      if (unmet > 0 && unmet <= 2 && this.count('met') === met - unmet) return;
      this.chosen.set(question, before);
    }
  }

  /** How much of an answer is another. A truth that is turned round is half of it, and more where others speak of it. */
  private change(question: Question, after: unknown): number {
    const before = this.chosen.get(question);
    if (typeof before === 'boolean') return before === after ? 0 : this.isSpokenOf(question) ? 1 : 0.5;
    const [from, to] = [before, after].map((each) => (Array.isArray(each) ? each.length : Number(each)));
    return Math.abs((to ?? 0) - (from ?? 0)) / Math.max(1, Math.abs(from ?? 0));
  }

  /** Whether another answer is about the same thing: of a plan that is not there, no day of its report is known. */
  private isSpokenOf({ fact, entity, path }: Question): boolean {
    const thing = wordsOf(path).at(-1) ?? '';
    return this.questions.some((other) => {
      const isOther = other.fact !== fact && other.entity === entity && this.chosen.get(other) !== undefined;
      return isOther && wordsOf(other.path).includes(thing);
    });
  }

  /** Takes back one answer on which a rule waits, the last such. */
  private leaveOneOpen(): void {
    const asked = this.questions.filter(({ entity }) => entity === this.subject);
    if (asked.length <= fewQuestions) return;
    const unmet = this.count('unmet');
    for (const question of asked.toReversed()) {
      const before = this.chosen.get(question);
      this.chosen.delete(question);
      if (this.count('unknown') > 0 && this.count('met') > 0 && this.count('unmet') === unmet) return;
      this.chosen.set(question, before);
    }
  }

  private count(wanted: Status): number {
    return this.findings().filter(({ status }) => status === wanted).length;
  }

  private findings(): readonly Finding[] {
    return decide(this.own, caseOf(this.subject, this.chosen), { on: this.on }).findings;
  }

  /** What rules ask of a figure, as the other answers are: twenty thousand yuan for each person. */
  private wanted(fact: string): readonly number[] {
    const asking = this.own.rules.flatMap(({ id, outcomes }) =>
      outcomes.flatMap(({ what, actual }) =>
        actual?.expression.op === 'fact' && actual.expression.fact === fact ? [{ id, what }] : [],
      ),
    );
    if (asking.length === 0) return [];
    const findings = this.findings();
    return asking.flatMap(({ id, what }) => {
      const outcomes = findings.find(({ rule }) => rule === id)?.outcomes ?? [];
      const value = outcomes.find((outcome) => outcome.what === what)?.value;
      return typeof value === 'number' ? [value] : [];
    });
  }

  private agree(): boolean {
    return this.figures.agree(this.numbers());
  }

  /** The figures that are chosen, but for one question's. */
  private numbers(besides?: Question): Map<string, number> {
    const numbers = new Map<string, number>();
    for (const [question, value] of this.chosen) {
      if (question !== besides && question.control === 'number' && typeof value === 'number') {
        numbers.set(question.fact, value);
      }
    }
    return numbers;
  }

  /** What may be answered, the likeliest first. */
  private valuesFor(question: Question): readonly unknown[] {
    const { control, codes = [], entries = [] } = question;
    const known = codes.map(({ code }) => code);
    const named = known.filter((code) => conditionValues(this.own, question.fact, this.on).includes(code));
    switch (control) {
      case 'yes-no':
        return [true, false];
      case 'code':
        return known;
      case 'codes':
        return [...(named.length > 0 ? [named] : []), ...known.map((code) => [code]), known, []];
      case 'number':
        return this.figures.candidates(question, this.numbers(question), this.wanted(question.fact));
      case 'date':
        return this.days.candidates(question, this.chosen);
      case 'dates':
        return listsOfDays(this.on);
      case 'numbers':
        return [[Number(this.on.slice(0, 4))], []];
      case 'count':
        return [1, 2, 3, 0].map((length) =>
          Array.from({ length }, (_, at) => (question.ofWords ? String(at + 1) : {})),
        );
      case 'records': {
        const record = Object.fromEntries(
          entries.map((entry) => [entry.path.join('.'), this.valuesFor(entry)[0]] as const),
        );
        return [[record], []];
      }
      case 'texts':
        return [[name[this.language]]];
      case 'text':
      case 'presence':
        return [name[this.language]];
    }
  }
}

/** The words of a field's name: `hasImplementationPlan` ends in plan. */
const wordsOf = (path: readonly string[]): readonly string[] =>
  path.flatMap((key) => key.split(/(?=[A-Z])/)).map((word) => word.toLowerCase());

function caseOf(subject: string, chosen: ReadonlyMap<Question, unknown>): Case {
  const made: Record<string, Record<string, unknown>> = { [subject]: {} };
  for (const [{ entity, path }, value] of chosen) {
    if (value === undefined) continue;
    made[entity] ??= {};
    let object = made[entity];
    for (const key of path.slice(0, -1)) {
      object[key] ??= {};
      object = object[key] as Record<string, unknown>;
    }
    object[path.at(-1) ?? ''] = value;
  }
  return made as Case;
}
