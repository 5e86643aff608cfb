/** A value made to harm whoever reads it. Made anew for each use: some are changed, or change, when they are read. */
export interface HostileValue {
  readonly name: string;
  readonly make: () => unknown;
}

const nested = (depth: number, around: (inside: unknown) => unknown): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = around(value);
  return value;
};

function cycle(): unknown {
  const object: Record<string, unknown> = {};
  object.self = object;
  object.list = [object];
  return object;
}

/** Small in memory, and beyond all measure where every way through it is taken. */
const folded = (): unknown => nested(64, (inside) => [inside, inside]);

const trap = (): never => {
  throw new TypeError('a trap of a proxy');
};

const valuesOf = (size: number): Readonly<Record<string, () => unknown>> => ({
  null: () => null,
  true: () => true,
  'not a number': () => Number.NaN,
  infinity: () => Number.POSITIVE_INFINITY,
  'negative zero': () => -0,
  'a huge number': () => 1e300,
  'a number of many decimals': () => 0.1 + 0.2,
  'a big integer': () => 10n,
  'a symbol': () => Symbol('hostile'),
  'a function': () => () => trap(),
  'a number as text': () => '1e3',
  'a long text': () => 'x'.repeat(size),
  'marks alone': () => '，。'.repeat(size / 20),
  'brackets alone': () => '('.repeat(size / 10),
  'a lone surrogate': () => 'a\ud800b',
  'text that turns and hides': () => '\u202eregistered\u200b\u2066\ufeff',
  'terminal controls': () => '\u001b[2J\u001b]0;title\u0007\r\n\u0000',
  'a formula of a spreadsheet': () => '=HYPERLINK("http://example.org","x")',
  'SQL in a text': () => "x'; DROP TABLE household; --",
  'code in a text': () => "constructor.constructor('throw 1')()",
  'a name of all objects': () => 'constructor',
  'a date that is none': () => '2017-02-30',
  'a long list': () => new Array(size / 50).fill(1),
  'a sparse list': () => new Array(4_000_000_000),
  'lists, a hundred thousand deep': () => nested(100_000, (inside) => [inside]),
  'objects, a hundred thousand deep': () => nested(100_000, (inside) => ({ all: [inside] })),
  'a circle': cycle,
  'a folded tree': folded,
  'many keys': () => Object.fromEntries(Array.from({ length: size / 100 }, (_, place) => [`k${place}`, place])),
  'a long key': () => ({ ['x'.repeat(size)]: 1 }),
  'the key __proto__': () => JSON.parse('{"__proto__": {"polluted": true}}'),
  'the key constructor': () => ({ constructor: { prototype: { polluted: true } } }),
  'a getter that throws': () => Object.defineProperty({}, 'registered', { get: trap, enumerable: true }),
  'a proxy that throws': () => new Proxy({}, { ownKeys: trap, get: trap, getPrototypeOf: trap }),
  'a proxy that throws when read': () => new Proxy({ registered: true }, { get: trap }),
  'a proxy of a list': () => new Proxy([], { get: trap }),
  'a revoked proxy': () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  'an object that makes itself text': () => ({
    toString: trap,
    valueOf: trap,
    toJSON: trap,
    [Symbol.toPrimitive]: trap,
  }),
  'a date object': () => new Date(Number.NaN),
  'a map': () => new Map([['registered', true]]),
  'a frozen object': () => Object.freeze({ registered: Object.freeze([]) }),
});

/**
 * Values of all kinds that no document, case or rule should hold.
 *
 * @param size of the long ones, in characters: ten million for the whole weight.
 */
export function hostileValues(size: number): readonly HostileValue[] {
  return Object.entries(valuesOf(size)).map(([name, make]) => ({ name, make }));
}

/** What all objects inherit, to see that nothing was added to it. */
export function prototypesNow(): readonly string[] {
  return [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype].flatMap((prototype) =>
    Reflect.ownKeys(prototype).map(String),
  );
}
