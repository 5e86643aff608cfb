import { compileExpression, type Evaluate, type Scope } from '../compile/expression.ts';
import type { CompiledFact } from '../compile/facts.ts';
import type { Frame } from '../compile/frame.ts';
import type { Expression } from '../model/expression.ts';
import { anything } from '../values/interval.ts';
import type { Operand, Sheet } from './sheet.ts';
import { type ClassVector, type Constant, isConstant } from './vectors.ts';

/**
 * A formula whose value follows from a few classes. It is evaluated by the same functions as for a single case, once for each
 * combination of classes that comes, on a frame in which the facts are put that the combination stands for.
 */
export interface Finite {
  readonly inputs: readonly ClassVector[];
  /** By class of each input. */
  evaluate(classes: readonly number[]): ReturnType<Evaluate>;
}

/** The frame that a rewritten formula is evaluated on: what it looks at, by name. */
export class FormulaFrame {
  /** What differs from row to row. */
  readonly inputs: ClassVector[] = [];
  private readonly facts = new Map<string, CompiledFact>();
  private readonly values: Frame['values'] = [];
  /** By input: its place among the values. */
  private readonly places: number[] = [];
  private readonly byVector = new Map<ClassVector, string>();

  has(name: string): boolean {
    return this.facts.has(name);
  }

  /** Puts a fact of the case in under its own name. */
  putFact(name: string, fact: CompiledFact, operand: ClassVector | Constant): void {
    if (isConstant(operand)) this.put(name, fact, operand.value);
    else this.input(name, operand, fact);
  }

  /** Looks at a value that is the same for every row. */
  value(value: ReturnType<Evaluate>): Expression {
    const name = `value ${this.values.length}`;
    this.put(name, anyFact, value);
    return { op: 'fact', fact: name };
  }

  /** Looks at what is true, false or unknown, row by row or for all. */
  truth(operand: Operand): Expression {
    if (isConstant(operand)) return this.value(operand.value);
    const vector = operand as ClassVector;
    const known = this.byVector.get(vector);
    if (known !== undefined) return { op: 'fact', fact: known };
    const name = `test ${this.values.length}`;
    this.input(name, vector, anyFact);
    return { op: 'fact', fact: name };
  }

  /** Takes back all inputs but the first ones: what was put in for a part that has no classes in the end. */
  takeBack(count: number): void {
    this.places.length = count;
    for (const vector of this.inputs.splice(count)) {
      this.facts.delete(this.byVector.get(vector) as string);
      this.byVector.delete(vector);
    }
  }

  /** The formula, ready to be evaluated. */
  finite(rewritten: Expression, { regime, shared }: Sheet): Finite {
    const { inputs, places, values } = this;
    const { scope } = regime;
    const own: Scope = { ...scope, fact: (name) => this.facts.get(name) ?? scope.fact(name) };
    const evaluate = compileExpression(rewritten, own);
    const frame = { ...shared, values, codes: [], given: [] };
    Object.assign(frame, { case: frame });
    return {
      inputs,
      evaluate: (classes) => {
        for (let place = 0; place < inputs.length; place++) {
          values[places[place] as number] = (inputs[place] as ClassVector).meaning(classes[place] as number);
        }
        return evaluate(frame);
      },
    };
  }

  private input(name: string, vector: ClassVector, fact: CompiledFact): void {
    this.places.push(this.values.length);
    this.inputs.push(vector);
    this.byVector.set(vector, name);
    this.put(name, fact, undefined);
  }

  private put(name: string, fact: CompiledFact, value: ReturnType<Evaluate>): void {
    this.facts.set(name, { ...fact, level: 'case', index: this.values.length, derive: undefined });
    this.values.push(value);
  }
}

/** Facts that formulas are rewritten to look at: no more is asked of them than where they stand. */
const anyFact: CompiledFact = {
  model: { name: '', entity: '', kind: 'boolean', type: '', scale: 1 },
  level: 'case',
  index: 0,
  bounds: anything,
  codes: undefined,
  derive: undefined,
  slot: undefined,
};
