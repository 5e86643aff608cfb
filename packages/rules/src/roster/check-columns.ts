import { boundsOf } from '../compile/facts.ts';
import { open } from '../decide/question.ts';
import type { FactModel, Policy } from '../model/policy.ts';
import { rangeWords } from '../values/range-words.ts';
import { type FactColumn, isOfPerson, membersList, numberOfDay, type RosterColumns, rowsOf } from './columns.ts';
import { type Wrong, wrongColumns } from './wrong-columns.ts';

/** Columns that were looked through for a policy. They are not looked through again. */
const checked = new WeakMap<RosterColumns, WeakSet<Policy>>();

/**
 * Refuses columns that do not fit each other or the policy: every one of them is looked through, so that nothing but what a case
 * could say is ever decided.
 *
 * @throws JingzhunError `wrong-columns` with every problem: `wrong-length`, `wrong-offsets`, `unknown-fact`, `wrong-kind`,
 * `wrong-scale`, `wrong-codes`, `wrong-value`.
 */
export function checkColumns(policy: Policy, columns: RosterColumns): void {
  const before = checked.get(columns);
  if (before?.has(policy)) return;
  const models = new Map(policy.facts.map((fact) => [fact.name, fact]));
  const persons = columns.offsets.at(-1) ?? 0;
  const wrongs: Wrong[] = [...wrongOffsets(columns), ...wrongFlags(columns)];
  for (const [name, column] of Object.entries(columns.facts)) {
    const path = `facts.${name}`;
    const rows = isOfPerson(name) ? persons : columns.households;
    if (rowsOf(column) !== rows) {
      wrongs.push(['wrong-length', path, `${rows} 行，每行一个值`, `${rows} rows, one value each`]);
      continue;
    }
    const model = models.get(name);
    // A roster may say more than a policy reads.
    if (model !== undefined) wrongs.push(...wrongColumn(column, model, path, policy));
    else if (!name.startsWith('household.') && !isOfPerson(name)) {
      wrongs.push([
        'unknown-fact',
        path,
        '户或人的事实；其他写在 around 中',
        'about households or persons; all else belongs in around',
      ]);
    }
  }
  if (wrongs.length > 0) throw wrongColumns(wrongs);
  checked.set(columns, (before ?? new WeakSet<Policy>()).add(policy));
}

function wrongOffsets({ households, offsets }: RosterColumns): Wrong[] {
  const isWrong =
    offsets.length !== households + 1 ||
    offsets[0] !== 0 ||
    offsets.some((offset, row) => row > 0 && offset < (offsets[row - 1] as number));
  return isWrong
    ? [
        [
          'wrong-offsets',
          'offsets',
          `从 0 起不减的 ${households + 1} 个数`,
          `${households + 1} numbers that begin with 0 and never fall`,
        ],
      ]
    : [];
}

function wrongFlags(columns: RosterColumns): Wrong[] {
  const { households, offsets } = columns;
  const wrongs: Wrong[] = [];
  for (const key of ['listed', 'present', 'alone'] as const) {
    const flags = columns[key];
    if (flags === undefined) continue;
    if (flags.length !== households || flags.some((flag) => flag > 1)) {
      wrongs.push(['wrong-length', key, `${households} 行 0 或 1`, `${households} rows of 0 or 1`]);
    }
  }
  const { alone } = columns;
  if (alone?.some((flag, row) => flag === 1 && offsets[row] === offsets[row + 1])) {
    wrongs.push(['wrong-value', 'alone', '1 只在该户有人时', '1 only where there is a person']);
  }
  return wrongs;
}

