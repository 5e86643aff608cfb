type Numbers =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** A list of numbers without a box around each: it grows as it is filled. */
export class NumberList<Kind extends Numbers> {
  length = 0;
  private room: Kind;
  private readonly make: (length: number) => Kind;

  constructor(make: (length: number) => Kind) {
    this.make = make;
    this.room = make(1024);
  }

  push(value: number): void {
    if (this.length === this.room.length) {
      const wider = this.make(this.length * 2);
      wider.set(this.room as never);
      this.room = wider;
    }
    this.room[this.length++] = value;
  }

  at(place: number): number {
    return this.room[place] as number;
  }
}

/** One bit for each of `length` things. */
export class Flags {
  count = 0;
  private readonly bytes: Uint8Array;

  constructor(length: number) {
    this.bytes = new Uint8Array(Math.ceil(length / 8));
  }

  set(place: number): void {
    const byte = this.bytes[place >> 3] as number;
    const bit = 1 << (place & 7);
    if ((byte & bit) !== 0) return;
    this.bytes[place >> 3] = byte | bit;
    this.count++;
  }

  has(place: number): boolean {
    return ((this.bytes[place >> 3] as number) & (1 << (place & 7))) !== 0;
  }
}
