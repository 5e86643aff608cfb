import { caseLimits, type Field, fieldOf, shapeFieldOf, vocabulary } from '@jingzhun/schemas';
import { closest, distance } from 'fastest-levenshtein';
import type { AmendmentModel, FactModel, ParameterModel, ValueKind } from '../model/policy.ts';
import { Fault } from './faults.ts';
import { type Dimensions, parseUnit, plain } from './units.ts';

/** A fact with what the checks need to know of it. */
export interface KnownFact {
  readonly model: FactModel;
  readonly dimensions: Dimensions;
  /** A percent is written 45 and counts as 0.45. */
  readonly percent: boolean;
  readonly level: 'case' | 'person' | 'item';
  /** The parameters that its derivation needs. */
  readonly parameters: ReadonlySet<string>;
}

export interface KnownParameter {
  readonly model: ParameterModel;
  readonly dimensions: Dimensions;
  readonly percent: boolean;
  /** The later documents that set some of its values. */
  readonly amendments: readonly AmendmentModel[];
}

/** A derivation as text, to be read once the fact is used. */
export type DeriveText = string | readonly { readonly is: string | number | boolean; readonly when: string }[];

type Derive = (fact: KnownFact, text: DeriveText) => FactModel['derive'];

const scales: Readonly<Record<string, number>> = { yuan: 100, percent: 10_000, ratio: 1_000_000, number: 10_000 };

/** The most parts that the conditions of a policy have together: compiling takes time with their square. */
const mostParts = 10_000;
const longestName = 100;

/** Finds facts and parameters by name and remembers which facts are used. */
export class Registry {
  readonly used = new Map<string, KnownFact>();
  readonly parameters = new Map<string, KnownParameter>();
  /** The policy's own facts; made when first used. */
  readonly own = new Map<string, (name: string) => KnownFact>();
  /** In how many steps to the unit a parameter's values are kept at least. */
  readonly leastScales: ReadonlyMap<string, number>;
  private readonly derive: Derive;
  private parts = 0;

  constructor(derive: Derive, leastScales: ReadonlyMap<string, number> = new Map()) {
    this.derive = derive;
    this.leastScales = leastScales;
  }

  fact(name: string): KnownFact {
    const known = this.used.get(name);
    if (known !== undefined) return known;
    const own = this.own.get(name);
    if (own !== undefined) return this.remember(name, own(name));
    const entity = presenceIn(name);
    if (entity !== undefined) return this.remember(name, presenceFact(name, entity));
    if (name === 'date.on' || name === 'date.assessedOn') return this.remember(name, dateFact(name));
    const field = fieldOf(name) ?? shapeFieldOf(name);
    if (field === undefined) throw this.unknownFact(name);
    const fact = fromField(name, field);
    this.used.set(name, fact);
    return field.derive === undefined ? fact : this.remember(name, this.withDerivation(fact, field.derive));
  }

  /** Counts the parts of all conditions, named ones written out. */
  countPart(): void {
    this.parts += 1;
    if (this.parts <= mostParts) return;
    throw new Fault(
      'too-many-parts',
      `全部条件写开后超过 ${mostParts} 个部分`,
      `all conditions, named ones written out, have more than ${mostParts} parts`,
    );
  }

  parameter(name: string): KnownParameter | undefined {
    return this.parameters.get(name);
  }

  private remember(name: string, fact: KnownFact): KnownFact {
    this.used.set(name, fact);
    return fact;
  }

  private withDerivation(fact: KnownFact, text: DeriveText): KnownFact {
    const derive = this.derive(fact, text);
    return derive === undefined ? fact : { ...fact, model: { ...fact.model, derive } };
  }

