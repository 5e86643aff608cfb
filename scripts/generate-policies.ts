// Checks every policy and writes it as a module of @jingzhun/rules, so that importing one costs no check, and the list of
// all of them for the command.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPolicyFolder } from '../packages/cli/src/policy-folder.ts';
import { loadPolicy, pack } from '../packages/rules/src/load/index.ts';
import { JingzhunError } from '../packages/schemas/src/problem.ts';

const rules = join(import.meta.dirname, '../packages/rules');
const target = join(rules, 'src/policies');
mkdirSync(target, { recursive: true });

const nameOf = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

let faulty = false;
const sound: string[] = [];
for (const id of readdirSync(join(rules, 'policies')).sort()) {
  try {
    const { policy, text } = loadPolicy(readPolicyFolder(join(rules, 'policies', id)));
    const name = nameOf(id);
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}RuleId`;
    const ids = [...new Set(policy.rules.map((rule) => `  | '${rule.id}'`))].join('\n');
    write(
      join(target, `${id}.gen.ts`),
      `import { type PackedPolicy, unpack } from '../model/packed.ts';
import type { Policy } from '../model/policy.ts';

/** The ids of its rules. */
export type ${type} =
${ids};

/** ${text.document.title.en}. */
export const ${name}: Policy<${type}> = /* @__PURE__ */ unpack(
  /* @__PURE__ */ JSON.parse(
    ${JSON.stringify(JSON.stringify(pack(policy)))},
  ) as PackedPolicy,
);
`,
    );
    write(
      join(target, `${id}.text.gen.ts`),
      `import type { PolicyText } from '../model/policy.ts';

/** ${text.document.title.en}: titles, readings, anomalies, reconciliation. */
export const ${name}Text: PolicyText = /* @__PURE__ */ JSON.parse(
  ${JSON.stringify(JSON.stringify(text))},
);
`,
    );
    sound.push(id);
  } catch (error) {
    if (!(error instanceof JingzhunError)) throw error;
    faulty = true;
    for (const { file, line, path, en, zh } of error.problems) {
      console.error(`${file}${line === undefined ? '' : `:${line}`}  ${path}\n  ${zh}\n  ${en}`);
    }
  }
}

const entries = sound.map(
  (id) => `  '${id}': {
    policy: async () => (await import('@jingzhun/rules/policies/${id}')).${nameOf(id)},
    text: async () => (await import('@jingzhun/rules/policies/${id}/text')).${nameOf(id)}Text,
  },
`,
);
write(
  join(import.meta.dirname, '../packages/cli/src/policies.gen.ts'),
  `import type { PolicyModules } from './policies.ts';

/** Every policy that comes with the command, loaded when it is asked for. */
export const embedded: PolicyModules = {
${entries.join('')}};
`,
);
process.exitCode = faulty ? 1 : 0;

/** Leaves a file alone whose content stays the same, so that watchers and caches do too. */
function write(path: string, content: string): void {
  const text = `// Made from the policies by scripts/generate-policies.ts; edit the YAML, not this file.\n${content}`;
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}
