import type { Case, Decision, Policy, RuleFinding, RuleModel } from '@jingzhun/rules';
import { rulesOn } from '@jingzhun/rules';
import { codesOf, fieldOf } from '@jingzhun/schemas';
import { factsRead } from '../calculator/facts-read.ts';
import type { PageLabels } from '../calculator/page-labels.ts';
import { say } from '../calculator/say.ts';
import { meantBy } from '../calculator/sum-meant.ts';
import { named, sumNames } from '../calculator/sum-names.ts';
import { upperFirst } from '../calculator/upper-first.ts';
import { maskName } from '../roster/mask.ts';
import { cardWords } from '../words/card.ts';
import { documentNamed } from '../words/document-number.ts';
import { type FindingWords, FindingWriter } from './finding-words.ts';
import { questionsIn } from './questions-in.ts';

/** `visit` is taken along and signed; `public` is put on a wall. */
export type CardVariant = 'visit' | 'public';

export interface CardRow {
  readonly title: string;
  readonly who: string;
  readonly amount: string;
  readonly clauses: readonly string[];
  /** Said in red: entitled and not delivered. */
  readonly alarm: string;
  readonly remark: string;
}

export interface CardQuestion {
  readonly fact: string;
  readonly who: string;
  readonly measures: string;
}

/** Everything that stands on a card, as text in one language. */
export interface CardModel {
  readonly variant: CardVariant;
  readonly language: PageLabels['language'];
  readonly title: string;
  readonly synthetic: boolean;
  readonly head: readonly { readonly label: string; readonly text: string; readonly chinese: boolean }[];
  /** Of the members: a heading for each column, a row for each person. */
  readonly members: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] } | undefined;
  readonly met: readonly CardRow[];
  /** What is certain in all, sum by sum; none where it is not told. */
  readonly total: readonly string[];
  readonly questions: readonly CardQuestion[];
  readonly moreQuestions: number;
  readonly unmet: readonly { readonly title: string; readonly why: string; readonly clauses: readonly string[] }[];
  /** Findings that rest on personal facts and are left out. */
  readonly withheld: number;
}

/** A household to make a card of. */
export interface CardHousehold {
  readonly case: Case;
  readonly decision: Decision;
  /** What the members are called; empty where nothing was given. */
  readonly names: readonly string[];
  readonly headName: string | null;
  readonly synthetic: boolean;
}

/** More questions than fit beside the rest on a page. */
const mostQuestions = 8;

/** Makes cards of households decided by one policy on one day. */
export class CardMaker {
  private readonly writer: FindingWriter;
  private readonly personal: ReadonlySet<string>;
  private readonly data: PageLabels;
  private readonly on: string;
  private readonly rules: ReadonlyMap<string, RuleModel>;

  constructor(policy: Policy, data: PageLabels, on: string) {
    const rules = rulesOn(policy, on);
    this.data = data;
    this.on = on;
    this.rules = new Map(rules.map((rule) => [rule.id, rule]));
    this.writer = new FindingWriter(data, rules);
    const isPersonal = ({ name }: { name: string }): boolean => fieldOf(name)?.sensitive === true;
    this.personal = new Set(rules.flatMap((rule) => (factsRead(policy, [rule]).some(isPersonal) ? [rule.id] : [])));
  }

  card(household: CardHousehold, variant: CardVariant): CardModel {
    const { data } = this;
    const { card: words } = cardWords[data.language];
    const findings = findingsOf(household.decision, this.writer, []).filter(({ benefit }) => benefit);
    const isMet = ({ status }: FindingWords): boolean => status === 'met';
    const shown = variant === 'public' ? findings.filter(({ rule }) => !this.personal.has(rule)) : findings;
    const questions = variant === 'public' ? [] : this.questions(findings, household);
    return {
      variant,
      language: data.language,
      title: variant === 'public' ? words.publicTitle : words.visitTitle,
      synthetic: household.synthetic,
      head: this.head(household, variant),
      members: variant === 'public' ? undefined : this.members(household),
      met: this.met(shown.filter(isMet), household, variant),
      total: this.total(household, variant),
      questions: questions.slice(0, mostQuestions),
      moreQuestions: Math.max(0, questions.length - mostQuestions),
      unmet: variant === 'public' ? [] : unmetOf(findings),
      withheld: new Set(findings.filter((each) => isMet(each) && !shown.includes(each)).map(({ rule }) => rule)).size,
    };
  }

