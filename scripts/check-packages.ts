// Checks the packed packages as npm and TypeScript will see them: publint, are-the-types-wrong, and what is in the tarball.
import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { packageNames, root, withTarballs } from './packages/pack.ts';

const bin = (name: string): string => join(root, 'node_modules/.bin', name);
/** What a reader of the package page and a user's installation need, and nothing that only we need. */
const required = ['package.json', 'README.md', 'LICENSE'];
const unwanted = /(\.map|\.test\.\w+|tsup\.config\.\w+|tsconfig[\w.]*\.json)$|^src\//;

function filesOf(tarball: string): string[] {
  const listed = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
  return listed.map((file) => file.replace(/^package\//, ''));
}

/** Entries that stand in `exports` with a star, written out: are-the-types-wrong looks at no pattern. */
function patternEntries(files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const [, entry] = /^dist\/(policies\/.+)\.d\.ts$/.exec(file) ?? [];
    return entry === undefined ? [] : [entry.replace(/\.text$/, '/text')];
  });
}

await withTarballs((tarballs) => {
  let faults = 0;
  const run = (command: string, ...args: string[]): void => {
    const { status, stdout, stderr } = spawnSync(bin(command), args, {
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    if (status === 0) return;
    faults += 1;
    console.error(`${stdout}${stderr}`);
  };
  tarballs.forEach((tarball, index) => {
    const files = filesOf(tarball);
    const wrong = [
      ...required.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
      ...files.filter((file) => unwanted.test(file)).map((file) => `${file} does not belong in the package`),
    ];
    for (const line of wrong) console.error(line);
    faults += wrong.length;
    run('publint', tarball, '--strict');
    // Subpaths need `exports`, which TypeScript's oldest way of resolving (node10) does not read.
    const entries = patternEntries(files);
    const added = entries.length === 0 ? [] : ['--include-entrypoints', ...entries];
    run('attw', tarball, '--profile', 'node16', ...added);
    const size = (statSync(tarball).size / 1000).toFixed(0);
    console.log(
      `@jingzhun/${packageNames[index]}: ${files.length} files, ${size} kB packed, ${entries.length} entries by pattern`,
    );
  });
  console.log(faults === 0 ? 'clean' : `${faults} faults`);
  if (faults > 0) process.exitCode = 1;
});
