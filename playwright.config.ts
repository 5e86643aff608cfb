import { defineConfig, devices } from '@playwright/test';
import { every } from './e2e/variants.ts';

const port = process.env.E2E_PORT ?? '4322';
const address = `http://127.0.0.1:${port}/`;
/** A page of another origin, which embeds the calculator. */
const other = `http://127.0.0.1:${Number(port) + 1000}/`;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  testIgnore: [
    // Times depend on what else the machine does: they are measured on demand, on a quiet one (`pnpm speed`).
    ...(process.env.E2E_SPEED === undefined ? ['**/*-speed.spec.ts'] : []),
    // What takes long and changes seldom (`pnpm e2e:every`).
    ...(every ? [] : ['**/*-every.spec.ts']),
  ],
  outputDir: 'test-results/playwright',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // A browser is at times kept waiting by the rest of the machine. What passes only the second time is listed as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  workers: 2,
  // Against tests that hang. How long something takes has no test here, and machines are at times busy.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    locale: 'zh-CN',
    baseURL: address,
    // Else every test would fetch the whole site. The tests of offline use allow them.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        // Chromium refuses its sandbox to root, as which containers run.
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: [
    { command: `node e2e/serve.mjs site/dist ${port}`, url: address, reuseExistingServer: false },
    {
      command: `node examples/embed/serve.mjs ${Number(port) + 1000} ${address}`,
      url: other,
      reuseExistingServer: false,
    },
  ],
});
