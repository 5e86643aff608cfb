import { cpus } from 'node:os';
import { bounds } from './command-process.ts';
import type { Round } from './round.ts';

const cells = (list: readonly (string | number)[]): string => `| ${list.join(' | ')} |`;
const number = (value: number): string => Math.round(value).toLocaleString('en');

/** How many ended with each exit code, and how many were wrong. */
function counted(rounds: readonly Round[]): (string | number)[] {
  const ended = (code: number): number => rounds.filter(({ told }) => told?.code === code).length;
  return [rounds.length, ended(0), ended(1), ended(2), rounds.filter(({ wrong }) => wrong.length > 0).length].map(
    number,
  );
}

const grouped = (rounds: readonly Round[], by: (round: Round) => string): [string, Round[]][] => [
  ...Map.groupBy(rounds, by),
];

function kindRow([name, rounds]: readonly [string, readonly Round[]]): string {
  const most = (of: (told: NonNullable<Round['told']>) => number): number =>
    Math.max(0, ...rounds.map(({ told }) => (told === undefined ? 0 : of(told))));
  const slowest = rounds.find(({ told }) => told?.processor === most(({ processor }) => processor));
  return cells([
    name,
    ...counted(rounds),
    `${number(most(({ processor }) => processor))} ms, ${slowest?.args[0] ?? ''}, ${slowest?.breakage ?? ''}`,
    `${number(most(({ megabytes }) => megabytes))} MB`,
  ]);
}

/** The report of a run, as it stands in docs/evidence. */
export function pageOf(rounds: readonly Round[], command: string): string {
  const alone = rounds.filter(({ alone }) => alone);
  const wrong = rounds.filter(({ wrong }) => wrong.length > 0);
  return `# Files broken at random

Small good files of every kind that the command reads are broken at random: cut off, bits turned, bytes put in, taken out, doubled or swapped, numbers at their limits, words
and numbers replaced by hostile ones; workbooks also inside, packed again as if nothing had been. Each is given to a command that reads such a file.

| every run | is held to |
| --- | --- |
| exit code | 0, 1 or 2; no process that is lost, no error that nobody caught |
| messages | reasons in both languages that name the file; no stack trace, no words of the program, no name or number of a person, no sign that steers a terminal |
| exit code 1 or 2 | no file was written or changed, no temporary one is left |
| exit code 0 | results are as long as their own summary says, and can be read; nothing is left beside them |
| files whose end can be told (JSON, XLSX, Parquet) | one that is cut off is never answered |
| XLSX | bytes that were changed on the way are noticed by the check sums of the file |
| \`verify\`, \`check\` | exit code 0 only where record, policy or release say what they said before |
| prototypes | nothing is added to what all objects inherit |
| bounds | ${bounds.processorSeconds} seconds of the processor, ${bounds.clockSeconds} by the clock, ${number(bounds.megabytes)} MB |

## The last run

\`${command}\` on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}.

${number(rounds.length)} files. ${number(alone.length)} were given to a process of their own, as people start it; the others to a process for each kind of file, in which the built
command is run anew for each. Time is that of the processor, all threads together; memory the most that a process had.

| file | broken | exit 0 | exit 1 | exit 2 | wrong | slowest | most memory |
| --- | ---: | ---: | ---: | ---: | ---: | --- | ---: |
${grouped(rounds, ({ kind }) => kind)
  .map(kindRow)
  .join('\n')}

| how | broken | exit 0 | exit 1 | exit 2 | wrong |
| --- | ---: | ---: | ---: | ---: | ---: |
${grouped(rounds, ({ breakage }) => breakage)
  .map(([name, own]) => cells([name, ...counted(own)]))
  .join('\n')}

${wrong.length === 0 ? 'None was wrong.' : `Wrong:\n\n${wrong.map(({ kind, seed, breakage, wrong }) => `- ${kind}, seed ${seed}, ${breakage}: ${wrong.join('; ')}`).join('\n')}`}

## What this does not show

- A CSV, a text or a line of JSON Lines that is cut off between two rows is a shorter file, and is taken for one. So is a changed digit in it.
- Parquet files as DuckDB writes them have no check sums: a changed byte that leaves the form whole is a changed value.
- The page of the site reads workbooks and CSV by the same code, but was not given these files.
`;
}
