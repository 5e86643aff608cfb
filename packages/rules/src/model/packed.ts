import type { Expression, Formula } from './expression.ts';
import type {
  ConditionModel,
  FactModel,
  LeafModel,
  OutcomeModel,
  ParameterModel,
  Policy,
  RuleModel,
} from './policy.ts';

/**
 * A policy as it is shipped: the same content in a third less, for those who download it. Facts and parameters are
 * named once and then meant by their place; what follows from a name or is usual is left out.
 */
export interface PackedPolicy {
  readonly head: readonly [
    id: string,
    release: string,
    digest: string,
    document: string,
    from: string,
    to: string | null,
  ];
  readonly entities: string;
  readonly facts: readonly PackedFact[];
  readonly parameters: readonly (readonly [
    name: string,
    values: readonly (readonly [value: ParameterModel['values'][number]['value'], from?: string | null, to?: string])[],
    scale?: number | null,
    by?: number,
  ])[];
  readonly rules: readonly PackedRule[];
}

export type PackedFact = readonly [
  name: string,
  kind: string,
  scale?: number | null,
  min?: number | null,
  max?: number | null,
  codes?: string | null,
  items?: string | null,
  derive?: Packed,
];

export type PackedRule = readonly [
  id: string,
  kind: string,
  asks: string,
  clause: string,
  /** In base 64; several with spaces between. */
  quoteSha256: string,
  scope: Packed | null,
  when: Packed | null,
  outcomes: readonly Packed[],
  more: Packed,
];

// biome-ignore lint/suspicious/noExplicitAny: a packed value is read by its place, which no type can follow
type Packed = any;

/** The parts of each form of expression: e an expression, l a list of them, f a fact, p a parameter, v a plain value. */
export const expressionParts: Readonly<Record<Expression['op'], string>> = {
  value: 'v:value',
  unknown: '',
  fact: 'f:fact',
  parameter: 'p:parameter',
  table: 'p:parameter f:by',
  add: 'e:left e:right',
  subtract: 'e:left e:right',
  multiply: 'e:left e:right',
  min: 'e:left e:right',
  max: 'e:left e:right',
  rescale: 'e:of v:by',
  round: 'e:of e:by v:numerator v:denominator v:mode v:step',
  compare: 'v:operator e:left e:right',
  in: 'e:of v:values',
  contains: 'e:of e:value',
  and: 'l:of',
  or: 'l:of',
  not: 'e:of',
  given: 'f:fact',
  entry: '',
  present: 'v:entity',
  count: 'v:list e:of e:where',
  sum: 'v:list e:of e:where',
  any: 'v:list e:of e:where',
  every: 'v:list e:of e:where',
  earliest: 'v:list e:of e:where',
  latest: 'v:list e:of e:where',
  if: 'e:when e:yes e:no',
  ifAbsent: 'f:fact e:other',
  addDays: 'e:of e:by',
  addMonths: 'e:of e:by',
  addYears: 'e:of e:by',
  firstOfNextMonth: 'e:of',
  year: 'e:of',
  completedYears: 'e:left e:right',
  daysBetween: 'e:left e:right',
};

/** Operators of conditions, by place. */
export const operators: readonly LeafModel['operator'][] = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'contains',
  'doesNotContain',
];

/** The plain texts of an outcome, in order; one that is left out is null. */
export const outcomeTexts = ['role', 'what', 'unit', 'per', 'every', 'comparator'] as const;

