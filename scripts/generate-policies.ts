// Checks every policy and writes it as a module of @jingzhun/rules, so that importing one costs no check.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPolicy } from '../packages/rules/src/load/index.ts';
import { JingzhunError } from '../packages/schemas/src/problem.ts';
import { readPolicyFolder } from '../packages/cli/src/policy-folder.ts';

const rules = join(import.meta.dirname, '../packages/rules');
const target = join(rules, 'src/policies');
mkdirSync(target, { recursive: true });

let faulty = false;
for (const id of readdirSync(join(rules, 'policies')).sort()) {
  try {
    const { policy, text } = loadPolicy(readPolicyFolder(join(rules, 'policies', id)));
    const name = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}RuleId`;
    const ids = policy.rules.map((rule) => `  | '${rule.id}'`).join('\n');
    write(
      `${id}.gen.ts`,
      `import type { Policy } from '../model/policy.ts';

/** The ids of its rules. */
export type ${type} =
${ids};

/** ${text.document.title.en}. */
export const ${name}: Policy<${type}> = /* @__PURE__ */ JSON.parse(
  ${JSON.stringify(JSON.stringify(policy))},
);
`,
    );
    write(
      `${id}.text.gen.ts`,
      `import type { PolicyText } from '../model/policy.ts';

/** ${text.document.title.en}: titles, readings, anomalies, reconciliation. */
export const ${name}Text: PolicyText = /* @__PURE__ */ JSON.parse(
  ${JSON.stringify(JSON.stringify(text))},
);
`,
    );
  } catch (error) {
    if (!(error instanceof JingzhunError)) throw error;
    faulty = true;
    for (const { file, line, path, en, zh } of error.problems) {
      console.error(`${file}${line === undefined ? '' : `:${line}`}  ${path}\n  ${zh}\n  ${en}`);
    }
  }
}
process.exitCode = faulty ? 1 : 0;

/** Leaves a file alone whose content stays the same, so that watchers and caches do too. */
function write(name: string, content: string): void {
  const path = join(target, name);
  const text = `// Made from policies/ by scripts/generate-policies.ts; edit the YAML, not this file.\n${content}`;
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}
