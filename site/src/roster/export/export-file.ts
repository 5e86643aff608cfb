import type { WorkSheet } from '@e965/xlsx';
import type { Case } from '@jingzhun/rules';
import { fieldOf } from '@jingzhun/schemas';
import { byteOrderMark, csvRow } from '@jingzhun/schemas/table';
import type { Describe } from '../../calculator/describe.ts';
import { say } from '../../calculator/say.ts';
import { upperFirst } from '../../calculator/upper-first.ts';
import type { Language } from '../../language.ts';
import { documentNamed } from '../../words/document-number.ts';
import { rosterOutWords } from '../../words/roster-out.ts';
import type { Task } from '../../worker/task.ts';
import { excelReader } from '../open-file.ts';
import type { ExportOrder } from '../protocol-results.ts';
import type { HeldResults } from '../results/held-results.ts';
import { chosenHouseholds, resultRows } from './result-rows.ts';

/** Results as a file. Only the rows of households that the order chooses; all rows of the file where it does not. */
export function exportFile(results: HeldResults, order: ExportOrder, task: Task): Promise<Blob> {
  return { csv: csvFile, json: jsonFile, xlsx: xlsxFile }[order.format](results, order, task);
}

function headersOf({ of }: HeldResults, language: Language): readonly string[] {
  return [...of.headers, ...rosterOutWords[language].resultHeaders];
}

/** Rows that are joined to one text before it goes into the file: a text of each would take much room. */
const rowsTogether = 500;

async function csvFile(results: HeldResults, order: ExportOrder, task: Task): Promise<Blob> {
  const parts: string[] = [byteOrderMark, csvRow(headersOf(results, order.language))];
  let rows: string[] = [];
  for await (const { cells, result } of resultRows(results, order, task)) {
    rows.push(csvRow([...cells, ...result]));
    if (rows.length < rowsTogether) continue;
    parts.push(rows.join(''));
    rows = [];
  }
  parts.push(rows.join(''));
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

async function jsonFile(results: HeldResults, order: ExportOrder, task: Task): Promise<Blob> {
  const { roster, policy } = results;
  const { households, on, common = {} } = roster.question;
  const isChosen = chosenHouseholds(results, order);
  const { id, release, digest } = policy;
  const head = JSON.stringify({ policy: { id, release, digest }, on, ...(isAny(common) && { common }) });
  const parts: string[] = [`${head.slice(0, -1)},"households":[`];
  let comma = '';
  for (const [index, household] of households.entries()) {
    const decision = isChosen(index) ? roster.household(index) : undefined;
    if (decision === undefined) continue;
    const { findings, totals, assessedOn } = decision;
    parts.push(`${comma}\n${JSON.stringify({ id: household.id, rows: household.rows, assessedOn, findings, totals })}`);
    comma = ',';
    if (!task.due) continue;
    task.report('export', index / households.length);
    await task.pause();
  }
  parts.push('\n]}\n');
  return new Blob(parts, { type: 'application/json' });
}

const isAny = (common: Case): boolean => Object.keys(common).length > 0;

const number = /^-?\d{1,15}(\.\d+)?$/;
const numberTypes = new Set(['yuan', 'integer', 'number', 'months', 'year', 'percent', 'ratio']);

/**
 * A workbook: the roster with the results, and a sheet that says what they rest on. Cells are texts, so that ids keep
 * every digit and nothing is run as a formula; only columns that the vocabulary knows as numbers hold numbers.
 */
async function xlsxFile(results: HeldResults, order: ExportOrder, task: Task): Promise<Blob> {
  const { utils, write } = await excelReader();
  const { sheets } = rosterOutWords[order.language];
  const isNumber = results.of.headers.map((_, column) => {
    const field = results.of.reading.fields[column];
    return field != null && numberTypes.has(fieldOf(field)?.type ?? '');
  });
  const headers = headersOf(results, order.language);
  const rows: (string | number | null)[][] = [[...headers]];
  for await (const { cells, result } of resultRows(results, order, task)) {
    const own = cells.map((cell, column) =>
      cell === '' ? null : isNumber[column] && number.test(cell) ? Number(cell) : cell,
    );
    rows.push([...own, ...result.map((text) => text || null)]);
  }
  task.report('export', null);
  await task.pause();
  const sheet: WorkSheet = utils.aoa_to_sheet(rows, { dense: true });
  sheet['!cols'] = headers.map((_, column) => ({ wch: column < results.of.headers.length ? 12 : 40 }));
  sheet['!autofilter'] = {
    ref: utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: headers.length - 1 } }),
  };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, sheets.results);
  utils.book_append_sheet(book, utils.aoa_to_sheet(aboutRows(results, order.language)), sheets.about);
  const bytes = write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer;
  return new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}

function aboutRows({ policy, text, roster, of, words }: HeldResults, language: Language): string[][] {
  const { describe } = words[language].writer;
  const { about } = rosterOutWords[language];
  return [
    [about.document, documentNamed({ title: text.document.title[language], number: text.document.number }, language)],
    [about.release, policy.release],
    [about.digest, policy.digest],
    [about.on, roster.question.on],
    [about.households, String(roster.question.households.length)],
    ...commonRows(roster.question.common ?? {}, describe),
    ...(of.synthetic ? [[about.synthetic, '']] : []),
    [about.unofficial, ''],
    [say(about.unknown, {}), ''],
  ];
}

/** What was filled in for everyone, a row a fact. */
function commonRows(common: Case, describe: Describe): string[][] {
  const rows = (of: unknown, path: string): string[][] =>
    typeof of === 'object' && of !== null && !Array.isArray(of)
      ? Object.entries(of).flatMap(([key, value]) => rows(value, path === '' ? key : `${path}.${key}`))
      : [[upperFirst(describe.fact(path)), describe.value(path, of as Parameters<Describe['value']>[1])]];
  return rows(common, '');
}
