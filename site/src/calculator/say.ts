/**
 * A sentence with its gaps filled. A gap with two words is the first where its value is one, else the second.
 *
 * @example
 * say('第 {n} 人', { n: 2 }) // '第 2 人'
 * say('{n} {n|row|rows}', { n: 1 }) // '1 row'
 */
export function say(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)(?:\|(.*?)\|(.*?))?\}/g, (gap, name: string, one?: string, many?: string) =>
    String(one === undefined ? (values[name] ?? gap) : Number(values[name]) === 1 ? one : many),
  );
}
