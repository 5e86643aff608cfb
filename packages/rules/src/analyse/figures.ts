import type { Condition, SectionFile } from '@jingzhun/schemas';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { decide } from '../decide/decide.ts';
import { loadPolicy, type PolicyFiles, sourceOf } from '../load/load.ts';
import type { Policy } from '../model/policy.ts';
import { groundOfRule } from '../model/rests-on.ts';
import { type Figure, figuresOf, isFigure, neighbours, withText } from './figure.ts';
import { type Bench, report } from './period.ts';
import { type Borne, caseOn, none, type Reading, turningOn } from './resting-on.ts';
import { clausesOf } from './shown.ts';

/** Figures of a document that stand in a formula or a shared condition, where no citation covers them. */
export function figuresIn(files: PolicyFiles, bench: Bench): void {
  for (const [section, file] of Object.entries(files.sections)) {
    for (const [name, { formula, title }] of Object.entries(file.facts ?? {})) {
      tell({ name, title, kind: 'facts', section }, figuresOf(String(formula)), files, bench);
    }
    for (const [name, parameter] of Object.entries(file.parameters ?? {})) {
      const figures = 'formula' in parameter ? figuresOf(String(parameter.formula)) : [];
      tell({ name, title: parameter.title, kind: 'parameters', section }, figures, files, bench);
    }
    for (const [name, condition] of Object.entries(file.conditions ?? {})) {
      const figures = numbersIn(condition)
        .map(String)
        .filter(isFigure)
        .map((text): Figure => ({ text, at: -1 }));
      tell({ name, title: { zh: name, en: name }, kind: 'conditions', section }, figures, files, bench);
    }
  }
}

function numbersIn(condition: Condition): number[] {
  if ('all' in condition) return condition.all.flatMap(numbersIn);
  if ('any' in condition) return condition.any.flatMap(numbersIn);
  if ('not' in condition) return numbersIn(condition.not);
  if (!('value' in condition)) return [];
  return [condition.value].flat().filter((value): value is number => typeof value === 'number');
}

/** What holds figures: a fact or a parameter by its formula, or a shared condition. */
interface Holder {
  readonly name: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly kind: 'facts' | 'parameters' | 'conditions';
  readonly section: string;
}

function tell(holder: Holder, figures: readonly Figure[], files: PolicyFiles, bench: Bench): void {
  if (figures.length === 0) return;
  const { policy } = bench;
  const { name, title, section } = holder;
  const ids = usersOf(holder, files, policy);
  const days = [policy.force.from, policy.force.to] as const;
  const place = { from: days[0], to: days[1], file: `${files.policy.id}/${section}.yaml` };
  const law = { rules: ids, clauses: clausesOf(policy, ids), ...place };
  const told = (some: readonly Figure[], and: string): string => some.map(({ text }) => text).join(and);
  if (ids.length === 0) {
    report(bench, {
      ...law,
      kind: 'unused-value',
      id: `unused-value:${name}`,
      zh: `“${title.zh}”里直接写着数字 ${told(figures, '、')}，没有引文；没有一条规则的判定用到它。`,
      en: `"${title.en}" holds the figure ${told(figures, ', ')} without a citation, and no decision rests on it.`,
      ...unmoved(
        figures.flatMap((figure) => withOther(holder, figure, files, 1).map((each) => each.policy)),
        days,
        bench,
      ),
    });
    return;
  }
  // Only figures on which a decision turns are told; of the others no case was found.
  const borne = figures.map((figure) => ({ figure, ...turningOn(withOther(holder, figure, files), ids, days, bench) }));
  for (const isBorne of [true, false]) {
    const some = borne.filter(({ confirmed }) => confirmed === isBorne);
    if (some.length === 0) continue;
    const named = some.map(({ figure }) => figure);
    report(bench, {
      ...law,
      kind: 'uncited',
      id: `uncited:${name}`,
      zh: `“${title.zh}”里直接写着数字 ${told(named, '、')}，没有引文。应设为参数并注明出处。`,
      en: `"${title.en}" holds the figure ${told(named, ', ')} without a citation. Make it a parameter with its sentence.`,
      witness: some.flatMap(({ witness }) => witness),
      confirmed: isBorne,
    });
  }
}

function usersOf({ name, kind }: Holder, { sections }: PolicyFiles, policy: Policy): readonly string[] {
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

/** A case of which everything is decided the same, whatever the figure is. */
function unmoved(others: readonly Policy[], days: readonly [string, string | null], bench: Bench): Borne {
  const ids = [...new Set(bench.policy.rules.map(({ id }) => id))];
  if (others.length === 0) return none;
  return caseOn(ids, days, bench, (_, { case: input, on, assessedOn = on }) => {
    const all = [bench.policy, ...others].map((each) => {
      const { findings, totals } = decide(each, input, { on, assessedOn });
      return JSON.stringify([findings, totals]);
    });
    return new Set(all).size === 1;
  });
}

/** The policy with the figure a little more and a little less. Whether printed figures still agree is of no matter here. */
function withOther({ name, kind, section }: Holder, figure: Figure, files: PolicyFiles, most = 4): readonly Reading[] {
  return neighbours(figure.text)
    .slice(0, most)
    .flatMap((text) => {
      const sections = JSON.parse(JSON.stringify(files.sections)) as Record<string, SectionFile>;
      for (const rule of Object.values(sections).flatMap(({ rules = {} }) => Object.values(rules)))
        delete rule.reconcile;
      const file = sections[section] as SectionFile;
      const part = file[kind]?.[name] as { formula?: string } | Condition | undefined;
      if (part === undefined) return [];
      if ('formula' in part && part.formula !== undefined) part.formula = withText(String(part.formula), figure, text);
      else if (file.conditions !== undefined) {
        file.conditions[name] = JSON.parse(
          JSON.stringify(part).replace(new RegExp(`(?<=[:\\[,])${figure.text.replace('.', '\\.')}(?=[,\\]}])`), text),
        ) as Condition;
      }
      try {
        const change = { zh: `把 ${figure.text} 改为 ${text}`, en: `were ${figure.text} ${text}` };
        return [{ policy: loadPolicy(sourceOf({ ...files, sections })).policy, change }];
      } catch (error) {
        if (error instanceof JingzhunError) return [];
        throw error;
      }
    });
}
