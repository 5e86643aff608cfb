import type { AmendedFile, RuleFile } from '@jingzhun/schemas';
import { type RuleVersion, versionsOf } from '../load/versions.ts';
import { addDays } from '../values/dates.ts';
import { deeper, partPieces, recordPieces, rewritten } from './part.ts';
import { always, piecesByPeriod, type Slice } from './periods.ts';
import { type Data, type Piece, type Place, piece, same } from './piece.ts';

/** A rule with the force of its policy, and the day on which it is looked at, if any. */
export interface DatedRule {
  readonly file: RuleFile;
  readonly around: { readonly from: string; readonly to?: string | null | undefined };
  readonly on?: string | undefined;
}

/** The first and the last day of a rule, both included. */
function forceOf({ file, around }: DatedRule): { from: string; to: string | null } {
  return {
    from: file.force?.from ?? around.from,
    to: (file.force?.to === undefined ? around.to : file.force.to) ?? null,
  };
}

/** Whether a rule is in force on its day; always where none was chosen. */
export function isInForce(rule: DatedRule): boolean {
  if (rule.on === undefined) return true;
  const { from, to } = forceOf(rule);
  return from <= rule.on && (to === null || rule.on <= to);
}

/** Parts that a later document can change. */
const amendable = [
  'scope',
  'when',
  'items',
  'each',
  'due',
  'delivered',
  'grant',
  'require',
  'state',
  'amendedBy',
  'quoteSha256',
] as const;
type Amendable = (typeof amendable)[number];
const tests: readonly string[] = ['when', 'items', 'each'];

/** What differs between two states of a rule. Where it was amended, each difference says from when to when it holds. */
export function rulePieces(before: DatedRule, after: DatedRule, place: Place): Piece[] {
  const [was, is] = [isInForce(before), isInForce(after)];
  if (was !== is) return [piece(was, is, { ...place, part: ['inForce'] }, { change: 'changed' })];
  if (!was) return [];
  const dated = before.on !== undefined;
  const lasting = (file: Data): string[] =>
    Object.keys(file).filter((key) => !['force', 'amended', ...amendable].includes(key));
  const keys = [...new Set([...lasting(after.file), ...lasting(before.file)])];
  const found = [
    ...recordPieces(before.file, after.file, place, keys),
    ...(dated || same(before.file.force, after.file.force) ? [] : [forcePiece(before, after, place)]),
    ...piecesByPeriod(slicesOf(before), slicesOf(after), (a, b) => versionPieces(a, b, place)),
  ];
  if (found.length > 0 || dated || same(before.file.amended, after.file.amended)) return found;
  return [rewritten(before.file.amended, after.file.amended, deeper(place, 'amended'))];
}

/** The days it comes to, though only one of them may be written on the rule. */
function forcePiece(before: DatedRule, after: DatedRule, place: Place): Piece {
  const at = deeper(place, 'force');
  const [old, now] = [forceOf(before), forceOf(after)];
  if (same(old, now)) return rewritten(before.file.force, after.file.force, at);
  const side = after.file.force === undefined ? 'before' : 'after';
  return piece(old, now, at, { side, path: at[side] });
}

/** A rule as it reads between two amendments, with the number of amendments up to then. */
interface Version {
  readonly read: RuleVersion;
  readonly amended: readonly AmendedFile[];
}

function slicesOf({ file, on }: DatedRule): Slice<Version>[] {
  const amended = file.amended ?? [];
  const slices = versionsOf(file).map((read, index): Slice<Version> => {
    const next = amended[index];
    return {
      from: amended[index - 1]?.from ?? '',
      to: next === undefined ? null : addDays(next.from, -1),
      value: { read, amended: amended.slice(0, index) },
    };
  });
  if (on === undefined) return slices;
  const found = slices.findLast(({ from, to }) => from <= on && (to === null || on <= to));
  return found === undefined ? [] : always(found.value);
}

function versionPieces(before: Version | undefined, after: Version | undefined, place: Place): Piece[] {
  return amendable.flatMap((key) => {
    const at = deeper(place, key, originOf(before, key), originOf(after, key));
    return partPieces(key, before?.read[key], after?.read[key], at).map((each) => {
      const version = each.side === 'after' ? after : before;
      const amendedBy = version?.amended[amendmentOf(version, key)]?.amendedBy;
      return amendedBy === undefined ? each : { ...each, amendedBy };
    });
  });
}

/** The last amendment that says something of a part; -1 where it stands as first written. */
function amendmentOf({ amended }: Version, key: Amendable): number {
  return amended.findLastIndex((each) => key in each || (tests.includes(key) && tests.some((test) => test in each)));
}

function originOf(version: Version | undefined, key: Amendable): (string | number)[] {
  const index = version === undefined ? -1 : amendmentOf(version, key);
  return index < 0 ? [key] : ['amended', index, key];
}
