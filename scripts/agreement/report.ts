import { cpus } from 'node:os';
import type { NotRun } from './server.ts';
import type { Tallies } from './tallies.ts';

/** The run as docs/evidence keeps it. */
export function reportOf(
  { counted: { byWay, byKind, byStatus, notes } }: Tallies,
  command: string,
  versions: readonly string[],
  notRun: readonly NotRun[],
): string {
  const count = (value: number): string => value.toLocaleString('en');
  const ways = [...byWay].map(
    ([name, { households, compared, counted, differences }]) =>
      `| ${name} | ${[households, compared, counted, differences].map(count).join(' | ')} |`,
  );
  const kinds = [...byKind].map(
    ([kind, { questions, households, verdicts }]) =>
      `| ${kind} | ${[questions, households, verdicts].map(count).join(' | ')} |`,
  );
  const statuses = [...byStatus].map(([status, verdicts]) => `${count(verdicts)} ${status}`);
  return `# Every way to run gives the same answer

\`${command}\` on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${versions.join(', ')}.

Synthetic (合成数据) households, their facts missing at random: of some nearly all, of others none. The verdicts of \`assess\`, which all others are held against:

| asked about | questions | households | verdicts |
| --- | ---: | ---: | ---: |
${kinds.join('\n')}

A question is a policy on a day; each random policy comes in one question alone. Of these verdicts are ${statuses.join(', ')}.

| way | households | verdicts and counts compared | rules counted | differences |
| --- | ---: | ---: | ---: | ---: |
${ways.join('\n')}
${notRun.map(({ name, why }) => `\n${name}: not run, ${why}.\n`).join('')}
A verdict is a status and an amount. A way that counts is also held to its counts: for each rule, met + unmet + unknown + not applicable + not in force are as
many as were asked (*rules counted*). The databases are asked in all three forms, rows, wide rows and totals, with the sums of the amounts. Spark runs on this
machine alone, with the households in three parts and the persons in five others, so that a household's persons have to be brought together, and joins through
exchanges of four parts. json-rules-engine is held to findings that rest on known facts alone.
${notes.map((note) => `\n${note}\n`).join('')}`;
}
