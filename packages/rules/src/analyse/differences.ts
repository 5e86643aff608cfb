/** Quantities, told apart by a key, and what is known of how far they lie apart. All are whole numbers: steps, or days. */
export class Differences {
  private readonly places = new Map<string, number>([['', 0]]);
  private readonly edges: (readonly [number, number, number])[] = [];

  /** `a - b` is at most `most`; an empty key stands for zero. */
  atMost(a: string, b: string, most: number): void {
    if (!Number.isFinite(most)) return;
    this.edges.push([this.placeOf(a), this.placeOf(b), Math.floor(most)]);
  }

  /** Can no numbers meet all of it? Then going round some circle of differences comes out below zero. */
  contradict(): boolean {
    const far = new Array<number>(this.places.size).fill(0);
    for (let round = 0; round <= far.length; round++) {
      let changed = false;
      for (const [a, b, most] of this.edges) {
        const through = (far[b] as number) + most;
        if (through >= (far[a] as number)) continue;
        far[a] = through;
        changed = true;
      }
      if (!changed) return false;
    }
    return true;
  }

  private placeOf(key: string): number {
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.places.size);
    return this.places.size - 1;
  }
}
