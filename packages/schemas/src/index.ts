export { type AnalysisFile, analysisFile } from './analysis-file.ts';
export type {
  Application,
  Area,
  AssistanceRecord,
  Bridge,
  Cadre,
  Case,
  Commitment,
  County,
  Delivery,
  Employment,
  Enterprise,
  Expenditure,
  External,
  Fund,
  FundApproval,
  FundRequest,
  FundSupervision,
  HospitalPair,
  Household,
  IndustryProject,
  LeadingGroup,
  Measure,
  Period,
  Person,
  Project,
  Province,
  Report,
  Responsibility,
  Review,
  Road,
  SolarSite,
  Town,
  Unit as UnitEntity,
  Village,
  WorkTeam,
} from './case.gen.ts';
export { type CaseCheck, checkCase } from './case.ts';
export { type CaseProblem, type CaseProblemCode, caseLimits } from './case-problem.ts';
export { caseSchema } from './case-schema.ts';
export {
  type Condition,
  type ConditionLeaf,
  type ConditionValue,
  condition,
  conditionLeaf,
  type Operator,
  operators,
  type Scalar,
} from './condition.ts';
export {
  type Bilingual,
  bilingual,
  type Change,
  type Citation,
  type Contradiction,
  change,
  citation,
  contradiction,
  type Decision,
  decision,
  type Finding,
  type Outcome,
  outcome,
  type Reason,
  type RuleFinding,
  reason,
  ruleFinding,
  type Status,
  type Subject,
  status,
  subject,
  type Total,
  total,
} from './decision.ts';
export { type DraftFile, draftFile } from './draft-file.ts';
export { type FileProblem, type FileProblemCode, fileProblems } from './file-problem.ts';
export { indicatorUnit } from './indicators.ts';
export { nearestName } from './nearest-name.ts';
export { areaInEnglish } from './places.ts';
export { type DocumentFile, type PolicyFile, policyFile, type ReleaseChange, type ReleaseFile } from './policy-file.ts';
export {
  type Force,
  type ProvisionKind,
  type ProvisionSubject,
  provisionKind,
  provisionSubject,
} from './policy-parts.ts';
export { JingzhunError, type Problem } from './problem.ts';
export {
  checkRecord,
  type DecisionRecord,
  decisionRecord,
  type RecordCheck,
  type RecordedFinding,
  type RecordSignature,
  recordFormat,
} from './record.ts';
export {
  type AmendedFile,
  type EachFile,
  type GrantFile,
  type ItemFile,
  type ListedFile,
  listedFile,
  type ReconcileFile,
  type RequireFile,
  type RuleFile,
  ruleFile,
  type StateFile,
} from './rule-file.ts';
export {
  type FactFile,
  type ParameterFile,
  type ParameterValue,
  type SectionFile,
  sectionFile,
} from './section-file.ts';
export {
  type CodeSetName,
  type Codes,
  type EntityName,
  type FactName,
  type FieldName,
  type ShapeName,
  type Unit,
  vocabulary,
} from './vocabulary.gen.ts';
export {
  type Code,
  type CodeSet,
  codesOf,
  type DerivedCase,
  type Entity,
  type Field,
  type Fields,
  type FieldType,
  fieldOf,
  labelOf,
  type QualifiedAlias,
  type Shape,
  shapeFieldOf,
  type ValueType,
  type Vocabulary,
} from './vocabulary.ts';
