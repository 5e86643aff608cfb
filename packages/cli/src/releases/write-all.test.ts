import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writeAll } from './write-all.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jingzhun-'));
  writeFileSync(join(folder, 'old.yaml'), 'old');
  writeFileSync(join(folder, 'draft.yaml'), 'draft');
});
afterEach(() => rmSync(folder, { recursive: true }));

const planned = () => [
  { path: join(folder, 'old.yaml'), text: 'new' },
  { path: join(folder, 'releases', '1.0.0.json'), text: '{}' },
];
const untouched = (): void => {
  expect(readdirSync(folder).sort()).toEqual(['draft.yaml', 'old.yaml']);
  expect(readFileSync(join(folder, 'old.yaml'), 'utf8')).toBe('old');
};

it('writes what is new and removes what goes', async () => {
  await writeAll(planned(), [join(folder, 'draft.yaml')]);
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
    'old.yaml',
    'releases',
    join('releases', '1.0.0.json'),
  ]);
  expect(readFileSync(join(folder, 'old.yaml'), 'utf8')).toBe('new');
});

it('leaves everything as it was when it is interrupted, and ends with 130', async () => {
  const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  const written = writeAll(planned(), [join(folder, 'draft.yaml')]);
  expect(() => process.emit('SIGINT')).toThrow('exit 130');
  untouched();
  exit.mockRestore();
  await expect(written).rejects.toThrow();
  untouched();
  expect(process.listenerCount('SIGINT')).toBe(0);
});

it('puts back what it has written where something cannot go', async () => {
  await expect(writeAll(planned(), [join(folder, 'nothing.yaml')])).rejects.toMatchObject({ code: 'file' });
  untouched();
});

it('tells of a place where nothing can be written', async () => {
  const path = join(folder, 'old.yaml', 'releases', '1.0.0.json');
  await expect(writeAll([{ path, text: '' }])).rejects.toMatchObject({ code: 'file' });
  expect(existsSync(path)).toBe(false);
});
