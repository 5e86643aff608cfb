import { type Field, fieldOf, shapeFieldOf } from '@jingzhun/schemas';
import { isHad } from './things-had.ts';
import { upperFirst } from './upper-first.ts';
import { type Language, words } from './words.ts';

/** What stands for yes and no, in this order. */
export type TruthAnswers = readonly [string, string];

/** What has become of the parts of a record, by the end of its English name: "works completed", "parts of the ledger kept". */
const ofParts: Readonly<Record<string, TruthAnswers>> = {
  done: ['已完成', '未完成'],
  completed: ['已完成', '未完成'],
  'in place': ['已落实', '未落实'],
  filled: ['已落实', '未落实'],
  recorded: ['已记录', '未记录'],
  checked: ['已检查', '未检查'],
  assessed: ['已考核', '未考核'],
  issued: ['已出台', '未出台'],
  running: ['已开展', '未开展'],
  kept: ['有', '没有'],
  'drawn up': ['有', '没有'],
};

const become = new RegExp(String.raw`\b(?:${Object.keys(ofParts).join('|')})$`);

/** An English name that says itself what was done: "policy publicity carried out", "task assigned to the household". */
const isDone =
  /^(?!.*(?:: | to be )).*\b(?:\w{3,}ed|given|held|paid|found|built|known|kept|drawn|set)(?: out| up)?(?:$| (?:to|on|house)\b)/;

/** The record of yes and no that a name is a part of. */
function recordOf(name: string): Field | undefined {
  const outer = fieldOf(name.split('.').slice(0, -1).join('.'));
  return outer?.values?.type === 'boolean' ? outer : undefined;
}

/** Whether a name is that of a part of a record of yes and no. */
export const isPart = (name: string): boolean => recordOf(name) !== undefined;

/**
 * Words by which a field of yes and no is answered better than by them. Of a thing it is said whether there is one; a part
 * of a record is named by a noun, and it is said of it what the record says of its parts.
 *
 * @example
 * truthAnswers('village.worksCompleted.irrigation', 'en') // ['Completed', 'Not completed']
 */
export function truthAnswers(name: string, language: Language): TruthAnswers | undefined {
  const { given, notGiven } = words[language].control;
  if (language === 'zh' && isHad(name)) return [given, notGiven];
  const [end] = become.exec(recordOf(name)?.en ?? '') ?? [];
  if (end === undefined) return undefined;
  if (language === 'zh') return ofParts[end];
  return isDone.test((fieldOf(name) ?? shapeFieldOf(name))?.en ?? '') ? undefined : [upperFirst(end), `Not ${end}`];
}
