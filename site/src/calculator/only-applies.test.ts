import type { RuleModel } from '@jingzhun/rules';
import { expect, test } from 'vitest';
import { onlyApplies } from './only-applies.ts';

const when = { fact: 'unit.findings', operator: 'contains', value: 'idle' };
const rule = (given: object): RuleModel =>
  ({ kind: 'obligation', outcomes: [{ role: 'state' }], ...given }) as unknown as RuleModel;

test('who is responsible, and what follows from what was done, applies or does not', () => {
  expect(onlyApplies(rule({}))).toBe(true);
  expect(onlyApplies(rule({ kind: 'incentive', when }))).toBe(true);
});

test('what is required and held against nothing applies: there is nothing to say whether it is met', () => {
  const required = { role: 'require', value: {} };
  expect(onlyApplies(rule({ kind: 'capacity', outcomes: [required, { role: 'state' }] }))).toBe(true);
  expect(onlyApplies(rule({ kind: 'capacity', outcomes: [required, { role: 'require', actual: {} }] }))).toBe(false);
  expect(onlyApplies(rule({ kind: 'capacity', when, outcomes: [required] }))).toBe(false);
});

test('what is granted or required, and what has conditions of its own, is met or not', () => {
  expect(onlyApplies(rule({ when }))).toBe(false);
  expect(onlyApplies(rule({ kind: 'entitlement', when }))).toBe(false);
  expect(onlyApplies(rule({ when, outcomes: [{ role: 'state' }, { role: 'require' }] }))).toBe(false);
  expect(onlyApplies(rule({ kind: 'incentive', when, outcomes: [{ role: 'grant' }] }))).toBe(false);
  expect(onlyApplies(rule({ items: [{ key: 'one', when }] }))).toBe(false);
  expect(onlyApplies(rule({ outcomes: [] }))).toBe(false);
});
