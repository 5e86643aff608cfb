import type { Regime } from '../compile/regime.ts';
import type { CompiledRule } from '../compile/rule.ts';
import type { OutcomeModel } from '../model/policy.ts';
import type { RosterColumns } from './columns.ts';
import { countsOf, type OpenRule, type RuleColumn } from './rule-columns.ts';
import { firstIn, rowsIn } from './sheet.ts';
import { isOpenCode, met } from './status-codes.ts';
import type { Totals } from './totals.ts';
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
  return rules.filter(({ model }) => ids === undefined || ids.includes(model.id)).map((rule) => opened(rule, columns));
}

function opened(rule: CompiledRule, { households, offsets }: RosterColumns): OpenRule {
  const level = rule.model.asks[0] === 'person' ? 'person' : 'case';
  const rows = level === 'person' ? (offsets.at(-1) as number) : households;
  const grants = rule.grants.map(({ place, total, scale }) => {
    const { what, unit = '', every = 'once' } = rule.model.outcomes[place] as OutcomeModel;
    return { what, unit, every, scale, total, steps: undefined };
  });
  return { rule, level, rows, codes: new Uint8Array(rows), grants, inColumns: true };
}

/** Adds what a block of a rule grants to the totals. */
export function addUp({ codes, level, grants }: OpenRule, block: Block, totals: Totals): void {
  const first = firstIn(block, level);
  const last = first + rowsIn(block, level);
  for (const { steps = Number.NaN, scale, total } of grants) {
    for (let row = first; row < last; row++) {
      const code = codes[row] as number;
      if (!isOpenCode(code)) continue;
      const amount = typeof steps === 'number' ? steps : (steps[row] as number);
      totals.add(total, amount / scale, code === met);
    }
  }
}

export function closed<Id extends string>({ rule, level, codes, grants, inColumns }: OpenRule): RuleColumn<Id> {
  return {
    rule: rule.model.id as Id,
    per: level === 'person' ? 'person' : 'household',
    statuses: codes,
    counts: countsOf(codes),
    grants: grants.map(({ total, steps = Number.NaN, ...grant }) => ({ ...grant, steps })),
    inColumns,
  };
}
