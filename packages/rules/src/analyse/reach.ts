import type { Bilingual, Case } from '@jingzhun/schemas';
import type { Regime } from '../compile/regime.ts';
import type { CompiledRule } from '../compile/rule.ts';
import type { ConditionModel } from '../model/policy.ts';
import { both, type Goal, isFalse, isTrue } from '../witness/condition.ts';
import { findAny } from '../witness/find.ts';
import type { Space } from '../witness/space.ts';
import { caseFor, pastIn, truthsOf, type Witness, witnessOf } from '../witness/witness.ts';
import type { Claim } from './analysis.ts';
import { headOf } from './finding-head.ts';
import { type Bench, report, type Stretch, spacesFor } from './period.ts';
import { checklistOf, conjunctsOf, type Place, placesOf } from './place.ts';
import { isRefuted } from './refute.ts';
import { findingIn, shown } from './shown.ts';
import { isSwapped } from './swapped.ts';
import { capital, quoted } from './words.ts';

/**
 * Rules, items and statements that no case can meet, and tests that no case can fail. Tells which places of the rule
 * are so: the conditions in them need not be looked at one by one.
 */
export function reachOf({ period, rules, to }: Stretch, bench: Bench): ReadonlySet<string> {
  const [rule] = rules as [CompiledRule];
  const spaces = spacesFor([rule], period);
  const dead = new Set<string>();
  const places = placesOf(rule);
  for (const place of places) {
    // Where nobody is in a scope, that is told once; what stands behind it need not be looked at.
    if (place.role === 'delivered' || dead.has(place.part)) continue;
    const id = idOf(rule, place);
    const parts = conjunctsOf([...place.guards, place.condition]);
    const never = findAny(spaces, holding(parts));
    // A scope that can hold is looked at with what stands behind it.
    if (never.found && place.role === 'scope') continue;
    if (!never.found) {
      for (const each of places) {
        if (each === place || [...place.guards, place.condition].every((part) => each.guards.includes(part)))
          dead.add(each.part);
      }
      if (never.why === 'impossible' || isRefuted(parts, period.regime))
        report(bench, contradiction(id, place, parts, rule, spaces, { period, rules, to }, bench));
      else bench.undecided.push(open(id, place, rule, 'met', bench));
      continue;
    }
    if (place.role !== 'test') continue;
    const fails = findAny(spaces, (space) =>
      both(
        ...place.guards.map((guard) => isTrue(guard, space.regime)),
        isFalse(place.condition, space.regime),
        pastIn(space)(dueOf(rule, place)),
      ),
    );
    if (fails.found) continue;
    dead.add(place.part);
    if (fails.why === 'unreached' && !isRefuted([...place.guards, { not: place.condition }], period.regime)) {
      bench.undecided.push(open(id, place, rule, 'failed', bench));
      continue;
    }
    const witness = witnessOf(never.chosen, never.space, {
      isWanted: () => true,
      sign: truthsOf([place.condition], never.space),
    });
    const name = nameOf(rule, place, bench);
    const test = bench.words.condition(place.condition, period.from);
    const zh = `${name.zh}的检验总是成立：${test.zh}，任何情况都不会不符合。`;
    const en = `The test of ${name.en} always holds, whatever the case: ${test.en}.`;
    const claims = witness === undefined ? [] : [shown(bench, witness, [rule.model.id])];
    const isMet = witness !== undefined && answerOf(witness, rule, place, bench) === 'met';
    report(bench, {
      ...headOf('always-met', id, rule, bench),
      from: period.from,
      to,
      zh,
      en,
      witness: claims,
      confirmed: isMet,
    });
  }
  if (rule.model.items !== undefined && dead.size === 0) checklistIn(rule, spaces, { period, rules, to }, bench);
  return dead;
}

/** Items each of which can be met, but never all. */
function checklistIn(rule: CompiledRule, spaces: readonly Space[], stretch: Stretch, bench: Bench): void {
  const parts = checklistOf(rule);
  const never = findAny(spaces, holding(parts));
  if (never.found) return;
  const place: Place = { part: '', role: 'test', condition: { all: parts }, guards: [] };
  const { id } = rule.model;
  if (never.why === 'impossible' || isRefuted(parts, stretch.period.regime))
    report(bench, contradiction(id, place, parts, rule, spaces, stretch, bench));
  else bench.undecided.push(open(id, place, rule, 'met', bench));
}

function dueOf(rule: CompiledRule, { part }: Place): CompiledRule['due'] {
  return part === '' ? rule.due : (rule.items?.find(({ key }) => key === part)?.due ?? rule.due);
}

const holding =
  (parts: readonly ConditionModel[]) =>
  ({ regime }: Space): Goal =>
    both(...parts.map((part) => isTrue(part, regime)));

