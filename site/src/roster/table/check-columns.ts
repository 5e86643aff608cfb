import { fieldOf } from '@jingzhun/schemas';
import type { OpenTable } from '@jingzhun/schemas/workbook';
import type { CheckedColumns, FieldChoices, HeaderPlace } from '../protocol.ts';
import { headersFor } from './headers-for.ts';

/** Whether the table can be used with these fields, and what people should know about them. */
export function checkColumns(table: OpenTable, place: HeaderPlace, fields: FieldChoices): CheckedColumns {
  const { layout, names } = headersFor(fields);
  const problems: CheckedColumns['problems'][number][] = [];
  const taken = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    if (name === '') continue;
    const { zh, en } = fieldOf(name) ?? { zh: name, en: name };
    if (taken.has(name))
      problems.push({
        index,
        zh: `“${zh}”选了两列，请只留一列，另一列改为“不使用”`,
        en: `Two columns are "${en}"; keep one and set the other to "not used"`,
      });
    else taken.set(name, index);
  }
  if (taken.size === 0) {
    problems.push({
      index: null,
      zh: '没有选定任何一列。请检查列名所在的行，或逐列选择',
      en: 'No column is chosen. Check which row holds the headers, or choose column by column',
    });
  } else if (layout === 'person' && !taken.has('household.id')) {
    problems.push({
      index: null,
      zh: '一人一行的表需要“户编号”列，才能知道谁与谁同户。没有户编号的，可以选用“户主证件号码”这类每户唯一的列',
      en: 'A table of one row a person needs a column for the household number, to tell who lives with whom. Without one, a column that is unique to each household will do, such as the id number of its head',
    });
  }
  const key = taken.get('household.id');
  return {
    layout,
    problems,
    notes: notes(new Set(taken.keys())),
    blankIds: layout === 'person' && key !== undefined ? blankIds(table, place, key) : 0,
  };
}

function notes(names: ReadonlySet<string>): CheckedColumns['notes'] {
  const netOnly = names.has('household.perCapitaNetIncome') && !names.has('household.perCapitaDisposableIncome');
  if (!netOnly) return [];
  return [
    {
      zh: '表中有人均纯收入而没有人均可支配收入。两者口径不同，不作替代；按可支配收入判定的规定将列为待补充',
      en: 'The table has a per-capita net income and no per-capita disposable income. They are reckoned differently, so neither stands for the other; what depends on disposable income is left open',
    },
  ];
}

/** Rows without an id below a row with one, as when merged cells were saved as text. */
function blankIds({ rows, merges }: OpenTable, { row, rows: headerRows }: HeaderPlace, key: number): number {
  let blank = 0;
  let seen = false;
  for (const [place, cells] of rows.entries()) {
    if (place < row + headerRows - 1 || cells.length === 0) continue;
    if ((cells[key] ?? '').trim() !== '') seen = true;
    else if (
      seen &&
      !merges.some(({ left, right, top, bottom }) => left <= key && key <= right && top < place && place <= bottom)
    )
      blank += 1;
  }
  return blank;
}