  private unknownFact(name: string): Fault {
    const names = [...factNames(), ...this.own.keys(), ...this.parameters.keys()];
    // Comparing takes time with every character, and no name is that long.
    const near = closest(name.slice(0, longestName), names);
    const close = distance(name, near) <= Math.max(3, name.length / 3);
    return new Fault(
      'unknown-name',
      close ? `没有“${name}”，是不是“${near}”？` : `没有“${name}”这个事实或参数`,
      close ? `there is no "${name}"; is it "${near}"?` : `there is no fact or parameter "${name}"`,
    );
  }
}

function factNames(): string[] {
  return Object.entries(vocabulary.entities).flatMap(([entity, { fields }]) =>
    Object.keys(fields).map((key) => `${entity}.${key}`),
  );
}

/** `present.village`: is there a village in the case? */
function presenceIn(name: string): string | undefined {
  const [word, entity = ''] = name.split('.');
  return word === 'present' && entity !== 'person' && Object.hasOwn(vocabulary.entities, entity) ? entity : undefined;
}

function presenceFact(name: string, entity: string): KnownFact {
  const formula = { expression: { op: 'present', entity }, type: 'boolean', scale: 1 } as const;
  const model: FactModel = { name, entity: 'present', kind: 'boolean', type: 'boolean', scale: 1, derive: { formula } };
  return { model, dimensions: plain, percent: false, level: 'case', parameters: new Set() };
}

function dateFact(name: string): KnownFact {
  const model: FactModel = { name, entity: 'date', kind: 'date', type: 'date', scale: 1 };
  return { model, dimensions: plain, percent: false, level: 'case', parameters: new Set() };
}

function fromField(name: string, field: Field): KnownFact {
  const [entity = '', ...path] = name.split('.');
  const kind = kindOf(field);
  const scale = kind === 'number' ? (scales[field.type] ?? 1) : 1;
  const codes = codesFor(field);
  const model: FactModel = {
    name,
    entity,
    path,
    kind,
    type: field.type,
    scale,
    ...boundsIn(kind, field, scale),
    ...(codes === undefined ? {} : { codes }),
    ...(field.fallback ? { fallback: true as const } : {}),
    ...(kind === 'records' && field.items?.shape !== undefined ? { items: field.items.shape } : {}),
    ...entriesOf(kind, field),
  };
  const level = entity === 'person' ? 'person' : entity in vocabulary.shapes ? 'item' : 'case';
  return {
    model,
    dimensions: field.unit === undefined ? plain : parseUnit(field.unit),
    percent: field.type === 'percent',
    level,
    parameters: new Set(),
  };
}

function kindOf(field: Field): ValueKind {
  switch (field.type) {
    case 'boolean':
      return 'boolean';
    case 'enum':
      return 'code';
    case 'date':
      return 'date';
    case 'text':
    case 'reference':
      return 'text';
    case 'list':
      return field.items?.type === 'record' ? 'records' : 'list';
    case 'record':
      throw new Fault(
        'record-as-fact',
        `“${field.key}”是一组值：请写到其中一项`,
        `"${field.key}" holds several values: name one of its keys`,
      );
    default:
      return 'number';
  }
}

function boundsIn(kind: ValueKind, field: Field, scale: number): Pick<FactModel, 'min' | 'max'> {
  // Years of a list are bounded like days; that a single year is so, its type says.
  if (kind === 'list') return field.items?.type === 'year' ? caseLimits.years : {};
  if (kind !== 'number') return {};
  const { min, max } = field;
  return {
    ...(min === undefined ? {} : { min: Math.round(min * scale) }),
    ...(max === undefined ? {} : { max: Math.round(max * scale) }),
  };
}

function entriesOf(kind: ValueKind, { items }: Field): Pick<FactModel, 'entries'> {
  if (kind !== 'list' || items === undefined) return {};
  if (items.type === 'date') return { entries: 'date' };
  return ['year', 'integer', 'number'].includes(items.type) ? { entries: 'number' } : {};
}

function codesFor(field: Field): readonly string[] | undefined {
  const set = field.enum ?? field.items?.enum;
  return set === undefined ? undefined : vocabulary.codes[set].values.map(({ code }) => code);
}
