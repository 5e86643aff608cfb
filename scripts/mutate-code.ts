// Changes the code of the library in one place at a time and sees whether a test notices (StrykerJS). The last result stands in
// docs/evidence/code-mutation.md. Run by hand, it takes long: pnpm mutate:code [--write] [--afresh] [--found] [--workers=1] [part …]
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const deciding = '{values,compile,decide}/*';
const numbersInSql = 'branches,decimals,number,rounding,text,value';
const formulasInSql = 'conditions,exactness,formula,lists,members';
const rulesInSql = 'reason-steps,reasons,rule';
const slotsInSql = 'ordered-slot,slot,thresholds';
const plansInSql = 'on-days,plan,side,stages,stored,varies';
const writtenInSql =
  'sql/{*-text,columns,dialects,names,ordered-*,reasons,side,slot,statements,stored,thresholds,to-sql}';
/** What is changed, and the tests that have to notice: of SQL those that know how it is written, as a database takes minutes to tell. */
const parts: Readonly<Record<string, { readonly files: string; readonly tests: string }>> = {
  values: { files: 'values/*', tests: deciding },
  formulas: { files: 'compile/{aggregate,compare,expression,read,truth}', tests: deciding },
  amounts: { files: 'decide/{outcomes,status,totals}', tests: deciding },
  tables: { files: 'compile/{classes,regime,rule,slots,table}', tests: deciding },
  cases: {
    files: 'compile/{asking,citation,entries,facts,frame,ground,kept,on-days,parameters,plan,recall,trace,words}',
    tests: deciding,
  },
  deciding: { files: 'decide/!(outcomes|status|totals)', tests: deciding },
  'sql-numbers': {
    files: `sql/{${numbersInSql}}`,
    tests: 'sql/{branches,names,number,number-text,rounding-text,text,to-sql,value}',
  },
  'sql-formulas': {
    files: `sql/{${formulasInSql}}`,
    tests: 'sql/{*-text,exactness}',
  },
  'sql-rules': { files: `sql/{${rulesInSql}}`, tests: writtenInSql },
  'sql-slots': { files: `sql/{${slotsInSql}}`, tests: writtenInSql },
  'sql-plans': { files: `sql/{${plansInSql}}`, tests: writtenInSql },
  statements: {
    files: `sql/!(${[numbersInSql, formulasInSql, rulesInSql, slotsInSql, plansInSql].join(',').replaceAll(',', '|')})`,
    tests: writtenInSql,
  },
};

interface Place {
  readonly line: number;
  readonly column: number;
}
interface Mutant {
  readonly mutatorName: string;
  readonly replacement: string;
  readonly status: 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'RuntimeError' | 'CompileError' | 'Ignored';
  readonly location: { readonly start: Place; readonly end: Place };
}
type Files = Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
/** A change that no test notices. */
interface Survivor {
  readonly file: string;
  readonly at: number;
  /** The line on which it begins, as it stands. */
  readonly line: string;
  readonly change: string;
}
/** Changes of a line that can change no answer, and why: scripts/equivalent-changes.json. */
interface Equivalent {
  readonly file: string;
  readonly line: string;
  readonly changes: readonly string[];
  readonly why: string;
}

const equivalents: readonly Equivalent[] = JSON.parse(
  readFileSync(join(root, 'scripts/equivalent-changes.json'), 'utf8'),
);
const page = join(root, 'docs/evidence/code-mutation.md');
const args = process.argv.slice(2);
/** How many changes are tried at a time. */
const workers = Number(args.find((arg) => arg.startsWith('--workers='))?.slice(10) ?? cpus().length);
const chosen = args.filter((arg) => !arg.startsWith('--'));
for (const name of chosen)
  if (parts[name] === undefined) throw new RangeError(`no part ${name}: ${Object.keys(parts)}`);
const names = chosen.length > 0 ? chosen : Object.keys(parts);
for (const name of names) {
  const text = section(name, mutated(name));
  if (args.includes('--write')) writeFileSync(page, withSection(name, text));
}

