import type { Contradiction } from '@jingzhun/schemas';
import type { Evaluate } from '../compile/expression.ts';
import type { CompiledFact } from '../compile/facts.ts';
import type { Frame } from '../compile/frame.ts';
import { inTerms } from '../compile/slots.ts';
import { isInterval, type Value } from '../values/interval.ts';
import type { Opened } from './question.ts';
import { actualOf } from './reasons.ts';
import { subjectOf } from './subjects.ts';

/** No list follows from others. */
type Plain = Contradiction['supplied'];

/** Facts that were given and follow from others as something else. The given value is the one that was used. */
export function contradictionsIn({ home, persons }: Opened): Contradiction[] {
  const found: Contradiction[] = [];
  for (const fact of inOrder(home)) check(fact, home, undefined, found);
  persons.forEach((person, index) => {
    for (const fact of inOrder(person)) check(fact, person, index, found);
  });
  return found;
}

/** By name, whatever the order of the keys in the input. */
function inOrder({ given }: Frame): readonly CompiledFact[] {
  if (given.length === 0) return given;
  return given.filter(({ model }) => !model.fallback).sort((a, b) => (a.model.name < b.model.name ? -1 : 1));
}

function check(fact: CompiledFact, frame: Frame, index: number | undefined, found: Contradiction[]): void {
  const given = frame.values[fact.index] as Value;
  const derived = (fact.derive as Evaluate)(frame);
  if (agrees(given, derived)) return;
  const supplied = actualOf(fact, frame) as Plain;
  const follows = inTerms(fact, isInterval(derived) ? nearest(given as number, derived) : derived) as Plain;
  const { entity, name } = fact.model;
  found.push({
    rule: `contradiction.${name}`,
    kind: 'contradiction',
    subject: subjectOf(entity, frame.objects[entity], index),
    status: 'unmet',
    fact: name,
    supplied,
    derived: follows,
    outcomes: [],
    missing: [],
    because: [{ fact: name, operator: 'equal', expected: follows, actual: supplied, holds: false }],
    cite: null,
  });
}

function agrees(given: Value, derived: Value): boolean {
  if (derived === undefined || given === derived) return true;
  return isInterval(derived) && derived.low <= (given as number) && (given as number) <= derived.high;
}

function nearest(given: number, { low, high }: { low: number; high: number }): number {
  return Math.min(Math.max(given, low), high);
}
