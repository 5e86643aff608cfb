import { defineConfig } from 'tsup';
import { notices } from './notices.ts';

// One file with the workspace packages inside: the command starts faster than by resolving them one by one.
export default defineConfig({
  // A thread is a program of its own.
  entry: { cli: 'src/cli.ts', 'decider-thread': 'src/roster/decider-thread.ts' },
  format: ['esm'],
  platform: 'node',
  target: 'node20',
  noExternal: [/^@jingzhun\//],
  esbuildOptions: (options) => {
    options.conditions = ['@jingzhun/source'];
  },
  esbuildPlugins: [notices],
  clean: true,
});
