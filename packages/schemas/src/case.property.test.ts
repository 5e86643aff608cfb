import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Case } from './case.gen.ts';
import { checkCase } from './case.ts';
import { pathOf } from './case-problem.ts';
import { caseSchema } from './case-schema.ts';
import { boundsOf, decimalsOf } from './case-value.ts';
import { type EntityName, vocabulary } from './vocabulary.gen.ts';
import type { Fields, ValueType } from './vocabulary.ts';

type Json = Record<string, unknown>;
type Place = { keys: (string | number)[]; type: ValueType | undefined };

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function numberOf(type: ValueType): fc.Arbitrary<number> {
  const { min, max } = boundsOf(type);
  const scale = 10 ** decimalsOf(type);
  const steps = { min: Math.ceil(Math.max(min, -1e8) * scale), max: Math.floor(Math.min(max, 1e8) * scale) };
  return fc
    .integer({ min: Math.max(steps.min, -(2 ** 31)), max: Math.min(steps.max, 2 ** 31 - 1) })
    .map((n) => n / scale);
}

function valueOfType(type: ValueType): fc.Arbitrary<unknown> {
  if (type.type === 'boolean') return fc.boolean();
  if (type.type === 'date') return day;
  if (type.enum !== undefined) return fc.constantFrom(...vocabulary.codes[type.enum].values.map(({ code }) => code));
  if (type.type === 'text' || type.type === 'reference') return fc.string({ maxLength: 12 });
  if (type.items) {
    const entries = fc.array(valueOfType(type.items), { maxLength: 3 });
    return type.items.entity ? entries.map(withDistinctIds) : entries;
  }
  if (type.shape) return objectOf(vocabulary.shapes[type.shape].fields);
  if (type.entity) return objectOf(vocabulary.entities[type.entity].fields);
  if (!type.values) return numberOf(type);
  const set = type.keys?.enum;
  const names = set ? vocabulary.codes[set].values.map(({ code }) => code) : ['指标甲', 'b', 'c'];
  return fc.dictionary(fc.constantFrom(...names), valueOfType(type.values), { maxKeys: 3, noNullPrototype: true });
}

function withDistinctIds(objects: unknown[]): unknown[] {
  return objects.map((object, index) => ({ ...(object as Json), id: `合成${index}` }));
}

function put(object: Json, [head = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) object[head] = value;
  else {
    object[head] ??= {};
    put(object[head] as Json, rest, value);
  }
}

function objectOf(fields: Fields): fc.Arbitrary<Json> {
  return fc.subarray(Object.values(fields), { maxLength: Math.min(8, Object.keys(fields).length) }).chain((chosen) =>
    fc.tuple(...chosen.map((field) => fc.option(valueOfType(field), { freq: 8 }))).map((values) => {
      const object: Json = {};
      for (const [index, field] of chosen.entries()) put(object, field.key.split('.'), values[index]);
      return object;
    }),
  );
}

const plainCase: fc.Arbitrary<Json> = fc
  .subarray(Object.keys(vocabulary.entities) as EntityName[], { minLength: 1, maxLength: 4 })
  .chain((names) =>
    fc
      .tuple(...names.map((name) => objectOf(vocabulary.entities[name].fields)))
      .map((objects) => Object.fromEntries(names.map((name, index) => [name, objects[index]]))),
  );
const anyCase = fc
  .tuple(plainCase, fc.option(fc.array(plainCase, { maxLength: 2 })))
  .map(([own, roster]) => (roster ? { ...own, roster } : own));

/** Every place of the case that holds something. */
function places(value: unknown, keys: (string | number)[] = []): Place['keys'][] {
  const inner =
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, entry]) =>
          entry === null ? [] : places(entry, [...keys, Array.isArray(value) ? Number(key) : key]),
        );
  return keys.length === 0 ? inner : [keys, ...inner];
}

function replaced(value: unknown, [head, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (head === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as Json) }) as Json;
  copy[head] = replaced(copy[head], rest, by);
  return copy;
}

const caseAndPlace = anyCase.chain((input) => {
  const all = places(input);
  return fc.record({ input: fc.constant(input), keys: fc.constantFrom(...(all.length > 0 ? all : [['household']])) });
});

test('a random case of the vocabulary has no problem, for the check and for the schema', () => {
  fc.assert(
    fc.property(anyCase, (input) => {
      expect(checkCase(input).problems).toEqual([]);
      expect(caseSchema.safeParse(input).success).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a value that no field can hold is reported where it stands', () => {
  fc.assert(
    fc.property(caseAndPlace, ({ input, keys }) => {
      const wrong = replaced(input, keys, Symbol('no value'));
      const paths = checkCase(wrong).problems.map(({ path }) => path);
      expect(paths).toEqual([pathOf(keys)]);
      expect(caseSchema.safeParse(wrong).success).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('a key that no object has is reported where it stands', () => {
  fc.assert(
    fc.property(anyCase, fc.constantFrom<EntityName>('household', 'person', 'county'), (input, entity) => {
      const wrong = { ...input, [entity]: { ...((input as Case)[entity] ?? {}), zzzzz: 1 } };
      expect(checkCase(wrong).problems.map(({ code, path }) => [code, path])).toEqual([
        ['unknown-field', `${entity}.zzzzz`],
      ]);
    }),
    { numRuns: 100 },
  );
});

const oddValue = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    1900,
    2100,
    1e12,
    -1e12,
    0.5,
    12.34,
    1.005,
    '2016-02-29',
    '2015-02-29',
    '2101-01-01',
    true,
    'none',
    Number.NaN,
  ),
);

test('the check and the schema accept the same cases', () => {
  fc.assert(
    fc.property(caseAndPlace, oddValue, ({ input, keys }, odd) => {
      const changed = replaced(input, keys, odd);
      expect(checkCase(changed).ok).toBe(caseSchema.safeParse(changed).success);
    }),
    { numRuns: 1000 },
  );
});

test('no input makes the check throw', () => {
  fc.assert(
    fc.property(
      fc.anything({ withNullPrototype: true, withDate: true, withMap: true, withBigInt: true, withSparseArray: true }),
      (input) => {
        const wrapped = [input, { household: input }, { household: { members: input } }, { roster: input }];
        for (const value of wrapped) expect(typeof checkCase(value).ok).toBe('boolean');
      },
    ),
    { numRuns: 500 },
  );
});
