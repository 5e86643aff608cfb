/** Where StrykerJS says which change is switched on and, before it tries any, which test runs. */
type Trial = { readonly activeMutant?: string; readonly currentTestId?: string };

/**
 * In place of the maps that keep what was compiled of a policy (vitest.mutation.config.ts): what was kept before another
 * change, or another test that is asked which code it meets, is forgotten. So every test meets the code that it rests on.
 */
class ForgetfulMap<K extends object, V> {
  private kept = new WeakMap<K, V>();
  private trial = '';

  get(key: K): V | undefined {
    return this.current().get(key);
  }

  has(key: K): boolean {
    return this.current().has(key);
  }

  set(key: K, value: V): this {
    this.current().set(key, value);
    return this;
  }

  private current(): WeakMap<K, V> {
    const { activeMutant, currentTestId } = (globalThis as { __stryker__?: Trial }).__stryker__ ?? {};
    const trial = `${activeMutant} ${currentTestId}`;
    if (trial !== this.trial) this.kept = new WeakMap();
    this.trial = trial;
    return this.kept;
  }
}

Object.assign(globalThis, { ForgetfulMap });
