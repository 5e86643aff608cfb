import { compileExpression } from '../compile/expression.ts';
import { isRecord } from '../compile/read.ts';
import type { Expression } from '../model/expression.ts';
import { membersList } from './columns.ts';
import { combine } from './combine.ts';
import { factOperand } from './fact-operand.ts';
import { flagVector } from './flags.ts';
import { type Finite, FormulaFrame } from './formula-frame.ts';
import { quantified } from './members.ts';
import { compared, isAnyOf, isKnown } from './number-tests.ts';
import { numbersOf } from './numbers.ts';
import type { Operand, Sheet } from './sheet.ts';
import { NotInColumns, truthClass, truthValue } from './vectors.ts';

/** What a vector of truths is like. */
const truth = { width: 3, meaning: truthValue };

/** Parts of a formula that are true, false or unknown and are not made of such parts. */
const questions: ReadonlySet<Expression['op']> = new Set(['compare', 'in', 'contains', 'given', 'any', 'every']);

/** An input that has more classes than this is taken in alone, before it is joined with others. */
const narrow = 64;

/** Undefined where the formula rests on numbers, which have no classes. */
export function finiteOf(expression: Expression, sheet: Sheet): Finite | undefined {
  const making = new FormulaInputs(sheet);
  const rewritten = making.rewrite(expression);
  return rewritten === undefined ? undefined : making.finite(rewritten);
}

/** Of a formula that is true, false or unknown. */
export function truthOfFormula(expression: Expression, sheet: Sheet): Operand {
  const finite = finiteOf(expression, sheet);
  if (finite === undefined) throw new NotInColumns('no truth');
  if (finite.inputs.length === 0) return { level: 'shared', value: finite.evaluate([]) };
  return combine(finite.inputs, sheet, (classes) => truthClass(finite.evaluate(classes)), truth);
}

