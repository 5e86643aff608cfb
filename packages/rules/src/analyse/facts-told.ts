import { type Bilingual, type Case, fieldOf } from '@jingzhun/schemas';
import type { Words } from './words.ts';

/** How many entries of a list are told one by one. */
const mostEntries = 3;

/** The facts of a case, each with its label and value as people say them. */
export function factsTold(input: Case, words: Words): readonly Bilingual[] {
  return Object.entries(input).flatMap(([entity, value]): readonly Bilingual[] => {
    if (entity === 'roster')
      return entriesTold({ zh: '花名册', en: 'roster' }, value as readonly object[], (each) =>
        factsTold(each as Case, words),
      );
    const facts = inside(entity, value as object, words);
    return facts.length > 0
      ? facts
      : [{ zh: `资料中有${words.entity(entity).zh}`, en: `there is a ${words.entity(entity).en}` }];
  });
}

function inside(name: string, object: object, words: Words): readonly Bilingual[] {
  return Object.entries(object).flatMap(([key, value]): readonly Bilingual[] => {
    const fact = `${name}.${key}`;
    if (Array.isArray(value) && value.some((entry) => typeof entry === 'object')) {
      const shape = fact === 'household.members' ? 'person' : (fieldOf(fact)?.items?.shape ?? key);
      const label = fact === 'household.members' ? { zh: '成员', en: 'member' } : words.fact(fact);
      return entriesTold(label, value, (entry) => inside(shape, entry, words));
    }
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return inside(fact, value, words);
    const said = Array.isArray(value) && value.length === 0 ? { zh: '无', en: 'none' } : words.value(fact, value);
    const label = words.fact(fact);
    return [{ zh: `${label.zh}：${said.zh}`, en: `${label.en}: ${said.en}` }];
  });
}

/** Entries of a list; of one alone, only what it holds. */
function entriesTold(
  label: Bilingual,
  entries: readonly object[],
  tell: (entry: object) => readonly Bilingual[],
): readonly Bilingual[] {
  const told = entries.slice(0, mostEntries).map(tell);
  if (entries.length === 1 && told[0] !== undefined && told[0].length > 0) return told[0];
  const lines = told.map((facts, place) => ({
    zh: `${label.zh}${place + 1}${facts.length === 0 ? '' : `（${facts.map(({ zh }) => zh).join('，')}）`}`,
    en: `${label.en} ${place + 1}${facts.length === 0 ? '' : ` (${facts.map(({ en }) => en).join(', ')})`}`,
  }));
  if (entries.length <= mostEntries) return lines;
  return [...lines, { zh: `${label.zh}共 ${entries.length} 项`, en: `${entries.length} of ${label.en} in all` }];
}
