import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Rules {
  readonly rules: Readonly<Record<string, { readonly when: unknown; readonly grant: unknown }>>;
}

it.each(['policy-format.md', 'policy-format.zh-CN.md'])('%s shows a rule as the policy has it', (guide) => {
  const blocks = read(`docs/${guide}`).matchAll(/^```yaml\n(rules:\n {2}[\s\S]*?)^```/gm);
  const { rules: shown } = parse([...blocks][0]?.[1] ?? '') as Rules;
  const { rules } = parse(read('packages/rules/policies/ruyuan-2016/2-1-4-education.yaml')) as Rules;
  expect(Object.keys(shown)).toHaveLength(1);
  for (const [id, { when, grant }] of Object.entries(shown)) {
    expect({ id, when, grant }).toEqual({ id, when: rules[id]?.when, grant: rules[id]?.grant });
  }
});
