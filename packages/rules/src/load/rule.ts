import { type Condition, fieldOf, type RuleFile, vocabulary } from '@jingzhun/schemas';
import type { ConditionModel, DueModel, ItemModel, ParameterModel, RuleModel } from '../model/policy.ts';
import { valueOn } from '../model/value-on.ts';
import { addDays, isDay } from '../values/dates.ts';
import { checkCondition } from './condition.ts';
import { contextOf, type Place, reachable } from './context.ts';
import { Fault } from './faults.ts';
import { checkOutcomes, outcomeKeys } from './outcome.ts';
import { checkDays } from './parameters.ts';
import type { Registry } from './registry.ts';
import type { RuleVersion } from './versions.ts';

/** What a rule takes over from its policy and section. */
export interface Surroundings {
  readonly registry: Registry;
  readonly named: ReadonlyMap<string, Condition>;
  readonly clause: string;
  readonly force: { readonly from: string; readonly to: string | null };
}

export type Part = readonly (string | number)[];

/** Checks one rule. `attempt` runs a check of one part, so that a fault there does not hide those elsewhere. */
export function checkRule(
  id: string,
  file: RuleVersion,
  around: Surroundings,
  attempt: <T>(part: Part, check: () => T) => T | undefined,
): RuleModel {
  const { amendedBy } = file;
  const asks = asksOf(file);
  attempt(['asks'], () => checkAsks(asks));
  const place: Place = { person: asks[0] === 'person', parameters: new Set() };
  const context = contextOf(around.registry, place);
  const check = (condition: Condition): ConditionModel =>
    checkCondition(condition, around.registry, place, around.named);
  const at = (key: 'scope' | 'when' | 'delivered'): ConditionModel | undefined => {
    const condition = file[key];
    return condition === undefined ? undefined : attempt([key], () => check(condition));
  };
  const scope = at('scope');
  const when = at('when');
  const delivered = at('delivered');
  const dueAt = (due: string | undefined): DueModel | undefined => dueOf(due, around.registry, place);
  const items = itemsOf(file, check, dueAt, attempt);
  const due = attempt(['due'], () => dueAt(file.due));
  const outcomes = outcomeKeys.flatMap((key) => attempt([key], () => checkOutcomes(file, key, context, check)) ?? []);
  const force = {
    from: file.force?.from ?? around.force.from,
    to: file.force?.to === undefined ? around.force.to : file.force.to,
  };
  const amendments = [...place.parameters].flatMap((name) => around.registry.parameter(name)?.amendments ?? []);
  attempt(['force'], () => checkDays(force));
  attempt([], () => checkCoverage(place.parameters, force, around.registry));
  return {
    id,
    kind: file.kind,
    asks,
    ...(amendedBy === undefined ? {} : { document: amendedBy.document }),
    clause: amendedBy?.clause ?? file.clause ?? around.clause,
    ...(file.alsoClauses === undefined || amendedBy !== undefined ? {} : { alsoClauses: file.alsoClauses }),
    force,
    ...(scope === undefined ? {} : { scope }),
    ...(when === undefined ? {} : { when }),
    ...(items === undefined ? {} : { items }),
    ...(due === undefined ? {} : { due }),
    ...(delivered === undefined ? {} : { delivered }),
    outcomes,
    quoteSha256: file.quoteSha256,
    ...(amendments.length === 0 ? {} : { amendments }),
  };
}

