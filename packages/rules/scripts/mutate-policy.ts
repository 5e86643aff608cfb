// Changes a policy in one place at a time (a constant by one step, a comparison turned, a condition left out, a date by
// one day) and sees whether a test of that policy notices. Run by hand:
//   npx -y pnpm@12 mutate:policies [--write] [policy …]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Policy, RuleModel } from '../src/model/policy.ts';
import { type PolicyTest, runPolicyTest } from '../src/policy-test/index.ts';
import { bundled, policyIds } from './bundled-policies.ts';
import { known } from './known-mutants.ts';
import { changed, type Mutant, mutantsOf, readersOf } from './policy-mutants.ts';

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

interface Result {
  readonly id: string;
  readonly tests: number;
  readonly killed: number;
  readonly byKind: ReadonlyMap<string, readonly [killed: number, all: number]>;
  readonly survivors: readonly Mutant[];
  readonly elsewhere: readonly Explained[];
  readonly equivalents: readonly Explained[];
  /** Parameters that no rule reads but through others, worked out when the policy is loaded. */
  readonly unread: readonly string[];
}

type Explained = Mutant & { readonly reason: string };

function examine(id: string): Result {
  const { policy, tests: all } = bundled(id);
  // What fails as it stands would notice everything.
  const tests = all.map((test) => ({ ...test, expect: soundPart(test, policy) }));
  const readers = readersOf(policy);
  const survivors: Mutant[] = [];
  const elsewhere: Explained[] = [];
  const equivalents: Explained[] = [];
  const byKind = new Map<string, [number, number]>();
  const unread = new Set<string>();
  let killed = 0;
  for (const mutant of mutantsOf(policy)) {
    const affected = readers(mutant.of);
    if (affected.length === 0) {
      unread.add(mutant.of);
      continue;
    }
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
  return { id, tests: tests.length, killed, byKind, survivors, elsewhere, equivalents, unread: [...unread] };
}

function soundPart(test: PolicyTest, policy: Policy): PolicyTest['expect'] {
  const failing = new Set(runPolicyTest(policy, test).map(({ rule }) => rule));
  for (const rule of failing) console.warn(`not used, for it fails: "${test.name}" ${rule}`);
  return Object.fromEntries(Object.entries(test.expect).filter(([rule]) => !failing.has(rule)));
}

function notices(test: PolicyTest, ids: ReadonlySet<string>, policy: Policy): boolean {
  const expect = Object.fromEntries(Object.entries(test.expect).filter(([rule]) => ids.has(rule)));
  if (Object.keys(expect).length === 0) return false;
  try {
    return runPolicyTest(policy, { ...test, expect }).length > 0;
  } catch {
    return true;
  }
}

const args = process.argv.slice(2);
const chosen = args.filter((arg) => arg !== '--write');
const results = (chosen.length > 0 ? chosen : policyIds).map(examine);
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
(\`policies/<id>/tests\`) notices. Written by \`npx -y pnpm@12 mutate:policies --write\` on ${new Date().toISOString().slice(0, 10)}.

${results.map(section).join('\n')}`,
  );
}

function section({ id, tests, killed, byKind, survivors, elsewhere, equivalents, unread }: Result): string {
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

${tests} tests; of ${all} mutants ${killed} are killed (${share} %).${unread.length === 0 ? '' : ` Read by no rule but through others, worked out when the policy is loaded, and not changed by themselves: ${unread.map(inCode).join(', ')}.`}

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
