// Installs the packed packages into an empty project, as somebody else would, and tries them there in every way they are meant
// to be used. Prints a table; ends with 1 where something does not work.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import { decide } from '../packages/rules/src/index.ts';
import { ruyuan2016 } from '../packages/rules/src/policies/ruyuan-2016.gen.ts';
import { compressed, makingCode, openBundle, scriptsOf } from './packages/browser.ts';
import { withTarballs } from './packages/pack.ts';
import { given, on, programs } from './packages/programs.ts';

const nodes = ['20', '22', '24', '26'];
const compilers = {
  'TypeScript 7': 'typescript@7.0.2',
  'TypeScript 6': 'typescript-6@npm:typescript@6.0.3',
  'TypeScript 5': 'typescript-5@npm:typescript@5.9.3',
};
const tools = [...Object.values(compilers), 'esbuild@0.28.2', 'vite@8.3.8', 'webpack@5.113.0'];
const jsonRulesEngine = 'json-rules-engine@7.3.1';

/** What every way has to answer: the decision that the source gives. */
const decision = decide(ruyuan2016, given, { on });
const expected = JSON.stringify(decision);

let faults = 0;
const rows: string[] = [];

/** One row of the table: the task gives what is worth saying, or throws. */
async function attempt(what: string, task: () => Promise<string>): Promise<void> {
  const started = performance.now();
  const row = async (): Promise<[string, string]> => {
    try {
      return ['✓', await task()];
    } catch (error) {
      faults += 1;
      const { stderr = '', stdout = '', message } = error as { stderr?: string; stdout?: string; message: string };
      console.error(`\n✗ ${what}\n${stderr || stdout || message}`);
      return ['✗', (message.split('\n')[0] ?? '').slice(0, 80)];
    }
  };
  const [mark, told] = await row();
  const line = `| ${mark} | ${what} | ${told} | ${((performance.now() - started) / 1000).toFixed(1)} s |`;
  console.log(line);
  rows.push(line);
}

function same(answer: string, of: string): void {
  if (answer !== expected) throw new Error(`${of} decides otherwise than the source: ${answer.slice(0, 200)}`);
}

const runFile = promisify(execFile);

