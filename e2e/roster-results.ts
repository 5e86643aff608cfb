import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';

import { csv } from './roster-files.ts';
import { expect, type RosterPage } from './roster-page.ts';

/** The first rows of the sample: 208 persons of some eighty households, with sixteen more columns than are needed here. */
const sample = readFileSync(new URL('../examples/rosters/ruyuan-2016.csv', import.meta.url), 'utf8').split('\r\n');
export const few = { name: '合成村.csv', mimeType: 'text/csv', buffer: Buffer.from(sample.slice(0, 209).join('\r\n')) };

export const student = ['9901', '合成村', '一组', '合成甲', '990000200001010011', '是', '是', '本科', '是', '3000'];
/** Invented; ids of as many digits as real ones, with a region code that does not exist. */
export const village = [
  [
    '户编号',
    '行政村',
    '村民小组',
    '姓名',
    '证件号码',
    '建档立卡贫困户',
    '在校就读',
    '在校生状况',
    '全日制',
    '人均可支配收入',
  ],
  student,
  ['9901', '合成村', '一组', '=合成乙', '990000200001010012', '是', '是', '小学', '', '3000'],
  ['9902', '合成村', '二组', '合成丙', '990000200001010013', '是', '是', '本科', '', '2000'],
  ['9903', '别村', '', '合成丁', '990000200001010014', '是', '是', '本科', '是', '2000'],
];

/** From a file to its results, by the policy of the sample. */
export async function results(
  roster: RosterPage,
  file: { name: string; mimeType: string; buffer: Buffer },
  language: 'zh' | 'en' = 'zh',
): Promise<void> {
  await roster.open(language);
  await roster.page.locator('#roster-policy').selectOption('ruyuan-2016@1.0.0');
  await roster.choose(file);
  await roster.toDoubts();
  await roster.next.click();
  await expect(roster.page.locator('.results-table tbody tr').first()).toBeVisible({ timeout: 60_000 });
}

export const tab = (page: Page, view: string) => page.locator(`#tab-${view}`).click();
export const lines = (page: Page) => page.locator('.results-table tbody tr');

export async function content(download: Promise<Download>): Promise<Buffer> {
  return readFileSync(await (await download).path());
}

/** A list of payments: household, programme, amount. */
export function payments(rows: readonly (readonly string[])[], head: readonly string[] = ['户编号', '项目', '金额']) {
  return csv('发放.csv', [head, ...rows]);
}
