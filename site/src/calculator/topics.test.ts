import { vocabulary } from '@jingzhun/schemas';
import { expect, test } from 'vitest';
import { topicOf } from './topics.ts';

test('no question about a person stands under the household', () => {
  const topics = Object.keys(vocabulary.entities.person.fields).map((key) =>
    topicOf({ entity: 'person', path: key.split('.') }),
  );
  expect(new Set(topics)).not.toContain('basics');
  expect(topicOf({ entity: 'person', path: ['educationLevel'] })).toBe('personal');
  expect(topicOf({ entity: 'household', path: ['memberCount'] })).toBe('basics');
  expect(topicOf({ entity: 'village', path: ['name'] })).toBe('other');
});
