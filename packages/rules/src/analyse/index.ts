export { type AnalyseOptions, analyse } from './analyse.ts';
export type { Analysis, Covered, Finding, FindingKind, Said, Shown } from './analysis.ts';
export { statusWords } from './words.ts';
