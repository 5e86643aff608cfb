import { describe, expect, test } from 'vitest';
import { checkCase } from './case.ts';

const household = (object: unknown) => ({ household: object });
const members = (...list: unknown[]) => household({ members: list });

/** The one problem of the input. */
function problemOf(input: unknown) {
  const { problems } = checkCase(input);
  expect(problems).toHaveLength(1);
  return problems[0] ?? { code: '', path: '', zh: '', en: '' };
}

describe('suggestions', () => {
  test.each([
    ['a misspelt entity', { houshold: {} }, 'did you mean household?'],
    ['the Chinese name of an entity', { 户: {} }, 'did you mean household?'],
    ['the Chinese name of the roster', { 花名册: [] }, 'did you mean roster?'],
    ['a misspelt field', members({ schoolStgae: 'primary' }), 'did you mean schoolStage?'],
    ['a Chinese label', members({ 在读学段: 'primary' }), 'did you mean schoolStage?'],
    ['a column header', members({ 在校生状况: 'primary' }), 'did you mean schoolStage?'],
    ['a field that belongs deeper', household({ dangerLevel: 'c' }), 'did you mean housing.dangerLevel?'],
    ['the header of a field that belongs deeper', household({ 危房级别: 'c' }), 'did you mean housing.dangerLevel?'],
    ['a key with its dots', household({ 'housing.dangerLevel': 'c' }), 'did you mean housing.dangerLevel?'],
    ['a misspelt code', members({ schoolStage: 'undergradate' }), 'did you mean undergraduate (undergraduate)?'],
    ['the label of a code', household({ type: '五保户' }), 'did you mean wubao (five-guarantee household)?'],
    ['an alias of a code', household({ type: '五保贫困户' }), 'did you mean wubao (five-guarantee household)?'],
    ['full-width letters', household({ housing: { dangerLevel: 'Ｃ级' } }), 'did you mean c (level C)?'],
    ['part of a label', members({ schoolStage: '大学' }), 'did you mean undergraduate (undergraduate)?'],
    [
      'the label of a key',
      household({ housing: { stepsDone: { 改造任务落实到户: true } } }),
      'did you mean task (renovation task assigned to the household)?',
    ],
    ['是', household({ registered: '是' }), 'write true, without quotes'],
    ['否', household({ registered: '否' }), 'write false, without quotes'],
    ['0', household({ registered: 0 }), 'write false, without quotes'],
    ['a number in quotes', household({ memberCount: '4' }), 'write 4, without quotes'],
  ])('are made for %s', (_, input, hint) => {
    expect(problemOf(input).en).toContain(hint);
  });

  test('are not made for what is like nothing', () => {
    expect(problemOf(household({ qqqqqqqq: 1 })).en).not.toContain('did you mean');
    expect(problemOf(household({ ['registered'.repeat(20)]: 1 })).en).not.toContain('did you mean');
  });
});

describe('personal data', () => {
  test.each([
    ['a sensitive code', members({ leftBehind: '留守孩子' }), '留守孩子'],
    ['an entry of a sensitive list', members({ healthStatus: ['肝病'] }), '肝病'],
    ['a sensitive amount', household({ perCapitaDisposableIncome: 3600.123 }), '3600.123'],
    ['a sensitive amount out of range', members({ medical: { inpatientInScopeCost: -77.5 } }), '-77.5'],
    ['a sensitive date', members({ birthDate: '1950年6月7日' }), '1950'],
    ['a sensitive truth', members({ ill: '有病' }), '有病'],
    ['a field of a sensitive record', { enterprise: { employments: [{ from: '去年夏天' }] } }, '去年夏天'],
    ['a number in place of a text', household({ id: 990000199 }), '990000199'],
    ['a name in place of a reference', household({ assignedCadre: ['合成人'] }), '合成人'],
    ['an id number in another field', household({ type: '990000199901010019' }), '990000199901010019'],
    ['an id number as a number', household({ memberCount: 990000199901010000 }), '990000199901010'],
    ['an id number as a key', household({ '990000199901010019': 1 }), '990000199901010019'],
    ['ids given twice', members({ id: '合成甲' }, { id: '合成甲' }), '合成甲'],
    ['a long text', household({ headName: '合成姓名'.repeat(600) }), '合成姓名'],
  ])('is not in the message: %s', (_, input, secret) => {
    const { code, path, zh, en } = problemOf(input);
    expect(`${code} ${path} ${zh} ${en}`).not.toContain(secret);
  });
});

test('a message stays short whatever the key', () => {
  const { path, zh, en } = problemOf(household({ [`k${'x'.repeat(100_000)}`]: 1 }));
  expect(path.length).toBeLessThan(100);
  expect(zh.length + en.length).toBeLessThan(300);
});
