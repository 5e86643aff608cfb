import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { checkVocabulary } from './check-vocabulary.ts';
import { emitCase } from './emit-case.ts';
import { emitVocabulary } from './emit-vocabulary.ts';
import { readVocabulary } from './read-vocabulary.ts';

const original = new URL('../vocabulary/', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'vocabulary-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The faults after one change of one file, and the line the change stands on. */
function faultsAfter(file: string, from: string, to: string) {
  cpSync(original, folder, { recursive: true });
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
  const line = text.slice(0, text.indexOf(from)).split('\n').length;
  return { faults: checkVocabulary(readVocabulary(pathToFileURL(`${folder}/`))), line };
}

test('the vocabulary has no fault', () => {
  expect(checkVocabulary(readVocabulary(original))).toEqual([]);
});

test.each([
  ['a type', 'entities/period.yaml', 'type: year', 'type: yeer', 'period.year: no type yeer'],
  ['a unit', 'entities/road.yaml', 'unit: m,', 'unit: metre,', 'road.surfaceWidth: no unit metre'],
  [
    'the unit of an amount',
    'entities/external.yaml',
    'unit: yuan/day, ',
    '',
    'external.livingAllowanceRate: an amount needs a unit',
  ],
  ['the name of a place', 'places.yaml', '湖南省: Hunan', 'Hunan: Hunan', 'Hunan: the name of a place is Chinese'],
  ['the key of an indicator', 'indicators.yaml', 'clinics: items', 'Clinics: items', 'Clinics: a key is camelCase'],
  ['the unit of an indicator', 'indicators.yaml', 'clinics: items', 'clinics: 1', 'clinics: 1 is no unit'],
  ['the English of a place', 'places.yaml', '湖南省: Hunan', '湖南省: 湖南', '湖南省: 湖南 is no English name'],
  [
    'a set of codes',
    'entities/bridge.yaml',
    'enum: roadClass',
    'enum: roads',
    'bridge.roadClass: no set of codes codes/roads.yaml',
  ],
  ['an entity referred to', 'entities/project.yaml', 'to: village', 'to: hamlet', 'project.village: no entity hamlet'],
  ['a shape', 'entities/fund.yaml', 'shape: fundRequest', 'shape: request', 'fund.request: no shape request'],
  [
    'a property',
    'entities/period.yaml',
    'type: date }',
    'type: date, colour: red }',
    'period.date: no property colour',
  ],
  [
    'a label',
    'entities/area.yaml',
    'en: has public services',
    'an: has public services',
    'area.publicServicesAtAverage: en is missing',
  ],
  [
    'a field in a formula',
    'entities/enterprise.yaml',
    'employment.registered',
    'employment.poor',
    'derive names employment.poor',
  ],
  ['a type in a shape', 'shapes.yaml', 'type: date', 'type: day', 'review.date: no type day'],
])('%s that does not exist is named with file and line', (_, file, from, to, message) => {
  const { faults, line } = faultsAfter(file, from, to);
  const [fault = ''] = faults.filter((text) => text.includes(message));
  expect(fault).toContain(`vocabulary/${file}:`);
  const named = Number(/:(\d+):/.exec(fault)?.[1]);
  // A field in block style starts some lines above the word that is wrong.
  expect(line - named).toBeGreaterThanOrEqual(0);
  expect(line - named).toBeLessThan(12);
});

test.each([
  [
    'a label for two codes',
    'codes/hukouType.yaml',
    'aliases: [非农业户口]',
    'aliases: [农业]',
    'the label 农业 stands for agricultural and non-agricultural',
  ],
  ['a set of codes without an English name', 'codes/hukouType.yaml', 'en: type of', 'in: type of', 'hukouType: en is'],
  [
    'a code twice',
    'codes/hukouType.yaml',
    'code: non-agricultural',
    'code: agricultural',
    'the code agricultural stands twice',
  ],
  [
    'an alias for two fields',
    'entities/person.yaml',
    'aliases: [文化程度]',
    'aliases: [姓名]',
    'the alias 姓名 is one of person.name already',
  ],
  [
    'a key that nests in another',
    'entities/area.yaml',
    '  - key',
    '  - { key: publicServicesAtAverage.more, zh: 多, en: more, type: boolean }\n  - key',
    'clashes with area.publicServicesAtAverage.more',
  ],
])('%s is a fault', (_, file, from, to, message) => {
  expect(faultsAfter(file, from, to).faults.join('\n')).toContain(message);
});

test('a file that the list of entities does not name is a fault', () => {
  expect(() => faultsAfter('entities.yaml', '- road\n', '')).toThrow('differ in road');
});

test('a file that is no YAML is named with its line', () => {
  expect(() => faultsAfter('codes/hukouType.yaml', 'values:', 'values: [')).toThrow(/codes\/hukouType\.yaml:\d+: /);
});

test('the same vocabulary gives the same text', () => {
  const [one, two] = [readVocabulary(original), readVocabulary(original)];
  expect(emitVocabulary(one)).toBe(emitVocabulary(two));
  expect(emitCase(one)).toBe(emitCase(two));
});
