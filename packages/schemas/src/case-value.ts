import { type CaseProblem, type CaseProblemCode, caseLimits } from './case-problem.ts';
import { nearestName } from './nearest-name.ts';
import { type CodeSetName, vocabulary } from './vocabulary.gen.ts';
import type { Code, FieldType, ValueType } from './vocabulary.ts';

/** What is wrong with one value, without the place. */
export type Fault = Omit<CaseProblem, 'path'>;

const fault = (code: CaseProblemCode, zh: string, en: string): Fault => ({ code, zh, en });

/** How a value may be spoken of: `hidden` where it is personal or could be. */
export interface Discretion {
  readonly hidden: boolean;
}

const kinds: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  string: ['文本', 'a text'],
  number: ['数字', 'a number'],
  boolean: ['真假值', 'true or false'],
  bigint: ['大整数', 'a big integer'],
  undefined: ['空', 'nothing'],
  function: ['函数', 'a function'],
  symbol: ['符号', 'a symbol'],
  null: ['空值', 'null'],
  list: ['列表', 'a list'],
  object: ['对象', 'an object'],
};

function kindOf(value: unknown): readonly [zh: string, en: string] {
  const name = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
  return kinds[name] ?? ['未知', 'something else'];
}

/** The value as messages show it, or what kind of value it is where it must not be shown. */
function shown(value: unknown, { hidden }: Discretion): readonly [zh: string, en: string] {
  const simple = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(simple ? value : '');
  if (!simple || hidden || text.length > 42 || /\d{11}/.test(text)) return kindOf(value);
  return [text, text];
}

const expected: Readonly<Record<FieldType, readonly [zh: string, en: string]>> = {
  boolean: [' true 或 false', 'true or false'],
  integer: ['整数', 'a whole number'],
  number: ['数字', 'a number'],
  yuan: ['以元为单位的数字', 'a number of yuan'],
  percent: ['百分数（45% 写 45）', 'a percent (45 for 45%)'],
  ratio: ['比率（45% 写 0.45）', 'a ratio (0.45 for 45%)'],
  date: ['日期 yyyy-mm-dd', 'a date yyyy-mm-dd'],
  year: ['四位年份', 'a year of four digits'],
  months: ['整月数', 'a whole number of months'],
  text: ['带引号的文本', 'a text in quotes'],
  reference: ['带引号的编号或名称', 'an id or name in quotes'],
  enum: ['代码', 'a code'],
  list: ['方括号内的列表', 'a list in square brackets'],
  record: ['花括号内的对象', 'an object in curly brackets'],
};

const truths = new Set(['是', '有', '对', 'true', 'yes', 'y', '1', '√']);
const falsehoods = new Set(['否', '无', '不是', '没有', 'false', 'no', 'n', '0', '×']);

/** What to write instead, where that can be told from the value. */
function remedy(value: unknown, type: ValueType, { hidden }: Discretion): readonly [zh: string, en: string] {
  const word = String(typeof value === 'string' || typeof value === 'number' ? value : '')
    .trim()
    .toLowerCase();
  if (hidden) return ['', ''];
  if (type.type === 'boolean' && truths.has(word)) return ['，请写 true（不加引号）', '; write true, without quotes'];
  if (type.type === 'boolean' && falsehoods.has(word))
    return ['，请写 false（不加引号）', '; write false, without quotes'];
  const numeric = typeof value === 'string' && /^-?\d{1,10}(\.\d{1,4})?$/.test(word) && type.type !== 'boolean';
  if (numeric && type.type !== 'date') return [`，请写 ${word}（不加引号）`, `; write ${word}, without quotes`];
  return ['', ''];
}

/** A value of another type than the field's. */
export function wrongType(value: unknown, type: ValueType, discretion: Discretion): Fault {
  const [isZh, isEn] = shown(value, discretion);
  const [shouldZh, shouldEn] = expected[type.type];
  const [doZh, doEn] = remedy(value, type, discretion);
  return fault('wrong-type', `是${isZh}，应为${shouldZh}${doZh}。`, `is ${isEn} and should be ${shouldEn}${doEn}`);
}

function namesOf(codes: readonly Code[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { code } of codes) names.set(code, code);
  for (const { code, zh, en, aliases = [] } of codes) {
    for (const label of [zh, ...aliases.map((alias) => (typeof alias === 'string' ? alias : alias.as)), en]) {
      if (!names.has(label)) names.set(label, code);
    }
  }
  return names;
}

