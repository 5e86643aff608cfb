import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decide } from '@jingzhun/rules';
import { ruyuan2016 } from '@jingzhun/rules/policies/ruyuan-2016';
import { CaseTable } from '@jingzhun/schemas/table';
import Papa from 'papaparse';
import { expect, it } from 'vitest';

const here = import.meta.dirname;

/** What the same persons are entitled to when they are read from the CSV beside, without Excel. */
function fromCsv(): string[][] {
  const csv = readFileSync(join(here, '../rosters/ruyuan-2016.csv'), 'utf8').replace('\uFEFF', '');
  const [headers = [], ...rows] = Papa.parse<string[]>(csv, { preview: 21 }).data;
  const table = new CaseTable(headers);
  for (const [index, cells] of rows.entries()) table.add(index + 2, cells);
  return table.finish().households.flatMap((household) =>
    decide(ruyuan2016, household.case, { on: '2017-09-01' }).findings.flatMap((finding) => {
      const { kind, status, subject, outcomes, cite, missing } = finding;
      if (kind !== 'entitlement' || (status !== 'met' && status !== 'unknown')) return [];
      const yuan = outcomes.find(({ unit }) => unit === 'yuan')?.value ?? '';
      const ask = status === 'unknown' ? missing.join(' ') : '';
      return [[household.id ?? '', subject.id ?? '', status, String(yuan), cite?.clause ?? '', ask]];
    }),
  );
}

it('an Excel file gives what the same rows give as CSV, days and amounts included', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jingzhun-excel-'));
  try {
    const out = join(folder, 'result.csv');
    const args = ['--conditions=@jingzhun/source', 'index.ts', 'roster.xlsx', out];
    const told = execFileSync(process.execPath, args, { cwd: here, encoding: 'utf8', stdio: 'pipe' });
    const [headers, ...rows] = Papa.parse<string[]>(readFileSync(out, 'utf8').trim()).data;
    const expected = fromCsv();
    expect(headers).toContain('措施');
    expect(rows.map(([household, person, , ...rest]) => [household, person, ...rest])).toEqual(expected);
    const met = expected.filter(([, , status]) => status === 'met').length;
    expect(met).toBeGreaterThan(0);
    expect(told).toContain(`${met} entitlements met, ${expected.length - met} unknown`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
