import type { Arith, Bool, Context, Model } from 'z3-solver';
import type { Regime } from '../src/compile/regime.ts';
import type { ComparisonOperator, Expression } from '../src/model/expression.ts';
import type { ConditionModel, FactModel, LeafModel } from '../src/model/policy.ts';
import { addDays, daysBetween } from '../src/values/dates.ts';

type Z3 = Context<'main'>;

/** A value, and whether it is known. Codes, texts and days are numbers. */
interface Term {
  readonly value: Bool<'main'> | Arith<'main'>;
  readonly known: Bool<'main'>;
}

/** What has no counterpart here: lists, steps between days, rounding by a quantity. */
export class Untranslatable extends Error {}

const firstDay = '1900-01-01';

/** Translates conditions of a regime: a fact is a constant that may be given, one of the policy's own what its formula says. */
export class Translation {
  /** The ranges of the facts named so far. */
  readonly ranges: Bool<'main'>[] = [];
  private readonly z3: Z3;
  private readonly regime: Regime;
  private readonly facts = new Map<string, Term>();
  private readonly texts = new Map<string, number>();

  constructor(z3: Z3, regime: Regime) {
    this.z3 = z3;
    this.regime = regime;
  }

  /** Known to hold, known to fail. */
  condition(condition: ConditionModel): { holds: Bool<'main'>; fails: Bool<'main'> } {
    const { And, Or } = this.z3;
    if ('not' in condition) {
      const { holds, fails } = this.condition(condition.not);
      return { holds: fails, fails: holds };
    }
    if (!('all' in condition) && !('any' in condition)) return this.leaf(condition);
    const parts = ('all' in condition ? condition.all : condition.any).map((part) => this.condition(part));
    const [holds, fails] = [parts.map((part) => part.holds), parts.map((part) => part.fails)];
    return 'all' in condition
      ? { holds: And(...holds), fails: Or(...fails) }
      : { holds: Or(...holds), fails: And(...fails) };
  }

  /** The facts that a model gives, in the terms of a case. */
  factsOf(model: Model<'main'>): Record<string, boolean | number | string> {
    const texts = [...this.texts.keys()];
    const given: Record<string, boolean | number | string> = {};
    for (const [name, { value, known }] of this.facts) {
      const { path, kind, scale } = this.regime.scope.fact(name).model;
      if (path === undefined || String(model.eval(known, true)) !== 'true') continue;
      const said = String(model.eval(value as Bool<'main'>, true));
      const number = Number(said.replace(/^\(- (\d+)\)$/, '-$1'));
      if (kind === 'boolean') given[name] = said === 'true';
      else if (kind === 'number') given[name] = number / scale;
      else if (kind === 'date') given[name] = addDays(firstDay, number);
      else given[name] = texts[number] ?? `${number}`;
    }
    return given;
  }

  private leaf(leaf: LeafModel): { holds: Bool<'main'>; fails: Bool<'main'> } {
    const { And, Not, Or } = this.z3;
    const { fact, other, operator, expected } = this.regime.leaf(leaf);
    const { model } = fact;
    if (model.kind === 'list') throw new Untranslatable('a list');
    const left = this.fact(model.name);
    const answer = (holds: Bool<'main'>, known: Bool<'main'>) => ({
      holds: And(known, holds),
      fails: And(known, Not(holds)),
    });
    if (other !== undefined) {
      const right = this.fact(other.model.name);
      const both = And(left.known, right.known);
      return answer(
        this.compare(symbols[operator] as ComparisonOperator, scaled(left, other.model), scaled(right, model)),
        both,
      );
    }
    const one = (value: unknown) => this.constant(value, model);
    if (Array.isArray(expected)) {
      const among = Or(...expected.map((value) => this.compare('=', left.value, one(value))));
      return answer(operator === 'in' ? among : Not(among), left.known);
    }
    return answer(this.compare(symbols[operator] as ComparisonOperator, left.value, one(expected)), left.known);
  }

  private fact(name: string): Term {
    const known = this.facts.get(name);
    if (known !== undefined) return known;
    const { model } = this.regime.scope.fact(name);
    const own = model.path === undefined && model.derive !== undefined && 'formula' in model.derive;
    const term = own
      ? this.term((model.derive as { formula: { expression: Expression } }).formula.expression)
      : this.given(model);
    this.facts.set(name, term);
    return term;
  }

  private given(model: FactModel): Term {
    const { Bool, Int } = this.z3;
    const { name, kind, codes } = model;
    if (kind === 'list' || kind === 'records') throw new Untranslatable('a list');
    if (kind === 'boolean') return { value: Bool.const(name), known: Bool.const(`${name} is given`) };
    const value = Int.const(name);
    if (kind === 'code') this.ranges.push(this.z3.Or(...(codes ?? []).map((code) => value.eq(this.text(code)))));
    const { min: low, max: high } = model;
    if (low !== undefined) this.ranges.push(value.ge(low));
    if (high !== undefined) this.ranges.push(value.le(high));
    return { value, known: name.startsWith('date.') ? Bool.val(true) : Bool.const(`${name} is given`) };
  }

