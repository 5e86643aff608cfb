import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Random } from '../../examples/rosters/synthetic/random.ts';
import { type Breakage, byteBreakages } from './break-bytes.ts';

/** Texts that harm where they are taken for something else than text. */
const hostileTexts: readonly string[] = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '"',
  "'",
  '\n',
  '\r\n\r\n',
  '\t',
  '\u0000',
  '\ufffd',
  '\u202e',
  '\u001b[2J\u001b]0;x\u0007',
  '\\ud800',
  '\\',
  '=1+1',
  '@SUM(1)',
  '../../../x',
  '/dev/zero',
  '{{1}}',
  '$' + '{1}',
  '<script>x</script>',
  '&amp;&#0;',
  "'; DROP TABLE rows; --",
  '*a',
  '&a [*a]',
  '!!js/function "x"',
  '? - :',
  '{',
  '}',
  '[',
  ']]',
  ',',
  ':',
  'null',
  'true',
  '[]',
  '{}',
  '[[]]',
  '[1, 2, 3]',
  '{"__proto__": {"x": 1}}',
  '{ from: 2020-01-01 }',
  '2020-02-30',
  '0000-00-00',
  '9999-12-31',
  '户编号',
  '𠮷',
  'x'.repeat(20_000),
  '['.repeat(3_000),
  '是\n'.repeat(2_000),
];

/** Numbers that are too large, too fine, or written in another way. */
const hostileNumbers: readonly string[] = [
  '0',
  '-0',
  '-1',
  '1e999',
  '-1e999',
  '1e-400',
  'NaN',
  'Infinity',
  '.inf',
  '0x10',
  '0o17',
  '1_000',
  '007',
  '1.',
  '.5',
  '0.1',
  '9007199254740993',
  '99999999999999999999999999',
  '-9223372036854775808',
  '4294967296',
  '1.0000000000000000000001',
  '１２',
  '3万',
  '1,000',
  '9'.repeat(5_000),
];

