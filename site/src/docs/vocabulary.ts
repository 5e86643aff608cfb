import { type Code, type Entity, type EntityName, type Field, vocabulary } from '@jingzhun/schemas';

/** The entities in the order of forms, with their names. */
export const entities = Object.entries(vocabulary.entities) as [EntityName, Entity][];

/** `workTeam` -> `work-team`, for addresses and anchors. */
export function slugOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/**
 * What a roster may say for a code besides its name, and be understood: not what leaves several codes open, nor several
 * of the spellings in one.
 */
export function spellingsOf({ aliases = [] }: Code): string[] {
  const spellings = aliases.flatMap((alias) => (typeof alias === 'string' ? [alias] : alias.ask ? [] : [alias.as]));
  return spellings.filter((spelling) => {
    const parts = spelling.split('、');
    return parts.length === 1 || !parts.every((part) => spellings.includes(part));
  });
}

/** What stands over the column of a field in rosters besides its name, which always may. */
export function otherHeadingsOf({ aliases = [], zh }: Field): string[] {
  return aliases.filter((alias) => alias !== zh);
}

/** `workTeam` -> `work team`, for shapes, which have no other English name. */
export function spacedName(name: string): string {
  return slugOf(name).replaceAll('-', ' ');
}
