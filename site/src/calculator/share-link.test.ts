import { expect, test } from 'vitest';
import { addressWithoutFragment, fragmentOf, openFragment, type Shared } from './share-link.ts';

const shared: Shared = {
  policy: 'example-2016',
  subject: 'household',
  release: '1.0.0',
  digest: 'sha256:00',
  on: '2017-09-01',
  case: { household: { registered: true, members: [{ schoolStage: 'primary' }] } },
};

test('a link gives back what it was made of', async () => {
  const fragment = await fragmentOf(shared);
  expect(fragment).toMatch(/^#s=z[\w-]+$/);
  expect(await openFragment(fragment)).toEqual({ kind: 'shared', shared });
});

test('a link made where nothing can be packed is read too', async () => {
  const plain = `#s=p${btoa(JSON.stringify(shared))}`;
  expect(await openFragment(plain)).toEqual({ kind: 'shared', shared });
});

test('in the site as one file the link stands behind the page', async () => {
  const fragment = await fragmentOf(shared);
  expect(await openFragment(`#/calc/example-2016/household/${fragment}`)).toEqual({ kind: 'shared', shared });
  expect(addressWithoutFragment(`file:///a.html#/calc/x/${fragment}`)).toBe('file:///a.html#/calc/x/');
  expect(addressWithoutFragment('https://example.org/calc/#bucket-met')).toBe('https://example.org/calc/');
});

test('another fragment is no link', async () => {
  expect(await openFragment('')).toEqual({ kind: 'none' });
  expect(await openFragment('#answer')).toEqual({ kind: 'none' });
});

test('a link that was cut, changed or made up is broken', async () => {
  const fragment = await fragmentOf(shared);
  for (const bad of [
    '#s=',
    '#s=z',
    '#s=p!!',
    fragment.slice(0, -12),
    `#s=p${btoa('{"policy":1}')}`,
    `#s=p${btoa('[]')}`,
  ]) {
    expect(await openFragment(bad), bad).toEqual({ kind: 'broken' });
  }
});

test('a link that unpacks beyond measure is broken', async () => {
  const large = { ...shared, case: { household: { note: 'x'.repeat(2_000_000) } } } as unknown as Shared;
  const fragment = await fragmentOf(large);
  expect(fragment.length).toBeLessThan(10_000);
  expect(await openFragment(fragment)).toEqual({ kind: 'broken' });
});
