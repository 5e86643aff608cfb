// A roster from an Excel file, one row a person, decided household by household. All persons are invented (合成数据).
import { readFileSync, writeFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { annotate, decide } from '@jingzhun/rules';
import { ruyuan2016 } from '@jingzhun/rules/policies/ruyuan-2016';
import { ruyuan2016Text } from '@jingzhun/rules/policies/ruyuan-2016/text';
import { CaseTable } from '@jingzhun/schemas/table';
import Papa from 'papaparse';

const [file = 'roster.xlsx', out = 'result.csv'] = process.argv.slice(2);

const book = read(readFileSync(file), { cellDates: true, UTC: true });
const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
// As people see the cells, dates as the vocabulary writes them. An id number kept as a number has lost digits: keep it as text.
const options = { header: 1, raw: false, dateNF: 'yyyy-mm-dd', defval: '', blankrows: true } as const;
const [headers = [], ...rows] = utils.sheet_to_json<string[]>(sheet, options);

const table = new CaseTable(headers);
rows.forEach((cells, index) => {
  table.add(index + 2, cells);
});
const { match, households, problems } = table.finish();
for (const { zh, en } of [...match.problems, ...problems]) console.error(`${zh} | ${en}`);
if (match.problems.length > 0) process.exit(2);

// A text that Excel would run as a formula is kept a text.
const text = (value: string | null): string => (value ?? '').replace(/^[=+\-@\t\r＝＋－＠]/, "'$&");

const results = households.flatMap((household) => {
  const { findings } = annotate(decide(ruyuan2016, household.case, { on: '2017-09-01' }), ruyuan2016Text);
  return findings.flatMap(({ title, kind, subject, status, outcomes, missing, cite }) => {
    if (kind !== 'entitlement' || (status !== 'met' && status !== 'unknown')) return [];
    const yuan = outcomes.find(({ unit }) => unit === 'yuan')?.value ?? '';
    const ask = status === 'unknown' ? missing.join(' ') : '';
    return [[text(household.id), text(subject.id ?? null), title?.zh, status, yuan, cite?.clause, ask]];
  });
});

const fields = ['户编号', '人编号', '措施', '结论', '金额（元）', '条款', '待补'];
// The mark at the start tells Excel that the file is UTF-8.
writeFileSync(out, `\uFEFF${Papa.unparse({ fields, data: results }, { newline: '\r\n' })}\r\n`);
const met = results.filter(([, , , status]) => status === 'met').length;
console.log(`${households.length} households, ${met} entitlements met, ${results.length - met} unknown: ${out}`);
