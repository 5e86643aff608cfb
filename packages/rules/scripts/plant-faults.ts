// Plants faults into every bundled policy, one at a time, and asks whether `analyse` finds each at its place, with a case
// that shows it. Whether it does is decided here, by `decide` of the faulty policy, not taken from the finding.
// Run by hand:
//   node --conditions=@jingzhun/source packages/rules/scripts/plant-faults.ts [--most 30] [policy …]
import { parseArgs } from 'node:util';
import { analyse } from '../src/analyse/index.ts';
import type { LoadedPolicy } from '../src/load/index.ts';
import { sourceOf } from '../src/load/load.ts';
import { bundled, policyIds } from './bundled-policies.ts';
import { cliffs, swappedBounds } from './planted/in-bounds.ts';
import { gaps, overlaps, unreachables } from './planted/in-conditions.ts';
import { daysWithoutLaw, successions, swappedDays, uncited } from './planted/in-days.ts';
import type { Plant } from './planted/plant.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { most: { type: 'string', default: '30' }, kind: { type: 'string' } },
});

/** By kind: the ways to plant it, taken in turn. */
const ways: Readonly<Record<string, readonly ((policy: LoadedPolicy) => Generator<Plant>)[]>> = {
  gap: [gaps],
  overlap: [overlaps],
  'unreachable rule': [unreachables],
  cliff: [cliffs],
  'uncited value': [uncited],
  'day without law': [daysWithoutLaw, successions],
  'swapped bound': [swappedBounds, swappedDays],
};

function* inTurn(generators: readonly Generator<Plant>[]): Generator<Plant> {
  let open = [...generators];
  while (open.length > 0) {
    const next = open.map((generator) => ({ generator, ...generator.next() }));
    for (const { value, done } of next) if (done !== true) yield value as Plant;
    open = next.flatMap(({ generator, done }) => (done === true ? [] : [generator]));
  }
}

interface Tally {
  planted: number;
  found: number;
  shown: number;
}

function tally(policy: LoadedPolicy, kind: string, most: number): Tally {
  const before = new Set(analyse(policy.files).findings.map(({ id }) => id));
  const counted: Tally = { planted: 0, found: 0, shown: 0 };
  for (const plant of inTurn((ways[kind] ?? []).map((way) => way(policy)))) {
    if (counted.planted === most) break;
    counted.planted++;
    const told = (what: string): void =>
      console.error(`${policy.policy.id} ${kind}: ${plant.of} (${plant.what}): ${what}`);
    const { findings, covered } = analyse(sourceOf(plant.files));
    const fresh = findings.filter(({ id }) => !before.has(id));
    const finding = fresh.find(plant.isAt);
    if (finding === undefined) {
      const open = covered.undecided.map(({ id }) => id).join(', ');
      told(`missed; found ${fresh.map(({ id }) => id).join(', ') || 'nothing'}; open ${open}`);
      continue;
    }
    counted.found++;
    const wrong = finding.witness.length === 0 ? 'no witness' : plant.refute(finding);
    if (wrong === undefined) counted.shown++;
    else told(`${wrong}: ${JSON.stringify(finding.witness)}`);
    const unborne = findings.filter(({ witness, confirmed }) => witness.length === 0 || !confirmed);
    if (unborne.length > 0) told(`without a case: ${unborne.map(({ id }) => id).join(', ')}`);
  }
  return counted;
}

const kinds = Object.keys(ways).filter((kind) => values.kind === undefined || kind === values.kind);
console.log(`| policy | ${kinds.join(' | ')} |`);
console.log(`| --- |${' --- |'.repeat(kinds.length)}`);
for (const id of positionals.length > 0 ? positionals : policyIds) {
  const policy = bundled(id);
  const cells = kinds.map((kind) => {
    const { planted, found, shown } = tally(policy, kind, Number(values.most));
    if (found < planted || shown < planted) process.exitCode = 1;
    return planted === 0 ? 'no place' : `${planted}, ${found}, ${shown}`;
  });
  console.log(`| ${id} | ${cells.join(' | ')} |`);
}
