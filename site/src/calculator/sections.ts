import type { Policy, PolicyText } from '@jingzhun/rules';
import { type Bilingual, fieldOf, vocabulary } from '@jingzhun/schemas';
import { formWords } from './form-words.ts';
import type { Question } from './questions.ts';
import { entitiesAsked } from './subjects.ts';
import { type TopicName, topicOf } from './topics.ts';

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
  readonly title: Bilingual;
  readonly groups: readonly Group[];
}

/** Above this many questions about its subject a form follows the sections of the document. */
const mostInOne = 12;

/** The order of the sections of a household's form; the members' table stands after the first. */
const order: readonly TopicName[] = ['basics', 'living', 'income', 'received'];

/** The questions of a page in sections, those about a person left out: they are the members' table. */
export function sectionsOf(
  questions: readonly Question[],
  policy: Policy,
  text: PolicyText,
  subject: string,
): readonly Section[] {
  const there = entitiesAsked(subject);
  const own = questions.filter(({ entity }) => entity === subject);
  const around = questions.filter(({ entity }) => !there.includes(entity));
  const main = subject === 'household' ? byTopic(own) : byDocument(own, policy, text, subject);
  if (around.length === 0) return main;
  return [...main, { title: topicTitle('other'), groups: groupsOf(around, true) }];
}

function byTopic(questions: readonly Question[]): Section[] {
  return order.flatMap((topic) => {
    const own = questions.filter((question) => topicOf(question) === topic);
    return own.length === 0 ? [] : [{ title: topicTitle(topic), groups: groupsOf(own, false) }];
  });
}

/**
 * Each question where the document first speaks of it. A section of which one question alone is asked would head it with
 * what the section is about, the other villages over the number of all: such questions stand first, under their subject.
 */
function byDocument(questions: readonly Question[], policy: Policy, text: PolicyText, subject: string): Section[] {
  if (questions.length === 0) return [];
  const ownTitle = labelAt(subject) ?? topicTitle('basics');
  if (questions.length <= mostInOne) return [{ title: ownTitle, groups: groupsOf(questions, false) }];
  const sectionOf = new Map(
    text.sections.flatMap(({ provisions }, at) => provisions.map(({ id }) => [id, at] as const)),
  );
  const first = ({ rules }: Question): number =>
    sectionOf.get(policy.rules.find(({ id }) => rules.has(id))?.id ?? '') ?? text.sections.length;
  const bySection = [...Map.groupBy(questions, first)].sort(([a], [b]) => a - b);
  const alone = bySection.flatMap(([, own]) => (own.length === 1 ? own : []));
  const several = bySection.filter(([, own]) => own.length > 1);
  return [
    ...(alone.length === 0 ? [] : [{ title: ownTitle, groups: groupsOf(alone, false) }]),
    ...several.map(([at, own]) => ({
      title: text.sections[at]?.title ?? topicTitle('other'),
      groups: groupsOf(own, false),
    })),
  ];
}

function topicTitle(topic: TopicName): Bilingual {
  return { zh: formWords.zh.topics[topic], en: formWords.en.topics[topic] };
}

/** The questions about a person that are not in the table's columns, by topic. */
export function personGroups(
  questions: readonly Question[],
): readonly { topic: TopicName; questions: readonly Question[] }[] {
  const topics = Map.groupBy(questions, topicOf);
  return [...topics].map(([topic, own]) => ({ topic, questions: own }));
}

/** The few questions that most rules ask of a person: the columns of the members' table. */
export function columnsOf(questions: readonly Question[], most = 4): readonly Question[] {
  const fitting = questions.filter(
    ({ entity, control, derived }) => entity === 'person' && !derived && (control === 'code' || control === 'yes-no'),
  );
  const chosen = new Set([...fitting].sort((a, b) => b.rules.size - a.rules.size).slice(0, most));
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
  // The field alone: the label of a question also says which row it is in.
  const columns = keys.map(
    (key) =>
      labelAt(questions.find(({ path }) => path.slice(depth).join('.') === key)?.fact ?? '') ?? { zh: key, en: key },
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
