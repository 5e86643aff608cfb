/** A place in a text at which a provision's sentence stands: from its first sign to after its last. */
export interface Cited {
  readonly start: number;
  readonly end: number;
  /** Place of the provision on the page. */
  readonly provision: number;
}

/** A piece of a text in which the same provisions are cited throughout. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Those cited here, the one with the shortest sentence first; none where nothing is cited. */
  readonly provisions: readonly number[];
}

/** Cuts a text wherever a cited sentence begins or ends: sentences may stand inside others, or be cited several times. */
export function piecesOf(length: number, cited: readonly Cited[]): readonly Piece[] {
  const cuts = [...new Set([0, length, ...cited.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, place) => {
    const end = cuts[place + 1] as number;
    const here = cited.filter((each) => each.start <= start && end <= each.end);
    here.sort((a, b) => a.end - a.start - (b.end - b.start) || a.provision - b.provision);
    return { start, end, provisions: [...new Set(here.map(({ provision }) => provision))] };
  });
}
