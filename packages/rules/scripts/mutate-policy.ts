// Changes a policy in one place at a time (a constant by one step, a comparison turned, a condition left out, a date by
// one day) and sees whether a test of that policy notices. Run by hand:
//   node --conditions=@jingzhun/source packages/rules/scripts/mutate-policy.ts [--write] [policy …]
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPolicyFolder, readYaml } from '../../cli/src/policy-folder.ts';
import { loadPolicy } from '../src/load/index.ts';
import type { Policy, RuleModel } from '../src/model/policy.ts';
import { policyTestsFrom, runPolicyTest } from '../src/policy-test/index.ts';
import { addDays, isDay } from '../src/values/dates.ts';

type Path = readonly (string | number)[];
type Data = Record<string, unknown>;
type Test = ReturnType<typeof policyTestsFrom>['tests'][number];

interface Mutant {
  readonly kind: 'constant' | 'operator' | 'left out' | 'date' | 'rounding';
  /** The rule, parameter or fact that is changed. */
  readonly of: string;
  readonly what: string;
  readonly path: Path;
  /** undefined: removed. */
  readonly value: unknown;
}

const turned: Readonly<Record<string, readonly string[]>> = {
  equal: ['notEqual'],
  notEqual: ['equal'],
  in: ['notIn'],
  notIn: ['in'],
  contains: ['doesNotContain'],
  doesNotContain: ['contains'],
  lessThan: ['lessThanInclusive', 'greaterThanInclusive'],
  lessThanInclusive: ['lessThan', 'greaterThan'],
  greaterThan: ['greaterThanInclusive', 'lessThanInclusive'],
  greaterThanInclusive: ['greaterThan', 'lessThan'],
  '=': ['!='],
  '!=': ['='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  add: ['subtract'],
  subtract: ['add'],
  min: ['max'],
  max: ['min'],
  any: ['every'],
  every: ['any'],
};

const isRecord = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same data with one part replaced, or removed. */
function changed(data: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(data)) {
    if (rest.length === 0 && value === undefined) return data.filter((_, index) => index !== key);
    return data.map((part, index) => (index === key ? changed(part, rest, value) : part));
  }
  const { [key]: part, ...others } = data as Data;
  return rest.length === 0 && value === undefined ? others : { ...others, [key]: changed(part, rest, value) };
}

/** Every change of a policy, one place each. */
function mutantsOf(policy: Policy): Mutant[] {
  const mutants: Mutant[] = [];
  const codesOf = new Map(policy.facts.map(({ name, codes }) => [name, codes ?? []]));
  const own = (of: string) => {
    const add = (kind: Mutant['kind'], what: string, path: Path, value: unknown): void => {
      mutants.push({ kind, of, what, path, value });
    };
    return { add, constant: constantsOf(add, codesOf) };
  };
  policy.rules.forEach((rule, index) => {
    const { add, constant } = own(rule.id);
    const path = ['rules', index];
    for (const key of ['from', 'to'] as const) {
      const day = rule.force[key];
      if (day !== null) constant(`force ${key}`, [...path, 'force', key], day);
    }
    if (typeof rule.due === 'string') constant('due', [...path, 'due'], rule.due);
    for (const key of ['scope', 'when', 'items', 'delivered', 'outcomes'] as const)
      walk(rule[key], [...path, key], key, add, constant);
  });
  for (const [name, { values }] of Object.entries(policy.parameters)) {
    const { constant } = own(name);
    values.forEach((period, index) => {
      const path = ['parameters', name, 'values', index];
      constant('from', [...path, 'from'], period.from);
      if (period.to !== undefined) constant('to', [...path, 'to'], period.to);
      if (typeof period.value !== 'object') constant('value', [...path, 'value'], period.value);
      else for (const [code, value] of Object.entries(period.value)) constant(code, [...path, 'value', code], value);
    });
  }
  policy.facts.forEach((fact, index) => {
    if (fact.path !== undefined || fact.derive === undefined) return;
    const { add, constant } = own(fact.name);
    walk(fact.derive, ['facts', index, 'derive'], 'formula', add, constant);
  });
  return mutants;
}

type Add = (kind: Mutant['kind'], what: string, path: Path, value: unknown) => void;
type Constant = (what: string, path: Path, value: unknown, fact?: string) => void;

