import type { Case } from '@jingzhun/rules';
import { answerOf, type QuestionElement } from './form-values.ts';

/** The form as a case, with the question that stands at each path of it. */
export interface Reading {
  readonly input: Case;
  /** By path in the case, such as `household.members[0].schoolStage`. */
  readonly questions: ReadonlyMap<string, QuestionElement>;
  /** What the members are called on the page; never part of the case. */
  readonly names: readonly string[];
  /** Paths with an answer that counts. */
  readonly answered: ReadonlySet<string>;
  /** Paths of answers that a case cannot show as they stand. */
  readonly wrong: readonly string[];
}

/** Reads every question of the form. Paths in `without` are left out, as if they were not known. */
export function readCase(form: HTMLElement, without: ReadonlySet<string> = new Set()): Reading {
  const questions = new Map<string, QuestionElement>();
  const answered = new Set<string>();
  const wrong: string[] = [];
  const household: Record<string, unknown> = {};
  const input: Record<string, Record<string, unknown>> = { household };
  const members = [...form.querySelectorAll<HTMLElement>('[data-member]')];
  const people: Record<string, unknown>[] = members.map(() => ({}));

  const read = (question: QuestionElement, path: string, place: (value: unknown) => void): void => {
    questions.set(path, question);
    const answer = answerOf(question);
    if (answer.wrong) wrong.push(path);
    if (answer.value === undefined || without.has(path)) return;
    answered.add(path);
    place(answer.value);
  };
  for (const question of form.querySelectorAll<QuestionElement>('[data-fact]')) {
    const [entity = '', ...keys] = question.dataset.fact.split('.');
    const member = question.closest<HTMLElement>('[data-member]');
    if (member === null) {
      read(question, question.dataset.fact, (value) => {
        input[entity] ??= {};
        put(input[entity], keys, value);
      });
    } else {
      const index = members.indexOf(member);
      read(question, `household.members[${index}].${keys.join('.')}`, (value) => put(people[index] ?? {}, keys, value));
    }
  }
  // No row means that nothing was said about members, not that there are none.
  if (people.length > 0) household.members = people;
  const names = members.map((member) => member.querySelector<HTMLInputElement>('[data-name]')?.value.trim() ?? '');
  return { input: input as Case, questions, names, answered, wrong };
}

function put(object: Record<string, unknown>, keys: readonly string[], value: unknown): void {
  const last = keys.at(-1);
  if (last === undefined) return;
  let inner = object;
  for (const key of keys.slice(0, -1)) {
    inner[key] ??= {};
    inner = inner[key] as Record<string, unknown>;
  }
  inner[last] = value;
}

/** The members in a case. */
export function membersOf(input: unknown): readonly Readonly<Record<string, unknown>>[] {
  const { members } = (input as Case).household ?? {};
  return Array.isArray(members) ? (members as Record<string, unknown>[]) : [];
}
