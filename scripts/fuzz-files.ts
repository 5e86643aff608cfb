/**
 * Breaks good files of every kind at random and gives them to the command: it has to answer or to refuse in plain words, in bounded time
 * and memory, and leaves nothing half-written. Each kind of file is broken as often as `--rounds` says; a seed and a kind give the same
 * round again.
 *
 * `pnpm fuzz:files [--rounds 200] [--seed 1] [--kind NAME] [--write]`; exit code 1 where any answer is wrong.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CommandProcess } from './broken-files/command-process.ts';
import { writeGoodFiles } from './broken-files/good-files.ts';
import { kinds } from './broken-files/kinds.ts';
import { pageOf } from './broken-files/page.ts';
import { type Round, roundOf } from './broken-files/round.ts';
import { spawnedCommand } from './broken-files/spawned-command.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
});
const [rounds, firstSeed] = [Number(values.rounds), Number(values.seed)];
/** One in so many has a process of its own: to start one takes far longer than to read a small file. */
const everyAlone = 20;

const good = mkdtempSync(join(tmpdir(), 'good-'));
const command = new CommandProcess();
const done: Round[] = [];
try {
  await writeGoodFiles(good, command);
  for (const kind of kinds.filter(({ name }) => name.includes(values.kind))) {
    // Each kind has a process, so that its memory is known.
    command.end();
    const own: Round[] = [];
    for (let seed = firstSeed; seed < firstSeed + rounds; seed++) {
      const alone = seed % everyAlone === 0;
      const round = await roundOf(kind, seed, good, alone ? spawnedCommand : (asked) => command.run(asked));
      own.push(round);
      for (const wrong of round.wrong)
        console.log(`  seed ${seed}, ${round.breakage}: ${round.args.join(' ')}\n    ${wrong}`);
    }
    done.push(...own);
    const seconds = own.reduce((sum, { told }) => sum + (told?.milliseconds ?? 0), 0) / 1000;
    const wrong = own.filter((each) => each.wrong.length > 0).length;
    console.log(`${kind.name}: ${own.length} files, ${wrong} wrong, ${seconds.toFixed(1)} s`);
  }
} finally {
  command.end();
  for (const folder of [good, `${good}.tmp`]) rmSync(folder, { recursive: true, force: true });
}

const report = pageOf(done, `pnpm fuzz:files --rounds ${rounds} --seed ${firstSeed} --write`);
if (values.write) writeFileSync(fileURLToPath(new URL('../docs/evidence/broken-files.md', import.meta.url)), report);
if (done.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1;
