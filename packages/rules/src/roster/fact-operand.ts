import type { CompiledFact } from '../compile/facts.ts';
import { pending } from '../compile/frame.ts';
import { TRUE, truthOf, UNKNOWN } from '../compile/truth.ts';
import type { Derivation } from '../model/policy.ts';
import { toInterval, type Value } from '../values/interval.ts';
import { classesOfKind } from './classes-of-kind.ts';
import { isOfPerson, membersList } from './columns.ts';
import { combine } from './combine.ts';
import { finiteOf } from './formula.ts';
import type { Finite } from './formula-frame.ts';
import { givenVector } from './given.ts';
import { firstKnownNumbers, numbersOf, numbersOfCases } from './numbers.ts';
import type { Operand, Sheet } from './sheet.ts';
import { type ClassVector, constant, isConstant, NotInColumns, type NumberVector } from './vectors.ts';

/** A fact by row: as given, else as it follows from others. */
export function factOperand(fact: CompiledFact, sheet: Sheet): Operand {
  const { name } = fact.model;
  const known = sheet.facts.get(name);
  if (known !== undefined) return known;
  if (sheet.making.has(name)) throw new NotInColumns(`${name} comes back to itself`);
  sheet.making.add(name);
  const operand = made(fact, sheet);
  sheet.making.delete(name);
  sheet.facts.set(name, operand);
  return operand;
}

function made(fact: CompiledFact, sheet: Sheet): Operand {
  const { name, entity, kind, derive } = fact.model;
  const { question } = sheet.shared;
  if (name === 'date.on') return constant(question.on);
  if (name === 'date.assessedOn') return constant(question.assessedOn);
  if (name === membersList || fact.level === 'item') throw new NotInColumns(name);
  const given = entity === 'household' || isOfPerson(name) ? givenVector(fact, sheet) : sharedValue(fact, sheet);
  if (derive === undefined) return given ?? constant(undefined);
  if (given !== undefined && isConstant(given)) return given;
  const derived = derivedOf(fact, derive, sheet);
  if (given === undefined) return derived;
  if (kind === 'number') return firstKnownNumbers(given as NumberVector, derived, sheet);
  return firstKnown(given as ClassVector, derived, fact, sheet);
}

/** Of another entity than household and person: what the case that holds for all gives. */
function sharedValue({ index, level }: CompiledFact, { shared }: Sheet): Operand | undefined {
  const value = level === 'case' ? shared.values[index] : pending;
  return value === pending || value === undefined ? undefined : constant(value);
}

function derivedOf(fact: CompiledFact, derive: Derivation, sheet: Sheet): Operand {
  const { kind } = fact.model;
  if (kind === 'number') {
    const numbers =
      'formula' in derive ? numbersOf(derive.formula.expression, sheet) : numbersOfCases(fact, derive.cases, sheet);
    return isConstant(numbers) ? constant(settled(numbers.value)) : numbers;
  }
  const finite = 'formula' in derive ? finiteOf(derive.formula.expression, sheet) : casesOf(derive, sheet);
  if (finite === undefined) throw new NotInColumns(fact.model.name);
  if (finite.inputs.length === 0) return constant(finite.evaluate([]));
  const { width, classOf, meaning } = classesOfKind(fact);
  return combine(finite.inputs, sheet, (classes) => classOf(finite.evaluate(classes)), { width, meaning });
}

/** A range without bounds says nothing: then a fact still lies in the range of its field. */
function settled(value: Value): Value {
  const { low, high } = toInterval(value);
  return low === Number.NEGATIVE_INFINITY && high === Number.POSITIVE_INFINITY ? undefined : value;
}

/** The first case that holds says the value; one that may hold leaves it unknown. */
export function casesOf(
  { cases }: Pick<Extract<Derivation, { cases: unknown }>, 'cases'>,
  sheet: Sheet,
): Finite | undefined {
  const finites = cases.map(({ is, when }) => ({ is, when: finiteOf(when.expression, sheet) }));
  const inputs: ClassVector[] = [];
  const parts = finites.map(({ is, when }) => {
    if (when === undefined) throw new NotInColumns('a case without truth');
    const places = when.inputs.map((input) => {
      const known = inputs.indexOf(input);
      return known < 0 ? inputs.push(input) - 1 : known;
    });
    return { is, when, places };
  });
  return {
    inputs,
    evaluate: (classes): Value => {
      for (const { is, when, places } of parts) {
        const truth = truthOf(when.evaluate(places.map((place) => classes[place] as number)));
        if (truth === UNKNOWN) return undefined;
        if (truth === TRUE) return is;
      }
      return undefined;
    },
  };
}

function firstKnown(given: ClassVector, derived: Operand, fact: CompiledFact, sheet: Sheet): Operand {
  if (isConstant(derived) && derived.value === undefined) return given;
  const kept = { width: given.width, meaning: given.meaning };
  if (isConstant(derived)) {
    const other = classesOfKind(fact).classOf(derived.value);
    return combine([given], sheet, ([own = 0]) => (own === 0 ? other : own), kept);
  }
  return combine([given, derived as ClassVector], sheet, ([own = 0, other = 0]) => (own === 0 ? other : own), kept);
}