/** A number one step up and down, a day one day, a truth turned, a code for another one, a list without one entry. */
function constantsOf(add: Add, codesOf: ReadonlyMap<string, readonly string[]>): Constant {
  const constant: Constant = (what, path, value, fact = '') => {
    if (typeof value === 'number') {
      for (const by of [-1, 1]) add('constant', `${what} ${value} ${by < 0 ? '−' : '+'} 1 step`, path, value + by);
    } else if (isDay(value)) {
      for (const by of [-1, 1]) add('date', `${what} ${value} ${by < 0 ? '−' : '+'} 1 day`, path, addDays(value, by));
    } else if (typeof value === 'boolean') add('constant', `${what} not ${value}`, path, !value);
    else if (typeof value === 'string') {
      const other = codesOf.get(fact)?.find((code) => code !== value) ?? `not-${value}`;
      add('constant', `${what} ${value} → ${other}`, path, other);
    } else if (Array.isArray(value)) {
      value.forEach((entry, index) => {
        if (typeof entry === 'number') constant(what, [...path, index], entry);
        if (value.length > 1) add('constant', `${what} without ${entry}`, [...path, index], undefined);
      });
    }
  };
  return constant;
}

/** Walks a condition, an outcome or a formula. `place` is where it stands, for the reader. */
function walk(node: unknown, path: Path, place: string, add: Add, constant: Constant): void {
  if (Array.isArray(node)) {
    node.forEach((part, index) => {
      const name = isRecord(part) && (typeof part.key === 'string' ? part.key : part.what);
      walk(part, [...path, index], typeof name === 'string' ? `${place} ${name}` : place, add, constant);
    });
    return;
  }
  if (!isRecord(node)) return;
  if (typeof node.operator === 'string' && typeof node.fact === 'string') {
    const text = `${place}: ${node.fact} ${node.operator} ${JSON.stringify(node.value)}`;
    for (const operator of turned[node.operator] ?? [])
      add('operator', `${text} → ${operator}`, [...path, 'operator'], operator);
    constant(text, [...path, 'value'], node.value, node.fact);
    leaveOut(text, node, path, add);
    return;
  }
  if (typeof node.op === 'string') {
    formula(node, path, place, add, constant);
    return;
  }
  for (const [key, part] of Object.entries(node))
    walk(
      part,
      [...path, key],
      key === 'scope' || key === 'when' || key === 'not' ? `${place} ${key}` : place,
      add,
      constant,
    );
}

/** A leaf in a list is taken out; one that stands alone is replaced by what always holds. */
function leaveOut(text: string, node: Data, path: Path, add: Add): void {
  const alone = typeof path.at(-1) !== 'number';
  if (alone && path.length === 3 && path[2] !== 'items') add('left out', `${text} left out`, path, undefined);
  else add('left out', `${text} left out`, path, alone ? { any: [node, { not: node }] } : undefined);
}

function formula(node: Data, path: Path, place: string, add: Add, constant: Constant): void {
  const text = `${place}: ${JSON.stringify(node).replaceAll('"', '').slice(0, 90)}`;
  if (node.op === 'value') constant(text, [...path, 'value'], node.value);
  if (node.op === 'in') constant(text, [...path, 'values'], node.values);
  if (node.op === 'not') add('operator', `${text} without not`, path, node.of);
  if (node.op === 'round' && node.mode !== undefined)
    add(
      'rounding',
      `${text} ${node.mode} → ${node.mode === 'down' ? 'up' : 'down'}`,
      [...path, 'mode'],
      node.mode === 'down' ? 'up' : 'down',
    );
  for (const key of ['operator', 'op']) {
    for (const other of turned[String(node[key])] ?? [])
      if (key === 'operator' || node.op !== 'in') add('operator', `${text} → ${other}`, [...path, key], other);
  }
  if ((node.op === 'and' || node.op === 'or') && Array.isArray(node.of)) {
    node.of.forEach((part, index) => {
      add(
        'left out',
        `${text} without ${JSON.stringify(part).replaceAll('"', '').slice(0, 90)}`,
        [...path, 'of', index],
        undefined,
      );
    });
  }
  if (node.where !== undefined && node.where !== null)
    add('left out', `${text} without its condition`, [...path, 'where'], null);
  for (const [key, part] of Object.entries(node)) {
    if (key !== 'values' && key !== 'value') walk(part, [...path, key], place, add, constant);
  }
}

