import { cpus } from 'node:os';
import type { Policy } from '../../packages/rules/src/index.ts';
import { statusCodes } from '../../packages/rules/src/sql/rule.ts';
import type { Verdicts } from '../../packages/rules/src/testing/agreement/answers.ts';
import type { Question } from '../../packages/rules/src/testing/agreement/question.ts';
import type { NotRun } from './server.ts';

interface Tally {
  households: number;
  compared: number;
  partitions: number;
  differences: number;
}

/** What was asked and what came out. */
export class Report {
  private readonly byWay = new Map<string, Tally>();
  private readonly byKind = new Map<string, { policies: number; households: number; verdicts: number }>();
  private readonly byStatus = new Map<string, number>();
  private readonly notes: string[] = [];
  private readonly known = new WeakSet<Policy>();
  households = 0;

  get differences(): number {
    return [...this.byWay.values()].reduce((sum, { differences }) => sum + differences, 0);
  }

  asked(kind: string, { policy, cases }: Question, reference: ReadonlyMap<string, Verdicts>): void {
    const own = this.byKind.get(kind) ?? { policies: 0, households: 0, verdicts: 0 };
    this.byKind.set(kind, own);
    if (!this.known.has(policy)) own.policies += 1;
    this.known.add(policy);
    own.households += cases.length;
    this.households += cases.length;
    for (const { statuses } of reference.values()) {
      for (const status of statuses) {
        const name = Object.keys(statusCodes)[status];
        if (name === undefined) continue;
        own.verdicts += 1;
        this.byStatus.set(name, (this.byStatus.get(name) ?? 0) + 1);
      }
    }
  }

  answered(way: string, added: Tally): void {
    const tally = this.byWay.get(way) ?? { households: 0, compared: 0, partitions: 0, differences: 0 };
    this.byWay.set(way, tally);
    for (const key of Object.keys(tally) as (keyof Tally)[]) tally[key] += added[key];
  }

  note(text: string): void {
    this.notes.push(text);
  }

  written(command: string, versions: readonly string[], notRun: readonly NotRun[]): string {
    const count = (value: number): string => value.toLocaleString('en');
    const ways = [...this.byWay].map(
      ([name, { households, compared, partitions, differences }]) =>
        `| ${name} | ${[households, compared, partitions, differences].map(count).join(' | ')} |`,
    );
    const kinds = [...this.byKind].map(
      ([kind, { policies, households, verdicts }]) =>
        `| ${kind} | ${[policies, households, verdicts].map(count).join(' | ')} |`,
    );
    const statuses = [...this.byStatus].map(([status, verdicts]) => `${count(verdicts)} ${status}`);
    return `# Every way to run gives the same answer

\`${command}\` on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${versions.join(', ')}.

Synthetic (合成数据) households, their facts missing at random: of some nearly all, of others none. The verdicts of \`assess\`, which all others are held against:

| asked about | policies | households | verdicts |
| --- | ---: | ---: | ---: |
${kinds.join('\n')}

Of these verdicts are ${statuses.join(', ')}.

| way | households | verdicts and counts compared | rules counted | differences |
| --- | ---: | ---: | ---: | ---: |
${ways.join('\n')}
${notRun.map(({ name, why }) => `\n${name}: not run, ${why}.\n`).join('')}
A verdict is a status and an amount. A way that counts is also held to its counts: for each rule, met + unmet + unknown + not applicable + not in force are as
many as were asked (*rules counted*). The databases are asked in all three forms, rows, wide rows and totals, with the sums of the amounts. Spark runs on this
machine alone, with the households in three parts and the persons in five others, so that a household's persons have to be brought together, and joins through
exchanges of four parts. json-rules-engine is held to findings that rest on known facts alone.
${this.notes.map((note) => `\n${note}\n`).join('')}`;
  }
}
