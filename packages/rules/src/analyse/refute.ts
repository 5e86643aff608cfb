import type { Regime } from '../compile/regime.ts';
import type { ComparisonOperator, Expression } from '../model/expression.ts';
import type { ConditionModel } from '../model/policy.ts';
import { isDay } from '../values/dates.ts';
import { expressionOf } from './as-formula.ts';
import { Quantities } from './quantities.ts';
import { readAs } from './ranges.ts';

/** A statement that is taken for true, or for false. */
interface Claim {
  readonly part: Expression;
  readonly as: boolean;
}

const mostBranches = 2_000;
const opposite = { '=': '!=', '!=': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>' } as const;

/**
 * Can conditions be proved never to hold together, whatever a case gives? The policy's own facts are read as their
 * formulas; numbers and days are held against their ranges and against each other. False means only: not proved so.
 *
 * Whatever is unknown in a case, or cannot be worked out, may be thought to have any value of its range: a condition that
 * the engine takes for true whatever the unknown may be, is true of that value too. So what is proved here is never met.
 */
export function isRefuted(conditions: readonly ConditionModel[], regime: Regime): boolean {
  return new Refutation(regime).close(
    conditions.map((condition) => ({ part: expressionOf(condition, regime), as: true })),
    [],
  );
}

class Refutation {
  private readonly regime: Regime;
  private branches = 0;

  constructor(regime: Regime) {
    this.regime = regime;
  }

  /** Splits the claims until each is plain; all ways to split one have to end in a contradiction. */
  close(claims: readonly Claim[], plain: readonly Claim[]): boolean {
    const open = [...claims];
    const settled = [...plain];
    const splits: (readonly (readonly Claim[])[])[] = [];
    for (let claim = open.pop(); claim !== undefined; claim = open.pop()) {
      const ways = this.waysOf(claim);
      if (ways === undefined) settled.push(claim);
      else if (ways.length === 1) open.push(...(ways[0] as readonly Claim[]));
      else splits.push(ways);
    }
    if (this.clash(settled)) return true;
    // The narrowest first: most end at once.
    splits.sort((a, b) => a.length - b.length);
    const [first, ...others] = splits;
    if (first === undefined || ++this.branches > mostBranches) return false;
    // The rest is carried on as claims that are not split yet.
    const rest = others.map((ways): Claim => ({ part: eitherOf(ways), as: true }));
    return first.every((way) => this.close([...way, ...rest], settled));
  }

  /** In which ways a claim can be so: none for what is false, one for what needs no choice; undefined where it is plain. */
  private waysOf({ part, as }: Claim): readonly (readonly Claim[])[] | undefined {
    const say = (each: Expression, so = as): Claim => ({ part: each, as: so });
    switch (part.op) {
      case 'value':
        return typeof part.value !== 'boolean' ? undefined : part.value === as ? [[]] : undefined;
      case 'and':
      case 'or': {
        const each = part.of.map((inside) => say(inside));
        return (part.op === 'and') === as ? [each] : each.map((claim) => [claim]);
      }
      case 'not':
        return [[say(part.of, !as)]];
      case 'if':
        return [
          [say(part.when, true), say(part.yes)],
          [say(part.when, false), say(part.no)],
        ];
      case 'fact': {
        const formula = readAs(part, this.regime);
        return formula === part ? undefined : [[say(formula)]];
      }
      case 'compare':
        return as
          ? this.waysToCompare(part.operator, part.left, part.right)
          : [[say({ ...part, operator: opposite[part.operator] }, true)]];
      case 'in': {
        if (!this.isOrdered(readAs(part.of, this.regime))) return undefined;
        const each = part.values.map((value) =>
          say({ op: 'compare', operator: '=', left: part.of, right: { op: 'value', value } }),
        );
        return as ? each.map((claim) => [claim]) : [each];
      }
      default:
        return undefined;
    }
  }

  private waysToCompare(operator: ComparisonOperator, left: Expression, right: Expression) {
    const [a, b] = [readAs(left, this.regime), readAs(right, this.regime)];
    const is = (how: ComparisonOperator, x: Expression, y: Expression): Claim => ({
      part: { op: 'compare', operator: how, left: x, right: y },
      as: true,
    });
    if (a !== left || b !== right) return [[is(operator, a, b)]];
    for (const [part, put] of [
      [a, (each: Expression) => is(operator, each, b)],
      [b, (each: Expression) => is(operator, a, each)],
    ] as const) {
      if (part.op === 'if') {
        return [
          [{ part: part.when, as: true }, put(part.yes)],
          [{ part: part.when, as: false }, put(part.no)],
        ];
      }
      if (part.op === 'value' && typeof part.value === 'boolean') {
        const other = part === a ? b : a;
        return [[{ part: other, as: part.value === (operator === '=') }]];
      }
    }
    if (!this.isOrdered(a) || !this.isOrdered(b)) return undefined;
    if (operator === '!=') return [[is('<', a, b)], [is('>', a, b)]];
    if (operator === '=' && [a, b].some(({ op }) => op === 'min' || op === 'max'))
      return [[is('<=', a, b), is('>=', a, b)]];
    // The smaller of two is below a line where either is, and above it where both are.
    for (const [part, isBelow, put] of [
      [a, operator.startsWith('<'), (each: Expression) => is(operator, each, b)],
      [b, operator.startsWith('>'), (each: Expression) => is(operator, a, each)],
    ] as const) {
      if (part.op !== 'min' && part.op !== 'max') continue;
      const each = [put(part.left), put(part.right)];
      return (part.op === 'min') === isBelow ? each.map((claim) => [claim]) : [each];
    }
    return undefined;
  }

  private isOrdered(part: Expression): boolean {
    switch (part.op) {
      case 'value':
        return typeof part.value === 'number' || isDay(part.value);
      case 'fact': {
        const kind = this.regime.facts.get(part.fact)?.model.kind;
        return kind === 'number' || kind === 'date';
      }
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'min':
      case 'max':
      case 'rescale':
      case 'round':
      case 'table':
      case 'count':
      case 'sum':
      case 'year':
      case 'completedYears':
      case 'daysBetween':
      case 'addDays':
      case 'addMonths':
      case 'addYears':
      case 'firstOfNextMonth':
        return true;
      default:
        return false;
    }
  }

  /** Can plain claims not all be so? */
  private clash(claims: readonly Claim[]): boolean {
    const quantities = new Quantities(this.regime);
    const truths = new Map<string, boolean>();
    const codes = new Map<string, Set<unknown>>();
    for (const { part, as } of claims) {
      if (part.op === 'value') return true;
      if (part.op === 'compare' && part.operator !== '!=' && this.isOrdered(part.left) && this.isOrdered(part.right)) {
        quantities.hold(part.operator, part.left, part.right);
        continue;
      }
      const choice = this.choiceOf(part, as);
      if (choice !== undefined) {
        const left = codes.get(choice.fact) ?? new Set(this.regime.facts.get(choice.fact)?.codes);
        codes.set(choice.fact, new Set([...left].filter((code) => choice.allows(code))));
        if (codes.get(choice.fact)?.size === 0) return true;
        continue;
      }
      const isOther = part.op === 'compare' && part.operator === '!=';
      const key = JSON.stringify(isOther ? { ...part, operator: '=' } : part);
      if (truths.get(key) === (as === isOther)) return true;
      truths.set(key, as !== isOther);
    }
    return quantities.contradict();
  }

  /** Which codes of a fact a claim leaves. */
  private choiceOf(part: Expression, as: boolean): { fact: string; allows: (code: unknown) => boolean } | undefined {
    const isCode = (each: Expression): each is Extract<Expression, { op: 'fact' }> =>
      each.op === 'fact' && this.regime.facts.get(each.fact)?.model.kind === 'code';
    if (part.op === 'in' && isCode(part.of)) {
      const named = new Set<unknown>(part.values);
      return { fact: part.of.fact, allows: (code) => named.has(code) === as };
    }
    if (part.op !== 'compare' || !isCode(part.left) || part.right.op !== 'value') return undefined;
    const { value } = part.right;
    const equal = (part.operator === '=') === as;
    return { fact: part.left.fact, allows: (code) => (code === value) === equal };
  }
}

function eitherOf(ways: readonly (readonly Claim[])[]): Expression {
  const said = ({ part, as }: Claim): Expression => (as ? part : { op: 'not', of: part });
  return { op: 'or', of: ways.map((way) => ({ op: 'and', of: way.map(said) })) };
}
