/** Where a JSON text goes wrong: line and column from 1. The message of JSON.parse names no place for short texts, and shows the text. */
export function jsonFault(text: string): { readonly line: number; readonly column: number } {
  const at = faultIn(text);
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - (before.lastIndexOf('\n') + 1) + 1 };
}

const space = /[ \t\r\n]*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const colon = /[ \t\r\n]*:/y;

function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Behind the text in quotes that stands here, if one does. Sign by sign: a pattern would run out of stack in a long one. */
function afterText(text: string, start: number): number | undefined {
  if (text[start] !== '"') return undefined;
  let at: number | undefined = start + 1;
  while (at !== undefined && at < text.length) {
    const sign = text[at] as string;
    if (sign === '"') return at + 1;
    if (sign < ' ') return undefined;
    at = sign === '\\' ? after(escaped, text, at) : at + 1;
  }
  return undefined;
}

function afterKey(text: string, start: number): number | undefined {
  const end = afterText(text, start);
  return end === undefined ? undefined : after(colon, text, end);
}

/** The first place at which no JSON text can go on. A stack in place of recursion: nesting can be as deep as it likes. */
function faultIn(text: string): number {
  const skip = (at: number): number => after(space, text, at) ?? at;
  const open: string[] = [];
  let at = skip(0);
  for (;;) {
    // A value stands here.
    const first = text[at];
    if (first === '{' || first === '[') {
      open.push(first === '{' ? '}' : ']');
      at = skip(at + 1);
      if (text[at] !== open.at(-1)) {
        if (first === '[') continue;
        const next = afterKey(text, at);
        if (next === undefined) return at;
        at = skip(next);
        continue;
      }
    } else {
      const next = first === '"' ? afterText(text, at) : after(scalar, text, at);
      if (next === undefined) return at;
      at = skip(next);
    }
    // A value has ended.
    while (open.length > 0 && text[at] === open.at(-1)) {
      open.pop();
      at = skip(at + 1);
    }
    if (open.length === 0 || text[at] !== ',') return at;
    at = skip(at + 1);
    if (open.at(-1) === '}') {
      const next = afterKey(text, at);
      if (next === undefined) return at;
      at = skip(next);
    }
  }
}