/** The rules that a mutant can show in: the rule itself, or all that read the parameter or fact, by way of others too. */
function readersOf(policy: Policy): (name: string) => readonly RuleModel[] {
  const named = (data: unknown): Set<string> =>
    new Set(
      [...JSON.stringify(data).matchAll(/"(?:fact|parameter|by|list)":"([^"]+)"/g)].map(([, name]) => name as string),
    );
  const inside = new Map(policy.facts.map(({ name, derive }) => [name, named(derive ?? null)]));
  const reach = (names: Set<string>): Set<string> => {
    for (const name of names) for (const other of inside.get(name) ?? []) names.add(other);
    return names;
  };
  const reads = new Map(policy.rules.map((rule) => [rule.id, reach(named(rule))]));
  return (name) => policy.rules.filter(({ id }) => id === name || reads.get(id)?.has(name));
}

/** Why no test can tell a mutant from the policy; undefined where one should. */
function equivalence({ kind, path, value }: Mutant, policy: Policy, readers: readonly RuleModel[]): string | undefined {
  if (kind !== 'date' || path[0] !== 'parameters' || path.at(-1) !== 'from' || typeof value !== 'string')
    return undefined;
  const [, name, , index] = path as [string, string, string, number];
  const from = policy.parameters[name]?.values[index]?.from ?? '';
  // Earlier: the new day counts. Later: the old one is lost.
  const day = value < from ? value : from;
  const inForce = readers.some(({ force }) => force.from <= day && (force.to === null || day <= force.to));
  return inForce ? undefined : 'no rule that reads it is in force on the day in question';
}

/** Of survivors that were looked at: why. `elsewhere` is seen by a test that is no YAML test. */
const known: readonly {
  readonly of: string;
  readonly part: string;
  readonly elsewhere?: true;
  readonly reason: string;
}[] = [
  {
    of: 'ruyuan.deadline.exit-2018',
    part: 'due 2018-12-31 + 1 day',
    reason: 'the rule ends with the day on which it is due, so no later day is asked',
  },
  {
    of: 'ruyuan.solar.site-split',
    part: 'partCount greaterThanInclusive',
    reason: 'a point has at least one part, and one is allowed by the branch before',
  },
  {
    of: 'solarPartsLeast',
    part: '− 1 step',
    reason: 'a point has at least one part, and one is allowed by the branch before',
  },
  {
    of: 'ruyuan.plan.baseline-no-labour',
    part: 'when: county.noLabour',
    elsewhere: true,
    reason: 'it takes a roster of 1414 households to be met: src/policies/ruyuan-2016.test.ts builds one',
  },
  ...[
    'ruyuan.plan.phasing',
    'ruyuan.obligation.local-hiring-priority',
    'ruyuan.social.dibao-no-labour',
    'ruyuan.solar.site-minimum',
  ].map((of) => ({
    of,
    part: 'outcomes ',
    elsewhere: true as const,
    reason:
      'a YAML test cannot say that a statement is absent: src/policies/boundaries.test.ts asks for each statement exactly where its condition holds',
  })),
];

interface Result {
  readonly id: string;
  readonly tests: number;
  readonly killed: number;
  readonly byKind: ReadonlyMap<string, readonly [killed: number, all: number]>;
  readonly survivors: readonly Mutant[];
  readonly elsewhere: readonly Explained[];
  readonly equivalents: readonly Explained[];
}

type Explained = Mutant & { readonly reason: string };

