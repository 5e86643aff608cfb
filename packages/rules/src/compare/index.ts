export { parse as parseFormula, type Syntax } from '../load/syntax.ts';
export { compare } from './compare.ts';
export type {
  Bearing,
  ChangeKind,
  ComparedSide,
  Comparison,
  Difference,
  Path,
  Side,
  Subject,
  Within,
} from './comparison.ts';
export { type Timeline, type TimelineRegime, timeline } from './timeline.ts';
export { touchedBy } from './touched-by.ts';
export { type Used, type Users, usersIn } from './uses.ts';