/** Rewrites a formula so that everything that differs from row to row is a fact of a frame of its own. */
class FormulaInputs {
  private readonly sheet: Sheet;
  private readonly frame = new FormulaFrame();
  /** Inside a list, where a part may look at the entry. */
  private insideList = false;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
  }

  finite(rewritten: Expression): Finite {
    return this.frame.finite(rewritten, this.sheet);
  }

  /** Undefined for a number that has no classes. */
  rewrite(expression: Expression): Expression | undefined {
    return this.alone(expression) ?? this.rewritePart(expression);
  }

  /** What rests on a single dictionary or day comes to few answers: taken in alone, it does not multiply with others. */
  private alone(expression: Expression): Expression | undefined {
    if (this.insideList || !questions.has(expression.op)) return undefined;
    const making = new FormulaInputs(this.sheet);
    const own = making.rewritePart(expression);
    const [only, ...others] = making.frame.inputs;
    if (own === undefined || only === undefined || others.length > 0 || only.width <= narrow) return undefined;
    const { inputs, evaluate } = making.finite(own);
    return this.frame.truth(combine(inputs, this.sheet, (classes) => truthClass(evaluate(classes)), truth));
  }

  private rewritePart(expression: Expression): Expression | undefined {
    switch (expression.op) {
      case 'value':
      case 'unknown':
      case 'parameter':
      case 'entry':
        return expression;
      case 'fact': {
        const name = this.fact(expression.fact);
        return name === undefined ? undefined : { op: 'fact', fact: name };
      }
      case 'given': {
        const name = this.fact(expression.fact);
        if (name !== undefined) return { op: 'given', fact: name };
        return this.frame.truth(
          isKnown(numbersOf({ op: 'fact', fact: expression.fact }, this.sheet, true), this.sheet),
        );
      }
      case 'ifAbsent': {
        const name = this.fact(expression.fact);
        const other = this.rewrite(expression.other);
        return name === undefined || other === undefined ? undefined : { op: 'ifAbsent', fact: name, other };
      }
      case 'table': {
        const name = this.fact(expression.by);
        return name === undefined ? undefined : { ...expression, by: name };
      }
      case 'present':
        return this.present(expression.entity);
      case 'compare': {
        const { length } = this.frame.inputs;
        const left = this.rewrite(expression.left);
        const right = this.rewrite(expression.right);
        if (left !== undefined && right !== undefined) return { ...expression, left, right };
        this.frame.takeBack(length);
        const [a, b] = [numbersOf(expression.left, this.sheet), numbersOf(expression.right, this.sheet)];
        return this.frame.truth(compared(expression.operator, a, b, this.sheet));
      }
      case 'in': {
        const { length } = this.frame.inputs;
        const of = this.rewrite(expression.of);
        if (of !== undefined) return { ...expression, of };
        this.frame.takeBack(length);
        return this.frame.truth(isAnyOf(numbersOf(expression.of, this.sheet), expression.values, this.sheet));
      }
      case 'and':
      case 'or': {
        const of = expression.of.map((part) => this.rewrite(part));
        return of.every((part) => part !== undefined) ? { ...expression, of } : undefined;
      }
      case 'if': {
        const [when, yes, no] = [expression.when, expression.yes, expression.no].map((part) => this.rewrite(part));
        if (when === undefined || yes === undefined || no === undefined) return undefined;
        return { op: 'if', when, yes, no };
      }
      case 'any':
      case 'every':
        if (expression.list === membersList) return this.frame.truth(quantified(expression, this.sheet));
        return this.aggregate(expression);
      case 'count':
      case 'sum':
        return expression.list === membersList ? undefined : this.aggregate(expression);
      case 'earliest':
      case 'latest':
        if (expression.list === membersList) throw new NotInColumns('days of members');
        return this.aggregate(expression);
      case 'contains': {
        const [of, value] = [this.rewrite(expression.of), this.rewrite(expression.value)];
        return of === undefined || value === undefined ? undefined : { op: 'contains', of, value };
      }
      case 'round': {
        const of = this.rewrite(expression.of);
        const by = expression.by === null ? null : this.rewrite(expression.by);
        return of === undefined || by === undefined ? undefined : { ...expression, of, by };
      }
      case 'rescale':
      case 'not':
      case 'firstOfNextMonth':
      case 'year': {
        const of = this.rewrite(expression.of);
        return of === undefined ? undefined : { ...expression, of };
      }
      case 'addDays':
      case 'addMonths':
      case 'addYears': {
        const [of, by] = [this.rewrite(expression.of), this.rewrite(expression.by)];
        return of === undefined || by === undefined ? undefined : { ...expression, of, by };
      }
      default: {
        const [left, right] = [this.rewrite(expression.left), this.rewrite(expression.right)];
        return left === undefined || right === undefined ? undefined : { ...expression, left, right };
      }
    }
  }

  /** A list that is gone through: one of a dictionary, of what is shared, or the cases of a roster. */
  private aggregate(expression: Extract<Expression, { readonly list: string }>): Expression | undefined {
    const { shared, regime } = this.sheet;
    if (expression.list === 'roster') {
      // Each of its cases is asked about itself: nothing in there differs from row to row.
      return this.frame.value(compileExpression(expression, regime.scope)(shared));
    }
    const list = this.fact(expression.list);
    const { insideList } = this;
    this.insideList = true;
    const of = expression.of === null ? null : this.rewrite(expression.of);
    const where = expression.where === null ? null : this.rewrite(expression.where);
    this.insideList = insideList;
    if (list === undefined || of === undefined || where === undefined) {
      throw new NotInColumns(`numbers of the case inside ${expression.list}`);
    }
    return { ...expression, list, of, where } as Expression;
  }

  /** The name under which a fact is known in the frame; undefined where it is a number without classes. */
  private fact(name: string): string | undefined {
    const fact = this.sheet.regime.scope.fact(name);
    if (fact.level === 'item') {
      if (fact.derive !== undefined) throw new NotInColumns(`${name} follows from others`);
      return name;
    }
    if (this.frame.has(name)) return name;
    const operand = factOperand(fact, this.sheet);
    if ('low' in operand) return undefined;
    this.frame.putFact(name, fact, operand);
    return name;
  }

  private present(entity: string): Expression {
    const { columns, shared } = this.sheet;
    const flags = entity === 'household' ? columns.present : entity === 'person' ? columns.alone : undefined;
    if (flags !== undefined) return this.frame.truth(flagVector(flags, this.sheet));
    return { op: 'value', value: entity === 'household' || (entity !== 'person' && isRecord(shared.objects[entity])) };
  }
}
