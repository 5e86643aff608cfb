import { pending } from '../compile/frame.ts';
import type { FactModel, ValueKind } from '../model/policy.ts';
import { type FactColumn, numberOfDay } from './columns.ts';

/** What stands for an unknown number or day where whole numbers of 32 bits are kept. */
const unknown32 = -2_147_483_648;
const largest32 = 2_147_483_647;

type Model = Pick<FactModel, 'name' | 'kind' | 'scale' | 'codes'>;

/** The texts by which people and households are named: no facts, but kept so that a row can be found again. */
export function idWriter(name: string): ColumnWriter {
  return new ColumnWriter({ name, kind: 'text', scale: 1 });
}

/** Gathers the values of one fact, row by row. */
export class ColumnWriter {
  readonly name: string;
  private readonly model: Model;
  private readonly classes: number[] = [];
  private readonly numbers: ReadonlyMap<unknown, number>;
  private readonly distinct = new Map<string, number>();
  private readonly values: (string | readonly unknown[])[] = [];
  private anyKnown = false;
  private fits = true;

  constructor(model: Model) {
    this.name = model.name;
    this.model = model;
    this.numbers = new Map(model.codes?.map((code, place) => [code, place + 1]));
  }

  add(value: unknown): void {
    if (value === undefined || value === pending) {
      this.classes.push(this.isNumeric() ? Number.NaN : 0);
      return;
    }
    this.anyKnown = true;
    this.classes.push(this.held(value));
  }

  /** Undefined where nothing is known: a fact without a column is unknown. */
  column(): FactColumn | undefined {
    if (!this.anyKnown) return undefined;
    const { kind, scale, codes = [] } = this.model;
    switch (kind) {
      case 'boolean':
        return { kind, classes: Uint8Array.from(this.classes) };
      case 'code':
        return { kind, codes, classes: Uint8Array.from(this.classes) };
      case 'number':
        return this.fits
          ? { kind, scale, steps: this.whole(), unknown: unknown32 }
          : { kind, scale, steps: Float64Array.from(this.classes), unknown: Number.NaN };
      case 'date':
        return { kind, days: this.whole(), unknown: unknown32 };
      default:
        return { kind, values: this.values, places: Uint32Array.from(this.classes) };
    }
  }

  private isNumeric(): boolean {
    return this.model.kind === 'number' || this.model.kind === 'date';
  }

  private held(value: unknown): number {
    const kind: ValueKind = this.model.kind;
    switch (kind) {
      case 'boolean':
        return value === true ? 1 : 2;
      case 'code':
        return this.numbers.get(value) as number;
      case 'number':
        this.fits &&= Math.abs(value as number) <= largest32;
        return value as number;
      case 'date':
        return numberOfDay(value as string);
      default:
        return this.placeOf(value as string | readonly unknown[]);
    }
  }

  private placeOf(value: string | readonly unknown[]): number {
    const key = typeof value === 'string' ? value : JSON.stringify(value);
    let place = this.distinct.get(key);
    if (place === undefined) {
      place = this.values.push(value);
      this.distinct.set(key, place);
    }
    return place;
  }

  private whole(): Int32Array {
    return Int32Array.from(this.classes, (value) => (Number.isNaN(value) ? unknown32 : value));
  }
}
