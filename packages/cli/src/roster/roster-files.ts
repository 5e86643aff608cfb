import type { TableProblem } from '@jingzhun/schemas/table';
import { type Language, say } from '../language.ts';
import { CsvResult, type ResultColumns, type ResultFile } from './result-file.ts';
import { resultHeaders } from './row-result.ts';
import type { DecidedRows } from './written-rows.ts';

/** Problems that are shown where no file lists them. */
const mostShown = 10;

/** The result and the list of errors, written as the roster is decided. They take their places together at the end. */
export class RosterFiles {
  persons = 0;
  leftOut = 0;
  problems = 0;
  readonly firstProblems: TableProblem[] = [];
  private readonly makeResult: (columns: ResultColumns) => ResultFile;
  private readonly errorsPath: string | undefined;
  private readonly language: Language;
  private result: ResultFile | undefined;
  private errors: ResultFile | undefined;

  constructor(makeResult: (columns: ResultColumns) => ResultFile, errors: string | undefined, language: Language) {
    this.makeResult = makeResult;
    this.errorsPath = errors;
    this.language = language;
  }

  /** Begins the files; anew where they were begun before. */
  begin(columns: ResultColumns): void {
    this.discard();
    Object.assign(this, { persons: 0, leftOut: 0, problems: 0 });
    this.firstProblems.length = 0;
    this.result = this.makeResult({ ...columns, headers: [...columns.headers, ...resultHeaders[this.language]] });
    if (this.errorsPath === undefined) return;
    const headers = say(this.language, {
      zh: '行,列,原因及正确写法,处理',
      en: 'Row,Column,Reason and right form,Action',
    });
    this.errors = new CsvResult(this.errorsPath, headers.split(','));
  }

  async take({ rows, problems, persons, leftOut }: DecidedRows): Promise<void> {
    this.persons += persons;
    this.leftOut += leftOut;
    this.problems += problems.length;
    this.firstProblems.push(...problems.slice(0, mostShown - this.firstProblems.length));
    await this.result?.write(rows);
    await this.errors?.write(
      problems.map((problem) => [
        String(problem.row),
        problem.column ?? '',
        say(this.language, problem),
        say(this.language, actions[problem.action]),
      ]),
    );
  }

  async close(): Promise<void> {
    await this.result?.close();
    await this.errors?.close();
  }

  publish(): void {
    this.result?.publish();
    this.errors?.publish();
  }

  discard(): void {
    this.result?.discard();
    this.errors?.discard();
  }
}

export const actions: Readonly<Record<TableProblem['action'], { readonly zh: string; readonly en: string }>> = {
  'cell-unknown': { zh: '该格按未知处理', en: 'the cell counts as unknown' },
  'row-left-out': { zh: '略去该行', en: 'the row is left out' },
  'household-left-out': { zh: '本户不判定', en: 'the household is not decided' },
  noted: { zh: '仅提示', en: 'a note only' },
};

/** A problem of a row for people. */
export function problemText(problem: TableProblem, language: Language): string {
  const column = problem.column === undefined ? '' : `${say(language, { zh: '列', en: 'column ' })}${problem.column}`;
  return [say(language, { zh: `第 ${problem.row} 行`, en: `row ${problem.row}` }), column, say(language, problem)]
    .filter((part) => part !== '')
    .join(' ');
}
