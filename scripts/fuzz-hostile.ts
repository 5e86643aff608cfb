/**
 * Lets values made to harm loose on every way into the library, each within bounds of time and memory, and fails where one is neither
 * answered nor refused in the right form: `node --conditions=@jingzhun/source scripts/fuzz-hostile.ts [--write]`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { entries, rosterEntries } from '../packages/rules/src/testing/hostile-entries.ts';
import { type Attempt, attemptsOn, bounds } from './hostile/watched.ts';

interface EntryResult {
  readonly name: string;
  readonly attempts: readonly Attempt[];
}

const isWrong = ({ fared }: Attempt): boolean => typeof fared === 'object';
const countOf = ({ attempts }: EntryResult, fared: 'taken' | 'refused'): number =>
  attempts.filter((each) => each.fared === fared).length;

const results: EntryResult[] = [];
for (const { name } of [...entries, ...rosterEntries]) {
  const attempts = await attemptsOn(name);
  results.push({ name, attempts });
  console.log(`${name}: ${attempts.length} values, ${attempts.filter(isWrong).length} wrong`);
  for (const { value, fared } of attempts) if (typeof fared === 'object') console.log(`  ${value}: ${fared.wrong}`);
}

function row(result: EntryResult): string {
  const { name, attempts } = result;
  const slowest = attempts.reduce((slow, each) => (each.milliseconds > slow.milliseconds ? each : slow));
  const cells = [
    name,
    attempts.length,
    countOf(result, 'taken'),
    countOf(result, 'refused'),
    attempts.filter(isWrong).length,
    `${Math.round(slowest.milliseconds).toLocaleString('en')} ms, ${slowest.value}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

const wrong = results.flatMap(({ attempts }) => attempts.filter(isWrong));
const heading = '## The last run';
const report = `${heading}

\`node --conditions=@jingzhun/source scripts/fuzz-hostile.ts --write\` on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}.

Each value in turn on each way in, at most ${bounds.seconds} seconds each and ${bounds.megabytes.toLocaleString('en')} MB; long texts have ten million characters. *Taken*: there was an
answer, as to an unknown key that no rule reads. *Refused*: a clear error in both languages. *Wrong*: another error, a message beyond measure, a change
of the input or of a prototype, or too much time or memory.

| way in | values | taken | refused | wrong | slowest |
| --- | ---: | ---: | ---: | ---: | --- |
${results.map(row).join('\n')}

${
  wrong.length === 0
    ? 'None was wrong.'
    : `Wrong:\n\n${wrong.map(({ entry, value, fared }) => `- ${entry}: ${value}: ${typeof fared === 'object' ? (fared.wrong.split('\n')[0] ?? '') : ''}`).join('\n')}`
}
`;
const file = fileURLToPath(new URL('../docs/evidence/hardening.md', import.meta.url));
if (process.argv.includes('--write')) {
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, `${before.slice(0, before.indexOf(heading))}${report}`);
} else console.log(report);
if (wrong.length > 0) process.exitCode = 1;
