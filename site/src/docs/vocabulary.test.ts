import { fieldOf, vocabulary } from '@jingzhun/schemas';
import { expect, it } from 'vitest';
import { otherHeadingsOf, spellingsOf } from './vocabulary.ts';

it('lists the spellings of a code that settle it, and none that leaves several open', () => {
  const junior = vocabulary.codes.schoolStage.values.find(({ code }) => code === 'junior-secondary');
  expect(junior && spellingsOf(junior)).toEqual(['七年级', '八年级', '九年级']);
  const open = Object.values(vocabulary.codes)
    .flatMap(({ values }) => values)
    .flatMap(({ aliases = [] }) => aliases)
    .flatMap((alias) => (typeof alias !== 'string' && alias.ask ? [alias.as] : []));
  expect(open).toContain('大专及以上');
  const listed = Object.values(vocabulary.codes).flatMap(({ values }) => values.flatMap(spellingsOf));
  expect(listed.filter((spelling) => open.includes(spelling))).toEqual([]);
  expect(listed).toContain('一般脱贫户');
});

it('lists no spelling that only puts others together', () => {
  const head = vocabulary.codes.post.values.find(({ code }) => code === 'government-head');
  expect(head?.aliases).toContain('县长、镇长、街道办主任');
  expect(head && spellingsOf(head)).toEqual(['县长', '镇长', '街道办主任']);
});

it('lists of the headings of a field those besides its name', () => {
  const type = fieldOf('household.type');
  expect(type?.zh).toBe('贫困户属性');
  expect(type && otherHeadingsOf(type)).toEqual(['户类型']);
});