const token = /-?\d+(?:\.\d+)?|[\p{L}_][\p{L}\d_.-]*|[{}[\]:,"<>=&*-]/gu;

/** Breakages of a text in an encoding: a word, a number or a sign of it becomes something else. */
function textBreakages(encoding: BufferEncoding): Readonly<Record<string, Breakage>> {
  const changed =
    (change: (text: string, random: Random) => string): Breakage =>
    (bytes, random) =>
      new Uint8Array(Buffer.from(change(Buffer.from(bytes).toString(encoding), random), encoding));
  const replaced = (text: string, random: Random, by: (found: string) => string): string => {
    const found = [...text.matchAll(token)];
    if (found.length === 0) return text;
    const { index, 0: word } = random.pick(found);
    return text.slice(0, index) + by(word) + text.slice(index + word.length);
  };
  const lines = (text: string): string[] => text.split('\n');
  return {
    'a word made hostile': changed((text, random) =>
      replaced(text, random, (word) => random.pick(/\d/.test(word) ? hostileNumbers : hostileTexts)),
    ),
    'a word of another kind': changed((text, random) =>
      replaced(text, random, (word) => random.pick(/\d/.test(word) ? hostileTexts : hostileNumbers)),
    ),
    'a word from elsewhere': changed((text, random) => {
      const words = text.match(token) ?? [''];
      return replaced(text, random, () => random.pick(words));
    }),
    'a line doubled': changed((text, random) => {
      const all = lines(text);
      const at = random.int(0, all.length - 1);
      return [...all.slice(0, at + 1), ...all.slice(at)].join('\n');
    }),
    'a line taken out': changed((text, random) => {
      const all = lines(text);
      return all.toSpliced(random.int(0, all.length - 1), 1).join('\n');
    }),
  };
}

/** Breaks one part of a zip file, and packs it again as if nothing had been. */
const partBroken: Breakage = (bytes, random) => {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  // What is read holds most; the rest is broken as well.
  const read = names.filter((name) => /sheet|shared|styles|workbook/i.test(name));
  const name = random.pick(random.chance(0.8) ? read : names);
  const inner = { ...byteBreakages, ...textBreakages('utf8') };
  const broken = random.pick(Object.values(inner))(parts[name] as Uint8Array, random);
  return zipSync({ ...parts, [name]: broken });
};

const partGone: Breakage = (bytes, random) => {
  const { [random.pick(Object.keys(unzipSync(bytes)))]: _, ...rest } = unzipSync(bytes);
  return zipSync(rest);
};

/** A formula, an entity and a reference out of the table, where a cell was. */
const cellHostile: Breakage = (bytes, random) => {
  const parts = unzipSync(bytes);
  const name = random.pick(Object.keys(parts).filter((each) => /worksheets\/sheet/.test(each)));
  const cells = [
    '<c r="A1" t="s"><v>99999999</v></c>',
    '<c r="ZZZZZZ99999999"><v>1</v></c>',
    '<c r="A2" t="e"><v>#REF!</v></c>',
    '<c r="A2"><f>WEBSERVICE("http://x")</f></c>',
    '<c r="A2" s="99999"><v>1e999</v></c>',
    '<c r="A2" t="d"><v>2020-13-45</v></c>',
    '<c r="A2" t="inlineStr"><is><t>_x0000_&#0;_x001B_[2J</t></is></c>',
    '<row r="1048577"/>',
    '<!DOCTYPE x [<!ENTITY a "aaaa">]>&a;',
  ];
  const text = strFromU8(parts[name] as Uint8Array);
  const found = [...text.matchAll(/<c [^>]*>.*?<\/c>/g)];
  if (found.length === 0) return bytes;
  const { index, 0: cell } = random.pick(found);
  const broken = text.slice(0, index) + random.pick(cells) + text.slice(index + cell.length);
  return zipSync({ ...parts, [name]: strToU8(broken) });
};

/** Merged ranges that lie over one another, which no spreadsheet program writes; at times as many as rows, put in with them. */
const mergesOverlapping: Breakage = (bytes, random) => {
  const parts = unzipSync(bytes);
  const name = random.pick(Object.keys(parts).filter((each) => /worksheets\/sheet/.test(each)));
  const text = strFromU8(parts[name] as Uint8Array);
  const at = text.indexOf('</sheetData>');
  if (at < 0) return bytes;
  const count = random.pick([2, 20, 8_000]);
  const rows = count < 1_000 ? '' : Array.from({ length: count }, (_, row) => rowOf(row + 18)).join('');
  const ranges = Array.from({ length: count }, () => {
    const [top, left] = [random.int(1, count + 17), random.int(0, 1)];
    const [bottom, right] = [top + random.int(0, count), left + random.int(0, 2)];
    return `<mergeCell ref="${'ABCD'[left]}${top}:${'ABCD'[right]}${bottom}"/>`;
  });
  const merges = `<mergeCells count="${count}">${ranges.join('')}</mergeCells>`;
  const after = text.slice(at).replace(/<mergeCells.*?<\/mergeCells>/s, '');
  const broken = `${text.slice(0, at)}${rows}${after.replace('</sheetData>', `</sheetData>${merges}`)}`;
  return zipSync({ ...parts, [name]: strToU8(broken) });
};

const rowOf = (row: number): string =>
  `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}" t="inlineStr"><is><t>是</t></is></c></row>`;

/** What a file is made of, which decides how it can be broken beside its bytes. Texts of any other encoding are taken byte by byte. */
export type Form = { readonly text: BufferEncoding } | 'zip' | 'binary';

export function breakagesOf(form: Form): Readonly<Record<string, Breakage>> {
  if (form === 'binary') return byteBreakages;
  if (form === 'zip') {
    return {
      ...byteBreakages,
      'a part broken inside': partBroken,
      'a part taken out': partGone,
      'a cell made hostile': cellHostile,
      'merged ranges that overlap': mergesOverlapping,
    };
  }
  return { ...byteBreakages, ...textBreakages(form.text) };
}
