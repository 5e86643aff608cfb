import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    problem: 'src/problem.ts',
    table: 'src/table/index.ts',
    workbook: 'src/workbook/index.ts',
  },
  format: ['esm', 'cjs'],
  dts: true,
  splitting: true, // shared by the CommonJS entries too: else each holds a whole engine of its own
  clean: true,
  treeshake: true,
});
