import { expect, test } from 'vitest';
import { referencePieces } from './reference-pieces.ts';

test.each([
  ['见一(二)2和四1', ['见', '一(二)2', '和', '四1', '']],
  ['依据川办发〔2014〕25号第七部分', ['', '依据川办发〔2014〕25号', '第七部分']],
  ['十2月', ['十2月']],
  ['一户一策', ['一户一策']],
])('%s', (text, pieces) => {
  expect(referencePieces(text)).toEqual(pieces);
});
