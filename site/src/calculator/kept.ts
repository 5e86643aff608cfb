import type { Case } from '@jingzhun/rules';

/** What is kept of a form: in the tab for a reload or a change of language, on the device only if that was asked for. */
export interface Kept {
  readonly digest: string;
  readonly input: Case;
  readonly names: readonly string[];
  readonly on: string;
}

/** Where the answers of one page are kept. */
export class Keeper {
  private readonly key: string;

  constructor(policy: string, subject: string) {
    // In a frame of another page the form has a place of its own: an example there is no one's answers here.
    const place = document.documentElement.dataset.embedded === undefined ? 'jingzhun-calc' : 'jingzhun-calc-embedded';
    this.key = `${place}/${policy}/${subject}`;
  }

  /** Are the answers kept on the device? */
  get onDevice(): boolean {
    return read('localStorage', this.key) !== undefined;
  }

  /** The tab's own, or what the device keeps. What does not have the shape of answers is dropped, not misread. */
  get kept(): Kept | undefined {
    return keptFrom(read('sessionStorage', this.key)) ?? keptFrom(read('localStorage', this.key));
  }

  keep(kept: Kept, onDevice: boolean): void {
    const text = JSON.stringify(kept);
    write('sessionStorage', this.key, text);
    write('localStorage', this.key, onDevice ? text : undefined);
  }

  forget(): void {
    write('sessionStorage', this.key, undefined);
    write('localStorage', this.key, undefined);
  }
}

type Storage = 'sessionStorage' | 'localStorage';

// Storage may be forbidden or full: the page works without it.
function read(storage: Storage, key: string): string | undefined {
  try {
    return globalThis[storage].getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(storage: Storage, key: string, text: string | undefined): void {
  try {
    if (text === undefined) globalThis[storage].removeItem(key);
    else globalThis[storage].setItem(key, text);
  } catch {
    // As above.
  }
}

function keptFrom(text: string | undefined): Kept | undefined {
  try {
    const found = JSON.parse(text ?? 'null') as Partial<Kept> | null;
    if (typeof found !== 'object' || found === null) return undefined;
    const { digest, input, names, on } = found;
    if (typeof digest !== 'string' || typeof on !== 'string' || typeof input !== 'object' || input === null) {
      return undefined;
    }
    const called = Array.isArray(names) ? names.filter((each) => typeof each === 'string') : [];
    return { digest, on, input, names: called };
  } catch {
    return undefined;
  }
}

/** Hands the case to the page of the household card, in this tab alone. */
export function handToCard(handed: {
  readonly policy: string;
  readonly release: string;
  readonly on: string;
  readonly case: Case;
  readonly names: readonly string[];
}): void {
  write('sessionStorage', 'jingzhun-card', JSON.stringify(handed));
}
