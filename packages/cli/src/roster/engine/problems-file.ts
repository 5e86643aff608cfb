import { type Language, say } from '../../language.ts';
import { CsvResult } from '../result-file.ts';
import { actions } from '../roster-files.ts';
import type { ValueProblem } from './unusable-values.ts';

/** The list of what could not be used, one line for each value of a column. */
export class ProblemsFile {
  private readonly file: CsvResult;
  private readonly language: Language;

  constructor(path: string, language: Language) {
    this.language = language;
    const headers = say(language, {
      zh: '表,列,值,数量,原因及正确写法,处理',
      en: 'Table,Column,Value,Count,Reason and right form,Action',
    });
    this.file = new CsvResult(path, headers.split(','));
  }

  async write(problems: readonly ValueProblem[]): Promise<void> {
    await this.file.write(
      problems.map(({ table, column, value, count, zh, en, action }) => [
        table,
        column,
        value,
        String(count),
        say(this.language, { zh, en }),
        say(this.language, actions[action]),
      ]),
    );
    await this.file.close();
  }

  publish(): void {
    this.file.publish();
  }

  discard(): void {
    this.file.discard();
  }
}

export function problemLine({ table, column, count, zh, en }: ValueProblem, language: Language): string {
  return say(language, {
    zh: `${table}.${column} ${count} 处：${zh}`,
    en: `${table}.${column}, ${count} times: ${en}`,
  });
}
