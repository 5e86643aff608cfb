import type { Condition, SectionFile } from '@jingzhun/schemas';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { loadPolicy, type PolicyFiles, sourceOf } from '../load/load.ts';
import type { Policy } from '../model/policy.ts';
import { groundOfRule } from '../model/rests-on.ts';
import { caseFor } from '../witness/witness.ts';
import type { Shown } from './analysis.ts';
import { findingIn } from './laws.ts';
import { type Bench, type Period, report } from './period.ts';
import { clausesOf, shown } from './shown.ts';

/** Numbers of counting and converting, which no document has to print. */
const plain = new Set(['0', '1', '12', '100', '100%']);

/** Figures of a document that stand in a formula or a shared condition, where no citation covers them. */
export function figuresIn(files: PolicyFiles, bench: Bench): void {
  for (const [section, file] of Object.entries(files.sections)) {
    for (const [name, { formula, title }] of Object.entries(file.facts ?? {})) {
      const figures = figuresOf(String(formula));
      if (figures.length > 0) figure(name, title, figures, 'facts', section, files, bench);
    }
    for (const [name, parameter] of Object.entries(file.parameters ?? {})) {
      const figures = 'formula' in parameter ? figuresOf(String(parameter.formula)) : [];
      if (figures.length > 0) figure(name, parameter.title, figures, 'parameters', section, files, bench);
    }
    for (const [name, condition] of Object.entries(file.conditions ?? {})) {
      const figures = numbersIn(condition).map(String).filter(isFigure);
      if (figures.length > 0) figure(name, { zh: name, en: name }, figures, 'conditions', section, files, bench);
    }
  }
}

/** The numbers of a formula, without days, years, codes and units. */
function figuresOf(formula: string): readonly string[] {
  const text = formula
    .replace(/'[^']*'|"[^"]*"/g, ' ')
    .replace(/\d{4}-\d\d-\d\d/g, ' ')
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/[A-Za-z][\w.-]*/g, ' ');
  return (text.match(/\d+(?:\.\d+)?%?/g) ?? []).filter(isFigure);
}

const isFigure = (text: string): boolean => !plain.has(text) && !/^(19|20)\d\d$/.test(text);

function numbersIn(condition: Condition): number[] {
  if ('all' in condition) return condition.all.flatMap(numbersIn);
  if ('any' in condition) return condition.any.flatMap(numbersIn);
  if ('not' in condition) return numbersIn(condition.not);
  if (!('value' in condition)) return [];
  return [condition.value].flat().filter((value): value is number => typeof value === 'number');
}

type Kind = 'facts' | 'parameters' | 'conditions';

function figure(
  name: string,
  title: { zh: string; en: string },
  figures: readonly string[],
  kind: Kind,
  section: string,
  files: PolicyFiles,
  bench: Bench,
): void {
  const { policy } = bench;
  const ids = usersOf(name, kind, files, policy);
  const told = figures.join('、');
  report(bench.findings, {
    kind: 'uncited',
    id: `uncited:${name}`,
    rules: ids,
    clauses: clausesOf(policy, ids),
    from: policy.force.from,
    to: policy.force.to,
    zh: `“${title.zh}”里直接写着数字 ${told}，没有引文。应设为参数并注明出处。`,
    en: `"${title.en}" holds the figure ${figures.join(', ')} without a citation. Make it a parameter with its sentence.`,
    ...witnessOf(name, figures[0] as string, kind, section, ids, files, bench),
    file: `${files.policy.id}/${section}.yaml`,
  });
}

function usersOf(name: string, kind: Kind, { sections }: PolicyFiles, policy: Policy): readonly string[] {
  if (kind !== 'conditions') {
    const rules = policy.rules.filter((rule) => groundOfRule(rule, policy)[kind].has(name));
    return [...new Set(rules.map(({ id }) => id))];
  }
  const uses = (part: unknown): boolean =>
    typeof part === 'object' &&
    part !== null &&
    Object.entries(part).some(([key, value]) => (key === 'condition' && value === name) || uses(value));
  return Object.values(sections).flatMap(({ rules = {} }) =>
    Object.entries(rules).flatMap(([id, rule]) => (uses(rule) ? [id] : [])),
  );
}

/** A case that comes out otherwise when the figure is one more. */
function witnessOf(
  name: string,
  figureText: string,
  kind: Kind,
  section: string,
  ids: readonly string[],
  files: PolicyFiles,
  bench: Bench,
): { witness: readonly Shown[]; confirmed: boolean } {
  const { policy, periods } = bench;
  const other = withFigure(name, figureText, kind, section, files);
  let any: Shown | undefined;
  for (const period of periods) {
    for (const rule of period.rules.filter(({ model }) => ids.includes(model.id))) {
      for (const [on, status] of daysAnd(period)) {
        const witness = caseFor(rule, period.regime, status, { on });
        if (witness === undefined) continue;
        const claim = shown(bench, witness, [rule.model.id]);
        any ??= claim;
        if (
          other !== undefined &&
          findingIn(policy, witness, rule.model.id) !== findingIn(other, witness, rule.model.id)
        ) {
          return { witness: [claim], confirmed: true };
        }
      }
    }
  }
  return { witness: any === undefined ? [] : [any], confirmed: false };
}

/** The first day of a period and the last, by which more has come about. */
function daysAnd({ from, to }: Period): readonly (readonly [string, 'met' | 'unmet'])[] {
  return [from, ...(to === null ? [] : [to])].flatMap((on) => [[on, 'met'] as const, [on, 'unmet'] as const]);
}

function withFigure(
  name: string,
  figureText: string,
  kind: Kind,
  section: string,
  files: PolicyFiles,
): Policy | undefined {
  const more = (text: string): string => {
    const number = text.replace('%', '');
    return `${Number(number) + 1}${text.endsWith('%') ? '%' : ''}`;
  };
  const file = JSON.parse(JSON.stringify(files.sections[section])) as SectionFile;
  const part = file[kind]?.[name] as { formula?: string } | Condition | undefined;
  if (part === undefined) return undefined;
  if ('formula' in part && part.formula !== undefined)
    part.formula = part.formula.replace(figureText, more(figureText));
  else if (file.conditions !== undefined) {
    file.conditions[name] = JSON.parse(
      JSON.stringify(part).replace(`"value":${figureText}`, `"value":${more(figureText)}`),
    ) as Condition;
  }
  try {
    return loadPolicy(sourceOf({ ...files, sections: { ...files.sections, [section]: file } })).policy;
  } catch (error) {
    if (error instanceof JingzhunError) return undefined;
    throw error;
  }
}
