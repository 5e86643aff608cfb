import type { Case } from '@jingzhun/rules';
import { type Answer, answerOf, type QuestionElement } from './form-values.ts';

/** The form as a case, with the question that stands at each path of it. */
export interface Reading {
  readonly input: Case;
  /** By path in the case, such as `household.members[0].schoolStage`. */
  readonly questions: ReadonlyMap<string, QuestionElement>;
  /** Of facts of records: the paths at which each is asked, in every record. */
  readonly entries: ReadonlyMap<string, readonly string[]>;
  /** What the members are called on the page; never part of the case. */
  readonly names: readonly string[];
  /** Paths with an answer that counts. */
  readonly answered: ReadonlySet<string>;
  /** Paths of answers that a case cannot show as they stand. */
  readonly wrong: readonly string[];
}

type Key = string | number;

interface Place {
  readonly path: string;
  readonly keys: readonly Key[];
  readonly question: QuestionElement;
  /** Its answer is made of those of the questions inside it. */
  readonly holdsRecords: boolean;
}

/**
 * Reads a form as a case. Which question stands where is found out when rows come or go, an answer when it is changed:
 * one key costs one question.
 */
export class CaseForm {
  private readonly form: HTMLElement;
  private readonly subject: string;
  private places: readonly Place[] = [];
  private questions: ReadonlyMap<string, QuestionElement> = new Map();
  private entries: ReadonlyMap<string, readonly string[]> = new Map();
  private members: readonly HTMLElement[] = [];
  private answers = new Map<QuestionElement, Answer>();

  constructor(form: HTMLElement, subject: string) {
    this.form = form;
    this.subject = subject;
    this.rowsChanged();
  }

  /** Rows of members or records came or went, or many answers were written at once. */
  rowsChanged(): void {
    this.answers = new Map();
    this.members = [...this.form.querySelectorAll<HTMLElement>('[data-member]')];
    const index = new Map(this.members.map((member, place) => [member, place]));
    const keysOf = new Map<QuestionElement, readonly Key[]>();
    const entries = new Map<string, string[]>();
    this.places = [...this.form.querySelectorAll<QuestionElement>('[data-fact]')].map((question) => {
      const { fact } = question.dataset;
      const [entity = '', ...rest] = fact.split('.');
      const record = question.closest<HTMLElement>('[data-record]');
      const member = question.closest<HTMLElement>('[data-member]');
      let keys: readonly Key[];
      if (record !== null) {
        const list = record.closest<QuestionElement>('[data-fact]') as QuestionElement;
        const place = [...list.querySelectorAll('[data-record]')].indexOf(record);
        keys = [...(keysOf.get(list) ?? []), place, ...rest];
      } else if (member !== null) keys = ['household', 'members', index.get(member) ?? 0, ...rest];
      else keys = [entity, ...rest];
      keysOf.set(question, keys);
      const path = pathFrom(keys);
      if (record !== null) entries.set(fact, [...(entries.get(fact) ?? []), path]);
      return { path, keys, question, holdsRecords: question.dataset.control === 'records' };
    });
    this.questions = new Map(this.places.map(({ path, question }) => [path, question]));
    this.entries = entries;
  }

  answerChanged(question: QuestionElement): void {
    this.answers.delete(question);
  }

  /** The case as it stands. Paths in `without` are left out, as if they were not known. */
  read(without: ReadonlySet<string> = new Set()): Reading {
    const answered = new Set<string>();
    const wrong: string[] = [];
    const input: Record<string, unknown> = { [this.subject]: {} };
    // No row means that nothing was said about members, not that there are none.
    if (this.members.length > 0) input.household = { members: this.members.map(() => ({})) };
    for (const place of this.places) {
      const { path, keys } = place;
      const answer = this.answerOf(place);
      if (answer.wrong) wrong.push(path);
      if (answer.value === undefined || without.has(path)) continue;
      answered.add(path);
      put(input, keys, answer.value);
    }
    const names = this.members.map(
      (member) => member.querySelector<HTMLInputElement>('[data-name]')?.value.trim() ?? '',
    );
    return { input: input as Case, questions: this.questions, entries: this.entries, names, answered, wrong };
  }

  private answerOf({ question, holdsRecords }: Place): Answer {
    let answer = this.answers.get(question);
    if (answer === undefined) {
      answer = answerOf(question);
      const records = holdsRecords ? question.querySelectorAll('[data-record]').length : 0;
      if (records > 0) answer = { value: Array.from({ length: records }, () => ({})) };
      this.answers.set(question, answer);
    }
    // Records are filled by the questions inside them.
    return holdsRecords && answer.value !== undefined ? { value: (answer.value as unknown[]).map(() => ({})) } : answer;
  }
}

function pathFrom(keys: readonly Key[]): string {
  return keys.reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`),
    '',
  );
}

function put(input: Record<string, unknown>, keys: readonly Key[], value: unknown): void {
  const last = keys.at(-1);
  if (last === undefined) return;
  let inner = input as Record<Key, unknown>;
  for (const key of keys.slice(0, -1)) {
    inner[key] ??= {};
    inner = inner[key] as Record<Key, unknown>;
  }
  inner[last] = value;
}

/** The members in a case. */
export function membersOf(input: unknown): readonly Readonly<Record<string, unknown>>[] {
  const { members } = ((input as Case | null)?.household ?? {}) as { members?: unknown };
  return Array.isArray(members) ? members.filter((each) => typeof each === 'object' && each !== null) : [];
}

export function valueAt(object: unknown, keys: readonly Key[]): unknown {
  let value = object;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<Key, unknown>)[key];
  }
  return value;
}
