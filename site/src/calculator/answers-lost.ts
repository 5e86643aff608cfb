/** Paths of a case that hold an answer: a list of plain values is one. */
function answersIn(value: unknown, path = ''): readonly (readonly [path: string, value: string])[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object') return [[path, JSON.stringify(value)]];
  if (Array.isArray(value)) {
    const plain = value.every((each) => typeof each !== 'object' || each === null);
    if (plain) return [[path, JSON.stringify(value)]];
    return value.flatMap((each, index) => answersIn(each, `${path}[${index}]`));
  }
  return Object.entries(value).flatMap(([key, each]) => answersIn(each, path === '' ? key : `${path}.${key}`));
}

/**
 * What of a case the form did not take: it no longer asks for it, or not in that way.
 *
 * @example
 * answersLost({ village: { poor: true, old: 1 } }, { village: { poor: true } }) // ['village.old']
 */
export function answersLost(before: unknown, taken: unknown): readonly string[] {
  const now = new Map(answersIn(taken));
  return answersIn(before)
    .filter(([path]) => !now.has(path))
    .map(([path]) => path);
}
