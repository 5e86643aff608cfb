import type { Path, Wording } from './faults.ts';

/** How much data may hold. Depth counts lists and objects, `text` the characters of a text or key. */
export interface DataLimits {
  readonly depth: number;
  readonly values: number;
  readonly entries: number;
  readonly text: number;
  /** What stands at these keys is not looked at. */
  readonly passOver?: readonly string[];
}

/** What makes data unfit to be looked at any further, and where. */
export interface Excess {
  readonly path: Path;
  readonly code: 'too-deep' | 'too-many-entries' | 'text-too-long' | 'unreadable';
  readonly wording: Wording;
}

interface Frame {
  readonly value: object;
  readonly depth: number;
  readonly key: string | number;
  readonly parent: Frame | undefined;
}

/**
 * The first thing by which data breaks its limits or is no plain data as in JSON, found without recursion and before anything else
 * looks at it. What refers to itself is too deep; computed properties are not called.
 */
export function firstExcess(data: unknown, limits: DataLimits): Excess | undefined {
  try {
    return new Search(limits).from(data);
  } catch {
    // Only an object that runs code when it is looked at, such as a proxy, gets here.
    return unreadable([]);
  }
}

class Search {
  private readonly limits: DataLimits;
  private readonly open: Frame[] = [];
  private values = 0;

  constructor(limits: DataLimits) {
    this.limits = limits;
  }

  from(data: unknown): Excess | undefined {
    const root = this.look(data, '', undefined);
    if (root !== undefined) return root;
    for (let frame = this.open.pop(); frame !== undefined; frame = this.open.pop()) {
      const found = this.inside(frame);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private inside(frame: Frame): Excess | undefined {
    const { value, depth } = frame;
    const { limits } = this;
    const list = Array.isArray(value);
    if (list && value.length > limits.entries) return tooManyEntries(pathTo(frame), value.length, limits.entries);
    const keys = Object.keys(value);
    if (depth > limits.depth || this.values + keys.length > limits.values) return tooDeep(limits);
    for (const key of keys) {
      if (limits.passOver?.includes(key)) continue;
      if (key.length > limits.text) return textTooLong(pathTo(frame), limits.text);
      const property = Object.getOwnPropertyDescriptor(value, key);
      if (property === undefined || !('value' in property)) return unreadable([...pathTo(frame), key]);
      // What a descriptor tells, reading may still refuse: then the search ends.
      const found = this.look((value as Record<string, unknown>)[key], list ? Number(key) : key, frame);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private look(value: unknown, key: string | number, parent: Frame | undefined): Excess | undefined {
    this.values += 1;
    const path = () => (parent === undefined ? [] : [...pathTo(parent), key]);
    switch (typeof value) {
      case 'string':
        return value.length > this.limits.text ? textTooLong(path(), this.limits.text) : undefined;
      case 'bigint':
      case 'symbol':
      case 'function':
        return unreadable(path());
      case 'object':
        if (value !== null) this.open.push({ value, depth: (parent?.depth ?? 0) + 1, key, parent });
        return undefined;
      default:
        return undefined;
    }
  }
}

function pathTo(frame: Frame): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = frame; at.parent !== undefined; at = at.parent) path.unshift(at.key);
  return path;
}

const tooDeep = ({ depth, values }: DataLimits): Excess => ({
  path: [],
  code: 'too-deep',
  wording: {
    zh: `嵌套超过 ${depth} 层，或超过 ${values} 项`,
    en: `is nested deeper than ${depth} levels, or holds more than ${values} values`,
  },
});

const tooManyEntries = (path: Path, length: number, most: number): Excess => ({
  path,
  code: 'too-many-entries',
  wording: { zh: `列表有 ${length} 项，最多 ${most} 项`, en: `has ${length} entries; at most ${most} are allowed` },
});

const textTooLong = (path: Path, most: number): Excess => ({
  path,
  code: 'text-too-long',
  wording: {
    zh: `文本或键超过 ${most} 个字符`,
    en: `is, or has a key that is, longer than ${most} characters`,
  },
});

const unreadable = (path: Path): Excess => ({
  path,
  code: 'unreadable',
  wording: {
    zh: '不是纯数据（JSON）：有计算得出、无法读取或不能写成文本的内容',
    en: 'is no plain data as in JSON: something is computed, cannot be read or cannot be written as text',
  },
});
