import { describe, expect, test } from 'vitest';
import { editionText, isDay, type OfferedPolicy, readEdition } from './edition.ts';

const one: OfferedPolicy = {
  id: 'one-2020',
  title: 'One',
  number: null,
  releases: ['1.0.0', '1.1.0'],
  force: { from: '2020-03-01', to: '2022-12-31' },
  days: [],
};
const other: OfferedPolicy = { ...one, id: 'other-2021', releases: ['1.0.0'], force: { from: '2021-10-01', to: null } };
const policies = [one, other];
const first = { policy: 'one-2020', release: '1.0.0', on: '2020-09-01' };

describe('an edition is read as the command line writes it', () => {
  test.each([
    ['one-2020@1.0.0:2020-09-01', first],
    ['one-2020', { policy: 'one-2020', release: '1.1.0', on: '2020-09-01' }],
    ['other-2021:2021-11-05', { policy: 'other-2021', release: '1.0.0', on: '2021-11-05' }],
  ])('%s', (text, expected) => {
    expect(readEdition(text, policies)).toEqual(expected);
    expect(readEdition(editionText(expected), policies)).toEqual(expected);
  });

  test.each([
    ['1.1.0', { ...first, release: '1.1.0' }],
    ['draft:2021-01-01', { ...first, release: 'draft', on: '2021-01-01' }],
    ['one-2020@draft', { ...first, release: 'draft' }],
    ['2021-05-06', { ...first, on: '2021-05-06' }],
    ['other-2021@1.0.0', { policy: 'other-2021', release: '1.0.0', on: '2020-09-01' }],
  ])('after a first one: %s', (text, expected) => expect(readEdition(text, policies, first)).toEqual(expected));

  test.each([
    ['none-2020', 'policy'],
    ['one-2020@9.0.0', 'release'],
    ['one-2020@draft', 'release'],
    ['one-2020@1.0.0:2020-02-30', 'day'],
    ['<b>', 'form'],
    ['', 'form'],
    ['one-2020:tomorrow', 'form'],
    ['__proto__', 'form'],
  ])('%s is refused', (text, fault) => expect(readEdition(text, policies)).toMatchObject({ fault }));

  test('a draft is of the release beside it', () => {
    expect(readEdition('other-2021@draft', policies, first)).toMatchObject({ fault: 'release' });
    expect(readEdition('draft', policies, { ...first, release: 'draft' })).toMatchObject({ fault: 'release' });
  });
});

test('a day is one of the calendar', () => {
  expect(['2020-02-29', '2021-02-29', '2021-2-1', '20210201'].map(isDay)).toEqual([true, false, false, false]);
});
