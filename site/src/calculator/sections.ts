import { type Bilingual, fieldOf, vocabulary } from '@jingzhun/schemas';
import type { Question } from './questions.ts';
import type { TopicName } from './topics.ts';
import { topicOf } from './topics.ts';

/** Questions under one heading of a section. */
export type Group =
  | { readonly kind: 'list'; readonly title?: Bilingual; readonly questions: readonly Question[] }
  | {
      /** Records keyed by codes: one row a code, one column a key of the record. */
      readonly kind: 'matrix';
      readonly title: Bilingual;
      readonly columns: readonly Bilingual[];
      readonly rows: readonly { readonly label: Bilingual; readonly questions: readonly (Question | undefined)[] }[];
    };

export interface Section {
  readonly topic: TopicName;
  readonly groups: readonly Group[];
  readonly count: number;
}

/** The order of the sections of the form; the members' table stands after the first. */
const order: readonly TopicName[] = ['basics', 'living', 'income', 'received', 'other'];

/** The questions about the household and its surroundings, in sections. */
export function sectionsOf(questions: readonly Question[]): readonly Section[] {
  return order.flatMap((topic) => {
    const own = questions.filter((question) => question.entity !== 'person' && topicOf(question) === topic);
    return own.length === 0 ? [] : [{ topic, groups: groupsOf(own, topic === 'other'), count: own.length }];
  });
}

/** The questions about a person that are not in the table's columns, by topic. */
export function personGroups(
  questions: readonly Question[],
): readonly { topic: TopicName; questions: readonly Question[] }[] {
  const byTopic = Map.groupBy(questions, topicOf);
  return [...byTopic].map(([topic, own]) => ({ topic, questions: own }));
}

/** The few questions that most rules ask of a person: the columns of the members' table. */
export function columnsOf(questions: readonly Question[], most = 4): readonly Question[] {
  const fitting = questions.filter(
    ({ entity, control, derived }) => entity === 'person' && !derived && (control === 'code' || control === 'yes-no'),
  );
  const chosen = new Set([...fitting].sort((a, b) => b.readers - a.readers).slice(0, most));
  return fitting.filter((question) => chosen.has(question));
}

function groupsOf(questions: readonly Question[], byEntity: boolean): Group[] {
  const keyed = Map.groupBy(questions, (question) => recordOf(question) ?? (byEntity ? question.entity : ''));
  const groups: Group[] = [];
  for (const [name, own] of keyed) {
    const title = labelAt(name);
    const [first] = own;
    const depth = name.split('.').length;
    if (title !== undefined && first !== undefined && first.path.length - depth >= 1 && name.includes('.')) {
      groups.push(matrixOf(title, own, depth));
    } else groups.push({ kind: 'list', ...(title && { title }), questions: own });
  }
  // Plain questions first; a record with a heading of its own would else split them.
  return groups.sort((a, b) => Number(a.title !== undefined) - Number(b.title !== undefined));
}

/** The record keyed by codes that a question's field belongs to. */
function recordOf({ entity, path }: Question): string | undefined {
  for (let length = path.length - 1; length > 0; length--) {
    const name = [entity, ...path.slice(0, length)].join('.');
    const field = fieldOf(name);
    if (field?.type === 'record' && field.keys !== undefined) return name;
  }
  return undefined;
}

function matrixOf(title: Bilingual, questions: readonly Question[], depth: number): Group {
  const byRow = Map.groupBy(questions, ({ entity, path }) => [entity, ...path.slice(0, depth)].join('.'));
  const keys = [...new Set(questions.map(({ path }) => path.slice(depth).join('.')))];
  if (keys.length === 1) return { kind: 'list', title, questions };
  const columns = keys.map(
    (key) => questions.find(({ path }) => path.slice(depth).join('.') === key)?.label ?? { zh: key, en: key },
  );
  const rows = [...byRow].map(([name, own]) => ({
    label: labelAt(name) ?? { zh: name, en: name },
    questions: keys.map((key) => own.find(({ path }) => path.slice(depth).join('.') === key)),
  }));
  return { kind: 'matrix', title, columns, rows };
}

function labelAt(name: string): Bilingual | undefined {
  if (name === '') return undefined;
  const entity = Object.entries(vocabulary.entities).find(([key]) => key === name)?.[1];
  const found = entity ?? fieldOf(name);
  return found && { zh: found.zh, en: found.en };
}
