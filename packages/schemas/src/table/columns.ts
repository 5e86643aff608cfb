import { nearestName } from '../nearest-name.ts';
import type { Problem } from '../problem.ts';
import { vocabulary } from '../vocabulary.gen.ts';
import { type Field, fieldOf } from '../vocabulary.ts';

/** One row holds a person, or a household. */
export type Layout = 'person' | 'household';

/** A column of the table and the field it fills. */
export interface Column {
  /** Place in the row, from 0. */
  readonly index: number;
  readonly header: string;
  readonly entity: Layout;
  readonly field: Field;
  /** Such as `person.schoolStage`. */
  readonly name: string;
  /** `exact`: the header is one of the field's names; `normalised`: it is but for width, spaces, brackets, a unit and the like. */
  readonly confidence: 'exact' | 'normalised';
}

/** A column that fills no field, with the field that may have been meant. */
export interface UnmatchedColumn {
  readonly index: number;
  readonly header: string;
  /** Its Chinese label. */
  readonly meant?: string;
  /** Its name, such as `person.schoolStage`. */
  readonly meantName?: string;
}

export interface ColumnMatch {
  readonly layout: Layout;
  readonly columns: readonly Column[];
  readonly unmatched: readonly UnmatchedColumn[];
  /** Why the table cannot be used as it is; empty when it can. */
  readonly problems: readonly Problem[];
}

interface Candidate {
  readonly entity: Layout;
  readonly field: Field;
}

/**
 * Headers are compared without regard to width, white space, case, the kind of brackets and a mark for what must be filled in.
 *
 * @example
 * plainHeader(' 人均纯收入（元）* '); // '人均纯收入(元)'
 */
export function plainHeader(header: string): string {
  return header
    .replace(/^\uFEFF/, '')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[[{【〔「『]/g, '(')
    .replace(/[\]}】〕」』]/g, ')')
    .replace(/^\*+|\*+$/g, '')
    .toLowerCase();
}

const layouts: readonly Layout[] = ['person', 'household'];

function namesOf({ key, zh, aliases = [] }: Field, entity: Layout): string[] {
  return [`${entity}.${key}`, key, zh, ...aliases];
}

/** A record has no cell of its own; its fields have. */
const isCell = ({ type, items }: Field): boolean => type !== 'record' && items?.type !== 'record';

let index: ReadonlyMap<string, readonly Candidate[]> | undefined;

function candidates(): ReadonlyMap<string, readonly Candidate[]> {
  if (index !== undefined) return index;
  const all = new Map<string, Candidate[]>();
  for (const entity of layouts) {
    for (const field of Object.values(vocabulary.entities[entity].fields)) {
      if (!isCell(field)) continue;
      for (const name of new Set(namesOf(field, entity).map(plainHeader))) {
        all.set(name, [...(all.get(name) ?? []), { entity, field }]);
      }
    }
  }
  index = all;
  return all;
}

/** Fields inside keyed records, such as `household.nineMeasures.education.applicable`: by their full name. */
function byFullName(header: string): readonly Candidate[] {
  const name = header.trim();
  const entity = layouts.find((each) => name.startsWith(`${each}.`));
  const field = entity && fieldOf(name);
  return entity !== undefined && field !== undefined && isCell(field) ? [{ entity, field }] : [];
}

/** A unit in brackets at the end says nothing new as long as it is the field's own: （元）, but not （万元）. */
function withoutUnit(plain: string): readonly Candidate[] {
  const [, name, unit] = /^(.+)\(([^()]+)\)$/.exec(plain) ?? [];
  if (name === undefined || unit === undefined) return [];
  return (candidates().get(name) ?? []).filter(({ field }) => {
    const own = field.unit === undefined ? [] : [vocabulary.units[field.unit]];
    const words = field.type === 'yuan' ? [...own, '元'] : field.type === 'months' ? [...own, '月'] : own;
    return words.some((word) => plainHeader(word) === unit);
  });
}

function meantBy(header: string): readonly Candidate[] {
  const plain = plainHeader(header);
  const found = candidates().get(plain) ?? [];
  if (found.length > 0) return found;
  const unit = withoutUnit(plain);
  return unit.length > 0 ? unit : byFullName(header);
}

const isHouseholdKey = ({ entity, field }: Candidate): boolean =>
  (entity === 'household' && field.key === 'id') || (entity === 'person' && field.to === 'household');

/** Of a header that names fields of both entities, those of the row's. The key of the household is the household's in both. */
function settle(found: readonly Candidate[], layout: Layout): readonly Candidate[] {
  if (found.length > 0 && found.every(isHouseholdKey)) {
    const field = fieldOf('household.id');
    return field === undefined ? [] : [{ entity: 'household', field }];
  }
  const own = found.filter(({ entity }) => entity === layout);
  return own.length > 0 ? own : found;
}