/** The page with what was found of a part; what other runs found of the other parts stands. */
function withSection(name: string, text: string): string {
  const sections = new Map(
    readFileSync(page, 'utf8')
      .split(/^(?=## )/m)
      .slice(1)
      .map((each) => [each.slice(3, each.indexOf('\n')), each.trimEnd()]),
  );
  sections.set(name, text);
  return `# Code mutation

StrykerJS changes the code in one place at a time: a comparison, a sign, a constant, a branch, a call left out. A change is noticed when a test fails
or does not end. What an earlier run found stands while the change and the tests that met it stand; \`--afresh\` asks all again. Tests of policies, of the command and of the site are not run, so that each part stands on its own tests.
What is worked out once when a module is loaded is not changed. What was compiled of a policy is forgotten when another change is
switched on, and compiled again (\`scripts/mutation/forgetful-map.ts\`). Changes that can change no answer, and why, are listed by hand
in \`scripts/equivalent-changes.json\`; they count as not noticed.

${Object.keys(parts)
  .map((part) => sections.get(part) ?? `## ${part}\n\nNo run is recorded.`)
  .join('\n\n')}
`;
}

/**
 * What became of each change. Results of changes and tests that are as they were in the last run of the part stand; with `--found`
 * all that it found is told again, for changes that have been listed since.
 */
function mutated(name: string): Files {
  const { files, tests } = parts[name] as (typeof parts)[string];
  const kept = join(root, 'node_modules/.cache/mutate-code', name);
  mkdirSync(kept, { recursive: true });
  const report = join(kept, 'report.json');
  if (args.includes('--found')) return JSON.parse(readFileSync(report, 'utf8')).files;
  const config = join(kept, 'stryker.config.json');
  const settings = {
    packageManager: 'pnpm',
    plugins: ['@stryker-mutator/vitest-runner'],
    testRunner: 'vitest',
    // Which tests meet a change the first run tells.
    vitest: { configFile: 'vitest.mutation.config.ts', related: false },
    mutate: [`packages/rules/src/${files}.ts`, '!**/*.test.ts'],
    ignorePatterns: ['.stryker-tmp', 'site', 'packages/cli', 'examples', 'e2e', 'docs', 'dist', 'test-results'],
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: report },
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    incremental: true,
    incrementalFile: join(kept, 'incremental.json'),
    force: args.includes('--afresh'),
    concurrency: workers,
    // A busy machine is no endless loop.
    timeoutMS: 25_000,
    dryRunTimeoutMinutes: 30,
    tempDirName: join(root, '.stryker-tmp'),
  };
  writeFileSync(config, JSON.stringify(settings));
  const { status } = spawnSync('node_modules/.bin/stryker', ['run', config], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MUTATION_TESTS: tests, MUTATION_BESIDE: files.split('/')[0] },
  });
  if (status !== 0) throw new Error(`stryker ended with ${status}`);
  return JSON.parse(readFileSync(report, 'utf8')).files;
}

function section(name: string, files: Files): string {
  const sorted = Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rows = sorted.map(([path, { mutants }]) => ({ path: short(path), ...counted(mutants) }));
  const all = counted(sorted.flatMap(([, { mutants }]) => mutants));
  const survivors = sorted.flatMap(([path, { source, mutants }]) =>
    mutants.filter(isMissed).map((mutant) => survivorOf(short(path), source, mutant)),
  );
  const open = survivors.filter((survivor) => !equivalents.some((each) => isOf(survivor, each)));
  const explained = equivalents.flatMap((each) => {
    const found = survivors.filter((survivor) => isOf(survivor, each));
    const stale = each.changes.filter((change) => !found.some((survivor) => survivor.change === change));
    if (each.file in Object.fromEntries(rows.map(({ path }) => [path, true])) && stale.length > 0)
      console.log(`no longer there, or noticed: ${each.file} ${each.line}: ${stale.join(', ')}`);
    return found.length === 0 ? [] : [`- ${found.map(told).join('; ')}: ${each.why}`];
  });
  const same = survivors.length - open.length;
  const able = share({ all: all.all - same, noticed: all.noticed });
  console.log(`${name}: ${share(all)} % of ${all.all} noticed; of those that can change an answer, ${able} %`);
  return `## ${name}

\`npx -y pnpm@12 mutate:code --write ${name}\` on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}.

Of ${all.all} changes ${all.noticed} are noticed (${share(all)} %), ${all.endless} of them by a test that does not end. ${same} of the others can change no answer; of those that can, ${able} % are noticed.

| file | changes | noticed | |
| --- | ---: | ---: | ---: |
${rows.map((row) => `| ${row.path} | ${row.all} | ${row.noticed} | ${share(row)} % |`).join('\n')}

Can change no answer:

${explained.join('\n') || 'None.'}

Not noticed:

${open.map((survivor) => `- ${told(survivor)}`).join('\n') || 'None.'}`;
}

interface Count {
  readonly all: number;
  readonly noticed: number;
  /** Of those noticed: by a test that does not end. */
  readonly endless: number;
}

function counted(mutants: readonly Mutant[]): Count {
  const endless = mutants.filter(({ status }) => status === 'Timeout').length;
  const noticed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const missed = mutants.filter(isMissed).length;
  return { all: noticed + missed, noticed, endless };
}

function share({ all, noticed }: Pick<Count, 'all' | 'noticed'>): string {
  return all === 0 ? '–' : ((100 * noticed) / all).toFixed(1);
}

function short(path: string): string {
  return path.replace('packages/rules/src/', '');
}

function isMissed({ status }: Mutant): boolean {
  return status === 'Survived' || status === 'NoCoverage';
}

function isOf({ file, line, change }: Survivor, equivalent: Equivalent): boolean {
  return file === equivalent.file && line === equivalent.line && equivalent.changes.includes(change);
}

function survivorOf(file: string, source: string, { replacement, location }: Mutant): Survivor {
  const { start, end } = location;
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const line = (lines[0] ?? '').trim();
  const last = lines.length - 1;
  const changed = lines.map((each, place) =>
    each.slice(place === 0 ? start.column - 1 : 0, place === last ? end.column - 1 : undefined),
  );
  return { file, at: start.line, line, change: `${cut(changed.join(' '))} → ${cut(replacement)}` };
}

function cut(code: string): string {
  const text = code.replaceAll(/\s+/g, ' ').replaceAll('`', "'").trim();
  return text.length > 90 ? `${text.slice(0, 89)}…` : text;
}

function told({ file, at, change }: Survivor): string {
  return `${file}:${at} \`${change}\``;
}
