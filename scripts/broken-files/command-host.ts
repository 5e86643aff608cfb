/** A process that runs the built command again and again, each time in a folder of its own, and tells what came of it. */
import { readdirSync } from 'node:fs';
import type { Asked, Told } from './command-process.ts';
import { inheritedNames } from './inherited.ts';

const command = new URL('../../packages/cli/dist/cli.js', import.meta.url).href;
const inherited = inheritedNames();
const strays: string[] = [];
const stray = (error: unknown): void => {
  strays.push(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
};
process.on('unhandledRejection', stray).on('uncaughtException', stray);

/** Listeners of one run are not there for the next. */
function keptListeners(): () => void {
  const emitters = [process, process.stdout, process.stderr];
  const before = emitters.map((emitter) =>
    emitter.eventNames().map((name) => [name, emitter.listeners(name)] as const),
  );
  return () => {
    for (const [place, emitter] of emitters.entries()) {
      const known = new Map(before[place]);
      for (const name of emitter.eventNames())
        for (const listener of emitter.listeners(name))
          if (!known.get(name)?.includes(listener)) emitter.removeListener(name, listener as () => void);
    }
  };
}

let run = 0;

async function answer({ args, folder }: Asked): Promise<Told> {
  let [out, err] = ['', ''];
  const written = { out: process.stdout.write, err: process.stderr.write };
  const removeListeners = keptListeners();
  process.chdir(folder);
  Object.assign(process.env, { NO_COLOR: '1', TMPDIR: `${folder}.tmp` });
  process.argv = [process.execPath, 'jingzhun', ...args];
  process.exitCode = undefined;
  strays.length = 0;
  process.stdout.write = (text: unknown) => {
    out += String(text);
    return true;
  };
  process.stderr.write = (text: unknown) => {
    err += String(text);
    return true;
  };
  const [start, used] = [performance.now(), process.cpuUsage()];
  try {
    // The entry is run anew under each address; what it imports is loaded once.
    await import(`${command}?${run++}`);
    // What was left to fail by itself fails before the next turn.
    await new Promise((next) => setImmediate(next));
  } catch (error) {
    stray(error);
  }
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  Object.assign(process.stdout, { write: written.out });
  Object.assign(process.stderr, { write: written.err });
  removeListeners();
  const code = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  return {
    code,
    out,
    err,
    strays: [...strays],
    prototypes: inheritedNames() === inherited,
    leftInTemporary: readdirSync(`${folder}.tmp`),
    milliseconds,
    processor: (user + system) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
}

process.on('message', (asked: Asked) => void answer(asked).then((told) => process.send?.(told)));
