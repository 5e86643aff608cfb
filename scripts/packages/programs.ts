// The programs of somebody who installed the packages, as files of an empty project.

import type { Case } from '../../packages/rules/src/index.ts';

/** One invented household and the day it is decided for (合成数据). */
export const on = '2017-09-01';
export const given: Case = {
  household: {
    registered: true,
    members: [{ id: 'a', enrolled: true, schoolStage: 'undergraduate', studiesFullTime: true }],
  },
};

const decided = `JSON.stringify(decide(ruyuan2016, ${JSON.stringify(given)}, { on: '${on}' }))`;
const imports = `import { decide } from '@jingzhun/rules';
import { ruyuan2016 } from '@jingzhun/rules/policies/ruyuan-2016';
`;

const typed = `import { type Case, type Decision, JingzhunError, decide } from '@jingzhun/rules';
import { ruyuan2016 } from '@jingzhun/rules/policies/ruyuan-2016';
import { checkCase } from '@jingzhun/schemas';

const given: Case = ${JSON.stringify(given)};
export const decision: Decision = decide(ruyuan2016, given, { on: '${on}' });
export const problems: readonly { readonly zh: string }[] = checkCase(given).problems;
export const code: string = new JingzhunError('code', []).code;
// @ts-expect-error: a field that the vocabulary does not know
export const misspelt: Case = { household: { registred: true } };
// @ts-expect-error: a code that is none
export const wrong: Case = { household: { members: [{ id: 'a', schoolStage: 'undergrad' }] } };
`;

const engine = `import { ruyuan2016 } from '@jingzhun/rules/policies/ruyuan-2016';

try {
  const { toEngine } = await import('@jingzhun/rules/engine');
  const { events } = await toEngine(ruyuan2016, { on: '${on}' }).run({ case: ${JSON.stringify(given)}, member: 0 });
  console.log(events.some(({ type }) => type === 'ruyuan.education-aid.university') ? 'runs' : 'no event');
} catch (error) {
  console.log(/'json-rules-engine'/.test(error.message) ? 'names what is missing' : error.message);
}
`;

/** What a page or its worker decides. The other policy is imported and not used: bundling leaves it out, as \`sideEffects\` promises. */
const bundled = `${imports}import { hubei2016 } from '@jingzhun/rules/policies/hubei-2016';
const answer = ${decided};
`;

const page = `${bundled}
const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
worker.onmessage = ({ data }) => { document.body.dataset.worker = data; };
document.body.dataset.page = answer;
`;

/** Bundles the page and its worker: node bundle.mjs BUNDLER OUT. \`keep-all\` disbelieves \`sideEffects\`, for comparison. */
const bundle = `const [, , name, out] = process.argv;
const entry = ['page.js', 'worker.js'];
if (name === 'esbuild' || name === 'keep-all') {
  const { build } = await import('esbuild');
  await build({ entryPoints: entry, bundle: true, minify: true, format: 'esm', outdir: out, ignoreAnnotations: name === 'keep-all' });
} else if (name === 'vite') {
  const { build } = await import('vite');
  await build({ base: './', logLevel: 'error', build: { outDir: out } });
} else {
  const { default: webpack } = await import('webpack');
  const { resolve } = await import('node:path');
  const compiler = webpack({
    mode: 'production', entry: { page: './page.js' }, target: ['web', 'es2022'],
    experiments: { outputModule: true }, output: { module: true, path: resolve(out), filename: '[name].js' },
  });
  const stats = await new Promise((done, fail) => compiler.run((error, stats) => (error ? fail(error) : done(stats))));
  if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString({ all: false, errors: true, warnings: true }));
}
if (name !== 'vite') {
  const { copyFileSync } = await import('node:fs');
  copyFileSync('index.html', out + '/index.html');
}
`;

const everyModule = (load: string): string => `const names = ${'JSON.parse(process.argv[2])'};
(async () => {
  for (const name of names) if (Object.keys(${load}).length === 0) throw new Error(name + ' exports nothing');
  console.log(names.length);
})().catch((error) => { console.error(error); process.exit(1); });
`;

/** Every file of the project by name. */
export const programs: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ name: 'somebody', version: '1.0.0', private: true }),
  'case.json': JSON.stringify(given),
  'decide.mjs': `${imports}console.log(${decided});\n`,
  'decide.cjs': `const { decide } = require('@jingzhun/rules');
const { ruyuan2016 } = require('@jingzhun/rules/policies/ruyuan-2016');
console.log(${decided});
`,
  'every.mjs': everyModule('await import(name)'),
  'every.cjs': everyModule('require(name)'),
  'engine.mjs': engine,
  'typed.mts': typed,
  'typed.cts': typed,
  'page.js': page,
  'worker.js': `${bundled}postMessage(answer);\n`,
  'index.html':
    '<!doctype html><html lang="zh"><title>jingzhun</title><body><script type="module" src="./page.js"></script></body></html>',
  'bundle.mjs': bundle,
};
