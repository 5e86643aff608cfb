import type { ComparisonOperator } from '../model/expression.ts';
import { Fault } from './faults.ts';

/** A formula as written, names not yet resolved. */
export type Syntax =
  | { readonly form: 'number'; readonly digits: string; readonly percent: boolean; readonly unit: string | undefined }
  | { readonly form: 'text'; readonly value: string }
  | { readonly form: 'date'; readonly value: string }
  | { readonly form: 'truth'; readonly value: boolean }
  | { readonly form: 'unknown' }
  | { readonly form: 'name'; readonly name: string }
  | {
      readonly form: 'arithmetic';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Syntax;
      readonly right: Syntax;
    }
  | { readonly form: 'compare'; readonly operator: ComparisonOperator; readonly left: Syntax; readonly right: Syntax }
  | { readonly form: 'in'; readonly of: Syntax; readonly values: readonly Syntax[] }
  | { readonly form: 'contains'; readonly of: Syntax; readonly value: Syntax }
  | { readonly form: 'join'; readonly operator: 'and' | 'or'; readonly of: readonly Syntax[] }
  | { readonly form: 'not'; readonly of: Syntax }
  | { readonly form: 'call'; readonly name: string; readonly inputs: readonly Syntax[] };

const token =
  /\s*(?:(?<date>\d{4}-\d\d-\d\d)|(?<number>\d+(?:\.\d+)?)(?<percent>%)?(?:\[(?<unit>[^\]]*)\])?|'(?<text>[^']*)'|(?<name>[A-Za-z_]\w*(?:[.-][A-Za-z0-9_]+)*)|(?<mark><=|>=|!=|[-+*/()=<>,]))/y;

const deepest = 50;
// A long chain of sums nests as deep as it is long.
const longest = 2000;

/**
 * Reads a formula. Names may hold hyphens, so a minus stands between spaces.
 *
 * @example
 * parseFormula('income - line').form; // 'arithmetic'
 */
export function parse(formula: string): Syntax {
  return new Parser(formula).whole();
}

class Parser {
  private readonly tokens: { kind: string; text: string; unit: string | undefined; percent: boolean }[] = [];
  private next = 0;
  private depth = 0;

  constructor(formula: string) {
    token.lastIndex = 0;
    const end = formula.trimEnd().length;
    while (token.lastIndex < end) {
      if (this.tokens.length === longest) {
        throw new Fault('formula-too-long', `公式超过 ${longest} 个词`, `the formula has more than ${longest} words`);
      }
      const start = token.lastIndex;
      const found = token.exec(formula)?.groups;
      if (found === undefined) throw unreadable(formula.slice(start, start + 12));
      const kind = ['date', 'number', 'text', 'name', 'mark'].find((each) => found[each] !== undefined) as string;
      this.tokens.push({
        kind,
        text: found[kind] as string,
        unit: found.unit,
        percent: found.percent !== undefined,
      });
    }
  }

  whole(): Syntax {
    const syntax = this.or();
    if (this.next < this.tokens.length) throw unreadable(this.tokens[this.next]?.text ?? '');
    return syntax;
  }

  private or(): Syntax {
    return this.joined('or', () => this.joined('and', () => this.not()));
  }

  private joined(operator: 'and' | 'or', part: () => Syntax): Syntax {
    const parts = [part()];
    while (this.take('name', operator)) parts.push(part());
    return parts.length === 1 ? (parts[0] as Syntax) : { form: 'join', operator, of: parts };
  }

  private not(): Syntax {
    if (this.take('name', 'not')) {
      this.deeper();
      const of = this.not();
      this.depth -= 1;
      return { form: 'not', of };
    }
    const left = this.sum();
    for (const operator of ['<=', '>=', '!=', '=', '<', '>'] as const) {
      if (this.take('mark', operator)) return { form: 'compare', operator, left, right: this.sum() };
    }
    if (this.take('name', 'contains')) return { form: 'contains', of: left, value: this.sum() };
    if (this.take('name', 'in')) {
      this.expect('(');
      return { form: 'in', of: left, values: this.list() };
    }
    return left;
  }

  private sum(): Syntax {
    return this.chain(['+', '-'], () => this.chain(['*', '/'], () => this.primary()));
  }

  private chain(operators: readonly ('+' | '-' | '*' | '/')[], part: () => Syntax): Syntax {
    let left = part();
    for (;;) {
      const operator = operators.find((each) => this.take('mark', each));
      if (operator === undefined) return left;
      left = { form: 'arithmetic', operator, left, right: part() };
    }
  }

  private primary(): Syntax {
    const found = this.tokens[this.next++];
    if (found === undefined) throw unreadable('');
    switch (found.kind) {
      case 'number':
        return { form: 'number', digits: found.text, percent: found.percent, unit: found.unit };
      case 'text':
        return { form: 'text', value: found.text };
      case 'date':
        return { form: 'date', value: found.text };
      case 'name':
        return this.named(found.text);
    }
    if (found.text === '(') {
      this.deeper();
      const inner = this.or();
      this.expect(')');
      this.depth -= 1;
      return inner;
    }
    throw unreadable(found.text);
  }

  private named(name: string): Syntax {
    if (name === 'true' || name === 'false') return { form: 'truth', value: name === 'true' };
    if (name === 'unknown') return { form: 'unknown' };
    if (!this.take('mark', '(')) return { form: 'name', name };
    this.deeper();
    const inputs = this.list();
    this.depth -= 1;
    return { form: 'call', name, inputs };
  }

  private list(): Syntax[] {
    const entries = [this.or()];
    while (this.take('mark', ',')) entries.push(this.or());
    this.expect(')');
    return entries;
  }

  private take(kind: string, text: string): boolean {
    const found = this.tokens[this.next];
    if (found?.kind !== kind || found.text !== text) return false;
    this.next += 1;
    return true;
  }

  private expect(mark: string): void {
    if (!this.take('mark', mark)) throw unreadable(this.tokens[this.next]?.text ?? '', mark);
  }

  private deeper(): void {
    this.depth += 1;
    if (this.depth > deepest)
      throw new Fault('formula-too-deep', `公式嵌套超过 ${deepest} 层`, `the formula nests deeper than ${deepest}`);
  }
}

function unreadable(at: string, wanted?: string): Fault {
  const zh = at === '' ? '公式在结尾处不完整' : `公式在“${at}”处读不懂`;
  const en = at === '' ? 'the formula ends too early' : `the formula cannot be read at "${at}"`;
  return new Fault(
    'formula-syntax',
    wanted === undefined ? zh : `${zh}：此处应为“${wanted}”`,
    wanted === undefined ? en : `${en}: "${wanted}" is expected here`,
  );
}
