import type { Expression } from '../model/expression.ts';
import { isDay } from '../values/dates.ts';
import { Fault } from './faults.ts';
import { type Context, callFunction } from './functions.ts';
import { parse, type Syntax } from './syntax.ts';
import { aligned, commonUnit, day, must, names, number, type Typed, truth } from './typed.ts';
import { anyUnit, parseUnit, plain, times } from './units.ts';

/** Reads a formula, resolves its names, checks its types and units. */
export function typeFormula(formula: string | number | boolean, context: Context): Typed {
  if (typeof formula === 'boolean') return truth({ op: 'value', value: formula });
  return typeSyntax(parse(String(formula)), context);
}

export function typeSyntax(syntax: Syntax, context: Context): Typed {
  const type = (part: Syntax): Typed => typeSyntax(part, context);
  switch (syntax.form) {
    case 'number':
      return literal(syntax);
    case 'text':
      return { expression: { op: 'value', value: syntax.value }, type: 'text', scale: 1, dimensions: anyUnit };
    case 'date':
      if (isDay(syntax.value)) return day({ op: 'value', value: syntax.value });
      throw new Fault('wrong-value', `${syntax.value} 不是日历上的日期`, `${syntax.value} is no day of the calendar`);
    case 'truth':
      return truth({ op: 'value', value: syntax.value });
    case 'unknown':
      return { expression: { op: 'unknown' }, type: 'unknown', scale: 1, dimensions: anyUnit };
    case 'name':
      return named(syntax.name, context);
    case 'arithmetic':
      return arithmetic(syntax.operator, type(syntax.left), type(syntax.right));
    case 'compare':
      return comparison(syntax, type);
    case 'in': {
      const of = type(syntax.of);
      const values = syntax.values.map((value) => constant(type(value), of));
      return truth({ op: 'in', of: of.expression, values });
    }
    case 'contains': {
      const of = must(type(syntax.of), 'list', 'contains');
      if (of.type === 'list' && of.entries === undefined) {
        throw new Fault(
          'record-list',
          '记录的列表不能用 contains：请用 any',
          'a list of records is not searched by contains: use any',
        );
      }
      const entry: Typed = { ...of, type: of.entries ?? 'text' };
      return truth({ op: 'contains', of: of.expression, value: entryOf(type(syntax.value), entry) });
    }
    case 'join':
      return truth({
        op: syntax.operator,
        of: syntax.of.map((part) => must(type(part), 'boolean', syntax.operator).expression),
      });
    case 'not':
      return truth({ op: 'not', of: must(type(syntax.of), 'boolean', 'not').expression });
    case 'call':
      return callFunction(syntax, context, type);
  }
}

/** What a list is searched for: a plain value among its codes, or anything of the type of its entries. */
function entryOf(value: Typed, entry: Typed): Expression {
  if (value.expression.op === 'value') return { op: 'value', value: constant(value, entry) };
  must(value, entry.type, 'contains');
  const strange =
    value.codes !== undefined && entry.codes !== undefined && !value.codes.some((code) => entry.codes?.includes(code));
  if (strange || (entry.type === 'number' && value.type === 'number' && value.scale !== entry.scale)) {
    throw new Fault('wrong-type', '列表中不会有这样的值', 'the list can hold no such value');
  }
  return value.expression;
}

function literal({ digits, percent, unit }: Extract<Syntax, { form: 'number' }>): Typed {
  const decimals = digits.split('.')[1]?.length ?? 0;
  const scale = 10 ** decimals * (percent ? 100 : 1);
  const value = Number(digits.replace('.', ''));
  if (!Number.isSafeInteger(value)) {
    throw new Fault('number-too-large', `数 ${digits} 太大`, `the number ${digits} is too large`);
  }
  return number({ op: 'value', value }, scale, percent ? plain : unit === undefined ? anyUnit : parseUnit(unit));
}

