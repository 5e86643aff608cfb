import { byteOrderMark, csvRow } from '@jingzhun/schemas/table';
import type { Language } from '../../language.ts';
import type { RosterProblem } from '../protocol.ts';
import { titleOf } from './problem-counts.ts';

const headers = {
  zh: ['类别', '问题', '行号', '列', '值', '说明', '建议', '处理'],
  en: ['Kind', 'Problem', 'Row', 'Column', 'Value', 'Reason', 'Suggestion', 'Effect'],
} as const;

const kindWords = {
  zh: { error: '错误', doubt: '疑点', hint: '提示' },
  en: { error: 'error', doubt: 'doubt', hint: 'hint' },
} as const;

/** The problems as a CSV that Excel opens: UTF-8 with a byte order mark. Values stay masked. */
export function problemsFile(problems: readonly RosterProblem[], language: Language): Blob {
  const rows = problems.map(({ kind, code, row, column, value, reason, suggestion, effect }) =>
    csvRow([
      kindWords[language][kind],
      titleOf(code)[language],
      row === null ? '' : String(row),
      column ?? '',
      value ?? '',
      reason[language],
      suggestion[language],
      effect[language],
    ]),
  );
  return new Blob([byteOrderMark, csvRow(headers[language]), ...rows], { type: 'text/csv;charset=utf-8' });
}
