import { type Case, type RuleFile, type RuleFinding, type SectionFile, vocabulary } from '@jingzhun/schemas';
import type { Finding, Shown } from '../../src/analyse/index.ts';
import { regimeOn } from '../../src/compile/regime.ts';
import { decide } from '../../src/decide/decide.ts';
import { type LoadedPolicy, loadPolicy, type PolicyFiles, sourceOf } from '../../src/load/load.ts';
import type { Policy, RuleModel } from '../../src/model/policy.ts';
import { groundOfRule } from '../../src/model/rests-on.ts';
import { caseFor } from '../../src/witness/index.ts';

/** A fault put into a policy, and how to tell that a finding is about it and shows it. */
export interface Plant {
  readonly kind: string;
  /** The rule or parameter it was put into. */
  readonly of: string;
  readonly what: string;
  readonly files: PolicyFiles;
  readonly isAt: (finding: Finding) => boolean;
  /** What is wrong with the witness, by deciding it here; undefined where it shows the fault. */
  readonly refute: (finding: Finding) => string | undefined;
}

type Draft = { -readonly [Key in keyof SectionFile]: SectionFile[Key] };
type Leaf = { readonly fact: string; readonly operator: string; readonly value: unknown };

/** The files with one section changed. */
export function changed(files: PolicyFiles, section: string, change: (file: Draft) => void): PolicyFiles {
  const sections = structuredClone(files.sections) as Record<string, Draft>;
  change(sections[section] as Draft);
  return { ...structuredClone(files), sections };
}

/** The files with one rule another. */
export const withRule = (files: PolicyFiles, { section, id }: Place, rule: object): PolicyFiles =>
  changed(files, section, ({ rules = {} }) => void Object.assign(rules, { [id]: rule }));

export interface Place {
  readonly section: string;
  readonly id: string;
  readonly rule: RuleFile;
  readonly model: RuleModel;
  /** Facts it does not rest on, of whoever is asked, that a case can give. */
  readonly free: (type: 'boolean' | 'enum' | 'yuan' | 'date') => readonly string[];
}

/** The rules of a policy that are asked of one kind of entity, in an order of chance that is always the same. */
export function placesIn({ files, policy }: LoadedPolicy): readonly Place[] {
  const places = Object.entries(files.sections).flatMap(([section, { rules = {} }]) =>
    Object.entries(rules).flatMap(([id, rule]): Place[] => {
      const model = policy.rules.find((each) => each.id === id) as RuleModel;
      const { facts } = groundOfRule(model, policy);
      const [asked = ''] = model.asks;
      const fields = vocabulary.entities[asked as keyof typeof vocabulary.entities]?.fields ?? [];
      const free: Place['free'] = (type) =>
        Object.values(fields).flatMap((field) => {
          const { key, derive, enum: codes } = field as { key: string; derive?: unknown; enum?: string; type: string };
          const name = `${asked}.${key}`;
          const isRight = (field as { type: string }).type === type && derive === undefined && !facts.has(name);
          return isRight && (type !== 'enum' || codesOf(codes ?? '').length > 3) ? [name] : [];
        });
      return model.asks.length === 1 && rule.amended === undefined ? [{ section, id, rule, model, free }] : [];
    }),
  );
  return shuffled(places);
}

export const codesOf = (set: string): readonly string[] =>
  (vocabulary.codes[set as keyof typeof vocabulary.codes]?.values ?? []).map(({ code }) => code);

export function shuffled<T>(list: readonly T[]): readonly T[] {
  let state = 20_161_129;
  const keyed = list.map((each) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return { each, key: state >>> 8 };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ each }) => each);
}

/** The policy, where it loads. */
export function loaded(files: PolicyFiles): Policy | undefined {
  try {
    return loadPolicy(sourceOf(files)).policy;
  } catch {
    return undefined;
  }
}

/** What is decided of a witness about a rule. */
export function said(policy: Policy, { case: input, on, assessedOn = on, member = 0 }: Shown, id: string) {
  const findings = decide(policy, input as Case, { on, assessedOn }).findings as RuleFinding[];
  return findings.filter(({ rule, kind }) => rule === id && (kind as string) !== 'contradiction')[member];
}

/** The answer without its reasons. */
export function answer(policy: Policy, shown: Shown, id: string): string {
  const { status, outcomes, items, delivered, due, daysLeft } = said(policy, shown, id) ?? ({} as RuleFinding);
  return JSON.stringify([status, outcomes, items, delivered, due, daysLeft]);
}

/** A fact of the one who is asked, as a case gives it. */
export function given({ case: input, member = 0 }: Shown, name: string): unknown {
  const [entity = '', ...path] = name.split('.');
  const start = entity === 'person' ? input.household?.members?.[member] : (input as Record<string, unknown>)[entity];
  return path.reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], start);
}

export const conditionsOf = ({ when }: RuleFile): object[] => (when === undefined ? [] : [when]);

export const why = { zh: '试', en: 'test' };
export const leaf = (fact: string, operator: string, value: unknown): Leaf => ({ fact, operator, value });
export const all = (...conditions: object[]): object => ({ all: conditions });

/** Can a case meet the rule, with some facts fixed? A fault where it cannot would be none. */
export function canBeMet(
  policy: Policy,
  { model }: Place,
  facts: Readonly<Record<string, boolean | number | string>> = {},
): boolean {
  const regime = regimeOn(policy, model.force.from);
  const rule = regime.rules.find(({ model: each, inForce }) => each.id === model.id && inForce)?.compiled();
  return rule !== undefined && caseFor(rule, regime, 'met', { on: model.force.from, given: facts }) !== undefined;
}
