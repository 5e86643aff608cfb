/** Both orders in one: the later one, and what is only in the earlier one after what it followed there. */
export function mergedOrder(before: readonly string[], after: readonly string[]): string[] {
  const merged = [...after];
  before.forEach((name, index) => {
    if (merged.includes(name)) return;
    const previous = index === 0 ? -1 : merged.indexOf(before[index - 1] as string);
    merged.splice(previous + 1, 0, name);
  });
  return merged;
}
