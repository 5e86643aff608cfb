import type { Citation } from '@jingzhun/schemas';
import type { Formula } from '../model/expression.ts';
import type { ConditionModel, DueModel, ItemModel, OutcomeModel, RuleModel } from '../model/policy.ts';
import { citationOf } from './citation.ts';
import { compileExpression, type Evaluate, type Scope } from './expression.ts';
import type { CompiledFact } from './facts.ts';
import { type Ground, groundOf } from './ground.ts';
import type { Leaf, Slot, SlotTable } from './slots.ts';
import { compileCondition, leavesOf, type Node, type Table, tablesOf } from './table.ts';

export interface CompiledRule {
  readonly model: RuleModel;
  readonly inForce: boolean;
  readonly scope: Node | undefined;
  readonly when: Node | undefined;
  readonly items: readonly CompiledItem[] | undefined;
  readonly delivered: Node | undefined;
  readonly due: Due | undefined;
  /** Does the day of the question count: has it, or an item of it, a due date? */
  readonly dated: boolean;
  readonly outcomes: readonly CompiledOutcome[];
  /** Scope first, then test or items. */
  readonly leaves: readonly ItemLeaf[];
  /** Every slot that status, delivery or reasons depend on. */
  readonly slots: readonly Slot[];
  /** Those of its test, or of the tests of its items. */
  readonly tested: readonly Slot[];
  /** The facts that its outcomes, its comparisons and the policy's own facts rest on. */
  readonly grounds: readonly CompiledFact[];
  /** Its grants with a figure: place among the outcomes, and the total each counts in. */
  readonly grants: readonly { readonly place: number; readonly total: number; readonly scale: number }[];
  /** What it is cited by. Frozen: every finding holds the same one. */
  readonly cite: Citation;
  /** What equal classes settled before, by class; kept by the stage that decides. */
  readonly memory: Map<number, unknown>;
  /** Is it asked of each person? Else of the first of these kinds of entity that is there. */
  readonly asked: number;
}

export interface ItemLeaf {
  readonly leaf: Leaf;
  readonly item: string | undefined;
}

/** The last day on which what fails is not yet late, or the fact that says it. */
export type Due = string | CompiledFact;

export interface CompiledItem {
  readonly key: string;
  readonly due: Due | undefined;
  readonly scope: Node | undefined;
  readonly when: Node;
}

export interface CompiledOutcome {
  readonly model: OutcomeModel;
  readonly value: Evaluate | undefined;
  readonly actual: Evaluate | undefined;
  /** Of a statement: when it is made. */
  readonly when: Node | undefined;
  /** What value and actual value rest on; undefined where a list is gone through. */
  readonly grounds: readonly (Ground | undefined)[];
}

/** First pass over a rule: notes its leaves, so that classes can be made for all rules together. */
export function noteLeaves(rule: RuleModel, table: SlotTable): void {
  const note = (condition: RuleModel['when']): void => {
    if (condition === undefined) return;
    if ('all' in condition) condition.all.forEach(note);
    else if ('any' in condition) condition.any.forEach(note);
    else if ('not' in condition) note(condition.not);
    else table.note(condition);
  };
  note(rule.scope);
  note(rule.when);
  note(rule.delivered);
  for (const item of rule.items ?? []) {
    note(item.scope);
    note(item.when);
  }
  for (const outcome of rule.outcomes) note(outcome.when);
}

/** What rules of a policy share. */
export interface Around {
  readonly document: string;
  readonly day: string;
  readonly scope: Scope;
  readonly table: SlotTable;
  /** The place of a total, by unit and by how often. */
  total(unit: string, every: string): number;
  /** The place of a list of entities that are asked. */
  asked(entities: readonly string[]): number;
}

