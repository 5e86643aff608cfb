import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

const conditions = ['@jingzhun/source', ...defaultServerConditions];

/** The tests that changes of the code have to get past: scripts/mutate-code.ts names them. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  plugins: [
    {
      name: 'forgetful-maps',
      enforce: 'pre',
      transform: (code, path) =>
        path.includes('/packages/rules/src/') ? code.replaceAll('new WeakMap', 'new ForgetfulMap') : undefined,
    },
  ],
  test: {
    include: [`packages/rules/src/${process.env.MUTATION_TESTS}.test.ts`],
    setupFiles: ['scripts/mutation/forgetful-map.ts'],
    testTimeout: 60_000,
    // Files are loaded once: a change is switched on in what is loaded, and starting anew for each takes ten times as long.
    isolate: false,
  },
});
