import type { CompiledRule } from '../compile/rule.ts';
import type { Slot } from '../compile/slots.ts';
import { FALSE, negate, TRUE, UNKNOWN } from '../compile/truth.ts';
import { both, type Goal, isTrue, statusGoal } from '../witness/condition.ts';
import { findAny } from '../witness/find.ts';
import { type Confirmation, pastIn, signOf, witnessOf } from '../witness/witness.ts';
import type { Claim } from './analysis.ts';
import { type Bench, type Period, spacesFor } from './period.ts';
import { clausesOf, shown } from './shown.ts';
import { anyOf, bandOf, type Sibling, shared, siblingOf } from './siblings.ts';
import { listed } from './words.ts';

/** A rule as a block of a grid: the classes of two facts with which it can be met. */
interface Block {
  readonly rule: CompiledRule;
  readonly across: Sibling;
  readonly down: Sibling;
}

const fewest = 3;

/** Rules that share out two facts together, block by block, and leave a cell of the grid to nobody. */
export function gridGaps(rules: readonly CompiledRule[], period: Period, bench: Bench): Claim[] {
  const slots = [...new Set(rules.flatMap((rule) => rule.slots))].filter(
    ({ test, facts: [fact] }) => !test && fact !== undefined && fact.model.entity !== 'date',
  );
  return slots.flatMap((first, place) =>
    slots.slice(place + 1).flatMap((second) => {
      const blocks = rules.flatMap((rule): Block[] => {
        const [across, down] = [siblingOf(rule, first, true, period), siblingOf(rule, second, true, period)];
        return across === undefined || down === undefined ? [] : [{ rule, across, down }];
      });
      return isShared(blocks) ? (gapIn(first, second, blocks, rules, period, bench) ?? []) : [];
    }),
  );
}

/** Do the blocks share the grid out: three or more, and no cell in two of them? */
function isShared(blocks: readonly Block[]): boolean {
  const cells = blocks.flatMap(cellsOf);
  return blocks.length >= fewest && new Set(cells).size === cells.length;
}

const cellsOf = ({ across, down }: Block): string[] =>
  [...across.classes].flatMap((x) => [...down.classes].map((y) => `${x} ${y}`));

function gapIn(
  first: Slot,
  second: Slot,
  blocks: readonly Block[],
  rules: readonly CompiledRule[],
  period: Period,
  bench: Bench,
): Claim | undefined {
  const { regime } = period;
  const covered = new Set(blocks.flatMap(cellsOf));
  const columns = new Set(blocks.flatMap(({ across }) => [...across.classes]));
  const rows = new Set(blocks.flatMap(({ down }) => [...down.classes]));
  // With more holes than blocks it is no grid.
  if (columns.size * rows.size >= 2 * covered.size) return undefined;
  const open = [...columns].flatMap((x) =>
    [...rows].flatMap((y) => (covered.has(`${x} ${y}`) ? [] : [[x, y] as const])),
  );
  const spaces = spacesFor(rules, period);
  // Whatever else one of them asks is met, so that it is the cell alone that leaves the case to nobody.
  const fits: Goal = (classes) =>
    anyOf(
      blocks.map(({ across, down }) => {
        const rest = across.others.filter((part) => down.others.includes(part));
        return both(...rest.map((part) => isTrue(part, regime)))(classes);
      }),
    );
  const left = open.flatMap(([x, y]) => {
    const search = findAny(spaces, (space) =>
      both(
        isIn(first, x),
        isIn(second, y),
        fits,
        ...rules.map(
          (rule): Goal =>
            (classes) =>
              negate(statusGoal(rule, 'met', regime, pastIn(space))(classes)),
        ),
      ),
    );
    if (!search.found) return [];
    const isWanted: Confirmation['isWanted'] = (statuses) =>
      statuses.every((status) => status !== 'met' && status !== undefined);
    const witness = witnessOf(search.chosen, search.space, { isWanted, sign: signOf([first, second], search.space) });
    return witness === undefined ? [] : [{ x: bandOf(first, x, bench), y: bandOf(second, y, bench), witness }];
  });
  if (left.length === 0) return undefined;
  const ids = blocks.map(({ rule }) => rule.model.id);
  const names = bench.words.rules(ids);
  const facts = [first, second].map(({ facts: [fact] }) => fact?.model.name ?? '');
  const cells = listed(
    left.map(({ x, y }) => ({ zh: `${x.label.zh}且${y.label.zh}`, en: `${x.label.en} with ${y.label.en}` })),
  );
  const [one, two] = facts.map((name) => bench.words.fact(name));
  return {
    kind: 'gap',
    id: `gap:${shared(ids)}:${facts.join('+')}:${left.map(({ x, y }) => `${x.key}/${y.key}`).join('+')}`,
    rules: ids,
    clauses: clausesOf(bench.policy, ids),
    from: period.from,
    to: period.to,
    zh: `${names.zh}按“${one?.zh}”和“${two?.zh}”区分对象，却没有一条涵盖${cells.zh}。`,
    en: `${names.en} divide their subjects by "${one?.en}" and "${two?.en}", and none of them covers ${cells.en}.`,
    witness: left.map(({ witness }) => shown(bench, witness, ids)),
    confirmed: true,
  };
}

const isIn =
  (slot: Slot, code: number): Goal =>
  (classes) => {
    const known = classes.get(slot) ?? 0;
    return known === 0 ? UNKNOWN : known === code ? TRUE : FALSE;
  };
