import type { Case } from '@jingzhun/rules';

/** What a tab keeps of the form, for a reload or a change of language. It goes when the tab is closed. */
export interface Kept {
  readonly input: Case;
  readonly names: readonly string[];
  readonly on: string;
}

const key = 'jingzhun.household';

export function keep(digest: string, kept: Kept): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ digest, ...kept }));
  } catch {
    // Storage may be forbidden or full: the page works without it.
  }
}

/** What was kept for this very content of the policy; anything else is dropped rather than misread. */
export function kept(digest: string): Kept | undefined {
  try {
    const found = JSON.parse(sessionStorage.getItem(key) ?? 'null') as (Kept & { digest: string }) | null;
    return found?.digest === digest && typeof found.on === 'string' ? found : undefined;
  } catch {
    return undefined;
  }
}

export function forget(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // As above.
  }
}