export function compileRule(model: RuleModel, inForce: boolean, around: Around): CompiledRule {
  const { table } = around;
  // Of a rule that is not in force nothing counts.
  const { scope, when, delivered, due, items, outcomes }: Asks = inForce ? model : { outcomes: [] };
  const listed = items ?? [];
  const node = (condition: ConditionModel | undefined): Node | undefined =>
    condition === undefined ? undefined : compileCondition(condition, table);
  const leaves = (condition: ConditionModel | undefined, item?: string): ItemLeaf[] =>
    condition === undefined ? [] : leavesOf(condition, table).map((leaf) => ({ leaf, item }));
  const slotsOf = (all: readonly ItemLeaf[]): Slot[] => [...new Set(all.map(({ leaf }) => leaf.slot))];
  const compiledItems = items?.map((item) => compileItem(item, table, around.scope));
  const compiledOutcomes = outcomes.map((outcome) => compileOutcome(outcome, table, around.scope));
  const shown = [
    ...leaves(scope),
    ...leaves(when),
    ...listed.flatMap((item) => [...leaves(item.scope, item.key), ...leaves(item.when, item.key)]),
  ];
  const slots = slotsOf([
    ...shown,
    ...[delivered, ...outcomes.map((each) => each.when)].flatMap((each) => leaves(each)),
  ]);
  return {
    model,
    inForce,
    scope: node(scope),
    when: node(when),
    items: compiledItems,
    delivered: node(delivered),
    due: dueOf(due, around.scope),
    dated: [due, ...listed.map((item) => item.due)].some((each) => each !== undefined),
    outcomes: compiledOutcomes,
    leaves: shown,
    slots,
    tested: slotsOf([when, ...listed.map((item) => item.when)].flatMap((each) => leaves(each))),
    grounds: [
      ...new Set(
        [...compiledOutcomes.flatMap(({ grounds }) => grounds), ...slots.map(({ ground }) => ground)].flatMap(
          (ground) => ground?.facts ?? [],
        ),
      ),
    ],
    grants: grantsOf(outcomes, around),
    cite: citationOf(model, around),
    memory: new Map(),
    asked: around.asked(model.asks),
  };
}

/** The grants with a figure among outcomes. */
export function grantsOf(outcomes: readonly OutcomeModel[], { total }: Pick<Around, 'total'>): CompiledRule['grants'] {
  return outcomes.flatMap(({ role, value, unit = '', every = 'once' }, place) =>
    role === 'grant' && value !== null ? [{ place, total: total(unit, every), scale: value.scale }] : [],
  );
}

type Asks = Pick<RuleModel, 'scope' | 'when' | 'delivered' | 'due' | 'items' | 'outcomes'>;

function compileItem(item: ItemModel, table: SlotTable, scope: Scope): CompiledItem {
  return {
    key: item.key,
    due: dueOf(item.due, scope),
    scope: item.scope === undefined ? undefined : compileCondition(item.scope, table),
    when: compileCondition(item.when, table),
  };
}

function compileOutcome(model: OutcomeModel, table: SlotTable, scope: Scope): CompiledOutcome {
  const compile = (formula: OutcomeModel['value'] | undefined): Evaluate | undefined =>
    formula === null || formula === undefined ? undefined : compileExpression(formula.expression, scope);
  const fixed = (formula: OutcomeModel['value'] | undefined): boolean =>
    formula === null ||
    formula === undefined ||
    formula.expression.op === 'value' ||
    formula.expression.op === 'parameter';
  return {
    model,
    value: compile(model.value),
    actual: compile(model.actual),
    when: model.when === undefined ? undefined : compileCondition(model.when, table),
    grounds: [model.value, model.actual].flatMap((formula) =>
      fixed(formula) ? [] : [groundOf((formula as Formula).expression, scope)],
    ),
  };
}

function dueOf(due: DueModel | undefined, scope: Scope): Due | undefined {
  if (due === undefined || typeof due === 'string') return due;
  return 'fact' in due ? scope.fact(due.fact) : (scope.parameters.get(due.parameter) as string);
}

/** All tables a rule is decided by. */
export function tablesOfRule({ scope, when, delivered, items = [], outcomes }: CompiledRule): Table[] {
  const nodes = [
    scope,
    when,
    delivered,
    ...items.flatMap((item) => [item.scope, item.when]),
    ...outcomes.map((outcome) => outcome.when),
  ];
  return nodes.flatMap((node) => (node === undefined ? [] : tablesOf(node)));
}