  private head({ case: input, decision, headName }: CardHousehold, variant: CardVariant): CardModel['head'] {
    const { card: words } = cardWords[this.data.language];
    const { id, townName, villageName, type, members } = input.household ?? {};
    const { document } = this.data;
    const line = (label: string, text: string | null | undefined, chinese = false): CardModel['head'] =>
      text === null || text === undefined || text === '' ? [] : [{ label, text, chinese }];
    const isPublic = variant === 'public';
    const count = members?.length ?? 0;
    return [
      ...line(words.head, headName === null ? null : isPublic ? maskName(headName) : headName, true),
      ...line(words.id, isPublic ? null : id),
      ...line(words.place, [townName, villageName].filter(Boolean).join(' '), true),
      ...line(words.type, isPublic || !type ? null : this.code('household.type', type)),
      ...line(words.persons, count === 0 ? null : say(words.personCount, { count })),
      ...line(words.document, documentNamed(document, this.data.language)),
      ...line(words.date, this.on),
      ...line(words.release, decision.policy.release),
    ];
  }

  private members({ case: input, names }: CardHousehold): CardModel['members'] {
    const { card: words } = cardWords[this.data.language];
    const members = input.household?.members ?? [];
    if (members.length === 0) return undefined;
    const columns: { label: string; of: (place: number) => string }[] = [
      { label: words.number, of: (place) => String(place + 1) },
      { label: words.name, of: (place) => names[place] ?? '' },
      { label: words.relation, of: (place) => this.code('person.relation', members[place]?.relation) },
      { label: words.stage, of: (place) => this.code('person.schoolStage', members[place]?.schoolStage) },
      { label: words.labour, of: (place) => this.code('person.labourAbility', members[place]?.labourAbility) },
    ];
    // What nobody told of anyone is no column.
    const told = columns.filter(({ of }) => members.some((_, place) => of(place) !== ''));
    return {
      columns: told.map(({ label }) => label),
      rows: members.map((_, place) => told.map(({ of }) => of(place))),
    };
  }

  private code(fact: string, code: string | null | undefined): string {
    if (code === null || code === undefined) return '';
    const set = fieldOf(fact)?.enum;
    const known = set === undefined ? undefined : codesOf(set).find((each) => each.code === code);
    return known === undefined ? code : upperFirst(known[this.data.language]);
  }

  /** One line for each rule and amount, with everyone who gets it. */
  private met(findings: readonly FindingWords[], household: CardHousehold, variant: CardVariant): CardRow[] {
    const { card: words } = cardWords[this.data.language];
    const { comma, semicolon } = this.data.words.answer;
    const isPublic = variant === 'public';
    const alike = Map.groupBy(findings, ({ rule, amounts, alarm, remarks }) =>
      JSON.stringify(isPublic ? [rule, amounts] : [rule, amounts, alarm, remarks]),
    );
    return [...alike.values()].map((same) => {
      const [first] = same as [FindingWords, ...FindingWords[]];
      const count = same.length;
      const members = same.map(({ member }) => member);
      const amount = first.amounts.join(semicolon);
      return {
        title: first.title,
        who: isPublic && first.member >= 0 ? say(words.someone, { count }) : this.who(members, household),
        amount: count > 1 && first.priced ? say(words.times, { amount, count }) : amount,
        clauses: first.clauses,
        alarm: isPublic ? '' : (first.alarm ?? ''),
        remark: isPublic ? '' : first.remarks.join(comma),
      };
    });
  }

