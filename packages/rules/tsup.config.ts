import { readdirSync } from 'node:fs';
import { defineConfig } from 'tsup';

const policies = readdirSync('src/policies', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.gen.ts'));

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    load: 'src/load/index.ts',
    engine: 'src/engine/index.ts',
    'policy-test': 'src/policy-test/index.ts',
    cite: 'src/cite/index.ts',
    compare: 'src/compare/index.ts',
    impact: 'src/impact/index.ts',
    analyse: 'src/analyse/index.ts',
    records: 'src/records/index.ts',
    roster: 'src/roster/index.ts',
    sql: 'src/sql/index.ts',
    ...Object.fromEntries(policies.map((name) => [`policies/${name.replace('.gen.ts', '')}`, `src/policies/${name}`])),
  },
  format: ['esm', 'cjs'],
  dts: true,
  splitting: true, // shared by the CommonJS entries too: else each holds a whole engine of its own
  clean: true,
  treeshake: true,
});
