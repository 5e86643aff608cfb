import { draftFrom } from '@jingzhun/rules/load';
import { parse } from 'yaml';
import source from '../../../examples/amendment/draft.yaml?raw';
import type { Edit, WhatIf } from './what-if.ts';

/** The amendment that the repository walks through, as a change that can be tried out. Read while pages are built. */
export function amendmentExample(): {
  readonly policy: string;
  readonly base: string;
  readonly text: { zh: string; en: string };
  readonly whatIf: WhatIf;
} {
  const { policy, base, from = '', changes, sections } = draftFrom({ file: 'draft.yaml', data: parse(source) });
  const figures = Object.values(sections).flatMap((section) =>
    Object.entries((section?.parameters ?? {}) as Readonly<Record<string, { values: readonly Value[] }>>),
  );
  const edits = figures.flatMap(([name, { values }]) =>
    values.map(({ value }): Edit => ({ of: 'parameter', name, path: [], value })),
  );
  const [change] = changes;
  const by = figures[0]?.[1].values[0]?.amendedBy;
  if (change === undefined || by === undefined || edits.length === 0) throw new Error('the example changes no figure');
  return { policy, base, text: { zh: change.zh, en: change.en }, whatIf: { from, ...by, edits } };
}

interface Value {
  readonly value: number | string;
  readonly amendedBy: { readonly document: string; readonly clause: string };
}
