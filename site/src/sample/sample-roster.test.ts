import { readFileSync } from 'node:fs';
import { casesFrom } from '@jingzhun/schemas/table';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { sampleFile } from './sample-file.ts';
import { sampleRoster, sampleTable } from './sample-roster.ts';

test('the sample is the committed roster, cell by cell and case by case', () => {
  const text = readFileSync(new URL('../../../examples/rosters/ruyuan-2016.csv', import.meta.url), 'utf8');
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(sampleFile())).toBe(text);
  const { data } = Papa.parse<string[]>(text.replace('\uFEFF', ''), { skipEmptyLines: true });
  expect(sampleTable()).toEqual(data);
  const { households, problems } = sampleRoster();
  expect(households).toEqual(casesFrom(data).households);
  expect(problems).toEqual(casesFrom(data).problems);
  expect(households).toHaveLength(2944);
});
