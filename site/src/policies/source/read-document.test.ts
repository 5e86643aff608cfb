import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { largestFile, readDocument } from './read-document.ts';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const utf8 = (text: string): Uint8Array => strToU8(text);
const word = (body: string): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`),
    'other.xml': strToU8('x'),
  });

test('text is read as UTF-8, with or without its mark, and with any line ends', () => {
  expect(readDocument('a.txt', utf8('一、目标\r\n二、办法\r'))).toEqual({ text: '一、目标\n二、办法\n' });
  expect(readDocument('a.txt', utf8('\ufeff目标'))).toEqual({ text: '目标' });
});

test('text that is no UTF-8 is GB18030', () => {
  expect(readDocument('a.txt', bytes(0xc4, 0xbf, 0xb1, 0xea))).toEqual({ text: '目标' });
});

test('UTF-16 is known by its mark', () => {
  expect(readDocument('a.txt', bytes(0xff, 0xfe, 0xee, 0x76, 0x07, 0x68))).toEqual({ text: '目标' });
});

test("Markdown's own marks are no part of the text", () => {
  expect(readDocument('a.md', utf8('# 目标\n\n每户**2000元**，> 按年'))).toEqual({
    text: '目标\n\n每户2000元，> 按年',
  });
  expect(readDocument('a.txt', utf8('**目标**'))).toEqual({ text: '**目标**' });
});

test('a Word document gives its paragraphs, without what was deleted', () => {
  const runs =
    '<w:r><w:t xml:space="preserve">每户 </w:t></w:r><w:r><w:delText>一千</w:delText></w:r><w:r><w:t>2000&#20803;&amp;</w:t></w:r>';
  const tabs = '<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>';
  expect(readDocument('a.docx', word(`<w:p>${tabs}${runs}</w:p><w:p><w:r><w:t>按年</w:t></w:r></w:p>`))).toEqual({
    text: '每户 2000元&\n按年\n',
  });
});

test.each([
  ['empty', 'a.txt', bytes()],
  ['empty', 'a.txt', utf8(' \n')],
  ['empty', 'a.docx', word('<w:p></w:p>')],
  ['tooLarge', 'a.txt', new Uint8Array(largestFile + 1)],
  ['tooLarge', 'a.docx', word(`<w:p><w:r><w:t>${'甲'.repeat(7_000_000)}</w:t></w:r></w:p>`)],
  ['notText', 'a.pdf', utf8('%PDF-1.7')],
  ['notText', 'a.txt', utf8('{\\rtf1 }')],
  ['notText', 'a.png', bytes(0x89, 0x50, 0x4e, 0x47, 0)],
  ['notText', 'a.txt', bytes(0xff, 0xff)],
  ['notText', 'a.zip', zipSync({ 'a.txt': utf8('a') })],
  ['oldWord', 'a.doc', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1)],
  ['damaged', 'a.docx', word('<w:p></w:p>').slice(0, 60)],
])('%s: %s', (fault, name, file) => {
  expect(readDocument(name, file)).toEqual({ fault });
});
