/** Where a JSON text goes wrong: line and column from 1. The message of JSON.parse names no place for short texts, and shows the text. */
export function jsonFault(text: string): { readonly line: number; readonly column: number } {
  const at = faultIn(text);
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - (before.lastIndexOf('\n') + 1) + 1 };
}

// Rarely a control character that JSON allows (U+007F to U+009F) is taken for the fault: it only shifts the place that is shown.
const space = /[ \t\r\n]*/y;
const scalar =
  /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
const key = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"[ \t\r\n]*:/uy;

function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The first place at which no JSON text can go on. A stack in place of recursion: nesting can be as deep as it likes. */
function faultIn(text: string): number {
  const skip = (at: number): number => after(space, text, at) ?? at;
  const open: string[] = [];
  let at = skip(0);
  for (;;) {
    // A value stands here.
    const bracket = text[at];
    if (bracket === '{' || bracket === '[') {
      open.push(bracket === '{' ? '}' : ']');
      at = skip(at + 1);
      if (text[at] !== open.at(-1)) {
        if (bracket === '[') continue;
        const next = after(key, text, at);
        if (next === undefined) return at;
        at = skip(next);
        continue;
      }
    } else {
      const next = after(scalar, text, at);
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
      const next = after(key, text, at);
      if (next === undefined) return at;
      at = skip(next);
    }
  }
}
