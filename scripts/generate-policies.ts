// Checks every policy and writes it as a module of @jingzhun/rules, so that importing one costs no check; each of its
// releases as a module and as JSON for the site; and the list of all of them for the command and the
// site.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readPolicyFolder } from '../packages/cli/src/policy-folder.ts';
import { keptVersions, lockName, readRelease } from '../packages/cli/src/releases/store.ts';
import { type LoadedPolicy, loadPolicy, pack, sourceOf } from '../packages/rules/src/load/index.ts';
import { JingzhunError } from '../packages/schemas/src/problem.ts';

const notice = '// Made from the policies by scripts/generate-policies.ts; edit the YAML, not this file.\n';
const policies = join(import.meta.dirname, '../packages/rules/policies');
const modules = join(import.meta.dirname, '../packages/rules/src/policies');
const site = join(import.meta.dirname, '../site/public/policies');

const nameOf = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const typeOf = (id: string): string => `${nameOf(id)[0]?.toUpperCase()}${nameOf(id).slice(1)}RuleId`;

const sound: string[] = [];
const written = new Set<string>();
for (const entry of readdirSync(policies, { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  try {
    writePolicy(entry.name, join(policies, entry.name));
    sound.push(entry.name);
  } catch (error) {
    if (!(error instanceof JingzhunError)) throw error;
    process.exitCode = 1;
    for (const { file, line, path, en, zh } of error.problems) {
      console.error(`${file}${line === undefined ? '' : `:${line}`}  ${path}\n  ${zh}\n  ${en}`);
    }
  }
}
if (existsSync(join(policies, lockName))) {
  mkdirSync(site, { recursive: true });
  copyFileSync(join(policies, lockName), join(site, lockName));
}
writeList(sound.sort());
if (process.exitCode !== 1) removeOthers(modules);

function writePolicy(id: string, folder: string): void {
  const present = loadPolicy(readPolicyFolder(folder));
  writeModule(present, id);
  for (const version of keptVersions(folder)) {
    const files = readRelease(folder, version);
    const released = loadPolicy(sourceOf(files));
    // The release in force is the same object, however it is imported.
    if (released.policy.digest === present.policy.digest) writeAlias(present, `${id}/${version}`);
    else writeModule(released, `${id}/${version}`);
    writeText(join(site, id, `${version}.json`), JSON.stringify(released.policy));
    writeText(join(site, id, `${version}.files.json`), JSON.stringify(files));
  }
}

function writeModule({ policy, text }: LoadedPolicy, place: string): void {
  const { id } = policy;
  const ids = [...new Set(policy.rules.map((rule) => `  | '${rule.id}'`))].join('\n');
  const up = place.includes('/') ? '../..' : '..';
  writeSource(
    `${place}.gen.ts`,
    `import { type PackedPolicy, unpack } from '${up}/model/packed.ts';
import type { Policy } from '${up}/model/policy.ts';

/** The ids of its rules. */
export type ${typeOf(id)} =
${ids};

/** ${text.document.title.en}. */
export const ${nameOf(id)}: Policy<${typeOf(id)}> = /* @__PURE__ */ unpack(
  /* @__PURE__ */ JSON.parse(
    ${JSON.stringify(JSON.stringify(pack(policy)))},
  ) as PackedPolicy,
);
`,
  );
  writeSource(
    `${place}.text.gen.ts`,
    `import type { PolicyText } from '${up}/model/policy.ts';

/** ${text.document.title.en}: titles, readings, anomalies, reconciliation. */
export const ${nameOf(id)}Text: PolicyText = /* @__PURE__ */ JSON.parse(
  ${JSON.stringify(JSON.stringify(text))},
);
`,
  );
}

function writeAlias({ policy: { id } }: LoadedPolicy, place: string): void {
  writeSource(`${place}.gen.ts`, `export { ${nameOf(id)}, type ${typeOf(id)} } from '../${id}.gen.ts';\n`);
  writeSource(`${place}.text.gen.ts`, `export { ${nameOf(id)}Text } from '../${id}.text.gen.ts';\n`);
}

function writeList(ids: readonly string[]): void {
  writeText(
    join(import.meta.dirname, '../packages/cli/src/policies.gen.ts'),
    `${notice}import type { PolicyModules } from './policies.ts';

/** Every policy that comes with the command, loaded when it is asked for. */
export const embedded: PolicyModules = {
${ids.map((id) => `  '${id}': {\n${imports(id, id, '    ')}  },\n`).join('')}};
`,
  );
  writeText(
    join(import.meta.dirname, '../site/src/policies/catalogue.gen.ts'),
    `${notice}import type { Catalogue } from './catalogue.ts';

/** Every policy and each of its releases, loaded when it is asked for. */
export const catalogue: Catalogue = {
${ids.map((id) => `  '${id}': {\n${imports(id, id, '    ')}    releases: {\n${releases(id)}    },\n  },\n`).join('')}};
`,
  );
}

function imports(id: string, place: string, indent: string): string {
  return [
    `${indent}policy: async () => (await import('@jingzhun/rules/policies/${place}')).${nameOf(id)},\n`,
    `${indent}text: async () => (await import('@jingzhun/rules/policies/${place}/text')).${nameOf(id)}Text,\n`,
  ].join('');
}

function releases(id: string): string {
  return keptVersions(join(policies, id))
    .map((version) => `      '${version}': {\n${imports(id, `${id}/${version}`, '        ')}      },\n`)
    .join('');
}

function writeSource(name: string, content: string): void {
  written.add(join(modules, name));
  writeText(join(modules, name), notice + content);
}

/** Leaves a file alone whose content stays the same, so that watchers and caches do too. */
function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

/** Modules of policies and releases that are no more. */
function removeOthers(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removeOthers(path);
    else if (entry.name.endsWith('.gen.ts') && !written.has(path)) rmSync(path);
  }
}