function wrongColumn(column: FactColumn, model: FactModel, path: string, policy: Policy): Wrong[] {
  const { kind, codes = [], scale } = model;
  if (model.path === undefined || model.name === membersList) {
    return [['wrong-kind', path, '不作为列：它由其他事实推出', 'no column: it follows from others']];
  }
  if (column.kind !== kind) return [['wrong-kind', path, `${kind} 列`, `a column of kind ${kind}`]];
  if (column.kind === 'number' && column.scale !== scale) {
    return [['wrong-scale', path, `每单位 ${scale} 步`, `${scale} steps to the unit`]];
  }
  if (column.kind === 'code' && (codes.length > mostCodes || column.codes.join() !== codes.join())) {
    return [['wrong-codes', path, `代码：${codes.join('、')}`, `the codes ${codes.join(', ')}`]];
  }
  const row = wrongRow(column, model);
  if (row >= 0) return [['wrong-value', `${path}[${row}]`, ...wanted(model)]];
  if (!('values' in column)) return [];
  return column.values.flatMap((value, place) => wrongValue(value, place, model, policy));
}

/** Each distinct value has to be one that a case can give: it is read as one. */
function wrongValue(value: unknown, place: number, { entity, name, path = [] }: FactModel, policy: Policy): Wrong[] {
  const facts = path.reduceRight<unknown>((inside, key) => ({ [key]: inside }), value);
  const { question } = open(policy, { [entity]: facts }, { on: policy.force.from });
  return question.problems.map(({ zh, en }) => [
    'wrong-value',
    `facts.${name}.values[${place}]`,
    zh.replace(/^应为/, ''),
    en.replace(/^should be /, ''),
  ]);
}

/** Classes are bytes, and 0 is unknown. */
const mostCodes = 255;
const firstDay = numberOfDay('1900-01-01');
const lastDay = numberOfDay('2100-12-31');

/** The first row whose value no case could give; negative where there is none. */
function wrongRow(column: FactColumn, model: FactModel): number {
  switch (column.kind) {
    case 'boolean':
      return rowPast(column.classes, 2);
    case 'code':
      return rowPast(column.classes, column.codes.length);
    case 'number': {
      const { steps, scale, unknown } = column;
      const { low, high } = boundsOf(model);
      const least = Math.max(low, -largest * scale);
      const most = Math.min(high, largest * scale);
      return steps instanceof Int32Array
        ? wholeOutside(steps, unknown, least, most)
        : numberOutside(steps, unknown, least, most);
    }
    case 'date': {
      const { days, unknown } = column;
      return wholeOutside(days, unknown, firstDay, lastDay);
    }
    default:
      return rowPast(column.places, column.values.length);
  }
}

// Plain loops, one for each kind of array: a roster has many millions of values to look through.

function rowPast(classes: Uint8Array | Uint32Array, most: number): number {
  for (let row = 0; row < classes.length; row++) if ((classes[row] as number) > most) return row;
  return -1;
}

function wholeOutside(values: Int32Array, unknown: number, least: number, most: number): number {
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if ((value < least || value > most) && value !== unknown) return row;
  }
  return -1;
}

function numberOutside(values: Float64Array, unknown: number, least: number, most: number): number {
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value === unknown || (Number.isNaN(value) && Number.isNaN(unknown))) continue;
    if (!(value >= least && value <= most) || value % 1 !== 0) return row;
  }
  return -1;
}

/** As for a case: in units. */
const largest = 1e12;

function wanted(model: FactModel): readonly [zh: string, en: string] {
  const { kind, codes = [], scale } = model;
  switch (kind) {
    case 'boolean':
      return ['0、1 或 2', '0, 1 or 2'];
    case 'code':
      return [`0 至 ${codes.length}`, `between 0 and ${codes.length}`];
    case 'number': {
      const { low, high } = boundsOf(model);
      const [zh, en] = rangeWords(low / scale, high / scale);
      return [`整数步${zh}`, `whole steps${en}`];
    }
    case 'date':
      return ['1900-01-01 至 2100-12-31 的日数', 'the number of a day from 1900-01-01 to 2100-12-31'];
    default:
      return ['values 中的位置，从 1 起', 'a place among values, counted from 1'];
  }
}