const problem = (code: string, path: string, zh: string, en: string): Problem => ({ code, path, zh, en });

/**
 * Headers can be anything, also a person's row where the header row is missing: long or numeric ones are not repeated.
 *
 * @example
 * showHeader('440232199001011234'); // '…'
 */
export const showHeader = (header: string): string =>
  /\d{6}/.test(header) ? '…' : header.length > 30 ? `${header.slice(0, 30)}…` : header;

/**
 * Finds the field that each column fills, by the field's name (`schoolStage`, `person.schoolStage`), its Chinese label or another
 * known header. One row is a person where a column can only be a person's, else a household. A header that both have
 * (是否享受低保) is the row's own. 人均纯收入 and 人均可支配收入 are two fields, and neither is taken for the other.
 *
 * @example
 * matchColumns(['户编号', '姓名', '在校生状况']).layout // 'person'
 * matchColumns(['户编号', '在校生状况']).columns[1]?.name // 'person.schoolStage'
 */
export function matchColumns(headers: readonly string[]): ColumnMatch {
  const found = headers.map(meantBy);
  const ofPerson = (each: readonly Candidate[]) => each.length > 0 && each.every(({ entity }) => entity === 'person');
  const layout: Layout = found.some((each) => ofPerson(each) && !each.every(isHouseholdKey)) ? 'person' : 'household';
  const columns: Column[] = [];
  const unmatched: UnmatchedColumn[] = [];
  const problems: Problem[] = [];
  const taken = new Map<string, string>();
  for (const [place, header] of headers.entries()) {
    const settled = settle(found[place] ?? [], layout);
    const shown = showHeader(header);
    const [first] = settled;
    if (first === undefined) {
      unmatched.push(unmatchedColumn(place, header));
      continue;
    }
    if (settled.length > 1) {
      const names = settled.map(({ entity, field }) => `${entity}.${field.key}`).join(', ');
      problems.push(
        problem(
          'ambiguous-column',
          shown,
          `列“${shown}”可指多个字段，请改写为其中一个：${names}`,
          `the column "${shown}" may be one of ${names}; write the one that is meant`,
        ),
      );
      continue;
    }
    const { entity, field } = first;
    const name = `${entity}.${field.key}`;
    const earlier = taken.get(name);
    if (earlier !== undefined) {
      const other = showHeader(earlier);
      problems.push(
        problem(
          'duplicate-column',
          shown,
          `列“${shown}”与“${other}”同为 ${name}（${field.zh}），只能保留一列`,
          `the columns "${shown}" and "${other}" are both ${name} (${field.en}); keep one`,
        ),
      );
      continue;
    }
    taken.set(name, header);
    const confidence = namesOf(field, entity).includes(header) ? 'exact' : 'normalised';
    columns.push({ index: place, header, entity, field, name, confidence });
  }
  if (columns.length === 0) {
    problems.push(
      problem(
        'no-columns',
        '',
        '第一行没有可识别的列名，例如 户编号、姓名、在校生状况',
        'the first row holds no known header, such as 户编号 (household number), 姓名 (name) or 在校生状况 (school stage)',
      ),
    );
  } else if (layout === 'person' && !taken.has('household.id')) {
    problems.push(
      problem(
        'no-household-column',
        '',
        '一人一行的表需要“户编号”列，才能知道谁与谁同户',
        'a table of one row a person needs a column 户编号 (household number) to tell who lives with whom',
      ),
    );
  }
  return { layout, columns, unmatched, problems };
}

function unmatchedColumn(place: number, header: string): UnmatchedColumn {
  const plain = plainHeader(header);
  // Short Chinese headers differ by one character and mean something else: only likely misspellings are suggested.
  const meant = plain.length < 4 ? undefined : nearestName(plain, labels());
  const found = meant === undefined ? undefined : candidates().get(meant)?.[0];
  if (found === undefined) return { index: place, header };
  return { index: place, header, meant: found.field.zh, meantName: `${found.entity}.${found.field.key}` };
}

let known: ReadonlyMap<string, string> | undefined;

/** Every header that is known, by itself. */
function labels(): ReadonlyMap<string, string> {
  known ??= new Map([...candidates().keys()].map((name) => [name, name]));
  return known;
}

/**
 * Whether a header names a field of a household or a person at all.
 *
 * @example
 * isKnownHeader('户编号 ') // true
 * isKnownHeader('H1') // false
 */
export function isKnownHeader(header: string): boolean {
  return header.trim() !== '' && meantBy(header).length > 0;
}
