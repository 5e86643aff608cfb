import { showHeader } from '@jingzhun/schemas/table';
import type { OpenTable } from '@jingzhun/schemas/workbook';
import { dataRows } from '@jingzhun/schemas/workbook';
import type { FieldChoices, HeaderPlace, RosterProblem } from '../protocol.ts';

type Hint = Omit<RosterProblem, 'effect'>;

const hint = (code: string, reason: Hint['reason'], suggestion: Hint['suggestion']): Hint => ({
  kind: 'hint',
  code,
  row: null,
  column: null,
  value: null,
  reason,
  suggestion,
});

/** What is good to know about the table as a whole. */
export function hintsAbout(
  table: OpenTable,
  headers: readonly string[],
  fields: FieldChoices,
  place: HeaderPlace,
): readonly Hint[] {
  const names = new Set(fields);
  const unused = headers.filter((header, index) => header !== '' && fields[index] == null).map(showHeader);
  const empty = emptyColumns(table, fields, place).map((index) => showHeader(headers[index] ?? ''));
  const hints: Hint[] = [];
  if (unused.length > 0)
    hints.push(
      hint(
        'not-used',
        {
          zh: `有 ${unused.length} 列没有使用：${unused.join('、')}`,
          en: `Columns not used, ${unused.length} in all: ${unused.join(', ')}`,
        },
        { zh: '不影响结论；导出时原样保留', en: 'This changes no answer; they stay in what you export' },
      ),
    );
  if (empty.length > 0)
    hints.push(
      hint(
        'empty-column',
        {
          zh: `有 ${empty.length} 列整列为空：${empty.join('、')}`,
          en: `Empty columns, ${empty.length} in all: ${empty.join(', ')}`,
        },
        { zh: '有关规定将列为待补充', en: 'What depends on them is left open' },
      ),
    );
  if (names.has('household.perCapitaNetIncome') && !names.has('household.perCapitaDisposableIncome'))
    hints.push(
      hint(
        'net-income-only',
        {
          zh: '有人均纯收入而没有人均可支配收入，两者不同，不作替代',
          en: 'There is a per-capita net income and no disposable one; they differ, and neither stands for the other',
        },
        { zh: '请补充人均可支配收入', en: 'Add the per-capita disposable income' },
      ),
    );
  const persons = fields.some((field) => field?.startsWith('person.'));
  if (persons && !names.has('person.id') && !names.has('person.idNumber'))
    hints.push(
      hint(
        'no-person-id',
        {
          zh: '没有人编号或证件号码列，重复填报的人查不出来',
          en: 'Without person ids, persons entered twice are not found',
        },
        { zh: '如有，请一并选用', en: 'Use such a column if there is one' },
      ),
    );
  return hints;
}

function emptyColumns(table: OpenTable, fields: FieldChoices, place: HeaderPlace): number[] {
  const open = new Set([...fields.keys()].filter((index) => fields[index] !== null));
  for (const { cells } of dataRows(table, place)) {
    for (const index of open) if ((cells[index] ?? '').trim() !== '') open.delete(index);
    if (open.size === 0) break;
  }
  return [...open];
}
