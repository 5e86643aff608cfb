import { fieldOf, vocabulary } from '@jingzhun/schemas';
import type { Expression, RoundingMode } from '../model/expression.ts';
import { Fault } from './faults.ts';
import type { KnownFact, Registry } from './registry.ts';
import type { Syntax } from './syntax.ts';
import { aligned, commonUnit, day, must, number, type Typed, truth } from './typed.ts';
import { anyUnit, type Dimensions, plain, stepsPerUnit, times } from './units.ts';

/** What a formula may refer to where it stands. */
export interface Context {
  readonly registry: Registry;
  /** May it name a person's facts? */
  readonly person: boolean;
  /** The shape whose fields it may name: inside an aggregate over records. */
  readonly item: string | undefined;
  /** What `entry` means: inside an aggregate over a list of plain values. */
  readonly entry: Typed | undefined;
  useFact(name: string): KnownFact;
  useParameter(name: string): void;
  type(syntax: Syntax): Typed;
  /** The same place, inside an aggregate. */
  inside(change: { person?: boolean; item?: string; entry?: Typed }): Context;
}

type Call = Extract<Syntax, { form: 'call' }>;
type Typing = (part: Syntax) => Typed;
type Signature = (call: Call, type: Typing, context: Context) => Typed;

const functions: Readonly<Record<string, { readonly inputs: readonly [number, number]; readonly apply: Signature }>> = {
  min: { inputs: [2, 2], apply: extreme },
  max: { inputs: [2, 2], apply: extreme },
  earliest: { inputs: [1, 3], apply: extremeDay },
  latest: { inputs: [1, 3], apply: extremeDay },
  round: { inputs: [2, 3], apply: round },
  given: {
    inputs: [1, 1],
    apply: (call, _, context) => truth({ op: 'given', fact: factIn(call, 0, context).model.name }),
  },
  count: { inputs: [1, 2], apply: aggregate },
  any: { inputs: [2, 2], apply: aggregate },
  every: { inputs: [2, 2], apply: aggregate },
  sum: { inputs: [2, 3], apply: aggregate },
  if: { inputs: [3, 3], apply: choice },
  ifAbsent: { inputs: [2, 2], apply: ifAbsent },
  addDays: { inputs: [2, 2], apply: dateStep },
  addMonths: { inputs: [2, 2], apply: dateStep },
  addYears: { inputs: [2, 2], apply: dateStep },
  firstOfNextMonth: {
    inputs: [1, 1],
    apply: (call, type) =>
      day({ op: 'firstOfNextMonth', of: must(type(call.inputs[0] as Syntax), 'date', call.name).expression }),
  },
  year: {
    inputs: [1, 1],
    apply: (call, type) =>
      number({ op: 'year', of: must(type(call.inputs[0] as Syntax), 'date', call.name).expression }, 1, anyUnit),
  },
  daysBetween: {
    inputs: [2, 2],
    apply: (call, type) => {
      const [left, right] = call.inputs.map((part) => must(type(part), 'date', call.name).expression);
      return number({ op: 'daysBetween', left: left as never, right: right as never }, 1, { day: 1 });
    },
  },
  completedYears: {
    inputs: [2, 2],
    apply: (call, type) => {
      const [left, right] = call.inputs.map((part) => must(type(part), 'date', call.name).expression);
      return number({ op: 'completedYears', left: left as never, right: right as never }, 1, { year: 1 });
    },
  },
};

export function callFunction(call: Call, context: Context, type: Typing): Typed {
  const known = Object.hasOwn(functions, call.name) ? functions[call.name] : undefined;
  if (known === undefined) {
    const all = Object.keys(functions).join(', ');
    throw new Fault(
      'unknown-function',
      `没有函数 ${call.name}；可用：${all}`,
      `there is no function ${call.name}; there are ${all}`,
    );
  }
  const [least, most] = known.inputs;
  if (call.inputs.length < least || call.inputs.length > most) {
    const range = least === most ? `${least}` : `${least}-${most}`;
    throw new Fault('wrong-count', `${call.name} 须有 ${range} 个参数`, `${call.name} takes ${range} inputs`);
  }
  return known.apply(call, type, context);
}

