import type { PolicyFiles } from '@jingzhun/rules/load';
import { type Condition, fieldOf, type ParameterFile, type RuleFile } from '@jingzhun/schemas';
import { type Path, ruleOn } from './what-if.ts';

/** A figure of a policy that can be changed: a number or a day. */
export interface Editable {
  readonly of: 'parameter' | 'rule';
  readonly name: string;
  readonly path: Path;
  readonly clause: string;
  /** The section's file, without .yaml. */
  readonly section: string;
  readonly type: 'number' | 'date';
  readonly unit?: string;
  /** Its values by date; one without a date is written in a rule. */
  readonly values: readonly { readonly from?: string; readonly to?: string; readonly value: number | string }[];
  /** Of a figure in a condition: the comparison it stands in. */
  readonly leaf?: { readonly fact: string; readonly operator: string };
}

/** Every figure of a policy that a later document could set anew, as the rules read on a day, in the document's order. */
export function editables({ sections }: PolicyFiles, day: string): Editable[] {
  return Object.entries(sections).flatMap(([section, { clause, parameters = {}, rules = {} }]) => [
    ...Object.entries(parameters).flatMap(([name, file]) =>
      ofParameter(file).map((each) => ({ of: 'parameter' as const, name, clause, section, ...each })),
    ),
    ...Object.entries(rules).flatMap(([name, file]) =>
      ofRule(ruleOn(file, day)).map((each) => ({
        of: 'rule' as const,
        name,
        clause: file.clause ?? clause,
        section,
        ...each,
      })),
    ),
  ]);
}

type Figure = Omit<Editable, 'of' | 'name' | 'clause' | 'section'>;

/** What follows from a formula is changed where its sources are. */
function ofParameter(file: ParameterFile): Figure[] {
  if (!('values' in file)) return [];
  const { unit, values, by } = file;
  const type = unit === 'date' ? 'date' : 'number';
  const dated = (value: unknown, { from, to }: (typeof values)[number]) => ({
    from,
    ...(to === undefined ? {} : { to }),
    value: value as number | string,
  });
  if (by === undefined) return [{ path: [], type, unit, values: values.map((each) => dated(each.value, each)) }];
  const codes = [...new Set(values.flatMap(({ value }) => Object.keys(value as object)))];
  return codes.map((code) => ({
    path: [code],
    type,
    unit,
    values: values.flatMap((each) => {
      const value = (each.value as Record<string, number | string>)[code];
      return value === undefined ? [] : [dated(value, each)];
    }),
  }));
}

function ofRule(rule: RuleFile): Figure[] {
  const { scope, when, delivered, items = [], due } = rule;
  return [
    ...inCondition(scope, ['scope']),
    ...inCondition(when, ['when']),
    ...items.flatMap((item, place) => [
      ...inCondition(item.scope, ['items', place, 'scope']),
      ...inCondition(item.when, ['items', place, 'when']),
    ]),
    ...inCondition(delivered, ['delivered']),
    ...(isDate(due) ? [{ path: ['due'], type: 'date' as const, values: [{ value: due }] }] : []),
    ...amounts(rule.grant, 'grant', 'amount'),
    ...amounts(rule.require, 'require', 'value'),
    ...amounts(rule.state, 'state', 'value'),
  ];
}

function inCondition(condition: Condition | undefined, path: Path): Figure[] {
  if (condition === undefined || 'condition' in condition) return [];
  if ('all' in condition) return condition.all.flatMap((each, place) => inCondition(each, [...path, 'all', place]));
  if ('any' in condition) return condition.any.flatMap((each, place) => inCondition(each, [...path, 'any', place]));
  if ('not' in condition) return inCondition(condition.not, [...path, 'not']);
  const { fact, operator, value } = condition;
  if (typeof value !== 'number' && !isDate(value)) return [];
  const type = typeof value === 'number' ? 'number' : 'date';
  const unit = type === 'number' ? fieldOf(fact)?.unit : undefined;
  const figure = { path: [...path, 'value'], type, values: [{ value }], leaf: { fact, operator } } as const;
  return [unit === undefined ? figure : { ...figure, unit }];
}

interface Outcome {
  readonly unit?: string | undefined;
  readonly amount?: unknown;
  readonly value?: unknown;
}

function amounts(outcomes: Outcome | readonly Outcome[] | undefined, key: string, part: 'amount' | 'value'): Figure[] {
  if (outcomes === undefined) return [];
  const list: readonly Outcome[] = Array.isArray(outcomes) ? outcomes : [outcomes as Outcome];
  return list.flatMap((outcome, place): Figure[] => {
    const value = outcome[part];
    if (typeof value !== 'number') return [];
    const path = Array.isArray(outcomes) ? [key, place, part] : [key, part];
    return [{ path, type: 'number', ...(outcome.unit && { unit: outcome.unit }), values: [{ value }] }];
  });
}

const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
