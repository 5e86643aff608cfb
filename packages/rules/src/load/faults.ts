import { JingzhunError, type Problem } from '@jingzhun/schemas/problem';

/** Where in a policy file something stands. */
export type Path = readonly (string | number)[];

/** One file of a policy, parsed. `lineOf` tells where a path stands in the text, if there is one. */
export interface SourceFile {
  readonly file: string;
  readonly data: unknown;
  readonly lineOf?: (path: Path) => number | undefined;
  /** Where a part stands that comes from another file than this. */
  readonly fileOf?: (path: Path) => string | undefined;
}

export interface Wording {
  readonly zh: string;
  readonly en: string;
}

/** Nobody reads more, and finding the line of each takes time. */
const mostFaults = 1000;

/** Collects what is wrong, so that all of it is reported at once. */
export class Faults {
  readonly list: Problem[] = [];

  at(source: SourceFile, path: Path, code: string, wording: Wording): void {
    if (this.list.length > mostFaults) return;
    if (this.list.length === mostFaults) {
      const zh = `问题很多，只列出前 ${mostFaults} 个`;
      const en = `there are many faults; only the first ${mostFaults} are listed`;
      this.list.push({ code: 'more-faults', path: '', zh, en, file: source.file });
      return;
    }
    const line = source.lineOf?.(path);
    this.list.push({
      code,
      path: path.join('.'),
      ...wording,
      file: source.fileOf?.(path) ?? source.file,
      ...(line === undefined ? {} : { line }),
    });
  }

  throwIfAny(): void {
    if (this.list.length > 0) throw new JingzhunError('policy-fault', this.list);
  }
}

/** What is wrong inside one formula or condition; the caller knows where it stands. */
export class Fault extends Error {
  readonly code: string;
  readonly wording: Wording;

  constructor(code: string, zh: string, en: string) {
    super(en);
    this.code = code;
    this.wording = { zh, en };
  }
}
