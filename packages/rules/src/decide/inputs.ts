import { itemFrames } from '../compile/entries.ts';
import { compileExpression } from '../compile/expression.ts';
import { type CompiledFact, homeOf, valueOf } from '../compile/facts.ts';
import type { Frame } from '../compile/frame.ts';
import type { Regime } from '../compile/regime.ts';
import type { Expression } from '../model/expression.ts';
import { isInterval } from '../values/interval.ts';

/** Adds the names of facts that have to be given before something is known. */
type Gather = (frame: Frame, names: string[]) => void;

const nothing: Gather = () => {};

/** Made once for each fact and formula of a regime: formulas are shared by regimes, what their names mean is not. */
const gatherers = new WeakMap<Regime, Map<CompiledFact | Expression, Gather>>();

function remembered(key: CompiledFact | Expression, regime: Regime, make: () => Gather): Gather {
  let known = gatherers.get(regime);
  if (known === undefined) {
    known = new Map();
    gatherers.set(regime, known);
  }
  let gather = known.get(key);
  if (gather === undefined) {
    gather = make();
    known.set(key, gather);
  }
  return gather;
}

/** The facts that have to be given before a fact is known: itself, or, if the policy derives it, those it follows from. */
export function unknownInputs(fact: CompiledFact, frame: Frame, regime: Regime): string[] {
  const names: string[] = [];
  ofFact(fact, regime)(frame, names);
  return names;
}

/** The facts that have to be given before a formula is known. */
export function unknownIn(expression: Expression, frame: Frame, regime: Regime): string[] {
  const names: string[] = [];
  ofExpression(expression, regime)(frame, names);
  return names;
}

function ofFact(fact: CompiledFact, regime: Regime): Gather {
  return remembered(fact, regime, () => {
    const inside = inputsOf(fact, regime);
    return (frame, names) => {
      const value = valueOf(fact, frame);
      if (value === undefined || isInterval(value)) inside(homeOf(fact, frame) ?? frame, names);
    };
  });
}

function inputsOf({ model }: CompiledFact, regime: Regime): Gather {
  const { path, derive, name } = model;
  if (path !== undefined || derive === undefined) {
    return (_, names) => {
      if (!names.includes(name)) names.push(name);
    };
  }
  const expressions =
    'formula' in derive ? [derive.formula.expression] : derive.cases.map(({ when }) => when.expression);
  return all(expressions, regime);
}

function all(expressions: readonly (Expression | null)[], regime: Regime): Gather {
  const gathers = expressions.flatMap((part) => (part === null ? [] : [ofExpression(part, regime)]));
  return (frame, names) => {
    for (const gather of gathers) gather(frame, names);
  };
}

function ofExpression(expression: Expression, regime: Regime): Gather {
  return remembered(expression, regime, () => make(expression, regime));
}

function make(expression: Expression, regime: Regime): Gather {
  const named = (name: string): Gather => ofFact(regime.scope.fact(name), regime);
  switch (expression.op) {
    case 'value':
    case 'unknown':
    case 'parameter':
      return nothing;
    case 'fact':
    case 'given':
      return named(expression.fact);
    case 'table':
      return named(expression.by);
    case 'ifAbsent': {
      const fact = regime.scope.fact(expression.fact);
      const own = named(expression.fact);
      const other = ofExpression(expression.else, regime);
      return (frame, names) => {
        if (valueOf(fact, frame) !== undefined) return;
        own(frame, names);
        other(frame, names);
      };
    }
    case 'and':
    case 'or':
      return all(expression.of, regime);
    case 'if':
      return choice(expression, regime);
    case 'count':
    case 'sum':
    case 'any':
    case 'every':
      return entries(expression, regime);
    case 'round':
    case 'addDays':
    case 'addMonths':
    case 'addYears':
      return all([expression.of, expression.by], regime);
    default:
      return 'left' in expression
        ? all([expression.left, expression.right], regime)
        : all([expression.of], regime);
  }
}

/** Only the branch that is taken counts; one that says "unknown" is what the condition's facts lead to. */
function choice(expression: Extract<Expression, { op: 'if' }>, regime: Regime): Gather {
  const holds = compileExpression(expression.when, regime.scope);
  const when = all([expression.when], regime);
  const branch = (part: Expression): Gather => {
    if (part.op !== 'unknown') return ofExpression(part, regime);
    const asked = factsOf(expression.when);
    return (_, names) => names.push(...asked.filter((name) => !names.includes(name)));
  };
  const yes = branch(expression.then);
  const no = branch(expression.else);
  return (frame, names) => {
    const truth = holds(frame);
    if (truth === true) return yes(frame, names);
    if (truth === false) return no(frame, names);
    when(frame, names);
    yes(frame, names);
    no(frame, names);
  };
}

function entries(
  expression: Extract<Expression, { op: 'count' | 'sum' | 'any' | 'every' }>,
  regime: Regime,
): Gather {
  const list = itemFrames(expression.list, regime.scope);
  const each = all([expression.of, expression.where], regime);
  return (frame, names) => {
    const frames = list(frame);
    if (frames === undefined) {
      if (!names.includes(expression.list)) names.push(expression.list);
      return;
    }
    for (const entry of frames) each(entry, names);
  };
}

function factsOf(expression: Expression): string[] {
  if (expression.op === 'fact') return [expression.fact];
  if ('left' in expression) return [...factsOf(expression.left), ...factsOf(expression.right)];
  if (expression.op === 'and' || expression.op === 'or') return expression.of.flatMap(factsOf);
  if (expression.op === 'not' || expression.op === 'in') return factsOf(expression.of);
  return [];
}
