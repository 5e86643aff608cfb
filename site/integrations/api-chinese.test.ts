import { describe, expect, it } from 'vitest';
import { Chinese, readPairs } from './api-chinese.mjs';

const pair = (en: string, zh: string, file = 'rules.yaml') => ({ file, en, zh });

describe('the Chinese of comments', () => {
  it('is what the catalogue says', () => {
    const chinese = new Chinese([pair('A case.', '一个案例。')]);
    expect(chinese.of('A case.')).toBe('一个案例。');
    expect(chinese.faults()).toEqual([]);
  });

  it('is missed where the catalogue has none', () => {
    const chinese = new Chinese([pair('A case.', '一个案例。')]);
    chinese.of('A case.');
    expect(chinese.of('A case, changed.')).toBe('A case, changed.');
    expect(chinese.faults()).toEqual(['has no Chinese: A case, changed.']);
  });

  it('is found where no comment asks for it', () => {
    expect(new Chinese([pair('A case.', '一个案例。')]).faults()).toEqual([
      'rules.yaml: is no comment any more: A case.',
    ]);
  });

  it('stands in one file only', () => {
    const chinese = new Chinese([pair('A case.', '一个案例。'), pair('A case.', '案例。', 'schemas.yaml')]);
    chinese.of('A case.');
    expect(chinese.faults()).toEqual(['schemas.yaml: stands in rules.yaml too: A case.']);
  });
});

describe('the catalogue', () => {
  const pairs = readPairs();

  it('says every comment in Chinese, in whole sentences where the comment is one', () => {
    expect(pairs.length).toBeGreaterThan(400);
    const wanting = pairs.filter(
      ({ en, zh }) => !/\p{Script=Han}/u.test(zh) || (/[a-z)`]\.$/.test(en) && !/[。）|`]$/.test(zh)),
    );
    expect(wanting).toEqual([]);
  });

  it('names in code what the comment names', () => {
    const named = (text: string): string[] => [...new Set(text.match(/`[^`]+`/g))].sort();
    for (const { en, zh } of pairs) expect(named(zh), en).toEqual(named(en));
  });
});
