import { isRecord } from './read.ts';

/** Whom the rules of one list of entities are asked of. */
export interface Present {
  /** The place of the list among those that rules ask. */
  readonly place: number;
  readonly entity: string;
}

/** Finds whom rules ask in a case: of several entities the first that is there. Worked out once for each set of entities. */
export class Presence {
  /** What each entity adds to the number of a set: a power of two. */
  private readonly weights: ReadonlyMap<string, number>;
  private readonly asking: readonly (readonly string[])[];
  private readonly known = new Map<number, readonly Present[]>();

  constructor(asking: readonly (readonly string[])[]) {
    this.asking = asking;
    this.weights = new Map([...new Set(asking.flat())].map((entity, place) => [entity, 2 ** place]));
  }

  /** @param persons is there somebody who can be asked as a person? */
  of(objects: Readonly<Record<string, unknown>>, persons: boolean): readonly Present[] {
    let set = persons ? (this.weights.get('person') ?? 0) : 0;
    for (const entity of Object.keys(objects)) {
      if (entity !== 'person' && isRecord(objects[entity])) set += this.weights.get(entity) ?? 0;
    }
    let present = this.known.get(set);
    if (present === undefined) {
      present = this.asking.flatMap((entities, place) => {
        const entity = entities.find((each) => Math.floor(set / (this.weights.get(each) as number)) % 2 === 1);
        return entity === undefined ? [] : [{ place, entity }];
      });
      this.known.set(set, present);
    }
    return present;
  }
}