  private constant(value: unknown, model: FactModel): Term['value'] {
    if (typeof value === 'boolean') return this.z3.Bool.val(value);
    if (typeof value === 'number') return this.z3.Int.val(Math.round(value * model.scale));
    return this.z3.Int.val(this.text(String(value)));
  }

  private text(value: string): number {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return daysBetween(firstDay, value);
    const known = this.texts.get(value) ?? this.texts.size;
    this.texts.set(value, known);
    return known;
  }

  private compare(operator: ComparisonOperator, a: Term['value'], b: Term['value']): Bool<'main'> {
    if (operator === '=') return a.eq(b as never);
    if (operator === '!=') return this.z3.Not(a.eq(b as never));
    const [left, right] = [a as Arith<'main'>, b as Arith<'main'>];
    return operator === '<'
      ? left.lt(right)
      : operator === '<='
        ? left.le(right)
        : operator === '>'
          ? left.gt(right)
          : left.ge(right);
  }

  private term(expression: Expression): Term {
    const { And, Bool, If, Int, Not, Or } = this.z3;
    const sure = (value: Term['value']): Term => ({ value, known: Bool.val(true) });
    const plain = (value: unknown): Term =>
      sure(
        typeof value === 'boolean'
          ? Bool.val(value)
          : Int.val(typeof value === 'number' ? value : this.text(String(value))),
      );
    switch (expression.op) {
      case 'value':
        return plain(expression.value);
      case 'parameter':
        return plain(this.regime.scope.parameters.get(expression.parameter));
      case 'fact':
        return this.fact(expression.fact);
      case 'unknown':
        return { value: Int.val(0), known: Bool.val(false) };
      case 'add':
      case 'subtract':
      case 'multiply': {
        const [a, b] = [this.term(expression.left), this.term(expression.right)];
        const [x, y] = [a.value as Arith<'main'>, b.value as Arith<'main'>];
        const value = expression.op === 'add' ? x.add(y) : expression.op === 'subtract' ? x.sub(y) : x.mul(y);
        return { value, known: And(a.known, b.known) };
      }
      case 'min':
      case 'max': {
        const [a, b] = [this.term(expression.left), this.term(expression.right)];
        const first = this.compare(expression.op === 'min' ? '<=' : '>=', a.value, b.value);
        return { value: If(first, a.value as Arith<'main'>, b.value as Arith<'main'>), known: And(a.known, b.known) };
      }
      case 'rescale': {
        const of = this.term(expression.of);
        return { value: (of.value as Arith<'main'>).mul(expression.by), known: of.known };
      }
      case 'compare': {
        const [a, b] = [this.term(expression.left), this.term(expression.right)];
        return { value: this.compare(expression.operator, a.value, b.value), known: And(a.known, b.known) };
      }
      case 'in': {
        const of = this.term(expression.of);
        const among = expression.values.map((value) => this.compare('=', of.value, plain(value).value));
        return { value: Or(...among), known: of.known };
      }
      case 'and':
      case 'or': {
        const all = expression.op === 'and';
        const parts = expression.of.map((part) => this.term(part));
        const truths = parts.map(({ value }) => value as Bool<'main'>);
        const decided = parts.map(({ known }, place) =>
          And(known, all ? Not(truths[place] as Bool<'main'>) : (truths[place] as Bool<'main'>)),
        );
        return {
          value: all ? And(...truths) : Or(...truths),
          known: Or(And(...parts.map(({ known }) => known)), ...decided),
        };
      }
      case 'not': {
        const of = this.term(expression.of);
        return { value: Not(of.value as Bool<'main'>), known: of.known };
      }
      case 'if': {
        const [when, yes, no] = [expression.when, expression.yes, expression.no].map((part) => this.term(part)) as [
          Term,
          Term,
          Term,
        ];
        const holds = when.value as Bool<'main'>;
        const value = If(holds, yes.value as Arith<'main'>, no.value as Arith<'main'>);
        return { value, known: And(when.known, If(holds, yes.known, no.known) as Bool<'main'>) };
      }
      case 'ifAbsent': {
        const [given, other] = [this.fact(expression.fact), this.term(expression.other)];
        const value = If(given.known, given.value as Arith<'main'>, other.value as Arith<'main'>);
        return { value, known: Or(given.known, other.known) };
      }
      case 'present':
        return sure(Bool.const(`${expression.entity} is there`));
      default:
        throw new Untranslatable(expression.op);
    }
  }
}

const symbols: Partial<Record<LeafModel['operator'], ComparisonOperator>> = {
  equal: '=',
  notEqual: '!=',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
};

/** Two numbers may be held in different steps. */
function scaled({ value }: Term, { kind, scale }: FactModel): Term['value'] {
  return kind === 'number' && scale !== 1 ? (value as Arith<'main'>).mul(scale) : value;
}
