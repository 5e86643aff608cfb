/** What is added to the words for a number that has bounds, both included; a bound that it has not is infinite. */
export function rangeWords(low: number, high: number): readonly [zh: string, en: string] {
  const [hasLow, hasHigh] = [Number.isFinite(low), Number.isFinite(high)];
  if (hasLow && hasHigh) return [`，${low} 至 ${high} 之间`, `, from ${low} to ${high}`];
  if (hasLow) return [`，不小于 ${low}`, `, at least ${low}`];
  return hasHigh ? [`，不大于 ${high}`, `, at most ${high}`] : ['', ''];
}
