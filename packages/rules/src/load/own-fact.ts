import type { SectionFile } from '@jingzhun/schemas';
import { fieldOf, shapeFieldOf, vocabulary } from '@jingzhun/schemas';
import type { FactModel } from '../model/policy.ts';
import { contextOf } from './context.ts';
import { Fault } from './faults.ts';
import { typeFormula } from './formula.ts';
import type { DeriveText, KnownFact, Registry } from './registry.ts';
import { inScale, must, type Typed } from './typed.ts';
import { anyUnit, parseUnit, plain, sameUnit, unitName } from './units.ts';

type File = NonNullable<SectionFile['facts']>[string];

/** Registers a fact of the policy's own. Its formula is read when the fact is first used. */
export function addOwnFact(name: string, file: File, registry: Registry): void {
  if (registry.own.has(name))
    throw new Fault('duplicate-name', `事实“${name}”重复`, `the fact "${name}" is there twice`);
  if (fieldOf(name) !== undefined || name.startsWith('date.')) {
    throw new Fault(
      'duplicate-name',
      `“${name}”已在词汇表中，请另取名称`,
      `"${name}" is in the vocabulary already: take another name`,
    );
  }
  const [entity = ''] = name.split('.');
  if (!Object.hasOwn(vocabulary.entities, entity)) {
    throw new Fault(
      'unknown-name',
      `没有“${entity}”这种对象，事实须属于其一，例如 household`,
      `there is no entity "${entity}" for the fact to belong to; one is household`,
    );
  }
  let busy = false;
  registry.own.set(name, () => {
    if (busy) throw new Fault('cyclic-fact', `事实“${name}”依赖自身`, `the fact "${name}" depends on itself`);
    busy = true;
    try {
      return ownFact(name, file, registry);
    } finally {
      busy = false;
    }
  });
}

function ownFact(name: string, file: File, registry: Registry): KnownFact {
  const [entity = ''] = name.split('.');
  const parameters = new Set<string>();
  const person = entity === 'person';
  const typed = typeFormula(file.formula, contextOf(registry, { person, parameters }));
  const { kind, type } = kindOf(typed, file.unit);
  const percent = type === 'percent';
  const dimensions = file.unit === undefined ? (typed.dimensions ?? plain) : parseUnit(file.unit);
  if (typed.type === 'number' && typed.dimensions !== anyUnit && !sameUnit(dimensions, typed.dimensions)) {
    const found = unitName(typed.dimensions);
    throw new Fault(
      'unit-mismatch',
      `公式的单位是 ${found}，不是 ${file.unit}`,
      `the formula gives ${found}, not ${file.unit}`,
    );
  }
  const scale = typed.type === 'number' ? (percent ? Math.max(typed.scale, 100) : typed.scale) : 1;
  const model: FactModel = {
    name,
    entity,
    kind,
    type,
    scale: percent ? scale / 100 : scale,
    ...(typed.codes === undefined ? {} : { codes: typed.codes }),
    derive: {
      formula: {
        expression: typed.type === 'number' ? inScale(typed, scale) : typed.expression,
        type: typed.type === 'unknown' ? 'text' : typed.type,
        scale,
      },
    },
  };
  return { model, dimensions, percent, level: person ? 'person' : 'case', parameters };
}

function kindOf(typed: Typed, unit: string | undefined): { kind: FactModel['kind']; type: string } {
  switch (typed.type) {
    case 'number':
      if (unit === undefined) throw new Fault('unit-wanted', '须写明单位（unit）', 'say its unit');
      return { kind: 'number', type: unit.includes('%') ? 'percent' : 'number' };
    case 'boolean':
      return { kind: 'boolean', type: 'boolean' };
    case 'date':
      return { kind: 'date', type: 'date' };
    case 'list':
      return { kind: 'list', type: 'list' };
    default:
      return typed.codes === undefined ? { kind: 'text', type: 'text' } : { kind: 'code', type: 'enum' };
  }
}

/** A field's derivation from the vocabulary, checked to yield the field's type. */
export function derivationOf(fact: KnownFact, text: DeriveText, registry: Registry): FactModel['derive'] {
  const { model, level } = fact;
  const item = level === 'item' && shapeFieldOf(model.name) !== undefined ? { item: model.entity } : {};
  const context = contextOf(registry, { person: level === 'person', parameters: new Set(), ...item });
  if (typeof text !== 'string') {
    return {
      cases: text.map(({ is, when }) => ({
        is,
        when: {
          expression: must(typeFormula(when, context), 'boolean', 'derive').expression,
          type: 'boolean',
          scale: 1,
        },
      })),
    };
  }
  const typed = typeFormula(text, context);
  const scale = model.kind === 'number' ? model.scale : 1;
  return {
    formula: {
      expression: typed.type === 'number' ? inScale(typed, scale) : typed.expression,
      type: typed.type === 'unknown' ? 'text' : typed.type,
      scale,
    },
  };
}
