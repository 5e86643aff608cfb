import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { locateQuotes } from './locate.ts';

const digest = (sentence: string): string => createHash('sha256').update(sentence.replace(/\s/gu, '')).digest('hex');
const text = '一、目标。每户 2000 元，\n按年发放；另有𠮷村。\n二、办法';
const at = (source: string, sentence: string): string | undefined => {
  const place = locateQuotes(source, [digest(sentence)]).get(digest(sentence));
  return place && source.slice(place.start, place.end);
};

describe('cited sentences', () => {
  it('are found with the white space that stands inside them', () => {
    expect(at(text, '每户2000元，按年发放')).toBe('每户 2000 元，\n按年发放');
  });

  it('are found at the beginning, at the end, and whole', () => {
    expect(at(text, '一、目标')).toBe('一、目标');
    expect(at(text, '二、办法')).toBe('二、办法');
    expect(at(text, text)).toBe(text);
  });

  it('are found though they begin, end, or both stand inside a clause', () => {
    expect(at(text, '年发放')).toBe('年发放');
    expect(at(text, '按年发')).toBe('按年发');
  });

  it('are found behind signs of more than one unit', () => {
    expect(at(text, '另有𠮷村')).toBe('另有𠮷村');
    expect(locateQuotes(text, [digest('二、办法')]).get(digest('二、办法'))).toEqual({ start: 28, end: 32 });
  });

  it('are not found once a sign has changed, and the others still are', () => {
    const both = [digest('每户2000元'), digest('按年发放')];
    const found = locateQuotes(text.replace('2000', '2001'), both);
    expect([...found.keys()]).toEqual([digest('按年发放')]);
  });

  it('are not looked for in a text that is no document', () => {
    expect(() => locateQuotes('字'.repeat(1_000_001), [digest('字')])).toThrow(
      expect.objectContaining({ code: 'text-too-long' }),
    );
    expect(locateQuotes('字'.repeat(1_000), [digest('无')]).size).toBe(0);
  });

  it('are not there in an empty text', () => {
    expect(locateQuotes('', [digest('目标')]).size).toBe(0);
  });
});
