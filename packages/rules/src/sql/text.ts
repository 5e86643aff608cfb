/**
 * SQL as text, put together so that what is always true, always false or always unknown disappears. Truth in SQL has
 * the same three values as here: NULL is unknown, AND, OR and NOT treat it Kleene's way.
 */
export const TRUE = 'TRUE';
export const FALSE = 'FALSE';
export const NULL = 'NULL';

export function allOf(parts: readonly string[]): string {
  return junction(parts, TRUE, FALSE, 'AND');
}

export function anyOf(parts: readonly string[]): string {
  return junction(parts, FALSE, TRUE, 'OR');
}

export function negated(sql: string): string {
  if (sql === TRUE) return FALSE;
  if (sql === FALSE) return TRUE;
  if (sql === NULL) return NULL;
  if (sql.startsWith('NOT ') && !hasTop(sql, ['AND', 'OR'])) return unwrapped(sql.slice(4));
  return `NOT ${atom(sql)}`;
}

export function isNull(sql: string): string {
  if (sql === NULL) return TRUE;
  return sql === TRUE || sql === FALSE ? FALSE : `${atom(sql)} IS NULL`;
}

export function isGiven(sql: string): string {
  const missing = isNull(sql);
  return missing === TRUE ? FALSE : missing === FALSE ? TRUE : `${atom(sql)} IS NOT NULL`;
}

/** True where it is true, and where nobody knows. */
export function maybe(sql: string): string {
  if (sql === NULL) return TRUE;
  return sql === TRUE || sql === FALSE ? sql : `coalesce(${sql}, TRUE)`;
}

/** The first branch whose condition is true. */
export function choice(branches: readonly (readonly [when: string, then: string])[], otherwise = NULL): string {
  const open: (readonly [string, string])[] = [];
  let last = otherwise;
  for (const branch of branches) {
    if (branch[0] === FALSE || branch[0] === NULL) continue;
    if (branch[0] === TRUE) {
      last = branch[1];
      break;
    }
    open.push(branch);
  }
  while (open.at(-1)?.[1] === last) open.pop();
  if (open.length === 0) return last;
  const whens = open.map(([when, then]) => `WHEN ${when} THEN ${then}`).join(' ');
  return `CASE ${whens}${last === NULL ? '' : ` ELSE ${last}`} END`;
}

/** In parentheses, where it is more than a name, a number, a call or a CASE. */
export function atom(sql: string): string {
  return topOf(sql).includes(' ') || sql.startsWith('-') ? `(${sql})` : sql;
}

function junction(parts: readonly string[], empty: string, decisive: string, word: 'AND' | 'OR'): string {
  const kept = [...new Set(parts.filter((part) => part !== empty))];
  if (kept.includes(decisive)) return decisive;
  if (kept.length === 0) return empty;
  if (kept.length === 1) return kept[0] as string;
  const other = word === 'AND' ? 'OR' : 'AND';
  return kept.map((part) => (hasTop(part, [other]) ? `(${part})` : part)).join(` ${word} `);
}

function unwrapped(sql: string): string {
  return sql.startsWith('(') && topOf(sql).length === 0 ? sql.slice(1, -1) : sql;
}

function hasTop(sql: string, words: readonly string[]): boolean {
  const top = topOf(sql);
  return words.some((word) => top.includes(` ${word} `));
}

/** What stands outside of parentheses, quotes and CASE … END. */
function topOf(sql: string): string {
  let depth = 0;
  let top = '';
  for (const [token] of sql.matchAll(/'(?:[^']|'')*'|\w+|[()[\]]|[^\w'()[\]]+/g)) {
    if (token === '(' || token === '[' || token === 'CASE') depth++;
    else if (token === ')' || token === ']' || token === 'END') depth--;
    else if (depth === 0 && !token.startsWith("'")) top += token;
  }
  return top;
}