function examine(id: string, folder: string): Result {
  const { policy } = loadPolicy(readPolicyFolder(folder));
  const files = readdirSync(join(folder, 'tests')).filter((name) => name.endsWith('.yaml'));
  const tests = files.flatMap((name) => policyTestsFrom(readYaml(join(folder, 'tests', name), name).data).tests);
  const readers = readersOf(policy);
  const survivors: Mutant[] = [];
  const elsewhere: Explained[] = [];
  const equivalents: Explained[] = [];
  const byKind = new Map<string, [number, number]>();
  let killed = 0;
  for (const mutant of mutantsOf(policy)) {
    const affected = readers(mutant.of);
    if (affected.length === 0) continue;
    const reason = equivalence(mutant, policy, affected);
    if (reason !== undefined) {
      equivalents.push({ ...mutant, reason });
      continue;
    }
    const ids = new Set(affected.map((rule) => rule.id as string));
    const whole = changed(policy, mutant.path, mutant.value) as Policy;
    const part = { ...whole, rules: whole.rules.filter((rule) => ids.has(rule.id)) };
    const dead = tests.some((test) => notices(test, ids, part));
    if (process.env.VERBOSE) console.log(`${dead ? 'killed  ' : 'survived'}  ${mutant.of}  ${mutant.what}`);
    const explained = dead ? undefined : known.find((each) => each.of === mutant.of && mutant.what.includes(each.part));
    if (explained !== undefined && explained.elsewhere === undefined) {
      equivalents.push({ ...mutant, reason: explained.reason });
      continue;
    }
    const count = byKind.get(mutant.kind) ?? [0, 0];
    byKind.set(mutant.kind, [count[0] + Number(dead), count[1] + 1]);
    if (dead) killed += 1;
    else if (explained === undefined) survivors.push(mutant);
    else elsewhere.push({ ...mutant, reason: explained.reason });
  }
  return { id, tests: tests.length, killed, byKind, survivors, elsewhere, equivalents };
}

function notices(test: Test, ids: ReadonlySet<string>, policy: Policy): boolean {
  const expect = Object.fromEntries(Object.entries(test.expect).filter(([rule]) => ids.has(rule)));
  if (Object.keys(expect).length === 0) return false;
  try {
    return runPolicyTest(policy, { ...test, expect }).length > 0;
  } catch {
    return true;
  }
}

const args = process.argv.slice(2);
const root = join(import.meta.dirname, '../policies');
const chosen = args.filter((arg) => arg !== '--write');
const results = (chosen.length > 0 ? chosen : readdirSync(root).sort()).map((id) => examine(id, join(root, id)));
for (const { id, killed, survivors, elsewhere, equivalents } of results) {
  for (const { of, what } of survivors) console.log(`survived  ${of}  ${what}`);
  console.log(
    `${id}: ${killed} killed, ${survivors.length} survived, ${elsewhere.length} killed by other tests, ${equivalents.length} equivalent`,
  );
}
if (args.includes('--write')) {
  writeFileSync(
    join(import.meta.dirname, '../../../docs/evidence/policy-mutation.md'),
    `# Rule-data mutation

Each constant of a policy is moved by one step, each comparison turned, each condition left out, each date moved by one
day, one place at a time, in the loaded policy. A mutant is killed when one of the policy's own tests
(\`policies/<id>/tests\`) notices. Written by \`packages/rules/scripts/mutate-policy.ts --write\`.

${results.map(section).join('\n')}`,
  );
}

function section({ id, tests, killed, byKind, survivors, elsewhere, equivalents }: Result): string {
  const all = killed + survivors.length + elsewhere.length;
  const share = ((100 * killed) / all).toFixed(1);
  const rows = [...byKind].map(([kind, [dead, count]]) => `| ${kind} | ${count} | ${dead} |`);
  const lines = (mutants: readonly Mutant[]): string =>
    mutants.length === 0 ? 'None.\n' : mutants.map(({ of, what }) => `- \`${of}\` ${inCode(what)}\n`).join('');
  const explained = (mutants: readonly Explained[]): string =>
    [...Map.groupBy(mutants, ({ reason }) => reason)]
      .map(([reason, each]) => `${reason[0]?.toUpperCase()}${reason.slice(1)}:\n\n${lines(each)}`)
      .join('\n');
  return `## ${id}

${tests} tests; of ${all} mutants ${killed} are killed (${share} %).

| change | mutants | killed |
| --- | --- | --- |
${rows.join('\n')}

### Survived

${lines(survivors)}
### Killed by tests of another kind

${explained(elsewhere) || 'None.\n'}
### Equivalent

${explained(equivalents) || 'None.\n'}`;
}

function inCode(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}
