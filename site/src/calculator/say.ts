/**
 * A sentence with its gaps filled.
 *
 * @example
 * say('第 {n} 人', { n: 2 }) // '第 2 人'
 */
export function say(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}
