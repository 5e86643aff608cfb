import { readFileSync } from 'node:fs';
import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const tests = process.env.MUTATION_TESTS ?? '';
const beside = `/packages/rules/src/${process.env.MUTATION_BESIDE}/`;
const conditions = ['@jingzhun/source', ...defaultServerConditions];

/**
 * The first test that fails settles what becomes of a change: those that stand beside what is changed come first, those
 * that ask a database last.
 */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      /testing\/(agreement|in-duckdb|operands)\.ts'/.test(readFileSync(moduleId, 'utf8'))
        ? 2
        : Number(!moduleId.includes(beside));
    return [...files].sort((a, b) => rank(a) - rank(b));
  }
}

/** The tests that changes of the code have to get past: scripts/mutate-code.ts names them. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  plugins: [
    {
      name: 'forgetful-maps',
      enforce: 'pre',
      transform: (code, path) =>
        // SQL rests on what was compiled, which no change of how it is written changes.
        path.includes('/packages/rules/src/') && !tests.startsWith('sql/')
          ? code.replaceAll('new WeakMap', 'new ForgetfulMap')
          : undefined,
    },
  ],
  test: {
    include: [`packages/rules/src/${tests}.test.ts`],
    setupFiles: ['scripts/mutation/forgetful-map.ts'],
    testTimeout: 60_000,
    sequence: { sequencer: QuickFirst },
    // Files are loaded once: a change is switched on in what is loaded, and starting anew for each takes ten times as long.
    isolate: false,
  },
});
