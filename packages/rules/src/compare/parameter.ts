import type { ParameterFile, ParameterValue } from '@jingzhun/schemas';
import { addDays } from '../values/dates.ts';
import { recordPieces, rewritten } from './part.ts';
import { always, piecesByPeriod, type Slice } from './periods.ts';
import { type Data, type Piece, type Place, same } from './piece.ts';

interface Placed {
  readonly entry: ParameterValue;
  readonly index: number;
}

/** What differs between two states of a parameter: its values by period and code, its unit, its formula. */
export function parameterPieces(
  before: ParameterFile,
  after: ParameterFile,
  place: Place,
  days: { readonly before?: string | undefined; readonly after?: string | undefined },
): Piece[] {
  const { values: old, ...first } = before as Data;
  const { values: now, ...second } = after as Data;
  const own = recordPieces(first, second, place);
  const values = piecesByPeriod(slicesOf(before, days.before), slicesOf(after, days.after), (a, b) =>
    valuePieces(a, b, place),
  );
  const found = [...values, ...own];
  if (found.length > 0 || days.before !== undefined || same(old, now)) return found;
  return [rewritten(old, now, { ...place, part: [...place.part, 'values'] })];
}

function valuePieces(before: Placed | undefined, after: Placed | undefined, place: Place): Piece[] {
  const at = (placed: Placed | undefined) => ['values', placed?.index ?? 0];
  const inside = { ...place, before: [...place.before, ...at(before)], after: [...place.after, ...at(after)] };
  const content = ({ from: _, to: __, ...rest }: Partial<ParameterValue> = {}): Data => rest;
  const amendedBy = (after ?? before)?.entry.amendedBy;
  return recordPieces(content(before?.entry), content(after?.entry), inside).map((piece) =>
    amendedBy === undefined ? piece : { ...piece, amendedBy },
  );
}

/** A parameter's values, each with the days between which it holds; with a day, the one that holds then. */
function slicesOf(file: ParameterFile, day: string | undefined): Slice<Placed>[] {
  const values = 'values' in file ? file.values : [];
  const slices = values.map((entry, index): Slice<Placed> => {
    const next = values[index + 1];
    return {
      from: entry.from,
      to: entry.to ?? (next === undefined ? null : addDays(next.from, -1)),
      value: { entry, index },
    };
  });
  if (day === undefined) return slices;
  const found = slices.findLast(({ from, to }) => from <= day && (to === null || day <= to));
  return found === undefined ? [] : always(found.value);
}
