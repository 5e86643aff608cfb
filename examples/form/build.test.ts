import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';

it('is bundled into one script that holds one policy and makes no code from text', async () => {
  const built = await build({
    root: import.meta.dirname,
    logLevel: 'error',
    build: { write: false },
    resolve: { conditions: ['@jingzhun/source', 'module', 'browser', 'production'] },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  const scripts = output.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
  expect(scripts).toHaveLength(1);
  expect(scripts[0]).toContain('ruyuan-2016');
  expect(scripts[0]).not.toMatch(/\b(huadu|huayang|hubei|sichuan)-20/);
  expect(scripts[0]).not.toMatch(/\beval\s*\(|\bnew\s+Function\b/);
});