  /** Members by name, or by their number where they have none; all of them together. */
  private who(members: readonly number[], { case: input, names }: CardHousehold): string {
    const { card: words } = cardWords[this.data.language];
    const { answer } = this.data.words;
    const own = [...new Set(members)].filter((member) => member >= 0);
    const all = input.household?.members?.length ?? 0;
    const persons =
      own.length > 1 && own.length === all
        ? [say(words.everyone, { count: all })]
        : own.map((member) => names[member] || say(answer.person, { n: member + 1 }));
    return upperFirst([...(members.includes(-1) ? [answer.household] : []), ...persons].join(answer.comma));
  }

  /** What is certain in all. On public display only what stands on the card may be added up. */
  private total({ decision }: CardHousehold, variant: CardVariant): readonly string[] {
    const { card: words } = cardWords[this.data.language];
    const hidden =
      variant === 'public' && decision.findings.some(({ rule, status }) => status === 'met' && this.personal.has(rule));
    if (hidden) return [];
    const sums = decision.totals.filter(({ certain }) => certain !== 0);
    if (sums.length === 0) return [words.totalNone];
    const met = decision.findings.flatMap((each) =>
      each.kind !== 'contradiction' && each.status === 'met' ? [each] : [],
    );
    return sums.map(({ unit, every, certain }) => {
      const amount = this.writer.describe.amount({
        what: '',
        value: certain,
        unit,
        ...(unit !== 'yuan' && every === 'once' ? {} : { every }),
        ...meantBy({ unit, every }, met, this.rules),
      });
      return named(sumNames({ unit, every }, met, this.rules, this.data.rules), amount, this.data.words.answer);
    });
  }

  private questions(findings: readonly FindingWords[], household: CardHousehold): CardQuestion[] {
    const { comma, askMore } = this.data.words.answer;
    return questionsIn(findings).map(({ label, members, titles }) => ({
      fact: label,
      who: this.who(members, household),
      measures: shortList(titles, comma, askMore),
    }));
  }
}

const shownMeasures = 3;

function shortList(entries: readonly string[], comma: string, more: string): string {
  const shown = entries.slice(0, shownMeasures).join(comma);
  return entries.length > shownMeasures ? `${shown}${say(more, { count: entries.length })}` : shown;
}

/** Each rule once: with the reason that most of them share. */
function unmetOf(findings: readonly FindingWords[]): CardModel['unmet'] {
  const met = new Set(findings.filter(({ status }) => status !== 'unmet').map(({ rule }) => rule));
  const byRule = Map.groupBy(
    findings.filter(({ status, rule }) => status === 'unmet' && !met.has(rule)),
    ({ rule }) => rule,
  );
  return [...byRule.values()].map((same) => {
    const [first] = same as [FindingWords, ...FindingWords[]];
    const whys = new Set(same.flatMap(({ line }) => line ?? []));
    return { title: first.title, why: whys.size === 1 ? ([...whys][0] ?? '') : '', clauses: first.clauses };
  });
}

/** The findings about the household and its members, in words. */
export function findingsOf<Words extends FindingWords>(
  { findings }: Decision,
  writer: { words(finding: RuleFinding, member: number, names: readonly string[]): Words },
  names: readonly string[],
): readonly Words[] {
  const seen = new Map<string, number>();
  return findings.flatMap((finding) => {
    if (finding.kind === 'contradiction') return [];
    const { entity } = finding.subject;
    if (entity !== 'household' && entity !== 'person') return [];
    // Findings of one rule come person by person, in the order of the members.
    const place = seen.get(finding.rule) ?? 0;
    seen.set(finding.rule, place + 1);
    return [writer.words(finding as RuleFinding, entity === 'person' ? place : -1, names)];
  });
}
