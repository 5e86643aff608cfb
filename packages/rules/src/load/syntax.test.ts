import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from './faults.ts';
import { parse, type Syntax } from './syntax.ts';

/** The tree with brackets everywhere, so that precedence shows. */
function written(syntax: Syntax): string {
  switch (syntax.form) {
    case 'number':
      return `${syntax.digits}${syntax.percent ? '%' : ''}${syntax.unit === undefined ? '' : `[${syntax.unit}]`}`;
    case 'text':
      return `'${syntax.value}'`;
    case 'date':
      return syntax.value;
    case 'truth':
      return String(syntax.value);
    case 'unknown':
      return 'unknown';
    case 'name':
      return syntax.name;
    case 'arithmetic':
    case 'compare':
      return `(${written(syntax.left)} ${syntax.operator} ${written(syntax.right)})`;
    case 'in':
      return `(${written(syntax.of)} in [${syntax.values.map(written).join(' ')}])`;
    case 'contains':
      return `(${written(syntax.of)} contains ${written(syntax.value)})`;
    case 'join':
      return `(${syntax.of.map(written).join(` ${syntax.operator} `)})`;
    case 'not':
      return `(not ${written(syntax.of)})`;
    case 'call':
      return `${syntax.name}(${syntax.inputs.map(written).join(', ')})`;
  }
}

