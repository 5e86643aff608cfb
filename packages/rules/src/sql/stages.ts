import type { Dialect } from './dialect.ts';
import type { Plan } from './plan.ts';
import { comment, type Wording } from './wording.ts';

/** A named part of a query: WITH name AS (sql). */
export interface Part {
  readonly name: string;
  readonly sql: string;
}

export interface ColumnSql {
  readonly name: string;
  readonly sql: string;
  /** What it is, in a line above it. */
  readonly comment?: string;
}

export interface Sources {
  readonly household: string;
  readonly person: string;
}

/** The parts that work out what a plan needs, round after round, and where households and persons stand after them. */
export function stages(
  plan: Plan,
  tables: Sources,
  wording: Wording,
  prefix: string,
): { parts: Part[]; sources: Sources } {
  const parts: Part[] = [];
  const taken = new Set<string>();
  const add = (name: string, sql: string): string => {
    let free = `${prefix}${name}`;
    for (let count = 2; taken.has(free); count++) free = `${prefix}${name}_${count}`;
    taken.add(free);
    parts.push({ name: free, sql });
    return free;
  };
  let { household, person } = tables;
  const rounds = [
    ...plan.worked.map(({ turn }) => turn.round),
    ...plan.counted.map(({ round }) => round),
    ...plan.joined.keys(),
  ];
  const raw = new Set(plan.read.values());
  for (let round = 0; round <= Math.max(0, ...rounds); round++) {
    const counted = plan.counted.filter((each) => each.round === round).flatMap(({ columns }) => columns);
    if (counted.length > 0) {
      const members = add('members', `SELECT household_id,\n${lines(counted)}\nFROM ${person}\nGROUP BY household_id`);
      const seen = counted.map(({ name, sql, empty }) => ({ name, sql: ofMembers(name, sql, empty) }));
      household = add(
        'household_with_members',
        `SELECT household.*,\n${lines(seen)}\nFROM ${household} AS household\nLEFT JOIN ${members} AS members ON members.household_id = household.household_id`,
      );
    }
    household = steps(plan, 'household', round, household, wording, (sql) => add('household_facts', sql));
    const joined = plan.joined.get(round);
    if (joined !== undefined) {
      const source = [...joined.keys()].every((column) => raw.has(column)) ? tables.household : household;
      const columns = [...joined].map(([column, name]) => ({ name, sql: `household.${column}` }));
      person = add(
        'person_with_household',
        `SELECT person.*,\n${lines(columns)}\nFROM ${person} AS person\nJOIN ${source} AS household ON household.household_id = person.household_id`,
      );
    }
    person = steps(plan, 'person', round, person, wording, (sql) => add('person_facts', sql));
  }
  return { parts, sources: { household, person } };
}

/** What comes of one who has no members. */
function ofMembers(name: string, sql: string, empty: string): string {
  if (empty === 'NULL') return `members.${name}`;
  if (sql.startsWith('count(')) return `coalesce(members.${name}, ${empty})`;
  return `CASE WHEN members.household_id IS NULL THEN ${empty} ELSE members.${name} END`;
}

function steps(
  plan: Plan,
  level: keyof Sources,
  round: number,
  from: string,
  wording: Wording,
  add: (sql: string) => string,
): string {
  const own = plan.worked.filter((each) => each.level === level && each.turn.round === round);
  let source = from;
  // What a step needs was written before it, so they come in order.
  for (const step of new Set(own.map(({ turn }) => turn.step))) {
    const columns = own
      .filter(({ turn }) => turn.step === step)
      .flatMap(({ fact, columns }): ColumnSql[] =>
        columns.map((column, place) => (place === 0 ? { ...column, comment: wording.fact(fact) } : column)),
      );
    source = add(`SELECT *,\n${lines(columns)}\nFROM ${source}`);
  }
  return source;
}

export function lines(columns: readonly ColumnSql[]): string {
  return columns
    .map(({ name, sql, comment: said }, place) => {
      const above = said === undefined ? '' : `  ${comment(said)}\n`;
      return `${above}  ${sql === name ? name : `${sql} AS ${name}`}${place < columns.length - 1 ? ',' : ''}`;
    })
    .join('\n');
}

/** A query made of parts. */
export function query(parts: readonly Part[], last: string, { again }: Pick<Dialect, 'again'>): string {
  if (parts.length === 0) return last;
  const all = parts.map(({ name, sql }) => `${name} AS ${again}(\n${indented(sql)}\n)`).join(',\n');
  return `WITH ${all}\n${last}`;
}

function indented(sql: string): string {
  return sql.replaceAll(/^/gm, '  ');
}