/** A value or key that is no code of the set, with the code that was probably meant. */
export function unknownCode(value: string, set: CodeSetName, discretion: Discretion): Fault {
  const codes = vocabulary.codes[set].values;
  const [isZh, isEn] = shown(value, discretion);
  const meant = discretion.hidden ? undefined : nearestName(value, namesOf(codes));
  const label = codes.find(({ code }) => code === meant);
  const all = codes.map(({ code }) => code).join(', ');
  const hintZh = label ? `是否为 ${label.code}（${label.zh}）？` : '';
  const hintEn = label ? `; did you mean ${label.code} (${label.en})?` : '';
  return fault(
    'unknown-code',
    `${isZh}不是“${vocabulary.codes[set].zh}”的代码。可用代码：${all}。${hintZh}`,
    `is ${isEn}, which is no code of ${set}; the codes are ${all}${hintEn}`,
  );
}

export const isCode = (value: string, set: CodeSetName): boolean =>
  vocabulary.codes[set].values.some(({ code }) => code === value);

const calendarDay = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a day of the calendar, written yyyy-mm-dd. */
export function isDay(text: string): boolean {
  if (!calendarDay.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

function checkDate(value: string, discretion: Discretion): Fault | undefined {
  const { min, max } = caseLimits.years;
  if (!isDay(value)) {
    const [isZh, isEn] = shown(value, discretion);
    return fault(
      'invalid-date',
      `${isZh}不是日历上的日期，请写成 2016-11-29 的形式。`,
      `is ${isEn}, no day of the calendar; write it like 2016-11-29`,
    );
  }
  const year = Number(value.slice(0, 4));
  if (year >= min && year <= max) return undefined;
  return fault('out-of-range', `日期年份应在 ${min} 至 ${max} 之间。`, `should be a day of the years ${min} to ${max}`);
}

const wholeTypes: ReadonlySet<FieldType> = new Set(['integer', 'year', 'months']);

/** The bounds that a number of this type keeps, both included. */
export function boundsOf(type: ValueType): { min: number; max: number } {
  const general = type.type === 'year' ? caseLimits.years : { min: -caseLimits.magnitude, max: caseLimits.magnitude };
  return { min: Math.max(type.min ?? general.min, general.min), max: Math.min(type.max ?? general.max, general.max) };
}

/** How many decimals a number of this type may have. */
export const decimalsOf = (type: ValueType): number =>
  wholeTypes.has(type.type) ? 0 : type.type === 'yuan' ? caseLimits.decimals.yuan : caseLimits.decimals.other;

/** Whether the number is the nearest double of a decimal with so many places. */
export const hasDecimals = (value: number, places: number): boolean => Number(value.toFixed(places)) === value;

function checkNumber(value: number, type: ValueType, discretion: Discretion): Fault | undefined {
  if (!Number.isFinite(value)) return fault('not-finite', '不是有限的数字。', 'is no finite number');
  const { min, max } = boundsOf(type);
  if (value < min || value > max) {
    const [isZh, isEn] = shown(value, discretion);
    return fault(
      'out-of-range',
      `${isZh}超出范围，应在 ${min} 至 ${max} 之间。`,
      `is ${isEn}, out of range; it should be from ${min} to ${max}`,
    );
  }
  const places = decimalsOf(type);
  if (hasDecimals(value, places)) return undefined;
  const [isZh, isEn] = shown(value, discretion);
  return places === 0
    ? fault('not-whole', `${isZh}不是整数。`, `is ${isEn} and should be a whole number`)
    : fault(
        'too-many-decimals',
        `${isZh}的小数位过多，最多 ${places} 位。`,
        `is ${isEn}; at most ${places} decimals are allowed`,
      );
}

function checkText(value: string): Fault | undefined {
  const most = caseLimits.textLength;
  if (value.length <= most) return undefined;
  return fault(
    'text-too-long',
    `文本有 ${value.length} 个字符，最多 ${most} 个。`,
    `has ${value.length} characters; at most ${most} are allowed`,
  );
}

/** What is wrong with a value that is neither list nor record, or undefined. */
export function checkScalar(value: unknown, type: ValueType, sensitive: boolean): Fault | undefined {
  const discretion = { hidden: sensitive || type.type === 'text' || type.type === 'reference' };
  const wrong = () => wrongType(value, type, discretion);
  if (type.type === 'boolean') return typeof value === 'boolean' ? undefined : wrong();
  if (numberTypes.has(type.type)) return typeof value === 'number' ? checkNumber(value, type, discretion) : wrong();
  if (typeof value !== 'string') return wrong();
  if (type.type === 'date') return checkDate(value, discretion);
  if (type.enum !== undefined) return isCode(value, type.enum) ? undefined : unknownCode(value, type.enum, discretion);
  return checkText(value);
}

const numberTypes: ReadonlySet<FieldType> = new Set([
  'integer',
  'number',
  'yuan',
  'percent',
  'ratio',
  'year',
  'months',
]);
