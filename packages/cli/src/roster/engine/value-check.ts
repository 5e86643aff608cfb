import { caseLimits, type ValueType, vocabulary } from '@jingzhun/schemas';
import { sqlText } from '../sql-session.ts';

/** True where a condition on `entry` holds for every entry of a list. */
export type EveryEntry = (list: string, condition: string) => string;

/** What a value has to be, as `decide` asks of it; undefined where every value of the type will do. */
export function checkOf(value: string, type: ValueType, every: EveryEntry): string | undefined {
  switch (type.type) {
    case 'boolean':
      return undefined;
    case 'list': {
      const check = checkOf('entry', type.items ?? { type: 'text' }, every);
      return check === undefined ? undefined : every(value, `coalesce(${check}, FALSE)`);
    }
    case 'date': {
      const { min, max } = caseLimits.years;
      return `${value} BETWEEN DATE '${min}-01-01' AND DATE '${max}-12-31'`;
    }
    case 'enum': {
      const codes = type.enum === undefined ? [] : vocabulary.codes[type.enum as keyof typeof vocabulary.codes].values;
      return `${value} IN (${codes.map(({ code }) => sqlText(code)).join(', ')})`;
    }
    case 'text':
    case 'reference':
      return `length(${value}) <= ${caseLimits.textLength}`;
    default: {
      const general =
        type.type === 'year' ? caseLimits.years : { min: -caseLimits.magnitude, max: caseLimits.magnitude };
      const [min, max] = [
        Math.max(type.min ?? general.min, general.min),
        Math.min(type.max ?? general.max, general.max),
      ];
      return `${value} BETWEEN ${min} AND ${max}`;
    }
  }
}
