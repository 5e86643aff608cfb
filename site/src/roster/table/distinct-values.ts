import { type Field, fieldOf, nearestName } from '@jingzhun/schemas';
import { parseCell } from '@jingzhun/schemas/table';
import type { OpenTable } from '@jingzhun/schemas/workbook';
import { dataRows, listParts } from '@jingzhun/schemas/workbook';
import { upperFirst } from '../../calculator/upper-first.ts';
import type { Task } from '../../worker/task.ts';
import type { FieldChoices, HeaderPlace, Sentence, ValueColumn, ValueCount } from '../protocol.ts';
import { codesOfField } from './field-options.ts';

/** Past these a column holds something else than codes. */
const mostValues = 500;

/** The distinct values of every column of codes, each with how often it occurs and what it is read as. */
export async function distinctValues(
  table: OpenTable,
  place: HeaderPlace,
  fields: FieldChoices,
  headers: readonly string[],
  task: Task,
): Promise<ValueColumn[]> {
  const coded = fields.flatMap((name, index) => {
    const field = name === null ? undefined : fieldOf(name);
    if (name === null || field === undefined || codesOfField(field).length === 0) return [];
    return [{ index, name, field, counts: new Map<string, number>(), more: new Set<string>() }];
  });
  for (const { row, cells } of dataRows(table, place)) {
    for (const { index, field, counts, more } of coded) {
      for (const text of field.type === 'list' ? listParts(cells[index] ?? '') : [(cells[index] ?? '').trim()]) {
        const count = counts.get(text);
        if (count !== undefined) counts.set(text, count + 1);
        else if (counts.size < mostValues) counts.set(text, 1);
        else if (more.size < mostValues) more.add(text);
      }
    }
    if (!task.due) continue;
    task.report('values', row / table.rows.length);
    await task.pause();
  }
  return coded.map(({ index, name, field, counts, more }) => ({
    index,
    header: headers[index] ?? '',
    field: name,
    more: more.size,
    values: [...counts].map(([text, count]) => countOf(field, text, count)).sort((a, b) => b.count - a.count),
  }));
}

function countOf(field: Field, text: string, count: number): ValueCount {
  const single: Field = field.items === undefined ? field : { ...field, ...field.items };
  const reading = parseCell(single, text);
  if (!('fault' in reading)) return { text, count, code: reading.value === undefined ? '' : String(reading.value) };
  // Beside a list of all codes only what leaves several of them open needs a word.
  const why: Sentence | undefined =
    reading.code === 'ambiguous-code' ? { zh: reading.zh, en: upperFirst(reading.en) } : undefined;
  const names = new Map(
    codesOfField(field).flatMap(
      ({ code, label }) =>
        [
          [label.zh, code],
          [code, code],
        ] as const,
    ),
  );
  const meant = nearestName(text, names);
  return { text, count, code: null, ...(why !== undefined && { why }), ...(meant !== undefined && { meant }) };
}
