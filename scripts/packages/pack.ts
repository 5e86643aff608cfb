import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The three packages, each after what it depends on. */
export const packageNames = ['schemas', 'rules', 'cli'] as const;

export const root = join(import.meta.dirname, '../..');

/** Packs the three packages as they would be published, gives the tarballs to a task, and clears up. */
export async function withTarballs<T>(
  task: (tarballs: readonly string[], folder: string) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'jingzhun-packages-'));
  try {
    const tarballs = packageNames.map((name) => {
      const at = join(folder, name);
      execFileSync('pnpm', ['pack', '--pack-destination', at], { cwd: join(root, 'packages', name) });
      const [tarball] = readdirSync(at);
      if (tarball === undefined) throw new Error(`packages/${name} was not packed`);
      return join(at, tarball);
    });
    return await task(tarballs, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
