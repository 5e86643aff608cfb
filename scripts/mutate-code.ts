// Changes the code of the library in one place at a time and sees whether a test notices (StrykerJS). The last result stands in
// docs/evidence/code-mutation.md. Run by hand, it takes long: pnpm mutate:code [--write] [part …]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const deciding = 'values,compile,decide';
/** What is changed, and the folders whose tests have to notice. */
const parts: Readonly<Record<string, { readonly files: string; readonly tests: string }>> = {
  values: { files: 'values/*', tests: deciding },
  formulas: { files: 'compile/{aggregate,compare,expression,read,truth}', tests: deciding },
  amounts: { files: 'decide/{outcomes,status,totals}', tests: deciding },
  evaluator: {
    files: '{compile/!(aggregate|compare|expression|read|truth),decide/!(outcomes|status|totals)}',
    tests: deciding,
  },
  sql: { files: 'sql/*', tests: 'sql' },
};

interface Mutant {
  readonly mutatorName: string;
  readonly replacement: string;
  readonly status: 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'RuntimeError' | 'CompileError' | 'Ignored';
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}
type Files = Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;

const args = process.argv.slice(2);
const chosen = args.filter((arg) => arg !== '--write');
for (const name of chosen)
  if (parts[name] === undefined) throw new RangeError(`no part ${name}: ${Object.keys(parts)}`);
const names = chosen.length > 0 ? chosen : Object.keys(parts);
const sections = names.map((name) => section(name, mutated(name)));

if (args.includes('--write')) {
  writeFileSync(
    join(root, 'docs/evidence/code-mutation.md'),
    `# Code mutation

\`npx -y pnpm@12 ${['mutate:code', '--write', ...chosen].join(' ')}\` on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}.

StrykerJS changes the code in one place at a time: a comparison, a sign, a constant, a branch, a call left out. A change is noticed when a test fails
or does not end. Tests of policies, of the command and of the site are not run, so that each part stands on its own tests.
What is worked out once when a module is loaded is not changed.

${sections.join('\n')}`,
  );
}

function mutated(name: string): Files {
  const { files, tests } = parts[name] as (typeof parts)[string];
  const folder = mkdtempSync(join(tmpdir(), 'jingzhun-mutants-'));
  const report = join(folder, 'report.json');
  const config = join(folder, 'stryker.config.json');
  const settings = {
    packageManager: 'pnpm',
    plugins: ['@stryker-mutator/vitest-runner'],
    testRunner: 'vitest',
    vitest: { configFile: 'vitest.mutation.config.ts' },
    mutate: [`packages/rules/src/${files}.ts`, '!**/*.test.ts'],
    ignorePatterns: ['site', 'examples', 'e2e', 'docs', 'dist', 'test-results'],
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: report },
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    concurrency: cpus().length,
    tempDirName: join(root, '.stryker-tmp'),
  };
  writeFileSync(config, JSON.stringify(settings));
  try {
    const { status } = spawnSync('node_modules/.bin/stryker', ['run', config], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, MUTATION_TESTS: tests },
    });
    if (status !== 0) throw new Error(`stryker ended with ${status}`);
    return JSON.parse(readFileSync(report, 'utf8')).files;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function section(name: string, files: Files): string {
  const rows = Object.entries(files).map(([path, { mutants }]) => ({ path: short(path), ...counted(mutants) }));
  const all = counted(Object.values(files).flatMap(({ mutants }) => mutants));
  const survivors = Object.entries(files).flatMap(([path, { source, mutants }]) =>
    mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map((mutant) => `- ${short(path)}:${mutant.location.start.line} ${told(source, mutant)}`),
  );
  console.log(`${name}: ${share(all)} % of ${all.all} noticed`);
  return `## ${name}

Of ${all.all} changes ${all.noticed} are noticed (${share(all)} %).

| file | changes | noticed | |
| --- | ---: | ---: | ---: |
${rows.map((row) => `| ${row.path} | ${row.all} | ${row.noticed} | ${share(row)} % |`).join('\n')}

Not noticed:

${survivors.join('\n') || 'None.'}
`;
}

function counted(mutants: readonly Mutant[]): { readonly all: number; readonly noticed: number } {
  const noticed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const missed = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').length;
  return { all: noticed + missed, noticed };
}

function share({ all, noticed }: { readonly all: number; readonly noticed: number }): string {
  return all === 0 ? '–' : ((100 * noticed) / all).toFixed(1);
}

function short(path: string): string {
  return path.replace('packages/rules/src/', '');
}

/** The line as it stands, and what took the place of a part of it. */
function told(source: string, { mutatorName, replacement, location }: Mutant): string {
  const line = (source.split('\n')[location.start.line - 1] ?? '').trim().slice(0, 100);
  const change = replacement.replaceAll(/\s+/g, ' ').slice(0, 60);
  return `${mutatorName}: \`${line.replaceAll('`', "'")}\` → \`${change.replaceAll('`', "'")}\``;
}
