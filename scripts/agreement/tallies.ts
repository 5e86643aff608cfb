import { statusCodes } from '../../packages/rules/src/sql/rule.ts';
import type { Verdicts } from '../../packages/rules/src/testing/agreement/answers.ts';
import type { Question } from '../../packages/rules/src/testing/agreement/question.ts';

interface OfWay {
  households: number;
  compared: number;
  /** Rules whose counts by status were added up. */
  counted: number;
  differences: number;
}

interface OfKind {
  questions: number;
  households: number;
  verdicts: number;
}

/** What threads send each other. */
export interface Counted {
  readonly byWay: Map<string, OfWay>;
  readonly byKind: Map<string, OfKind>;
  readonly byStatus: Map<string, number>;
  readonly notes: string[];
}

/** What was asked and what came out. */
export class Tallies {
  readonly counted: Counted = {
    byWay: new Map(),
    byKind: new Map(),
    byStatus: new Map(),
    notes: [],
  };

  get households(): number {
    return [...this.counted.byKind.values()].reduce((sum, { households }) => sum + households, 0);
  }

  get differences(): number {
    return [...this.counted.byWay.values()].reduce((sum, { differences }) => sum + differences, 0);
  }

  asked(kind: string, { cases }: Question, reference: ReadonlyMap<string, Verdicts>): void {
    let verdicts = 0;
    for (const { statuses } of reference.values()) {
      for (const status of statuses) {
        const name = Object.keys(statusCodes)[status];
        if (name === undefined) continue;
        verdicts += 1;
        this.counted.byStatus.set(name, (this.counted.byStatus.get(name) ?? 0) + 1);
      }
    }
    add(this.counted.byKind, kind, { questions: 1, households: cases.length, verdicts });
  }

  answered(way: string, added: OfWay): void {
    add(this.counted.byWay, way, added);
  }

  note(text: string): void {
    console.error(text);
    this.counted.notes.push(text);
  }

  /** Adds what another thread has counted. */
  take({ byWay, byKind, byStatus, notes }: Counted): void {
    for (const [way, own] of byWay) add(this.counted.byWay, way, own);
    for (const [kind, own] of byKind) add(this.counted.byKind, kind, own);
    for (const [status, own] of byStatus)
      this.counted.byStatus.set(status, (this.counted.byStatus.get(status) ?? 0) + own);
    this.counted.notes.push(...notes);
  }
}

function add<T extends object>(to: Map<string, T>, key: string, added: T): void {
  const known = to.get(key);
  const sum = Object.entries(added).map(([name, count]) => [name, count + (known?.[name as keyof T] ?? 0)]);
  to.set(key, Object.fromEntries(sum) as T);
}