function faultOf(formula: string): string {
  try {
    return written(parse(formula));
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
}

describe('a formula is read with the usual precedence', () => {
  it.each([
    ['1 + 2 * 3', '(1 + (2 * 3))'],
    ['1 * 2 + 3', '((1 * 2) + 3)'],
    ['(1 + 2) * 3', '((1 + 2) * 3)'],
    ['10 - 3 - 2', '((10 - 3) - 2)'],
    ['8 / 4 / 2', '((8 / 4) / 2)'],
    ['1 + 2 < 3 * 4', '((1 + 2) < (3 * 4))'],
    ['not a = b', '(not (a = b))'],
    ['not a and b', '((not a) and b)'],
    ['not (a and b)', '(not (a and b))'],
    ['not not a', '(not (not a))'],
    ['a or b and c', '(a or (b and c))'],
    ['a and b or c and d', '((a and b) or (c and d))'],
    ['a and b and c', '(a and b and c)'],
    ['a = 1 or b != 2', '((a = 1) or (b != 2))'],
    ["a in ('x', 'y') and b contains 'z'", "((a in ['x' 'y']) and (b contains 'z'))"],
    ["not a in ('x')", "(not (a in ['x']))"],
    ['min(1, 2) + max(3, 4 * 5)', '(min(1, 2) + max(3, (4 * 5)))'],
    ['round(a / b, half-up, 10)', 'round((a / b), half-up, 10)'],
    ['a <= b', '(a <= b)'],
    ['a >= b', '(a >= b)'],
  ])('%s', (formula, tree) => {
    expect(written(parse(formula))).toBe(tree);
  });
});

describe('names, numbers and texts', () => {
  it.each([
    ['household.housing.stepsDone.task', 'household.housing.stepsDone.task'],
    ['person.schoolStage', 'person.schoolStage'],
    ['household.nineMeasures.public-service.applicable', 'household.nineMeasures.public-service.applicable'],
    ['a-b', 'a-b'],
    ['a - b', '(a - b)'],
    ['a- b', '(a - b)'],
    ['a -b', '(a - b)'],
    ['0-cap', '(0 - cap)'],
    ['2-1', '(2 - 1)'],
    ['45%', '45%'],
    ['0.5%', '0.5%'],
    ['12[month/year]', '12[month/year]'],
    ['20000.50', '20000.50'],
    ['2018-12-31', '2018-12-31'],
    ["'senior-secondary'", "'senior-secondary'"],
    ["'中文'", "'中文'"],
    ["''", "''"],
    ['true and false', '(true and false)'],
    ['unknown', 'unknown'],
    ['  a\n+\tb  ', '(a + b)'],
  ])('%j', (formula, tree) => {
    expect(written(parse(formula))).toBe(tree);
  });

  it('gives names that begin with a word of the grammar their full length', () => {
    expect(written(parse('notable'))).toBe('notable');
    expect(written(parse('orchard and android'))).toBe('(orchard and android)');
    expect(written(parse('trueValue'))).toBe('trueValue');
    expect(written(parse('unknownCount'))).toBe('unknownCount');
  });
});

describe('what cannot be read is a fault', () => {
  it.each([
    '',
    '   ',
    '1 +',
    '+ 1',
    '- 5',
    '1 2',
    'a b',
    '(1 + 2',
    '1 + 2)',
    'min(1, 2',
    'min(1,)',
    'min()',
    'a in ()',
    'a in x',
    'a contains',
    'a < b < c',
    'a = = b',
    'a == b',
    'a && b',
    'a ? b : c',
    'a[0]',
    "'open",
    '"double"',
    '1e5',
    '.5',
    '5.',
    '1,000',
    '１２',
    '12万',
    '45 %',
    'a.',
    '.a',
    'a..b',
    'not',
    'and b',
    'a and',
    'a;b',
    '$a',
    '`a`',
    'a.b()c',
    '12[month',
  ])('%j', (formula) => {
    expect(faultOf(formula)).toBe('formula-syntax');
  });

  it('says where, in both languages', () => {
    try {
      parse('1 + * 2');
      expect.unreachable();
    } catch (error) {
      const { wording } = error as Fault;
      expect(wording.en).toContain('"*"');
      expect(wording.zh).toContain('“*”');
    }
  });

  it('names the mark that is wanted', () => {
    expect(() => parse('a in x')).toThrow('"(" is expected here');
    expect(() => parse('(1 + 2')).toThrow('")" is expected here');
  });

  it('is a fault or a tree for any text, never another error', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      ',',
      '+',
      '-',
      '*',
      '/',
      '<',
      '=',
      'a',
      'a.b',
      '1',
      "'x'",
      'not',
      'and',
      'in',
      ' ',
      '2016-01-01',
      '%',
      '[',
      ']',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
        ),
        (formula) => {
          expect(typeof faultOf(formula)).toBe('string');
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('depth is limited before it can overflow', () => {
  it('takes 50 levels of brackets and of calls, and refuses 51', () => {
    expect(faultOf(`${'('.repeat(50)}a${')'.repeat(50)}`)).toBe('a');
    expect(faultOf(`${'('.repeat(51)}a${')'.repeat(51)}`)).toBe('formula-too-deep');
    expect(faultOf(`${'min(1, '.repeat(51)}a${')'.repeat(51)}`)).toBe('formula-too-deep');
    expect(faultOf(`${'('.repeat(1000)}a`)).toBe('formula-too-deep');
    expect(faultOf(`${'('.repeat(100_000)}a`)).toBe('formula-too-long');
  });

  it('counts depth, not the number of brackets', () => {
    const many = new Array(200).fill('(a)').join(' + ');
    expect(faultOf(many)).not.toBe('formula-too-deep');
  });

  it('refuses a formula of more than 2,000 words', () => {
    expect(faultOf(new Array(1000).fill('1').join(' + '))).toMatch(/^\(/);
    expect(faultOf(new Array(1001).fill('1').join(' + '))).toBe('formula-too-long');
    expect(faultOf(new Array(100_000).fill('1').join(' + '))).toBe('formula-too-long');
  });

  it('refuses a pile of nots', () => {
    expect(faultOf(`${'not '.repeat(50)}a`)).toMatch(/^\(not/);
    expect(faultOf(`${'not '.repeat(51)}a`)).toBe('formula-too-deep');
    expect(faultOf(`${'not '.repeat(100_000)}a`)).toBe('formula-too-long');
  });
});
