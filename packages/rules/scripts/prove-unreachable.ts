// Asks z3 what the analysis of a policy answers by tables and by trying: can each rule, item and statement be met? Where
// the analysis could not tell, z3 proves that it cannot be, or gives reason to look again; elsewhere the two must agree.
// Run by hand:
//   node --conditions=@jingzhun/source packages/rules/scripts/prove-unreachable.ts [--write] [policy …]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bool, init, type Model } from 'z3-solver';
import { type Analysis, analyse } from '../src/analyse/index.ts';
import { periodsOf } from '../src/analyse/period.ts';
import { placesOf } from '../src/analyse/place.ts';
import type { LoadedPolicy } from '../src/load/index.ts';
import type { ConditionModel } from '../src/model/policy.ts';
import { caseFor } from '../src/witness/index.ts';
import { bundled, policyIds } from './bundled-policies.ts';
import { Translation, Untranslatable } from './to-z3.ts';

interface Result {
  readonly id: string;
  readonly asked: number;
  readonly possible: number;
  readonly impossible: readonly string[];
  /** By reason: what was not translated. */
  readonly left: ReadonlyMap<string, number>;
  /** z3 and the analysis differ, or the analysis could not tell. */
  readonly notes: readonly string[];
}

const { Context, em } = await init();
const z3 = Context('main');

async function prove({ policy }: LoadedPolicy, { findings, covered }: Analysis): Promise<Result> {
  const claimed = new Set(
    findings
      .filter(({ kind }) => kind === 'unreachable' || kind === 'swapped-bound')
      .map(({ id }) => id.replace(/^[\w-]+:/, '')),
  );
  const open = new Set(covered.undecided.map(({ id }) => id.replace(/^[\w-]+:/, '')));
  const left = new Map<string, number>();
  const impossible: string[] = [];
  const notes: string[] = [];
  const seen = new Set<string>();
  let possible = 0;
  for (const { regime, rules, from } of periodsOf(policy, undefined)) {
    for (const rule of rules) {
      for (const { part, role, condition, guards } of placesOf(rule)) {
        const id = part === '' || part === 'scope' ? rule.model.id : `${rule.model.id}:${part}`;
        if (role === 'delivered' || role === 'scope' || seen.has(id)) continue;
        seen.add(id);
        const translation = new Translation(z3, regime);
        const answer = await ask([...guards, condition], translation);
        if (typeof answer === 'string') {
          left.set(answer, (left.get(answer) ?? 0) + 1);
          if (open.has(id)) notes.push(`${id}: not settled by the analysis, and not translated (${answer})`);
        } else if (answer !== undefined) {
          possible++;
          if (open.has(id)) {
            const witness =
              part === '' && caseFor(rule, regime, 'met', { on: from, given: translation.factsOf(answer()) });
            notes.push(
              witness
                ? `${id}: can be met, decide confirms: ${JSON.stringify(witness.case)}`
                : `${id}: can be met, z3 says; no case was made of it`,
            );
          }
          if (claimed.has(id)) notes.push(`${id}: can be met, z3 says, against the analysis`);
        } else {
          impossible.push(id);
          notes.push(
            open.has(id)
              ? `${id}: proven unreachable`
              : claimed.has(id)
                ? `${id}: unreachable, both agree`
                : `${id}: unreachable, z3 says, against the analysis`,
          );
        }
      }
    }
  }
  return { id: policy.id, asked: seen.size, possible, impossible, left, notes };
}

/** Makes a model in which all of these hold, which costs much memory; undefined where there is none, or why that cannot be asked. */
async function ask(
  conditions: readonly ConditionModel[],
  translation: Translation,
): Promise<(() => Model<'main'>) | string | undefined> {
  let all: Bool<'main'>[];
  try {
    all = conditions.map((condition) => translation.condition(condition).holds);
  } catch (error) {
    if (error instanceof Untranslatable) return error.message;
    throw error;
  }
  const solver = new z3.Solver();
  solver.set('timeout', 10_000);
  solver.add(...translation.ranges, ...all);
  const answer = await solver.check();
  return answer === 'sat' ? () => solver.model() : answer === 'unsat' ? undefined : 'too hard';
}

const args = process.argv.slice(2);
const wanted = args.filter((arg) => !arg.startsWith('--'));
const results: Result[] = [];
for (const id of wanted.length > 0 ? wanted : policyIds) {
  const loaded = bundled(id);
  const result = await prove(loaded, analyse(loaded.files));
  results.push(result);
  console.log(
    `${id}: ${result.asked} asked, ${result.possible} can be met, ${result.impossible.length} cannot, ${[...result.left.values()].reduce((sum, each) => sum + each, 0)} not translated`,
  );
  for (const note of result.notes) console.log(`  ${note}`);
}
if (args.includes('--write')) {
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(join(import.meta.dirname, '../../../docs/evidence/analysis.md'), evidence(results, day));
}
// Its threads would keep the process.
em.PThread?.terminateAllThreads?.();

function evidence(all: readonly Result[], day: string): string {
  const rows = all.map(
    ({ id, asked, possible, impossible, left }) =>
      `| ${id} | ${asked} | ${possible} | ${impossible.length} | ${[...left].map(([why, count]) => `${why} ${count}`).join(', ') || '0'} |`,
  );
  const notes = all.flatMap(({ notes }) => notes.map((note) => `- ${note}`));
  return [
    '# Analysis: a second opinion',
    '',
    'Can each rule, item and statement be met? `jingzhun analyse` answers by decision tables and by trying cases, and `decide`',
    'confirms each case. z3 is asked the same of the conditions, formulas and ranges, as integers and truths. Lists, steps',
    'between days and rounding by a quantity are not translated.',
    '',
    `Written on ${day} by \`node --conditions=@jingzhun/source packages/rules/scripts/prove-unreachable.ts --write\`.`,
    '',
    '| policy | asked | can be met | cannot | not translated, by what stands in the way |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    notes.length === 0
      ? 'z3 and the analysis agree on all that was translated, and nothing is open.'
      : 'z3 and the analysis agree on all that was translated but for what is said here:',
    ...(notes.length === 0 ? [] : ['', ...notes]),
    '',
  ].join('\n');
}
