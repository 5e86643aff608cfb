import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { byteBreakages } from './break-bytes.ts';
import { bounds, type Told } from './command-process.ts';
import { type FileKind, saysTheSame, type Way } from './kinds.ts';
import { missingOf } from './whole-output.ts';

/** Files of a folder by their names, with their content. */
export type Files = ReadonlyMap<string, Buffer>;

export function filesIn(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path), readFileSync(path)]),
  );
}

export interface Run {
  readonly kind: FileKind;
  readonly way: Way;
  readonly folder: string;
  readonly breakage: string;
  readonly good: Uint8Array;
  readonly broken: Uint8Array;
  readonly before: Files;
  readonly told: Told;
}

/** What is wrong with an answer; nothing where it is as it has to be. */
export async function wrongIn(run: Run): Promise<string[]> {
  const { told, kind, way, breakage, good, broken } = run;
  const { code, strays, prototypes, leftInTemporary, processor, megabytes } = told;
  const wrong = [
    ...strays.map((stray) => `nobody caught ${stray}`),
    ...(code >= 0 && code <= 2 ? [] : [`the exit code is ${code}`]),
    ...(prototypes ? [] : ['something was added to what all objects inherit']),
    ...(leftInTemporary.length === 0 ? [] : [`left in the folder for temporary files: ${leftInTemporary.join(', ')}`]),
    ...(processor <= bounds.processorSeconds * 1000 ? [] : [`took ${Math.round(processor)} ms of the processor`]),
    ...(megabytes <= bounds.megabytes ? [] : [`took ${Math.round(megabytes)} MB`]),
    ...wordingFaults(run),
    ...fileFaults(run),
  ];
  const same = Buffer.compare(good, broken) === 0;
  if (code !== 0 || same) return wrong;
  if (isCutShort(run)) wrong.push('cut off, and taken for the whole');
  if (way.proves !== undefined && !isSame(way.proves, good, broken)) wrong.push('changed, and taken for what it was');
  if (breakage in byteBreakages && kind.isIntact?.(good, broken) === false)
    wrong.push('bytes were changed, and nobody noticed');
  try {
    wrong.push(...(await missingOf(way.args, run.folder, told.out)));
  } catch (error) {
    wrong.push(`what was written or printed cannot be read: ${(error as Error).message.split('\n')[0]}`);
  }
  return wrong;
}

/** Whether more than a line end was cut off a file that the command reads: of the files of a policy, some read a part alone. */
function isCutShort({ kind, way, breakage, good, broken }: Run): boolean {
  const reads = !kind.file.startsWith('policies/') || way.args[0] === 'check';
  const lost = Buffer.from(good.subarray(broken.length)).toString('latin1');
  return kind.hasEnd === true && breakage === 'cut off' && reads && lost.trim() !== '';
}

function isSame(read: (content: Uint8Array) => unknown, good: Uint8Array, broken: Uint8Array): boolean {
  try {
    return saysTheSame(read, good, broken);
  } catch {
    return false;
  }
}

const stack = /^\s+at .*[:)]\d*/m;
/** An error that the command did not expect is told by its code alone; so is none that has the words of a program. */
const internal =
  /^(?:unexpected|ERR_\w+|E[A-Z]+|\w*Error): |\[object Object\]|node:internal|Cannot (?:read|destructure|convert)|is not (?:a function|iterable|defined)|INTERNAL Error|Maximum call stack/m;
const steering = /(?![\n\t])\p{Cc}|[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;
/** Of the people in the files. */
const personal = /合成户主|合成\d{4}[甲乙丙丁戊]|999999199001011234/;
/** The row of the headers is shown by its cells, whatever stands in it. */
const columnsNotRead = /^(?:未读取的列|columns not read).*$/gm;
const longest = 300_000;

function wordingFaults({ told: { code, out, err }, kind, way }: Run): string[] {
  const wrong: string[] = [];
  const said = err + (way.args.includes('--json') ? '' : out);
  if (stack.test(said)) wrong.push('a stack trace');
  const found = internal.exec(err) ?? (code === 1 ? internal.exec(out) : null);
  if (found !== null) wrong.push(`words of the program: ${lineWith(found)}`);
  if (steering.test(said)) wrong.push('signs that steer a terminal');
  if (personal.test(err.replace(columnsNotRead, ''))) wrong.push('a name or number of a person in a message');
  if (err.length > longest) wrong.push(`${err.length} characters of messages`);
  if (code !== 2) return wrong;
  const problems = err.split('\n').filter((line) => /\p{Script=Han}.* \| .*[a-z]/u.test(line));
  if (problems.length === 0) wrong.push('no reason in both languages');
  else if (!problems.some((line) => names(kind).some((name) => line.includes(name))))
    wrong.push('the file is not named');
  return wrong;
}

const lineWith = ({ input, index }: RegExpExecArray): string =>
  input
    .slice(input.lastIndexOf('\n', index) + 1)
    .split('\n')[0]
    ?.slice(0, 300) ?? '';

/** How messages can name the file: by its name, or for one of a policy by the file of it where the fault shows. */
function names({ file }: FileKind): readonly string[] {
  const inPolicy = file.startsWith('policies/');
  return inPolicy
    ? ['policies/', 'sample-2020/', 'policies.lock.json', '--policy', '--release', '--on']
    : [basename(file)];
}

/** Nothing is written where the command refuses, and nothing but the result where it answers. */
function fileFaults({ told: { code }, folder, before, way }: Run): string[] {
  const after = filesIn(folder);
  const allowed = code === 0 ? (way.writes ?? []) : [];
  const changed = [...after]
    .filter(([name, content]) => !(before.get(name)?.equals(content) ?? false))
    .map(([name]) => name);
  const gone = [...before.keys()].filter((name) => !after.has(name));
  return [...changed, ...gone]
    .filter((name) => !allowed.some((begin) => name.startsWith(begin)) || /\.part$|\.old$|\.jingzhun-/.test(name))
    .map((name) => `exit code ${code}, and ${name} was written, changed or taken away`);
}
