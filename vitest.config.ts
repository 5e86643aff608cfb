import { join } from 'node:path';
import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

const conditions = ['@jingzhun/source', ...defaultServerConditions];
const resolve = { conditions };
const ssr = { resolve: { conditions } };

export default defineConfig({
  test: {
    // As many as there are cores: the one that would be left to the machine has nothing else to do here.
    maxWorkers: '100%',
    reporters: process.env.CI ? ['default', ['json', { outputFile: 'test-results/vitest.json' }]] : ['default'],
    projects: ['packages/schemas', 'packages/rules', 'packages/cli', 'examples', 'bench', 'site'].map((root) => ({
      resolve,
      ssr,
      test: {
        name: root,
        root,
        include: ['**/*.test.ts'],
        exclude: ['**/node_modules/**', '**/dist/**'],
        setupFiles: [join(import.meta.dirname, 'scripts/seed-properties.ts')],
        // Against tests that hang; how fast something is has no test, and machines are at times busy.
        testTimeout: 120_000,
        hookTimeout: 120_000,
        // Tests that end a process at its work race with it. What passes only the second time is told with the run's last lines.
        retry: process.env.CI ? 1 : 0,
        typecheck: {
          enabled: root === 'packages/rules',
          include: ['src/**/*.test-d.ts'],
          tsconfig: 'tsconfig.test.json',
        },
      },
    })),
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.test-d.ts', '**/*.gen.ts'],
      reporter: ['text', 'lcov'],
    },
  },
});