function extreme(call: Call, type: Typing): Typed {
  const [left, right] = call.inputs.map((part) => type(part)) as [Typed, Typed];
  if (left.type === 'date' || right.type === 'date') {
    must(left, 'date', call.name);
    must(right, 'date', call.name);
    const operator = call.name === 'min' ? '<=' : '>=';
    const [yes, no] = [left.expression, right.expression];
    return day({ op: 'if', when: { op: 'compare', operator, left: yes, right: no }, yes, no });
  }
  for (const side of [left, right]) must(side, 'number', call.name);
  const dimensions = commonUnit(left, right, call.name);
  const { scale, ...sides } = aligned(left, right);
  return number({ op: call.name as 'min' | 'max', ...sides }, scale, dimensions);
}

const modes: readonly string[] = ['half-up', 'up', 'down'] satisfies RoundingMode[];

function round(call: Call, type: Typing): Typed {
  const [what, how, width] = call.inputs as [Syntax, Syntax, Syntax?];
  if (how.form !== 'name' || !modes.includes(how.name)) {
    throw new Fault('rounding-mode', '舍入方式须为 half-up、up 或 down', 'the rounding mode is half-up, up or down');
  }
  const division = what.form === 'arithmetic' && what.operator === '/';
  const of = must(type(division ? what.left : what), 'number', 'round');
  const by = division ? must(type(what.right), 'number', 'round') : undefined;
  const dimensions: Typed['dimensions'] =
    by === undefined || (of.dimensions === anyUnit && by.dimensions === anyUnit)
      ? of.dimensions
      : times(of.dimensions ?? plain, by.dimensions ?? plain, -1);
  const scale = stepsPerUnit((dimensions ?? plain) as Dimensions);
  const step = width === undefined ? 1 : stepIn(must(type(width), 'number', 'round'), scale);
  return number(
    {
      op: 'round',
      of: of.expression,
      by: by === undefined ? null : by.expression,
      numerator: scale * (by?.scale ?? 1),
      denominator: of.scale,
      mode: how.name as RoundingMode,
      step,
    },
    scale,
    dimensions,
  );
}

function stepIn(width: Typed, scale: number): number {
  const value = width.expression.op === 'value' ? ((width.expression.value as number) * scale) / width.scale : 0;
  if (Number.isInteger(value) && value > 0) return value;
  throw new Fault('rounding-step', '舍入的步长须为具体的数', 'the step of a rounding is a plain number');
}

function aggregate(call: Call, _: Typing, context: Context): Typed {
  const list = call.inputs[0] as Syntax;
  if (list.form !== 'name')
    throw new Fault('not-a-list', `${call.name} 的第一个参数须为列表`, `${call.name} begins with a list`);
  const record = call.name === 'count' && call.inputs.length === 1 ? flagsOf(list.name) : undefined;
  if (record !== undefined) return trueOf(record, context);
  const within = listContext(list.name, context);
  const op = call.name as 'count' | 'sum' | 'any' | 'every';
  const type = (part: Syntax | undefined, wanted: Typed['type']): Typed | undefined =>
    part === undefined ? undefined : must(within.type(part), wanted, call.name);
  if (op === 'any' || op === 'every') {
    return truth({ op, list: list.name, of: null, where: type(call.inputs[1], 'boolean')?.expression ?? null });
  }
  const of = op === 'sum' ? type(call.inputs[1], 'number') : undefined;
  const where = type(call.inputs[op === 'sum' ? 2 : 1], 'boolean')?.expression ?? null;
  const counted: Typed['dimensions'] =
    list.name === 'household.members' ? { person: 1 } : list.name === 'roster' ? { household: 1 } : anyUnit;
  return number(
    { op, list: list.name, of: of?.expression ?? null, where },
    of?.scale ?? 1,
    of ? of.dimensions : counted,
  );
}

