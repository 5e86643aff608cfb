import { describe, expect, test } from 'vitest';
import { vocabulary } from './vocabulary.gen.ts';
import { codesOf, fieldOf, labelOf, shapeFieldOf } from './vocabulary.ts';

describe('fieldOf', () => {
  test('finds a field by its dotted name', () => {
    expect(fieldOf('person.schoolStage')).toMatchObject({ zh: '在读学段', type: 'enum', enum: 'schoolStage' });
    expect(fieldOf('household.housing.dangerLevel')).toMatchObject({ key: 'housing.dangerLevel', enum: 'dangerLevel' });
  });

  test('resolves a code of a keyed record, with the labels of the code', () => {
    expect(fieldOf('household.housing.stepsDone.task')).toMatchObject({
      key: 'housing.stepsDone.task',
      type: 'boolean',
      zh: '改造任务落实到户',
    });
  });

  test('resolves a field of the shape under a code', () => {
    expect(fieldOf('household.nineMeasures.education.applicable')).toMatchObject({
      key: 'nineMeasures.education.applicable',
      type: 'boolean',
      en: 'is applicable',
    });
  });

  test('resolves a field of a shape held by a record field', () => {
    expect(fieldOf('fund.request.date')).toMatchObject({ key: 'request.date', type: 'date' });
  });

  test('gives a code of a count its own derivation', () => {
    expect(fieldOf('county.householdCountByType.wubao')?.derive).toBe(
      "count(roster, household.registered and household.type = 'wubao')",
    );
  });

  test('takes any key of a record that is keyed by text', () => {
    expect(fieldOf('county.villageCounts.hasBusService')).toMatchObject({ type: 'integer', unit: 'villages' });
  });

  test.each([
    'household',
    'household.nothing',
    'household.housing.stepsDone.nothing',
    'household.registered.more',
    'nothing.registered',
    'constructor.name',
    'household.__proto__',
    'household.constructor',
    '',
    '...',
  ])('finds nothing under %s', (name) => {
    expect(fieldOf(name)).toBeUndefined();
  });
});

test('shapeFieldOf names the entries of a list of records', () => {
  expect(shapeFieldOf('employment.registered')?.type).toBe('boolean');
  expect(shapeFieldOf('person.registered')).toBeUndefined();
});

test('codesOf keeps the order of the file', () => {
  expect(codesOf('exitStatus').map(({ code }) => code)).toEqual(['not-exited', 'exited', 'relapsed']);
});

test('labelOf names entities, fields and codes', () => {
  expect(labelOf('household')).toEqual({ zh: '户', en: 'household' });
  expect(labelOf('household.type')).toEqual({ zh: '贫困户属性', en: 'class of household' });
  expect(labelOf('exitStatus', 'relapsed')).toEqual({ zh: '返贫', en: 'fell back' });
  expect(labelOf('household.nothing')).toBeUndefined();
  expect(labelOf('toString')).toBeUndefined();
});

test('that an entity is in a case at all has a label too, and the roster', () => {
  expect(labelOf('roster')).toEqual({ zh: '花名册', en: 'roster' });
  expect(labelOf('present.village')).toEqual({ zh: '资料中有村', en: 'a village is in the case' });
  expect(labelOf('present.nothing')).toBeUndefined();
});

test('labels in Chinese have Chinese punctuation', () => {
  const labels: string[] = [];
  JSON.stringify(vocabulary, (key, value) => {
    if (key === 'zh') labels.push(value);
    return value;
  });
  expect(labels).toContain('所在县（市、区）党委政府');
  expect(labels.filter((label) => /[!-/:-@[-`{-~]/.test(label))).toEqual([]);
});

test('labels in English have the apostrophe of print', () => {
  const labels: string[] = [];
  JSON.stringify(vocabulary, (key, value) => {
    if (key === 'en') labels.push(value);
    return value;
  });
  expect(labels).toContain('villagers’ groups');
  expect(labels.filter((label) => label.includes("'"))).toEqual([]);
});

test('the whole of the six kinds of work is not called six stages: registration is one and has no stage, preparation is none', () => {
  const [whole, ...others] = codesOf('workStage').filter(({ code }) => code === 'whole-work');
  expect(others).toEqual([]);
  expect(whole).toMatchObject({ zh: expect.stringContaining('六项工作'), en: 'all six kinds of work' });
  expect(whole?.zh).not.toContain('阶段');
});
