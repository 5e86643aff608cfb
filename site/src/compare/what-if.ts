import { type PolicyFiles, versionsOf } from '@jingzhun/rules/load';
import type { Bilingual, DraftFile, ParameterFile, RuleFile, SectionFile } from '@jingzhun/schemas';

export type Path = readonly (string | number)[];

/** One figure that is changed: of a parameter, of one code of its table, or written in a rule. */
export interface Edit {
  readonly of: 'parameter' | 'rule';
  readonly name: string;
  /** Inside the value of a parameter (the code of a table), or inside the rule. */
  readonly path: Path;
  readonly value: number | string;
}

/** A change that is tried out: what a later document would say. */
export interface WhatIf {
  /** The first day of the new law. */
  readonly from: string;
  readonly document: string;
  readonly clause: string;
  readonly edits: readonly Edit[];
}

type Data = Readonly<Record<string, unknown>>;
type Printed = Extract<ParameterFile, { values: unknown }>;

/** Stands for the digest of a sentence that does not exist. */
const noSentence = '0'.repeat(64);

/** The change as a draft of the policy's next release: the content of a `draft.yaml`. `text` is its line in the changelog. */
export function draftOf(
  files: PolicyFiles,
  base: string,
  { from, document, clause, edits }: WhatIf,
  text: Bilingual,
): DraftFile {
  const said = { amendedBy: { document, clause }, quoteSha256: noSentence };
  const sections: Record<string, { parameters?: Data; rules?: Data }> = {};
  for (const [name, section] of Object.entries(files.sections)) {
    const own = (of: Edit['of'], names: object | undefined): Map<string, Edit[]> =>
      Map.groupBy(
        edits.filter((edit) => edit.of === of && Object.hasOwn(names ?? {}, edit.name)),
        (edit) => edit.name,
      );
    const parameters = [...own('parameter', section.parameters)].map(([parameter, changed]) => [
      parameter,
      { values: [{ from, value: parameterValue(section, parameter, from, changed), ...said }] },
    ]);
    const rules = [...own('rule', section.rules)].map(([rule, changed]) => [
      rule,
      { amended: [{ from, ...changedParts(section.rules?.[rule] as RuleFile, from, changed), ...said }] },
    ]);
    if (parameters.length + rules.length === 0) continue;
    sections[name] = {
      ...(parameters.length > 0 && { parameters: Object.fromEntries(parameters) as Data }),
      ...(rules.length > 0 && { rules: Object.fromEntries(rules) as Data }),
    };
  }
  return { policy: files.policy.id, base, kind: 'amendment', from, changes: [text], sections };
}

/** The new value; of a table the whole of it, in which one code or several have another. */
function parameterValue(section: SectionFile, name: string, from: string, edits: readonly Edit[]): unknown {
  const file = section.parameters?.[name] as Printed;
  const single = edits.find(({ path }) => path.length === 0);
  return single === undefined ? withEdits(valueOn(file, from)?.value, edits) : single.value;
}

/** The value that holds on a day; before the first one, the first. */
function valueOn({ values }: Printed, day: string): Printed['values'][number] | undefined {
  return values.findLast(({ from }) => from <= day) ?? values[0];
}

/** A rule as it reads on a day. */
export function ruleOn(rule: RuleFile, day: string): RuleFile {
  const place = (rule.amended ?? []).findLastIndex(({ from }) => from <= day) + 1;
  return versionsOf(rule)[place] as RuleFile;
}

/** The parts of a rule, from its top, that read otherwise. */
function changedParts(rule: RuleFile, from: string, edits: readonly Edit[]): Data {
  const changed = withEdits(ruleOn(rule, from), edits) as Data;
  return Object.fromEntries(edits.map(({ path: [key = ''] }) => [key, changed[key]]));
}

function withEdits(data: unknown, edits: readonly Edit[]): unknown {
  return edits.reduce((changed, { path, value }) => withValue(changed, path, value), data);
}

function withValue(data: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(data)) return data.map((each, place) => (place === key ? withValue(each, rest, value) : each));
  const record = (data ?? {}) as Data;
  return { ...record, [key]: withValue(Object.hasOwn(record, key) ? record[key] : undefined, rest, value) };
}

/** What stands in the fragment of an address, so that a link holds the change and no server sees it. */
export function whatIfText(whatIf: WhatIf): string {
  return `draft=${encodeURIComponent(JSON.stringify(whatIf))}`;
}

/** Reads it back; undefined where it is none. A change is checked when it is loaded, here only its form is. */
export function readWhatIf(fragment: string): WhatIf | undefined {
  const text = new URLSearchParams(fragment.replace(/^#/, '')).get('draft');
  if (text === null || text.length > 20_000) return undefined;
  try {
    const read = JSON.parse(text) as Partial<WhatIf>;
    const { from, document, clause, edits } = read;
    if (typeof from !== 'string' || typeof document !== 'string' || typeof clause !== 'string') return undefined;
    if (!Array.isArray(edits) || !edits.every(isEdit)) return undefined;
    return { from, document, clause, edits };
  } catch {
    return undefined;
  }
}

const isEdit = (edit: unknown): edit is Edit => {
  const { of, name, path, value } = (edit ?? {}) as Partial<Edit>;
  return (
    (of === 'parameter' || of === 'rule') &&
    typeof name === 'string' &&
    Array.isArray(path) &&
    path.every((key) => (typeof key === 'string' && !forbidden.has(key)) || Number.isInteger(key)) &&
    (typeof value === 'number' || typeof value === 'string')
  );
};

const forbidden: ReadonlySet<unknown> = new Set(['__proto__', 'constructor', 'prototype']);
