import type { Condition } from '@jingzhun/schemas';
import type { PolicyVoice } from './policy-voice.ts';

/** A condition in words, nested as it is built. */
export type Outline =
  | { readonly group: 'all' | 'any' | 'not' | 'notAll' | 'none'; readonly of: readonly Outline[] }
  | { readonly whose?: string; readonly text: string };

/**
 * Puts a condition into words. Named conditions are written out; a group of one is that one, and a group directly inside
 * one of its own kind is part of it. `about`: the entity spoken of, whose facts need no name before them.
 */
export function outlineOf(condition: Condition, voice: PolicyVoice, about: string): Outline {
  if ('all' in condition) return joined('all', condition.all, voice, about);
  if ('any' in condition) return joined('any', condition.any, voice, about);
  if ('not' in condition) return opposite(outlineOf(condition.not, voice, about));
  if ('condition' in condition) return outlineOf(voice.named(condition.condition), voice, about);
  const [entity = ''] = condition.fact.split('.');
  const whose = voice.whose(entity, about);
  return { ...(whose === undefined ? {} : { whose }), text: voice.leaf(condition, about) };
}

/** What must not be. Of a group one heading says it, not one above the other. */
function opposite(outline: Outline): Outline {
  if (!('group' in outline)) return { group: 'not', of: [outline] };
  if (outline.group === 'all') return { group: 'notAll', of: outline.of };
  return outline.group === 'any' ? { group: 'none', of: outline.of } : { group: 'not', of: [outline] };
}

function joined(group: 'all' | 'any', conditions: readonly Condition[], voice: PolicyVoice, about: string): Outline {
  const of = conditions.flatMap((each) => {
    const outline = outlineOf(each, voice, about);
    return 'group' in outline && outline.group === group ? outline.of : [outline];
  });
  return of.length === 1 ? (of[0] as Outline) : { group, of };
}