await withTarballs(async (tarballs, folder) => {
  const project = join(folder, 'project');
  mkdirSync(project);
  for (const [name, text] of Object.entries(programs)) writeFileSync(join(project, name), text);
  const installed = (name: string): string => join(project, 'node_modules', name);
  /** Runs a program in the project; nothing of this repository is on its path. */
  const run = async (command: string, ...args: string[]): Promise<string> => {
    const path = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.includes('node_modules'));
    const env = { PATH: path.join(delimiter), HOME: process.env.HOME, NO_COLOR: '1' };
    const { stdout } = await runFile(command, args, { cwd: project, env, maxBuffer: 64 << 20 });
    return stdout.trim();
  };
  const npm = (...args: string[]) => run('npm', ...args, '--no-audit', '--no-fund', '--loglevel=error');

  await attempt('npm install, engines strict', async () => {
    await npm('install', '--engine-strict', ...tarballs);
    const listed = (await run('npm', 'ls', '--all', '--parseable')).split('\n').length - 1;
    const own = readdirSync(installed('@jingzhun')).join(', ');
    if (existsSync(installed('json-rules-engine'))) throw new Error('json-rules-engine was installed for everybody');
    return `${own}; ${listed} packages in all`;
  });

  const entries = ['schemas', 'rules'].flatMap((name) => entriesOf(installed(`@jingzhun/${name}`)));
  // It needs json-rules-engine, which has rows of its own below.
  const alone = entries.filter((entry) => entry !== '@jingzhun/rules/engine');
  for (const version of nodes) {
    const node = (...words: string[]) => run('npx', '-y', '-p', `node@${version}`, 'node', ...words);
    await attempt(`Node ${version}`, async () => {
      const exact = await node('--version');
      same(await node('decide.mjs'), 'import');
      same(await node('decide.cjs'), 'require');
      for (const file of ['every.mjs', 'every.cjs']) await node(file, JSON.stringify(alone));
      const bin = join(installed('@jingzhun/cli'), 'bin/jingzhun.mjs');
      const question = ['decide', 'case.json', '--policy', 'ruyuan-2016', '--on', on, '--json'];
      const told = JSON.parse(await node(bin, ...question));
      // The command also says where the document contradicts itself.
      const findings = told.findings.map(({ anomalies: _, ...finding }: { anomalies?: unknown }) => finding);
      if (!isDeepStrictEqual({ ...told, findings }, JSON.parse(expected)))
        throw new Error('jingzhun decides otherwise than the source');
      return `${exact}: import, require, jingzhun decide agree; ${alone.length} entries load both ways`;
    });
  }
  await attempt('the command by its name', async () => {
    const bin = join('node_modules', '.bin', 'jingzhun');
    return (await run(bin, 'check', 'ruyuan-2016', '--lang', 'en')).split('\n').at(-1) ?? '';
  });
  await attempt('/engine without json-rules-engine', async () => {
    const told = await run('node', 'engine.mjs');
    if (told !== 'names what is missing') throw new Error(told);
    return 'the error names what to install';
  });
  await attempt('/engine with it', async () => {
    await npm('install', jsonRulesEngine);
    const told = await run('node', 'engine.mjs');
    if (told !== 'runs') throw new Error(told);
    return jsonRulesEngine;
  });

  await attempt('npm install of compilers and bundlers', async () => {
    await npm('install', '--save-dev', ...tools);
    return tools.length.toString();
  });
  writeFileSync(join(project, 'every.ts'), entries.map((entry) => `export type {} from '${entry}';\n`).join(''));
  for (const [compiler, tool] of Object.entries(compilers)) {
    for (const resolution of ['node16', 'bundler']) {
      await attempt(`${compiler}, moduleResolution ${resolution}`, async () => {
        const tsc = (...args: string[]) => run('node', join(installed(tool.replace(/@.*/, '')), 'bin/tsc'), ...args);
        writeFileSync(join(project, 'tsconfig.json'), configuration(resolution));
        await tsc('-p', '.');
        return `${await tsc('--version')}: wrong fields and codes refused, declarations of the packages checked too`;
      });
    }
  }

  const others = readdirSync(join(installed('@jingzhun/rules'), 'policies')).filter(
    (id) => id !== 'ruyuan-2016' && !id.includes('.'),
  );
  const othersIn = (scripts: ReadonlyMap<string, string>): string[] =>
    others.filter((id) => [...scripts.values()].some((text) => text.includes(id)));
  for (const bundler of ['esbuild', 'vite', 'webpack']) {
    await attempt(`${bundler}, page and worker`, async () => {
      const out = join('out', bundler);
      await run('node', 'bundle.mjs', bundler, out);
      const scripts = scriptsOf(join(project, out));
      const others = othersIn(scripts);
      if (others.length > 0) throw new Error(`${others.join(', ')} came along unused`);
      const code = makingCode(scripts);
      if (code.length > 0) throw new Error(`${code.join(', ')}: eval or Function`);
      const { page, worker, version } = await openBundle(join(project, out));
      same(page, 'the page');
      same(worker, 'the worker');
      return `Chromium ${version}, strict CSP: both agree; one policy, no eval; ${compressed(scripts)} kB gzip for the two`;
    });
  }
  await attempt('the same where nobody believes `sideEffects`', async () => {
    await run('node', 'bundle.mjs', 'keep-all', join('out', 'keep-all'));
    const others = othersIn(scriptsOf(join(project, 'out', 'keep-all')));
    if (others.length === 0) throw new Error('the unused policy is left out anyway: the rows above show nothing');
    return `${others.join(', ')} would come along`;
  });
});

console.log(faults === 0 ? `\nall ${rows.length} work` : `\n${faults} of ${rows.length} do not work`);
if (faults > 0) process.exitCode = 1;

/** Every module that an installed package exports, patterns written out by what is in `dist`. */
function entriesOf(folder: string): string[] {
  const { name, exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const policies = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
  return Object.entries(exports as Record<string, unknown>).flatMap(([key, target]) => {
    if (typeof target === 'string') return [];
    const entry = join(name, key);
    if (!key.includes('*')) return [entry];
    return policies.flatMap((file) => {
      const [, place, text] = /^(policies\/.+?)(\.text)?\.d\.ts$/.exec(file) ?? [];
      if (place === undefined || key.endsWith('/text') !== (text !== undefined)) return [];
      return [join(name, place, text === undefined ? '' : 'text')];
    });
  });
}

function configuration(moduleResolution: string): string {
  const bundler = moduleResolution === 'bundler';
  const compilerOptions = {
    module: bundler ? 'esnext' : 'node16',
    moduleResolution,
    target: 'es2022',
    lib: ['es2022', 'dom'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
  };
  return JSON.stringify({ compilerOptions, files: ['typed.mts', 'every.ts', ...(bundler ? [] : ['typed.cts'])] });
}
