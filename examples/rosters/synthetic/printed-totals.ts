import type { Row } from './columns.ts';

type Pair = readonly [households: number, persons: number];

/** The county's baseline as the document prints it: households and persons, by the condition that selects a household. */
const PRINTED: readonly (readonly [name: string, expected: Pair, selects: (household: readonly Row[]) => boolean])[] = [
  ['all', [2944, 7508], () => true],
  ['general', [880, 3021], (household) => isClass(household, '一般贫困户')],
  ['dibao', [1634, 4042], (household) => isClass(household, '扶贫低保户', '低保户')],
  ['wubao', [430, 445], (household) => isClass(household, '五保贫困户')],
  ['with labour', [1530, 5352], (household) => hasLabour(household) === true],
  ['without labour', [1414, 2156], (household) => hasLabour(household) === false],
  [
    'general without labour',
    [137, 253],
    (household) => hasLabour(household) === false && isClass(household, '一般贫困户'),
  ],
  ['disabled member', [949, 2539], (household) => household.some((row) => row.健康状况.includes('残疾'))],
];

const ILL: Pair = [1735, 2251];
const RENOVATIONS = 1398;

const isClass = (household: readonly Row[], ...labels: string[]) => labels.includes(household[0]?.贫困户属性 ?? '');
const isIll = (row: Row) => /慢性病|大病/.test(row.健康状况);

/** As the vocabulary derives it: true if somebody is able, false if everybody lost labour or has none, else unknown. */
function hasLabour(household: readonly Row[]): boolean | undefined {
  if (household.some((row) => /^(普通|技能)劳动力$/.test(row.劳动技能))) return true;
  return household.every((row) => /^(丧失|无)劳动力$/.test(row.劳动技能)) ? false : undefined;
}

/**
 * Recounts the printed baseline.
 * @throws Error that lists every total that is not the printed one
 */
export function assertPrintedTotals(rows: readonly Row[]): void {
  const households = [...Map.groupBy(rows, (row) => row.户编号).values()];
  const faults: string[] = [];
  const compare = (name: string, actual: readonly number[], expected: readonly number[]) => {
    if (actual.join() !== expected.join())
      faults.push(`${name}: ${actual.join(' / ')}, printed ${expected.join(' / ')}`);
  };
  for (const [name, expected, selects] of PRINTED) {
    const selected = households.filter(selects);
    compare(name, [selected.length, selected.flat().length], expected);
  }
  compare('ill', [households.filter((one) => one.some(isIll)).length, rows.filter(isIll).length], ILL);
  compare('renovations', [households.filter((one) => one[0]?.需要住房改造 === '是').length], [RENOVATIONS]);
  const poorest = households.filter((one) => Number(one[0]?.人均可支配收入) < 4000);
  compare('income below 4000', [poorest.length], [households.length]);
  if (faults.length > 0) throw new Error(`the roster misses the printed baseline:\n${faults.join('\n')}`);
}
