import type { RuleFile } from '@jingzhun/schemas';
import { compileExpression } from '../compile/expression.ts';
import { parametersOn } from '../compile/parameters.ts';
import type { ParameterModel, Reconciliation } from '../model/policy.ts';
import { contextOf } from './context.ts';
import { Fault } from './faults.ts';
import { typeFormula } from './formula.ts';
import { noFacts, noLevels } from './parameters.ts';
import type { Registry } from './registry.ts';
import { commonUnit, must, type Typed } from './typed.ts';

type File = NonNullable<RuleFile['reconcile']>[number];

/** Recomputes a printed figure from others. They must agree, or the policy must say why they do not. */
export function reconcile(file: File, registry: Registry, day: string): Reconciliation {
  const percent = file.unit?.includes('%') === true;
  const figure = (formula: string | number): Typed => figureOf(formula, registry);
  const sides = [figure(file.printed), figure(file.formula)] as const;
  commonUnit(...sides, '=');
  const [printed, computed] = sides.map((side) => valueIn(side, registry, day, percent)) as [number, number];
  const tolerance = file.approx === undefined ? 0 : valueIn(figure(file.approx), registry, day, false);
  const agrees = Math.abs(printed - computed) <= tolerance + 1e-9;
  if (!agrees && file.conflict === undefined) {
    throw new Fault(
      'figures-differ',
      `文件所印 ${printed}，推算得 ${computed}：请核对，或在 conflict 中说明`,
      `the document prints ${printed}, the formula gives ${computed}: check it, or say why in conflict`,
    );
  }
  if (agrees && file.conflict !== undefined) {
    throw new Fault(
      'no-conflict',
      `${printed} 与推算一致，不应有 conflict`,
      `${printed} agrees with the formula: there is no conflict`,
    );
  }
  return {
    what: file.title ?? { zh: file.what, en: file.what },
    printed,
    computed,
    ...(file.unit === undefined ? {} : { unit: file.unit }),
    agrees,
    ...(file.conflict === undefined ? {} : { conflict: file.conflict }),
  };
}

/** A figure over parameters only. */
function figureOf(formula: string | number, registry: Registry): Typed {
  const context = contextOf(registry, { person: false, parameters: new Set() });
  return must(typeFormula(formula, context), 'number', 'reconcile');
}

/** The figure's value. A percent is a share in formulas and is shown as printed; a bare number is as written. */
function valueIn(typed: Typed, registry: Registry, day: string, percent: boolean): number {
  const models: Record<string, ParameterModel> = {};
  for (const [name, { model }] of registry.parameters) models[name] = model;
  const evaluate = compileExpression(typed.expression, {
    parameters: parametersOn(models, day),
    levels: noLevels,
    fact: noFacts,
  });
  const value = evaluate(undefined as never);
  if (typeof value !== 'number' || Number.isNaN(value))
    throw new Fault('not-computable', '算不出值', 'comes to no value');
  const inUnit = (value / typed.scale) * (percent && typed.dimensions !== undefined ? 100 : 1);
  // Dividing whole steps can leave a trace in the last digit: 33.300000000000004.
  return Math.round(inUnit * 1e6) / 1e6;
}