function contradiction(
  id: string,
  place: Place,
  parts: readonly ConditionModel[],
  rule: CompiledRule,
  spaces: readonly Space[],
  { period, to }: Stretch,
  bench: Bench,
): Claim {
  const core = coreOf(parts, spaces, period.regime);
  const witness = allButOne(core, spaces) ?? anyCase(rule, period);
  const said = quoted(core.map((part) => bench.words.condition(part, period.from)));
  const name = nameOf(rule, place, bench);
  const swapped = core.length === 2 && isSwapped(core[0] as ConditionModel, core[1] as ConditionModel, period.regime);
  const shownCase = witness === undefined ? [] : [shown(bench, witness, [rule.model.id])];
  const answer = witness === undefined ? 'met' : answerOf(witness, rule, place, bench);
  const confirmed = answer !== 'met' && answer !== 'stated';
  const texts: Bilingual = swapped
    ? {
        zh: `${name.zh}的上下限颠倒：${said.zh}不能同时成立，因此谁也不符合。`,
        en: `The bounds of ${name.en} are swapped: ${said.en} cannot both hold, so nothing ever meets it.`,
      }
    : core.length === 1
      ? {
          zh: `${name.zh}永远不成立：${said.zh}，没有这样的情况。`,
          en: `${capital(name.en)} is never met: no case has ${said.en}.`,
        }
      : {
          zh: `${name.zh}永远不成立：下列条件互相矛盾：${said.zh}。`,
          en: `${capital(name.en)} is never met: these conditions contradict each other: ${said.en}.`,
        };
  const kind = swapped ? 'swapped-bound' : 'unreachable';
  return { ...headOf(kind, id, rule, bench), from: period.from, to, ...texts, witness: shownCase, confirmed };
}

/** The smallest set of conditions that cannot hold together: whatever can be left out is. */
function coreOf(parts: readonly ConditionModel[], spaces: readonly Space[], regime: Regime): readonly ConditionModel[] {
  let core = [...parts];
  for (const part of parts) {
    const less = core.filter((each) => each !== part);
    const search = findAny(spaces, holding(less));
    if (!search.found && (search.why === 'impossible' || isRefuted(less, regime))) core = less;
  }
  return core;
}

/** A case that meets all conditions but one. */
function allButOne(core: readonly ConditionModel[], spaces: readonly Space[]): Witness | undefined {
  for (const failing of [...core].reverse()) {
    const rest = core.filter((each) => each !== failing);
    const search = findAny(spaces, (space) => both(holding(rest)(space), isFalse(failing, space.regime)));
    if (!search.found) continue;
    const isWanted = () => true;
    const witness = witnessOf(search.chosen, search.space, { isWanted, sign: truthsOf(core, search.space) });
    if (witness !== undefined) return witness;
  }
  return undefined;
}

/** What is never met is not met in any case: here in one that fails it, or else in one that gives nothing. */
function anyCase(rule: CompiledRule, { regime, from: on }: Stretch['period']): Witness | undefined {
  for (const status of ['unmet', 'not-applicable'] as const) {
    const witness = caseFor(rule, regime, status, { on });
    if (witness !== undefined) return witness;
  }
  const [asked = ''] = rule.model.asks;
  const isPerson = asked === 'person';
  const input = isPerson ? { household: { members: [{}] } } : { [asked]: {} };
  return { case: input as Case, on, ...(isPerson ? { member: 0 } : {}), status: 'unknown' };
}

/** What `decide` says of the rule, or of the item or statement of it that a place is about. */
function answerOf(witness: Witness, { model }: CompiledRule, { part, role }: Place, { policy }: Bench): string {
  const finding = findingIn(policy, witness, model.id);
  if (finding === undefined) return '';
  const item = finding.items?.find(({ key }) => key === part || `${key}.scope` === part);
  if (item !== undefined) return item.status;
  if (role !== 'statement') return finding.status;
  const outcome = model.outcomes[Number(part.replace(/^.*-/, '')) - 1];
  return finding.outcomes.some(({ what }) => what === outcome?.what) ? 'stated' : '';
}

/** The rule, or the item or statement; a scope is that of what it stands before. */
const idOf = ({ model }: CompiledRule, { part }: Place): string =>
  part === '' || part === 'scope' ? model.id : `${model.id}:${part.replace(/\.scope$/, '')}`;

/** The rule, or the item or statement of it. */
export function nameOf({ model }: CompiledRule, { part, role }: Place, { text, words }: Bench): Bilingual {
  const rule = words.rule(model.id);
  if (part === '' || part === 'scope') return rule;
  const provision = text.sections.flatMap(({ provisions }) => provisions).find(({ id }) => id === model.id);
  const key = role === 'statement' ? part.replace(/-\d+$/, '') : part.replace(/\.scope$/, '');
  const title =
    role === 'delivered'
      ? { zh: '已兑现', en: 'delivery' }
      : (provision?.items[key] ?? provision?.outcomes[key] ?? { zh: key, en: key });
  return { zh: `${rule.zh}的“${title.zh}”`, en: `"${title.en}" of ${rule.en}` };
}

function open(id: string, place: Place, rule: CompiledRule, what: 'met' | 'failed', bench: Bench) {
  const name = nameOf(rule, place, bench);
  return what === 'met'
    ? {
        id: `unreachable:${id}`,
        zh: `没有找到符合${name.zh}的案例，也不能证明没有`,
        en: `no case that meets ${name.en} was found, nor proven not to exist`,
      }
    : {
        id: `always-met:${id}`,
        zh: `没有找到不符合${name.zh}的案例，也不能证明没有`,
        en: `no case that fails ${name.en} was found, nor proven not to exist`,
      };
}
