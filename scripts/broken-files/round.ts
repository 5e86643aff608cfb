import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Random, seeded } from '../../examples/rosters/synthetic/random.ts';
import { breakagesOf } from './break-text.ts';
import type { Asked, Told } from './command-process.ts';
import { filesIn, wrongIn } from './judge.ts';
import type { FileKind } from './kinds.ts';
import { spawnedCommand } from './spawned-command.ts';

/** One file, broken in one way, given to one command. */
export interface Round {
  readonly kind: string;
  readonly seed: number;
  readonly breakage: string;
  readonly args: readonly string[];
  /** Whether the command had a process of its own. */
  readonly alone: boolean;
  /** How it ended; undefined where the process was lost. */
  readonly told: Told | undefined;
  readonly wrong: readonly string[];
}

type Command = (asked: Asked) => Promise<Told | { readonly ended: string }>;

/** Breaks a file as a seed says, and runs the command on it in a folder of its own. */
export async function roundOf(kind: FileKind, seed: number, good: string, command: Command): Promise<Round> {
  const random = seeded(seed);
  const root = mkdtempSync(join(tmpdir(), 'broken-'));
  const folder = join(root, 'run');
  try {
    for (const name of [...(kind.needs ?? []), kind.file])
      cpSync(join(good, name), join(folder, name), { recursive: true });
    mkdirSync(`${folder}.tmp`);
    const content = new Uint8Array(readFileSync(join(good, kind.file)));
    const { breakage, broken } = brokenBy(kind, content, random);
    mkdirSync(dirname(join(folder, kind.file)), { recursive: true });
    writeFileSync(join(folder, kind.file), broken);
    const before = filesIn(folder);
    const way = random.pick(kind.ways(random));
    const alone = command === spawnedCommand;
    const about = { kind: kind.name, seed, alone, breakage, args: way.args };
    const told = await command({ args: way.args, folder });
    if ('ended' in told) return { ...about, told: undefined, wrong: [told.ended] };
    return {
      ...about,
      told,
      wrong: await wrongIn({ kind, way, folder, breakage, good: content, broken, before, told }),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Broken once, at times twice. A zip file that is broken already is broken as bytes alone. */
function brokenBy({ form }: FileKind, content: Uint8Array, random: Random): { breakage: string; broken: Uint8Array } {
  const all = breakagesOf(form);
  const breakage = random.pick(Object.keys(all));
  const once = (all[breakage] as (typeof all)[string])(content, random);
  if (!random.chance(0.15)) return { breakage, broken: once };
  const again = breakagesOf(form === 'zip' ? 'binary' : form);
  return { breakage: 'twice', broken: random.pick(Object.values(again))(once, random) };
}