/** Makes a policy of what was shipped. */
export function unpack<Id extends string>({ head, entities, facts, parameters, rules }: PackedPolicy): Policy<Id> {
  const [id, release, digest, document, from, to] = head;
  const fact = (place: number): string => (facts[place] as PackedFact)[0];
  const parameter = (place: number): string => (parameters[place] as (typeof parameters)[number])[0];

  const expression = (packed: Packed): Packed => {
    if (packed === null) return null;
    const [op, ...parts] = packed;
    const made: Record<string, unknown> = { op };
    expressionParts[op as Expression['op']].split(' ').forEach((part, place) => {
      if (part === '') return;
      const [how, name = ''] = part.split(':');
      const value = parts[place];
      made[name] =
        how === 'e'
          ? expression(value)
          : how === 'l'
            ? value.map(expression)
            : how === 'f'
              ? fact(value)
              : how === 'p'
                ? parameter(value)
                : value;
    });
    return made;
  };
  const formula = (packed: Packed): Packed => {
    if (packed === null) return null;
    if (typeof packed === 'number') {
      return formula([packed < 0 ? ['fact', -1 - packed] : ['parameter', packed]]);
    }
    return { expression: expression(packed[0]), scale: packed[1] ?? 1, type: packed[2] ?? 'number' } satisfies Formula;
  };
  const condition = (packed: Packed): ConditionModel => {
    const [first, second, value] = packed;
    if (first === 'all') return { all: second.map(condition) };
    if (first === 'any') return { any: second.map(condition) };
    if (first === 'not') return { not: condition(second) };
    return {
      fact: fact(first),
      operator: operators[second] as LeafModel['operator'],
      value:
        value?.f !== undefined
          ? { fact: fact(value.f) }
          : value?.p !== undefined
            ? { parameter: parameter(value.p) }
            : value,
    };
  };
  const given = (fields: Record<string, unknown>): Packed =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

  return {
    id,
    release,
    digest,
    document,
    force: { from, to },
    entities: entities.split(' '),
    facts: facts.map(([name, kind, scale, min, max, codes, items, derive]): FactModel => {
      const [entity, ...path] = name.split('.');
      const [held, type, how] = kind.split(' ');
      return given({
        name,
        entity,
        path: how === 'own' ? undefined : path,
        kind: held,
        type: type || held,
        scale: scale ?? 1,
        min: min ?? undefined,
        max: max ?? undefined,
        codes: codes?.split(' '),
        items: held === 'records' ? (items ?? undefined) : undefined,
        entries: held === 'list' ? (items ?? undefined) : undefined,
        fallback: how === 'fallback' ? true : undefined,
        derive:
          derive === undefined
            ? undefined
            : derive.cases
              ? { cases: derive.cases.map(([is, when]: Packed) => ({ is, when: formula(when) })) }
              : { formula: formula(derive) },
      });
    }),
    parameters: Object.fromEntries(
      parameters.map(([name, values, scale, by]) => [
        name,
        given({
          kind: typeof values[0]?.[0] === 'string' ? 'date' : 'number',
          scale: scale ?? 1,
          by: by === undefined ? undefined : fact(by),
          values: values.map(([value, start, end]) => given({ from: start ?? from, to: end, value })),
        }),
      ]),
    ),
    rules: rules.map(
      ([id, kind, asks, clause, quoteSha256, scope, when, outcomes, more]): RuleModel<Id> =>
        given({
          id,
          kind,
          asks: asks.split(' '),
          clause,
          force: { from, to },
          ...more,
          scope: scope ? condition(scope) : undefined,
          when: when ? condition(when) : undefined,
          items: more.items?.map(([key, scope, when, due]: Packed) =>
            given({ key, scope: scope ? condition(scope) : undefined, when: condition(when), due }),
          ),
          delivered: more.delivered ? condition(more.delivered) : undefined,
          outcomes: outcomes.map(
            ([texts, value, actual, when]): OutcomeModel =>
              given({
                ...Object.fromEntries(
                  outcomeTexts.flatMap((name, place) => (texts[place] ? [[name, texts[place]]] : [])),
                ),
                ...(texts[0] === 'state' || texts[5] ? {} : { comparator: 'equal' }),
                value: formula(value ?? null),
                actual: formula(actual ?? null) ?? undefined,
                when: when ? condition(when) : undefined,
              }),
          ),
          quoteSha256: inBase16(quoteSha256),
        }),
    ),
  };
}

/** Part of every place that runs JavaScript since Node 16, though not of the language's own library. */
declare function atob(text: string): string;

function inBase16(digests: string): RuleModel['quoteSha256'] {
  const all = digests
    .split(' ')
    .map((digest) => Array.from(atob(digest), (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join(''));
  return all.length === 1 ? (all[0] as string) : all;
}
