import type { Path, SourceFile } from '../load/faults.ts';
import type { PolicySource } from '../load/load.ts';
import { addDays, isDay } from '../values/dates.ts';

/** What was amiss in a policy's files and was completed, so that the rest can be looked at. */
export interface Note {
  readonly kind: 'uncited' | 'swapped-bound' | 'day-with-two-laws';
  readonly about: { readonly parameter: string } | { readonly provision: string } | { readonly policy: true };
  /** Of a value or an amendment: its first day; of a swapped bound, the day that should come first. */
  readonly from?: string;
  readonly to?: string | null;
  /** Where it stands in the file, as the loader tells it. */
  readonly path: string;
  readonly file: string;
  readonly line?: number;
}

type At = (path: Path) => Pick<Note, 'path' | 'file' | 'line'>;

type Data = Record<string, unknown>;

/** Stands for a citation that is missing. */
export const noQuote = '0'.repeat(64);

interface Period {
  from: string;
  to?: string;
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
const entriesOf = (value: unknown): [string, Data][] =>
  isData(value) ? Object.entries(value).filter((entry): entry is [string, Data] => isData(entry[1])) : [];

/** A copy of a policy's files in which what the loader refuses, and an analysis can say more about, is put right. */
export function mend(source: PolicySource): { readonly source: PolicySource; readonly notes: readonly Note[] } {
  const notes: Note[] = [];
  const mended = (file: SourceFile, change: (data: Data, at: At) => void): SourceFile => {
    const data = JSON.parse(JSON.stringify(file.data ?? null)) as unknown;
    const at: At = (keys) => {
      const place = { path: keys.join('.'), file: file.file };
      const line = file.lineOf?.(keys);
      return line === undefined ? place : { ...place, line };
    };
    if (isData(data)) change(data, at);
    return { ...file, data };
  };
  const policy = mended(source.policy, (data, at) => {
    turn(data.force, (days) =>
      notes.push({ kind: 'swapped-bound', about: { policy: true }, ...days, ...at(['force']) }),
    );
  });
  const sections = source.sections.map((file) =>
    mended(file, (data, at) => {
      for (const [name, parameter] of entriesOf(data.parameters)) mendParameter(name, parameter, notes, at);
      for (const key of ['rules', 'listed']) {
        for (const [id, provision] of entriesOf(data[key])) {
          const about = { provision: id };
          turn(provision.force, (days) =>
            notes.push({ kind: 'swapped-bound', about, ...days, ...at([key, id, 'force']) }),
          );
          cite(provision, () => notes.push({ kind: 'uncited', about, ...at([key, id]) }));
          (Array.isArray(provision.amended) ? provision.amended : []).forEach((amended, place) => {
            const from = isData(amended) ? { from: String(amended.from) } : {};
            cite(amended, () => notes.push({ kind: 'uncited', about, ...from, ...at([key, id, 'amended', place]) }));
          });
        }
      }
    }),
  );
  return { source: { policy, sections }, notes };
}

function cite(part: unknown, note: () => void): void {
  if (!isData(part) || (part.quoteSha256 !== undefined && part.quoteSha256 !== null && part.quoteSha256 !== '')) return;
  part.quoteSha256 = noQuote;
  note();
}

/** Turns a period round that ends before it begins. */
function turn(force: unknown, note: (days: { from: string; to: string }) => void): void {
  if (!isData(force) || !isDay(force.from) || !isDay(force.to) || force.from <= force.to) return;
  const { from, to } = force;
  force.from = to;
  force.to = from;
  note({ from, to });
}

function mendParameter(name: string, parameter: Data, notes: Note[], at: At): void {
  if (!Array.isArray(parameter.values)) return;
  const about = { parameter: name };
  const values = parameter.values.filter(isData);
  values.forEach((value, place) => {
    const path = ['parameters', name, 'values', place];
    turn(value, (days) => notes.push({ kind: 'swapped-bound', about, ...days, ...at(path) }));
    cite(value, () => notes.push({ kind: 'uncited', about, from: String(value.from), ...at(path) }));
  });
  if (!values.every((value) => isDay(value.from))) return;
  const ordered = [...values].sort((a, b) => (String(a.from) < String(b.from) ? -1 : 1)) as unknown as Period[];
  ordered.forEach((value, place) => {
    const next = ordered[place + 1];
    if (next === undefined) return;
    const inOrder = values.indexOf(value as never) < values.indexOf(next as never) && value.from < next.from;
    const overlaps = value.to === undefined ? !inOrder : value.to >= next.from;
    if (overlaps) {
      const to = value.to === undefined || (next.to !== undefined && next.to < value.to) ? (next.to ?? null) : value.to;
      notes.push({
        kind: 'day-with-two-laws',
        about,
        from: next.from,
        to,
        ...at(['parameters', name, 'values', values.indexOf(next as never)]),
      });
      // The later one stands from its day on.
      value.to = addDays(next.from, -1);
    }
  });
  parameter.values = ordered.filter(({ from, to }) => to === undefined || from <= to);
}

export interface Hole {
  readonly parameter: string;
  readonly from: string;
  readonly to: string | null;
  /** The first day of the value that is taken instead: the one before, or else the first. */
  readonly nearest: string;
  readonly path: string;
}

/** The days between its values, before the first and after the last, on which a printed parameter has none. */
export function holesIn({ sections }: PolicySource): readonly Hole[] {
  return sections.flatMap(({ data }) =>
    entriesOf(isData(data) ? data.parameters : undefined).flatMap(([parameter, { values }]) => {
      if (!Array.isArray(values)) return [];
      const periods = values as Period[];
      const path = `parameters.${parameter}`;
      const first = periods[0]?.from ?? '1900-01-02';
      const holes: Hole[] = [{ parameter, path, from: '1900-01-01', to: addDays(first, -1), nearest: first }];
      periods.forEach(({ from, to }, place) => {
        const about = { parameter, path, nearest: from };
        if (to === undefined) return;
        const next = periods[place + 1]?.from;
        if (next === undefined) holes.push({ ...about, from: addDays(to, 1), to: null });
        else if (addDays(to, 1) < next) holes.push({ ...about, from: addDays(to, 1), to: addDays(next, -1) });
      });
      return holes;
    }),
  );
}

/** The same files with every hole filled by the value before it, or by the first. */
export function filled({ policy, sections }: PolicySource): PolicySource {
  return {
    policy,
    sections: sections.map((file) => {
      const data = JSON.parse(JSON.stringify(file.data ?? null)) as unknown;
      for (const [, { values }] of entriesOf(isData(data) ? data.parameters : undefined)) {
        if (!Array.isArray(values)) continue;
        (values as Period[]).forEach((value, place) => {
          delete value.to;
          if (place === 0) value.from = '1900-01-01';
        });
      }
      return { ...file, data };
    }),
  };
}
