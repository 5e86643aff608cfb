import { type Entity, type EntityName, vocabulary } from '@jingzhun/schemas';

/** The entities in the order of forms, with their names. */
export const entities = Object.entries(vocabulary.entities) as [EntityName, Entity][];

/** `workTeam` -> `work-team`, for addresses and anchors. */
export function slugOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** `workTeam` -> `work team`, for sets of codes and shapes, which have no other English name. */
export function spacedName(name: string): string {
  return slugOf(name).replaceAll('-', ' ');
}
