import { JingzhunError } from '@jingzhun/schemas/problem';
import { expect, it } from 'vitest';
import { day, findingOf, leaf, loadTiny, problemsOf, registered, tinyRule } from '../testing/tiny-policy.ts';
import { assess } from './assess.ts';
import { unreadableOr } from './unreadable-case.ts';

const policy = loadTiny({
  rules: {
    'tiny.rule.one': tinyRule({ when: registered }),
    'tiny.rule.two': tinyRule({ subject: 'person', when: leaf('person.registered', 'equal', true) }),
  },
}).policy;
const unreadable = {
  code: 'unreadable',
  path: '',
  zh: '有属性是计算得出的或无法读取，案例只能是纯数据（JSON）',
  en: 'has a property that is computed or cannot be read; a case is plain data as in JSON',
};
const refuse = (): never => {
  throw new TypeError('not to be read');
};
const computed = Object.defineProperty({}, 'registered', { get: refuse, enumerable: true });

it.each<[string, unknown]>([
  ['a property that throws', { household: computed }],
  ['one that throws, deep inside', { household: { notes: [{ text: 'x' }], members: [{}, computed] } }],
  ['one that throws, beside one that is undefined', { household: computed, village: undefined }],
  ['a list that has no length', { household: { members: new Proxy([], { get: () => undefined }) } }],
  ['an object that tells its keys to nobody', { household: new Proxy({}, { ownKeys: refuse }) }],
  ['an object that tells its keys and no values', { household: new Proxy({ registered: true }, { get: refuse }) }],
  ['a list that does not tell its length', { household: { members: new Proxy([], { get: refuse }) } }],
])('%s is said to be unreadable', (_, input) => {
  expect(problemsOf(policy, input)).toEqual([unreadable]);
  expect(() => assess(policy, input as never, { on: day })).toThrow(
    expect.objectContaining({ code: 'invalid-case', problems: [unreadable] }),
  );
});

it('a property that is worked out is no plain data, even where reading it goes well', () => {
  const input = { household: Object.defineProperty({}, 'registered', { get: () => true, enumerable: true }) };
  expect(unreadableOr(new TypeError('once'), input)).toMatchObject({ code: 'invalid-case', problems: [unreadable] });
});

it('an error of another kind, with a case that is plain data, stays what it was', () => {
  const error = new TypeError('a fault of the program');
  const circle: Record<string, unknown> = { text: 'x', nothing: null, list: [1, undefined, { a: true }] };
  circle.self = circle;
  for (const input of [circle, undefined, null, 5]) expect(unreadableOr(error, input)).toBe(error);
});

it('a refusal stays what it was, whatever the case', () => {
  const refusal = new JingzhunError('number-too-large', []);
  expect(unreadableOr(refusal, { household: computed })).toBe(refusal);
});

it('a computed property that nobody looks at does no harm', () => {
  const household = Object.defineProperty({ registered: true }, 'other', { get: () => 1, enumerable: true });
  expect(findingOf(policy, { household }).status).toBe('met');
});