function named(name: string, context: Context): Typed {
  if (name === 'entry' && context.entry !== undefined) return context.entry;
  const parameter = context.registry.parameter(name);
  if (parameter !== undefined) {
    const { model, dimensions, percent } = parameter;
    context.useParameter(name);
    const expression: Expression =
      model.by === undefined
        ? { op: 'parameter', parameter: name }
        : { op: 'table', parameter: name, by: context.useFact(model.by).model.name };
    if (model.kind === 'date') return day(expression);
    return number(expression, model.scale * (percent ? 100 : 1), dimensions);
  }
  const { model, dimensions, percent } = context.useFact(name);
  const expression: Expression = { op: 'fact', fact: name };
  switch (model.kind) {
    case 'number':
      return number(expression, model.scale * (percent ? 100 : 1), model.type === 'year' ? anyUnit : dimensions);
    case 'boolean':
      return truth(expression);
    case 'date':
      return day(expression);
    case 'list':
    case 'records':
      return {
        expression,
        type: 'list',
        scale: 1,
        dimensions: anyUnit,
        codes: model.codes,
        entries: model.kind === 'records' ? undefined : (model.entries ?? 'text'),
      };
    default:
      return { expression, type: 'text', scale: 1, dimensions: anyUnit, codes: model.codes };
  }
}

function arithmetic(operator: '+' | '-' | '*' | '/', left: Typed, right: Typed): Typed {
  must(left, 'number', operator);
  must(right, 'number', operator);
  if (operator === '/') {
    throw new Fault(
      'bare-division',
      '除法须写明舍入方式：round(a / b, half-up)',
      'a division states how it is rounded: round(a / b, half-up)',
    );
  }
  if (operator === '*') {
    const dimensions =
      left.dimensions === anyUnit && right.dimensions === anyUnit
        ? anyUnit
        : times(left.dimensions ?? plain, right.dimensions ?? plain);
    return number(
      { op: 'multiply', left: left.expression, right: right.expression },
      left.scale * right.scale,
      dimensions,
    );
  }
  const dimensions = commonUnit(left, right, operator);
  const { scale, ...sides } = aligned(left, right);
  return number({ op: operator === '+' ? 'add' : 'subtract', ...sides }, scale, dimensions);
}

function comparison(syntax: Extract<Syntax, { form: 'compare' }>, type: (part: Syntax) => Typed): Typed {
  const left = type(syntax.left);
  const right = type(syntax.right);
  must(right, left.type, syntax.operator);
  if (left.type === 'number' && right.type === 'number') {
    commonUnit(left, right, syntax.operator);
    const { left: a, right: b } = aligned(left, right);
    return truth({ op: 'compare', operator: syntax.operator, left: a, right: b });
  }
  if (left.type === 'list') {
    throw new Fault('wrong-type', '列表之间不能比较：请用 contains', 'lists are not compared: use contains');
  }
  const ordered = left.type === 'date';
  if (!ordered && syntax.operator !== '=' && syntax.operator !== '!=') {
    throw new Fault(
      'no-order',
      `${names[left.type].zh}之间没有大小`,
      `${names[left.type].en} has no order: use = or !=`,
    );
  }
  if (left.type === 'text') {
    if (right.expression.op === 'value') constant(right, left);
    if (left.expression.op === 'value') constant(left, right);
  }
  return truth({ op: 'compare', operator: syntax.operator, left: left.expression, right: right.expression });
}

/** A literal that stands beside something: of its type, and one of its codes. */
function constant(literal: Typed, beside: Typed): string | number {
  if (literal.expression.op !== 'value' || typeof literal.expression.value === 'boolean') {
    throw new Fault('not-a-constant', '此处须写具体的值', 'a plain value is expected here');
  }
  must(literal, beside.type, 'value');
  const { value } = literal.expression;
  if (literal.type === 'number') {
    const steps = ((value as number) * beside.scale) / literal.scale;
    if (Number.isInteger(steps)) return steps;
    const written = (value as number) / literal.scale;
    throw new Fault(
      'wrong-value',
      `${written} 的小数位过多`,
      `${written} has more decimals than what it is compared with`,
    );
  }
  if (beside.codes !== undefined && !beside.codes.includes(value as string)) {
    throw new Fault(
      'unknown-code',
      `“${value}”不在代码之列：${beside.codes.join('、')}`,
      `"${value}" is not one of ${beside.codes.join(', ')}`,
    );
  }
  return value;
}
