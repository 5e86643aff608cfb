import { expect, it } from 'vitest';
import { areaOf } from './area.ts';

it('tells the part of the site from the address, in both languages and below any base', () => {
  expect(areaOf('/policies/ruyuan-2016/', '/')).toBe('policies');
  expect(areaOf('/en/docs/records/#format', '/')).toBe('docs');
  expect(areaOf('/rules/en/api/jingzhun/rules/', '/rules/')).toBe('api');
});

it('puts what has no part of its own under the rest', () => {
  expect(areaOf('/', '/')).toBe('other');
  expect(areaOf('/en/privacy/', '/')).toBe('other');
});