/** Whose facts the entries of a list have. */
function listContext(list: string, context: Context): Context {
  if (list === 'household.members') return context.inside({ person: true });
  if (list === 'roster') return context.inside({ person: false });
  const { model } = context.useFact(list);
  if (model.kind !== 'list' && model.kind !== 'records') {
    throw new Fault('not-a-list', `“${list}”不是列表`, `"${list}" is not a list`);
  }
  if (model.items !== undefined) return context.inside({ item: model.items });
  const type = model.entries ?? 'text';
  return context.inside({
    entry: { expression: { op: 'entry' }, type, scale: 1, dimensions: anyUnit, codes: model.codes },
  });
}

/** The facts of a record of booleans keyed by codes; undefined for anything else. */
function flagsOf(name: string): string[] | undefined {
  const field = fieldOf(name);
  const set = field?.type === 'record' && field.values?.type === 'boolean' ? field.keys?.enum : undefined;
  return set === undefined ? undefined : vocabulary.codes[set].values.map(({ code }) => `${name}.${code}`);
}

/** How many of these are true. */
function trueOf(names: readonly string[], context: Context): Typed {
  const one = (name: string): Expression => ({
    op: 'if',
    when: { op: 'fact', fact: context.useFact(name).model.name },
    yes: { op: 'value', value: 1 },
    no: { op: 'value', value: 0 },
  });
  return number(
    names.map(one).reduce((left, right) => ({ op: 'add', left, right })),
    1,
    anyUnit,
  );
}

function extremeDay(call: Call, _: Typing, context: Context): Typed {
  const [list, of, where] = call.inputs as [Syntax, Syntax?, Syntax?];
  if (list.form !== 'name')
    throw new Fault('not-a-list', `${call.name} 的第一个参数须为列表`, `${call.name} begins with a list`);
  const within = listContext(list.name, context);
  return day({
    op: call.name as 'earliest' | 'latest',
    list: list.name,
    of: must(within.type(of ?? { form: 'name', name: 'entry' }), 'date', call.name).expression,
    where: where === undefined ? null : must(within.type(where), 'boolean', call.name).expression,
  });
}

function choice(call: Call, type: Typing): Typed {
  const [when, yes, no] = call.inputs.map((part) => type(part)) as [Typed, Typed, Typed];
  must(when, 'boolean', 'if');
  if (yes.type !== 'unknown' && no.type !== 'unknown') must(no, yes.type, 'if');
  const { left, right, scale } = aligned(yes, no);
  const expression = { op: 'if', when: when.expression, yes: left, no: right } as const;
  if (yes.type === 'number' || no.type === 'number') return number(expression, scale, commonUnit(yes, no, 'if'));
  return { ...(yes.type === 'unknown' ? no : yes), expression };
}

function ifAbsent(call: Call, type: Typing, context: Context): Typed {
  const fact = factIn(call, 0, context);
  const own = type(call.inputs[0] as Syntax);
  const other = must(type(call.inputs[1] as Syntax), own.type, 'ifAbsent');
  if (own.type === 'number') commonUnit(own, other, 'ifAbsent');
  const { right, scale } = aligned(own, other);
  if (scale !== own.scale) {
    throw new Fault(
      'too-fine',
      `${fact.model.name} 没有这么多小数位`,
      `the value has more decimals than ${fact.model.name}`,
    );
  }
  return { ...own, expression: { op: 'ifAbsent', fact: fact.model.name, other: right } };
}

function dateStep(call: Call, type: Typing): Typed {
  const [of, by] = call.inputs.map((part) => type(part)) as [Typed, Typed];
  must(of, 'date', call.name);
  must(by, 'number', call.name);
  if (by.scale !== 1) throw new Fault('not-whole', `${call.name} 须加整数`, `${call.name} takes a whole number`);
  return day({ op: call.name as 'addDays' | 'addMonths' | 'addYears', of: of.expression, by: by.expression });
}

function factIn(call: Call, place: number, context: Context): KnownFact {
  const input = call.inputs[place] as Syntax;
  if (input.form === 'name') return context.useFact(input.name);
  throw new Fault('not-a-fact', `${call.name} 须写事实的名称`, `${call.name} takes the name of a fact`);
}