/** Entities are named in camelCase, subjects of the register in kebab-case: work-team is workTeam. */
function asksOf({ asks, subject }: RuleFile): string[] {
  if (asks !== undefined) return Array.isArray(asks) ? asks : [asks];
  return [subject.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
}

/** Only where persons come first is a rule one about each of them. */
function checkAsks(asks: readonly string[]): void {
  if (asks.indexOf('person') < 1) return;
  throw new Fault(
    'wrong-value',
    'person 须写在最前：否则该规则不能使用个人的事实，也不知道说的是哪个人',
    'person comes first: else the rule can name no fact of a person, and nobody knows which one is meant',
  );
}

function dueOf(due: string | undefined, registry: Registry, place: Place): DueModel | undefined {
  if (due === undefined || isDay(due as unknown)) return due;
  if (registry.parameter(due)?.model.kind === 'date') {
    place.parameters.add(due);
    return { parameter: due };
  }
  if (due.includes('.') && reachable(registry, due, place).model.kind === 'date') return { fact: due };
  throw new Fault(
    'unknown-name',
    `“${due}”不是日期，也不是日期参数或日期事实`,
    `"${due}" is neither a day nor a parameter or fact that is a date`,
  );
}

/** Every parameter that a rule uses has a value on every day of its force. */
function checkCoverage(
  parameters: ReadonlySet<string>,
  force: { from: string; to: string | null },
  registry: Registry,
): void {
  for (const name of parameters) {
    const { values } = (registry.parameter(name) as { model: ParameterModel }).model;
    let day = force.from;
    while (force.to === null || day <= force.to) {
      const value = valueOn(values, day);
      if (value === undefined) {
        throw new Fault(
          'uncovered-day',
          `参数“${name}”在 ${day} 没有值，而规则当日有效`,
          `the parameter "${name}" has no value on ${day}, when the rule is in force`,
        );
      }
      const next = values.find(({ from }) => from > day)?.from;
      const end = value.to === undefined ? next : addDays(value.to, 1);
      if (end === undefined) break;
      day = end;
    }
  }
}

function itemsOf(
  file: RuleFile,
  check: (condition: Condition) => ConditionModel,
  dueAt: (due: string | undefined) => DueModel | undefined,
  attempt: <T>(part: Part, check: () => T) => T | undefined,
): ItemModel[] | undefined {
  if (file.each !== undefined)
    return attempt(['each'], () => eachItems(file).map(({ key, ...item }) => ({ key, ...conditions(item, check) })));
  const keys = file.items?.map(({ key }) => key) ?? [];
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) {
    attempt(['items'], () => {
      throw new Fault('duplicate-id', `项目 ${twice} 重复`, `the item ${twice} is there twice`);
    });
  }
  return file.items?.flatMap(
    ({ key, asks, scope, when, due }, index) =>
      attempt(['items', index], () => {
        const last = dueAt(due);
        const own = conditions({ ...scopeOf(asks, scope), when }, check);
        return { key, ...own, ...(last === undefined ? {} : { due: last }) };
      }) ?? [],
  );
}

/** An item about another entity applies where that is in the case. */
function scopeOf(asks: string | undefined, scope: Condition | undefined): { scope?: Condition } {
  if (asks === undefined) return scope === undefined ? {} : { scope };
  const there: Condition = { fact: `present.${asks}`, operator: 'equal', value: true };
  return { scope: scope === undefined ? there : { all: [there, scope] } };
}

function conditions(
  { scope, when }: { scope?: Condition; when: Condition },
  check: (condition: Condition) => ConditionModel,
): Omit<ItemModel, 'key'> {
  return { ...(scope === undefined ? {} : { scope: check(scope) }), when: check(when) };
}

/** The items that `each` stands for: one a code of the record, with its label. */
export function eachItems(
  file: RuleFile,
): { key: string; zh: string; en: string; scope?: Condition; when: Condition }[] {
  if (file.each === undefined) return [];
  const name = typeof file.each === 'string' ? file.each : file.each.field;
  const field = fieldOf(name);
  const set = field?.keys?.enum;
  if (field?.values === undefined || set === undefined) {
    throw new Fault('not-a-record', `“${name}”不是以代码为键的记录`, `"${name}" is not a record keyed by codes`);
  }
  const wanted = typeof file.each === 'string' ? undefined : file.each.in;
  const codes: readonly string[] = vocabulary.codes[set].values.map(({ code }) => code);
  const stranger = wanted?.find((code) => !codes.includes(code));
  if (stranger !== undefined) {
    throw new Fault(
      'unknown-code',
      `“${stranger}”不在代码之列：${codes.join('、')}`,
      `"${stranger}" is not one of ${codes.join(', ')}`,
    );
  }
  const isTrue = (fact: string): Condition => ({ fact, operator: 'equal', value: true });
  return vocabulary.codes[set].values
    .filter(({ code }) => wanted === undefined || wanted.includes(code))
    .map(({ code, zh, en }) =>
      field.values?.type === 'boolean'
        ? { key: code, zh, en, when: isTrue(`${name}.${code}`) }
        : { key: code, zh, en, scope: isTrue(`${name}.${code}.applicable`), when: isTrue(`${name}.${code}.delivered`) },
    );
}
