/** Gives out SQL names, made from the vocabulary's and the policy's own words. Each once. */
export class Names {
  private readonly taken = new Set<string>();

  constructor(reserved: readonly string[] = []) {
    for (const name of reserved) this.taken.add(name);
  }

  take(words: string): string {
    const whole = snakeCase(words).slice(0, longest);
    let name = whole;
    for (let count = 2; this.taken.has(name); count++) name = `${whole.slice(0, longest - 4)}_${count}`;
    this.taken.add(name);
    return name;
  }
}

/** PostgreSQL cuts names off at 63 bytes; what is added to a name must still fit. */
const longest = 52;

export function snakeCase(words: string): string {
  return words
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
}
