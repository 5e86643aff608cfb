import type { CompiledRule } from './rule.ts';
import type { Slot } from './slots.ts';

/** A kind of subject: its entities, and what it takes to ask them, which is worked out when one of them is first asked. */
export interface Asking {
  readonly entities: readonly string[];
  ready(): Ready;
}

export interface Ready {
  /** The slots of its rules that reading does not tell: derived facts and tests. */
  readonly case: readonly Slot[];
  readonly person: readonly Slot[];
}

/** What it takes to ask some rules, the slots in their order. */
export function readyFor(rules: readonly CompiledRule[], slots: readonly Slot[]): Ready {
  const used = new Set(rules.flatMap((rule) => rule.slots));
  const ready = { case: [] as Slot[], person: [] as Slot[] };
  for (const slot of slots) if (used.has(slot) && isDerived(slot)) ready[slot.level].push(slot);
  return ready;
}

export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function isDerived({ test, facts }: Slot): boolean {
  return test || facts.some(({ derive }) => derive !== undefined);
}
