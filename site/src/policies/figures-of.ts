import type { RuleVersion } from '@jingzhun/rules/load';
import { type Figure, figureOf } from './figure.ts';
import type { PolicyVoice } from './policy-voice.ts';

/** The parameters that a version names, each once, in the order in which they stand. */
export function figuresOf(version: RuleVersion, voice: PolicyVoice): readonly Figure[] {
  const names = new Set<string>();
  const { scope, when, due, items, delivered, grant, require, state } = version;
  for (const name of namesIn({ scope, when, due, items, delivered, grant, require, state }, voice)) names.add(name);
  return [...names].map((name) => figureOf(name, voice));
}

function namesIn(part: unknown, voice: PolicyVoice): string[] {
  if (typeof part === 'string') {
    // Formulas and names of parameters are told from other words by what they name.
    return (part.match(/[A-Za-z_]\w*(?:[.-][A-Za-z0-9_]+)*/g) ?? []).filter((word) => voice.parameters.has(word));
  }
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    if (key === 'condition' && typeof value === 'string') return namesIn(voice.named(value), voice);
    return silent.has(key) ? [] : namesIn(value, voice);
  });
}

const silent = new Set(['title', 'what', 'unit', 'per', 'every', 'comparator', 'fact', 'operator', 'key', 'zh', 'en']);
