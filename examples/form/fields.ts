import { decide, type Policy } from '@jingzhun/rules';
import { codesOf, fieldOf, labelOf } from '@jingzhun/schemas';

/** One question of the form. */
export interface Question {
  /** Name of the fact, such as `household.housing.work`. */
  readonly name: string;
  readonly label: string;
  readonly control: 'choice' | 'number' | 'date';
  /** Of a choice: the answers, by the text that stands for each. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

const controls: Readonly<Record<string, Question['control']>> = {
  boolean: 'choice',
  code: 'choice',
  number: 'number',
  date: 'date',
};
const yesNo = [
  { value: 'true', label: '是 yes' },
  { value: 'false', label: '否 no' },
];
const nobodyKnown = { household: { members: [{ id: '1' }] } };

/** What some rules of a policy ask, in words of the vocabulary: what they miss while nothing is known. */
export function questionsOf(policy: Policy, rules: readonly string[], on: string): Question[] {
  const { findings } = decide(policy, nobodyKnown, { on });
  const missing = findings.flatMap((finding) => (rules.includes(finding.rule) ? finding.missing : []));
  return [...new Set(missing)].sort().flatMap((name) => {
    const kind = policy.facts.find((fact) => fact.name === name)?.kind ?? '';
    const field = fieldOf(name);
    const control = controls[kind];
    if (field === undefined || control === undefined) return []; // lists and texts need controls of their own
    const codes = field.enum === undefined ? [] : codesOf(field.enum);
    const choices = codes.map(({ code, zh, en }) => ({ value: code, label: `${zh} ${en}` }));
    const { zh, en } = labelOf(name) ?? { zh: name, en: name };
    return [{ name, label: `${zh} ${en}`, control, choices: kind === 'boolean' ? yesNo : choices }];
  });
}

/** A case of what was answered; what was left empty is unknown, never no or zero. */
export function caseOf(questions: readonly Question[], answer: (name: string) => string): unknown {
  const person: Record<string, unknown> = { id: '1' };
  const entities: Record<string, Record<string, unknown>> = { person, household: { members: [person] } };
  for (const { name, control, choices } of questions) {
    const text = answer(name);
    if (text === '') continue;
    const [entity = '', ...path] = name.split('.');
    const last = path.pop() ?? '';
    entities[entity] ??= {};
    let place: Record<string, unknown> = entities[entity];
    for (const key of path) {
      place[key] ??= {};
      place = place[key] as Record<string, unknown>;
    }
    place[last] = choices === yesNo ? text === 'true' : control === 'number' ? Number(text) : text;
  }
  const { person: _, ...whole } = entities; // stands among the members
  return whole;
}
