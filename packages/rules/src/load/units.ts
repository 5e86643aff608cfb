import { vocabulary } from '@jingzhun/schemas';
import { Fault } from './faults.ts';

/** What a number measures: powers of base units, `{ yuan: 1, person: -1 }`. A percent is a plain number. */
export type Dimensions = Readonly<Record<string, number>>;

/** A bare number in a formula fits any unit. */
export const anyUnit = undefined;

export const plain: Dimensions = {};

const singular: Readonly<Record<string, string>> = {
  persons: 'person',
  labourer: 'person',
  households: 'household',
  villages: 'village',
  groups: 'group',
  items: 'item',
  times: 'time',
  days: 'day',
  months: 'month',
  years: 'year',
  'school-year': 'year',
  shares: 'share',
  points: 'point',
};

const counted = ['person', 'household', 'village', 'group', 'item', 'time', 'day', 'month', 'year', 'point'];

const atoms = Object.keys(vocabulary.units).flatMap((unit) => unit.split(/[/*]/));
const known: ReadonlySet<string> = new Set([...atoms, ...Object.keys(singular), ...Object.values(singular)]);

/** Reads `yuan/person/year`, `kW`, `%`, `1`. */
export function parseUnit(unit: string): Dimensions {
  const dimensions: Record<string, number> = {};
  unit.split('/').forEach((product, place) => {
    for (const name of product.split('*')) {
      const atom = name.trim();
      if (!/^(?:%|1|[A-Za-z][A-Za-z-]*)$/.test(atom)) {
        throw new Fault(
          'unknown-unit',
          `“${unit}”不是单位，例如 yuan/person/year`,
          `"${unit}" is no unit; write one such as yuan/person/year`,
        );
      }
      if (atom === '%' || atom === '1') continue;
      if (!known.has(atom)) {
        throw new Fault(
          'unknown-unit',
          `“${atom}”不是单位；可用：${[...known].join('、')}`,
          `"${atom}" is no unit; there are ${[...known].join(', ')}`,
        );
      }
      const base = singular[atom] ?? atom;
      dimensions[base] = (dimensions[base] ?? 0) + (place === 0 ? 1 : -1);
    }
  });
  return withoutZeros(dimensions);
}

export function times(a: Dimensions, b: Dimensions, power: 1 | -1 = 1): Dimensions {
  const dimensions: Record<string, number> = { ...a };
  for (const [base, exponent] of Object.entries(b)) dimensions[base] = (dimensions[base] ?? 0) + power * exponent;
  return withoutZeros(dimensions);
}

function withoutZeros(dimensions: Record<string, number>): Dimensions {
  return Object.fromEntries(Object.entries(dimensions).filter(([, exponent]) => exponent !== 0));
}

export function sameUnit(a: Dimensions, b: Dimensions): boolean {
  return unitName(a) === unitName(b);
}

/** `yuan/person/year`, as a policy would write it. */
export function unitName(dimensions: Dimensions): string {
  const above = Object.keys(dimensions)
    .filter((base) => (dimensions[base] as number) > 0)
    .sort();
  const below = Object.keys(dimensions)
    .filter((base) => (dimensions[base] as number) < 0)
    .sort();
  const powers = (base: string): string[] => new Array<string>(Math.abs(dimensions[base] as number)).fill(base);
  return [above.flatMap(powers).join('*') || '1', ...below.flatMap(powers)].join('/');
}

/** The smallest step in which amounts of a unit are kept: a fen, one person, else a ten-thousandth. */
export function stepsPerUnit(dimensions: Dimensions): number {
  if (dimensions.yuan === 1) return 100;
  const bases = Object.keys(dimensions);
  if (bases.length === 1 && counted.includes(bases[0] as string) && dimensions[bases[0] as string] === 1) return 1;
  return bases.length === 0 ? 1_000_000 : 10_000;
}

/** Is an amount of these dimensions what `unit`, per whom and how often, says? */
export function fitsOutcome(dimensions: Dimensions, unit: string, per?: string, every?: string): boolean {
  const base = parseUnit(unit);
  const rhythm =
    every !== undefined && ['year', 'month', 'day', 'school-year'].includes(every) ? parseUnit(every) : plain;
  const whom = per === undefined ? plain : { [singular[per] ?? per]: 1 };
  return [base, times(base, whom, -1), times(base, rhythm, -1), times(times(base, whom, -1), rhythm, -1)].some((each) =>
    sameUnit(each, dimensions),
  );
}
