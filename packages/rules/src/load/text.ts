import type { Bilingual, PolicyFile, RuleFile, SectionFile } from '@jingzhun/schemas';
import type { PolicyText, ProvisionText, Reconciliation, SectionText } from '../model/policy.ts';
import { outcomeTitles } from './outcome.ts';
import { eachItems } from './rule.ts';
import { versionsOf } from './versions.ts';

const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T];

/** Everything in a policy that is for people, in the document's order. */
export function textOf(
  policy: PolicyFile,
  sections: readonly SectionFile[],
  reconciled: ReadonlyMap<string, readonly Reconciliation[]>,
): PolicyText {
  const { anomalies = [], ...document } = policy.document;
  return {
    id: policy.id,
    document: { ...document, anomalies } as PolicyText['document'],
    releases: policy.releases.map(({ changes, ...release }) => ({ ...release, changes: list(changes) })) as never,
    sections: sections.map((section) => sectionText(section, reconciled)),
  };
}

function sectionText(section: SectionFile, reconciled: ReadonlyMap<string, readonly Reconciliation[]>): SectionText {
  const titled = <T extends { title: Bilingual }, R>(
    files: Record<string, T> | undefined,
    pick: (file: T) => R,
  ): Record<string, R> => Object.fromEntries(Object.entries(files ?? {}).map(([name, file]) => [name, pick(file)]));
  const rules = Object.entries(section.rules ?? {}).map(([id, file]) => ruleText(id, file, section.clause, reconciled));
  const listed = Object.entries(section.listed ?? {}).map(
    ([id, file]): ProvisionText => ({
      id,
      kind: file.kind,
      subject: file.subject,
      clause: file.clause ?? section.clause,
      title: file.title,
      computable: 'none',
      why: file.why,
      readings: list(file.reading),
      anomalies: file.anomalies ?? [],
      outcomes: {},
      items: {},
      reconcile: [],
      quoteSha256: file.quoteSha256,
    }),
  );
  return {
    clause: section.clause,
    title: section.title,
    summary: section.summary,
    provisions: [...rules, ...listed],
    parameters: titled(section.parameters, ({ title, unit }) => ({ title, unit })),
    facts: titled(section.facts, ({ title, unit }) => ({ title, ...(unit === undefined ? {} : { unit }) })),
  };
}

function ruleText(
  id: string,
  file: RuleFile,
  clause: string,
  reconciled: ReadonlyMap<string, readonly Reconciliation[]>,
): ProvisionText {
  return {
    id,
    kind: file.kind,
    subject: file.subject,
    clause: file.clause ?? clause,
    title: file.title,
    ...(file.summary === undefined ? {} : { summary: file.summary }),
    computable: file.computable ?? 'full',
    ...(file.computableWhy === undefined ? {} : { why: file.computableWhy }),
    readings: list(file.reading),
    anomalies: file.anomalies ?? [],
    outcomes: Object.assign({}, ...versionsOf(file).map(outcomeTitles)),
    items: Object.fromEntries(versionsOf(file).flatMap(itemTitles)),
    reconcile: reconciled.get(id) ?? [],
    quoteSha256: file.quoteSha256,
  };
}

const itemTitles = (file: RuleFile): (readonly [string, Bilingual])[] =>
  file.items?.map(({ key, title }) => [key, title] as const) ??
  eachItems(file).map(({ key, zh, en }) => [key, { zh, en }] as const);
