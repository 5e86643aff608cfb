export type {
  Case,
  Change,
  Contradiction,
  Decision,
  Finding,
  Outcome,
  Problem,
  Reason,
  RuleFinding,
  Status,
  Total,
} from '@jingzhun/schemas';
export { JingzhunError } from '@jingzhun/schemas/problem';
export { changeDays } from './compile/regime.ts';
export { type Annotated, annotate } from './decide/annotate.ts';
export { assess, type Verdict } from './decide/assess.ts';
export { decide } from './decide/decide.ts';
export type { Dates } from './decide/question.ts';
export type { Expression, Formula } from './model/expression.ts';
export type {
  ConditionModel,
  FactModel,
  LeafModel,
  OutcomeModel,
  ParameterModel,
  Policy,
  PolicyText,
  ProvisionText,
  Reconciliation,
  ReleaseText,
  RuleModel,
  SectionText,
} from './model/policy.ts';
export { rulesOn } from './model/rules-on.ts';
