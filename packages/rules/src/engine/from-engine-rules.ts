import type { Case, Reason, RuleFinding } from '@jingzhun/schemas';
import { JingzhunError, type Problem } from '@jingzhun/schemas/problem';
import { decide } from '../decide/decide.ts';
import { unreadableOr } from '../decide/unreadable-case.ts';
import { firstExcess } from '../load/plain-data.ts';
import type { Policy, RuleModel } from '../model/policy.ts';
import { EngineConditions, isObject } from './engine-conditions.ts';
import { type EngineFact, engineName, entity, factModels, nearestFact } from './engine-facts.ts';

/** An event as json-rules-engine's rules carry it; handed on as it is. */
export interface EngineEvent {
  readonly type: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** How one rule came out. */
export interface EngineFinding {
  /** The rule's name; `rule 1` … by place where it has none. */
  readonly name: string;
  /** `unknown`: the facts that are missing could still change it. */
  readonly status: 'met' | 'unmet' | 'unknown';
  readonly event: EngineEvent;
  /** Facts that would settle it, the one that settles most first. */
  readonly missing: readonly string[];
  readonly because: readonly Reason[];
}

/** Rules of json-rules-engine, ready to be asked. */
export interface EngineRules {
  /**
   * Asks every rule, in the order given. A fact that is left out or null is unknown.
   *
   * @throws JingzhunError `invalid-case` listing every fact that is not declared or not of its type.
   */
  run(facts: Readonly<Record<string, unknown>>): readonly EngineFinding[];
}

export interface EngineRulesOptions {
  /** Every fact that the rules name, with its type. */
  readonly facts: Readonly<Record<string, EngineFact>>;
  /** Conditions that rules refer to by `{ condition: name }`. */
  readonly conditions?: Readonly<Record<string, unknown>>;
}

const anyDay = '2000-01-01';
const mostRules = 10_000;

/**
 * Takes over rules written for json-rules-engine: the same events for complete facts, synchronously, and `unknown` with what to ask
 * where facts are missing. What lies outside the profile in which that engine does not guess is refused with path and remedy.
 *
 * @throws JingzhunError `outside-profile` listing everything that lies outside, with the path of each.
 *
 * @example
 * const rules = fromEngineRules(
 *   [{ name: 'poor', conditions: { all: [{ fact: 'income', operator: 'lessThan', value: 2952 }] }, event: { type: 'aid' } }],
 *   { facts: { income: { type: 'number', min: 0 } } },
 * );
 * rules.run({ income: 2951.99 })[0]?.status; // 'met'
 * rules.run({})[0]?.missing; // ['income']
 */
export function fromEngineRules(rules: readonly unknown[], options: EngineRulesOptions): EngineRules {
  // Without types, options are easily forgotten.
  const { facts, conditions = {} } = options ?? {};
  refuseUnreadable(rules, facts, conditions);
  const problems: Problem[] = [];
  const models = factModels(facts, problems);
  const reader = new EngineConditions(models, conditions, problems);
  for (const name of Object.keys(conditions)) reader.read(conditions[name], `conditions.${name}`, [name]);
  const read = rules.slice(0, mostRules).map((rule, index) => readRule(rule, index, reader, problems));
  if (rules.length > mostRules) problems.push(wrong('rules', `不超过 ${mostRules} 条`, `at most ${mostRules} rules`));
  nameTwice(read, problems);
  if (problems.length > 0) {
    // A shared condition is read wherever it is used; its faults are told once.
    const told = new Map(problems.map((problem) => [`${problem.path} ${problem.code}`, problem]));
    throw new JingzhunError('outside-profile', [...told.values()]);
  }

  const events = new Map(read.map((rule) => [rule?.name, rule?.event as EngineEvent]));
  const policy: Policy = {
    id: 'engine-rules',
    release: '0.0.0',
    digest: '',
    document: '',
    force: { from: anyDay, to: null },
    entities: [entity],
    facts: [...models.values()].filter((model) => model !== undefined),
    parameters: {},
    rules: read.map((rule) => ruleModel(rule as ReadRule)),
  };
  return {
    run(given) {
      const { findings } = decided(policy, given, models.keys());
      return (findings as RuleFinding[]).map(({ rule, status, missing, because }) => ({
        name: rule,
        status: status as EngineFinding['status'],
        event: events.get(rule) as EngineEvent,
        missing: missing.map(engineName),
        because: because.map((reason) => ({ ...reason, fact: engineName(reason.fact) })),
      }));
    },
  };
}

/** Nothing is read of rules that are beyond measure or no plain data. Events are handed on as they are; callbacks are refused by name. */
const limits = {
  depth: 200,
  values: 1_000_000,
  entries: 20_000,
  text: 10_000,
  passOver: ['event', 'onSuccess', 'onFailure'],
} as const;

function refuseUnreadable(rules: unknown, facts: unknown, conditions: unknown): void {
  const excess = firstExcess({ rules, facts, conditions }, limits);
  if (excess !== undefined) {
    const { code, path, wording } = excess;
    const written = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key.slice(0, 60)}`)).join('');
    throw new JingzhunError('outside-profile', [{ code, path: written.slice(1), ...wording }]);
  }
  const wrongForm = [
    ...(Array.isArray(rules) ? [] : [wrong('rules', '规则的列表', 'a list of rules')]),
    ...(isObject(facts) ? [] : [wrong('facts', '事实声明的对象', 'an object of declared facts')]),
    ...(isObject(conditions) ? [] : [wrong('conditions', '条件的对象', 'an object of conditions')]),
  ];
  if (wrongForm.length > 0) throw new JingzhunError('outside-profile', wrongForm);
}

interface ReadRule {
  readonly name: string;
  readonly when: NonNullable<RuleModel['when']>;
  readonly event: EngineEvent;
}

const ruleKeys = ['name', 'conditions', 'event', 'priority'];
type Remedy = readonly [zh: string, en: string];
const otherKey: Remedy = ['空：只接受 name、conditions、event', 'left out: a rule has name, conditions and event'];
const callback: Remedy = ['空：请看 run 返回的结果', 'left out: look at what run returns instead'];
const ruleRemedies: ReadonlyMap<string, Remedy> = new Map<string, Remedy>([
  ['priority', ['空或 1：求值没有先后', 'left out or 1: nothing here depends on order']],
  ['onSuccess', callback],
  ['onFailure', callback],
]);

function readRule(rule: unknown, index: number, reader: EngineConditions, problems: Problem[]): ReadRule | undefined {
  const path = `rules[${index}]`;
  if (!isObject(rule) || typeof rule.toJSON === 'function') {
    problems.push(
      wrong(path, '规则对象（Rule 实例请先 toJSON(false)）', 'a rule object (of a Rule, its toJSON(false))'),
    );
    return undefined;
  }
  for (const key of Object.keys(rule)) {
    if (ruleKeys.includes(key) && (key !== 'priority' || rule.priority === 1)) continue;
    problems.push(wrong(`${path}.${key}`, ...(ruleRemedies.get(key) ?? otherKey)));
  }
  const { name = `rule ${index + 1}`, event } = rule;
  const when = reader.read(rule.conditions, `${path}.conditions`);
  if (!isObject(event) || typeof event.type !== 'string')
    problems.push(wrong(`${path}.event`, '带有 type 的事件', 'an event with a type'));
  if (typeof name !== 'string' || name === '')
    problems.push(wrong(`${path}.name`, '非空文本', 'a text that is not empty'));
  return when && { name: String(name), when, event: event as unknown as EngineEvent };
}

function nameTwice(rules: readonly (ReadRule | undefined)[], problems: Problem[]): void {
  const names = new Set<string>();
  rules.forEach((rule, index) => {
    if (rule === undefined) return;
    if (names.has(rule.name))
      problems.push(wrong(`rules[${index}].name`, '与其他规则不同的名称', 'a name that no other rule has'));
    names.add(rule.name);
  });
}

function ruleModel({ name, when }: ReadRule): RuleModel {
  return {
    id: name,
    kind: 'rule',
    asks: [entity],
    clause: '',
    force: { from: anyDay, to: null },
    when,
    outcomes: [],
    quoteSha256: '',
  };
}

/** Names what was declared `facts.income` as the caller does: `income`. */
function decided(policy: Policy, given: Readonly<Record<string, unknown>>, declared: Iterable<string>) {
  try {
    refuseUndeclared(given, declared);
    return decide(policy, { [entity]: given } as Case, { on: anyDay });
  } catch (thrown) {
    const error = unreadableOr(thrown, given);
    if (!(error instanceof JingzhunError)) throw error;
    throw new JingzhunError(
      error.code,
      error.problems.map((problem) => ({ ...problem, path: problem.path.replace(/^facts\.?/, '') })),
    );
  }
}

function refuseUndeclared(given: unknown, declared: Iterable<string>): void {
  const names = [...declared];
  if (!isObject(given)) throw new JingzhunError('invalid-case', [wrong('', '事实对象', 'an object of facts')]);
  const unknown = Object.keys(given).filter((key) => !names.includes(key));
  if (unknown.length === 0) return;
  throw new JingzhunError(
    'invalid-case',
    unknown.map((key) => {
      const near = nearestFact(key, names);
      return wrong(
        key.slice(0, 60),
        `声明过的事实${near === undefined ? '' : `，是否为 ${near}？`}`,
        `a fact that was declared${near === undefined ? '' : `; did you mean ${near}?`}`,
      );
    }),
  );
}

function wrong(path: string, zh: string, en: string): Problem {
  return { code: 'outside-profile', path, zh: `应为${zh}`, en: `should be ${en}` };
}
