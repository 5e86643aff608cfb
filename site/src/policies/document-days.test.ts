import { expect, test } from 'vitest';
import { documentDays } from './document-days.ts';

const daysOf = (days: { issued?: string | null; published: string | null }, from: string) =>
  documentDays({ files: { policy: { document: days as never } }, policy: { force: { from, to: null } } });

test('a document that prints the day of its signature has that day', () => {
  expect(daysOf({ issued: '2016-07-04', published: null }, '2016-07-04')).toEqual([
    { what: 'issued', day: '2016-07-04' },
  ]);
});

test('a day of publication after the first day in force is said to be later', () => {
  expect(daysOf({ published: '2016-05-27' }, '2014-01-01')).toEqual([{ what: 'publishedLater', day: '2016-05-27' }]);
  expect(daysOf({ issued: null, published: '2016-11-29' }, '2016-11-29')).toEqual([
    { what: 'published', day: '2016-11-29' },
  ]);
});

test('a document that prints neither says so', () => {
  expect(daysOf({ issued: null, published: null }, '2016-01-01')).toEqual([{ what: 'published', day: null }]);
});
