import { type EntityName, vocabulary } from '@jingzhun/schemas';
import type { Question } from './questions.ts';

/** Headings of the form. */
export type TopicName =
  | 'basics'
  | 'personal'
  | 'living'
  | 'income'
  | 'received'
  | 'other'
  | 'work'
  | 'study'
  | 'health'
  | 'security'
  | 'exit';

/**
 * The vocabulary lists the fields of an entity in the order of the national registration forms; each landmark opens a
 * topic that lasts until the next. A field that is added falls under the topic in whose midst it stands.
 */
const landmarks: Readonly<Record<string, readonly (readonly [key: string, topic: TopicName])[]>> = {
  household: [
    ['memberCount', 'basics'],
    ['perCapitaDisposableIncome', 'income'],
    ['belowPovertyStandard', 'living'],
    ['povertyCauses', 'basics'],
    ['dibaoEligible', 'received'],
    ['liftableByIndustryOrJob', 'basics'],
    ['nineMeasures', 'received'],
    ['industryProjects', 'living'],
    ['assetIncome', 'income'],
    ['equity.amount', 'living'],
    ['creditRated', 'received'],
    ['solar.capacity', 'living'],
    ['hasFile', 'basics'],
  ],
  person: [
    ['registered', 'personal'],
    ['labourAbility', 'work'],
    ['enrolled', 'study'],
    ['hukouType', 'personal'],
    ['disabled', 'health'],
    ['leftBehind', 'personal'],
    ['dibaoEligible', 'security'],
    ['medicalInsured', 'health'],
    ['pensionInsured', 'security'],
    ['holdsEcologicalPost', 'work'],
    ['measures', 'exit'],
  ],
};

/** The topic a question belongs to. What is not about the household or a person is other data. */
export function topicOf({ entity, path }: Pick<Question, 'entity' | 'path'>): TopicName {
  const own = landmarks[entity];
  if (own === undefined) return 'other';
  const marks = new Map(own);
  const name = path.join('.');
  // What stands before the first landmark belongs to its topic.
  let topic = own[0]?.[1] ?? 'other';
  for (const key of Object.keys(vocabulary.entities[entity as EntityName].fields)) {
    topic = marks.get(key) ?? topic;
    if (name === key || name.startsWith(`${key}.`)) return topic;
  }
  return 'other';
}
