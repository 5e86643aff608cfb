import { type Difference, timeline } from '@jingzhun/rules/compare';
import { say } from '../calculator/say.ts';
import { figureValue } from './figure-value.ts';
import type { PolicyVoice } from './policy-voice.ts';
import type { Release } from './release.ts';

/** The days between which a policy stays the same, in words. */
export interface RegimeView {
  readonly span: string;
  readonly inForce: number;
  readonly starts: Turned;
  readonly ends: Turned;
  /** Figures that begin to hold: named where they are few, else the provisions that use them tell. */
  readonly begun: { readonly count: number; readonly named: readonly string[] };
  readonly changes: readonly string[];
}

/** Provisions that start or end: named where they are few, else counted by section. */
export interface Turned {
  readonly count: number;
  readonly provisions: readonly { readonly id: string; readonly title: string }[];
  readonly sections: readonly { readonly name: string; readonly clause: string; readonly count: number }[];
}

const fewest = 8;

export function regimesOf(release: Release, voice: PolicyVoice): readonly RegimeView[] {
  const titles = new Map(
    release.text.sections.flatMap(({ provisions }) => provisions.map(({ id, title }) => [id, title[voice.language]])),
  );
  const sectionNames = Object.keys(release.files.sections);
  const turned = (ids: readonly string[]): Turned => {
    const few = ids.length <= fewest;
    const within = new Set(ids);
    return {
      count: ids.length,
      provisions: few ? ids.map((id) => ({ id, title: titles.get(id) ?? id })) : [],
      sections: few
        ? []
        : release.text.sections.flatMap(({ clause, provisions }, place) => {
            const count = provisions.filter(({ id }) => within.has(id)).length;
            return count === 0 ? [] : [{ name: sectionNames[place] ?? '', clause, count }];
          }),
    };
  };
  return timeline(release).regimes.map(({ from, to, inForce, starts, ends, changes }) => {
    const begun = changes.filter(isBegun);
    return {
      span: to === null ? say(voice.words.timeline.from, { from }) : say(voice.words.timeline.span, { from, to }),
      inForce,
      starts: turned(starts),
      ends: turned(ends),
      begun: { count: begun.length, named: begun.length <= fewest ? begun.map((each) => changed(each, voice)) : [] },
      changes: changes.filter((each) => !isBegun(each)).map((each) => changed(each, voice)),
    };
  });
}

const isBegun = ({ of, part, before }: Difference): boolean =>
  of === 'parameter' && part[0] === 'value' && before === undefined;

function changed({ title, name, of, part, before, after }: Difference, voice: PolicyVoice): string {
  const { timeline: words } = voice.words;
  const named = title ?? { zh: name, en: name };
  const label = named[voice.language];
  if (of !== 'parameter' || part[0] !== 'value') return say(words.other, { title: label });
  const file = voice.parameters.get(name);
  const by = file !== undefined && 'by' in file ? file.by : undefined;
  const code = part[1];
  const value = (of: unknown): string =>
    figureValue(of as string | number, { title: named, unit: file?.unit, by }, voice);
  const full = code === undefined || by === undefined ? label : `${label} ${voice.describe.value(by, code)}`;
  if (after === undefined) return say(words.isOver, { title: full });
  const shown = before === undefined ? value(after) : `${value(before)} → ${value(after)}`;
  return say(words.begins, { title: full, value: shown });
}
