import { expect, it } from 'vitest';
import { documentNamed } from './document-number.ts';

it('says that a document has no number, in words of the language', () => {
  expect(documentNamed({ title: '方案', number: '某办〔2016〕1号' }, 'zh')).toBe('方案 某办〔2016〕1号');
  expect(documentNamed({ title: '方案', number: null }, 'zh')).toBe('方案（没有写文号）');
  expect(documentNamed({ title: 'Plan', number: null }, 'en')).toBe('Plan (no number printed)');
});
