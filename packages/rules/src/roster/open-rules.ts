import type { Regime } from '../compile/regime.ts';
import type { CompiledRule } from '../compile/rule.ts';
import type { OutcomeModel } from '../model/policy.ts';
import type { RosterColumns } from './columns.ts';
import type { OpenRule } from './rule-columns.ts';
import { firstIn, rowsIn } from './sheet.ts';
import { met, openUnknown, statuses } from './status-codes.ts';
import { isExactIn, type Totals } from './totals.ts';
import type { Block } from './vectors.ts';
import { wrongColumns } from './wrong-columns.ts';

/** The columns that are to be filled: of all rules, or of those that are named. */
export function openRules({ rules }: Regime, columns: RosterColumns, ids: readonly string[] | undefined): OpenRule[] {
  const known = new Set<string>(rules.map(({ model }) => model.id));
  const strange = (ids ?? []).filter((id) => !known.has(id));
  if (strange.length > 0) {
    throw wrongColumns(
      strange.map((id) => ['unknown-rule', `rules.${id}`, '政策中的规则编号', "the id of one of the policy's rules"]),
    );
  }
  return rules
    .filter(({ model }) => ids === undefined || ids.includes(model.id))
    .map(({ compiled }) => opened(compiled(), columns));
}

function opened(rule: CompiledRule, { households, offsets }: RosterColumns): OpenRule {
  const level = rule.model.asks[0] === 'person' ? 'person' : 'case';
  const rows = level === 'person' ? (offsets.at(-1) as number) : households;
  const grants = rule.grants.map(({ place, total, scale }) => {
    const { what, unit = '', every = 'once' } = rule.model.outcomes[place] as OutcomeModel;
    return { what, unit, every, scale, total, steps: undefined };
  });
  return {
    rule,
    level,
    rows,
    codes: new Uint8Array(0),
    counts: new Float64Array(statuses.length),
    grants,
    inColumns: true,
  };
}

/**
 * Adds to the totals what a block of a rule grants, where that differs by row.
 *
 * @param asWorkedOut whether all rows of the block are as the columns gave them.
 */
export function addUp(
  { codes, level, grants, inColumns }: OpenRule,
  block: Block,
  totals: Totals,
  asWorkedOut: boolean,
): void {
  const first = firstIn(block, level);
  const rows = rowsIn(block, level);
  for (const { steps, known, scale, total } of grants) {
    if (typeof steps !== 'object') continue;
    if (known !== undefined && inColumns && asWorkedOut && isExactIn(scale)) {
      totals.addKnown(total, known, scale, codes, first, rows);
    } else totals.addRows(total, steps, scale, codes, first, first + rows);
  }
}

/** Adds to the totals what a rule grants to everyone alike. */
export function addUpConstants({ counts, grants }: OpenRule, totals: Totals): void {
  for (const { steps = Number.NaN, scale, total } of grants) {
    if (typeof steps !== 'number') continue;
    totals.add(total, steps / scale, true, counts[met]);
    totals.add(total, steps / scale, false, counts[openUnknown]);
  }
}
