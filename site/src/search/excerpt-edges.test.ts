import { expect, it } from 'vitest';
import { edgesOf } from './excerpt-edges.ts';

const content = 'A record keeps a decision. It is made again years later. 计划 每年一次。总结';

it('says … where a sentence is cut', () => {
  expect(edgesOf('keeps a decision. It is', content)).toEqual({ before: '…', after: '…' });
  expect(edgesOf('每年', content)).toEqual({ before: '…', after: '…' });
});

it('says nothing at the ends of sentences and of the page', () => {
  expect(edgesOf('It is made again years later.', content)).toEqual({ before: '', after: '' });
  expect(edgesOf('. It is made again', content)).toEqual({ before: '', after: '…' });
  expect(edgesOf('A record keeps', content)).toEqual({ before: '', after: '…' });
  expect(edgesOf('总结', content)).toEqual({ before: '', after: '' });
  expect(edgesOf('It is made again years later', content)).toEqual({ before: '', after: '' });
});

it('says nothing of what it cannot place', () => {
  expect(edgesOf('elsewhere', content)).toEqual({ before: '', after: '' });
});
