import type { Bilingual } from '@jingzhun/schemas';
import type { Regime } from '../compile/regime.ts';
import type { CompiledRule } from '../compile/rule.ts';
import type { ConditionModel } from '../model/policy.ts';
import { both, type Goal, isFalse, isTrue } from '../witness/condition.ts';
import { findAny } from '../witness/find.ts';
import type { Space } from '../witness/space.ts';
import { pastIn, truthsOf, witnessOf } from '../witness/witness.ts';
import type { Finding } from './analysis.ts';
import { type Bench, report, type Stretch, spacesFor } from './period.ts';
import { checklistOf, conjunctsOf, type Place, placesOf } from './place.ts';
import { isRefuted } from './refute.ts';
import { clausesOf, shown } from './shown.ts';
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
    if (place.role === 'delivered') continue;
    // A scope is looked at with the test behind it; alone only where there is none.
    if (
      place.role === 'scope' &&
      places.some((each) => each !== place && each.role === 'test' && each.guards.includes(place.condition))
    )
      continue;
    const id = place.part === '' || place.part === 'scope' ? rule.model.id : `${rule.model.id}:${place.part}`;
    const parts = conjunctsOf([...place.guards, place.condition]);
    const never = findAny(spaces, holding(parts));
    if (!never.found) {
      dead.add(place.part);
      if (never.why === 'impossible' || isRefuted(parts, period.regime))
        report(bench.findings, contradiction(id, place, parts, rule, spaces, { period, rules, to }, bench));
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
    report(bench.findings, {
      ...common('always-met', id, rule, bench),
      from: period.from,
      to,
      zh,
      en,
      witness: claims,
      confirmed: claims.length > 0,
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
    report(bench.findings, contradiction(id, place, parts, rule, spaces, stretch, bench));
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
): Finding {
  const core = coreOf(parts, spaces, period.regime);
  const witness = allButOne(core, rule, spaces, bench);
  const said = quoted(core.map((part) => bench.words.condition(part, period.from)));
  const name = nameOf(rule, place, bench);
  const swapped = core.length === 2 && isSwapped(core[0] as ConditionModel, core[1] as ConditionModel, period.regime);
  const shownCase = witness === undefined ? [] : [shown(bench, witness, [rule.model.id])];
  const confirmed = shownCase.length > 0 && (place.part !== '' || shownCase[0]?.says[0]?.status !== 'met');
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
  return { ...common(kind, id, rule, bench), from: period.from, to, ...texts, witness: shownCase, confirmed };
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
function allButOne(core: readonly ConditionModel[], rule: CompiledRule, spaces: readonly Space[], bench: Bench) {
  for (const failing of [...core].reverse()) {
    const rest = core.filter((each) => each !== failing);
    const search = findAny(spaces, (space) => both(holding(rest)(space), isFalse(failing, space.regime)));
    if (!search.found) continue;
    const isWanted = () => true;
    const witness = witnessOf(search.chosen, search.space, { isWanted, sign: truthsOf(core, search.space) });
    if (witness !== undefined) return witness;
  }
  bench.undecided.push({
    id: rule.model.id,
    zh: '找不到只差一个条件的案例',
    en: 'no case that meets all conditions but one was found',
  });
  return undefined;
}

export function common(
  kind: Finding['kind'],
  about: string,
  { model }: CompiledRule,
  { policy }: Bench,
): Pick<Finding, 'kind' | 'id' | 'rules' | 'clauses'> {
  return { kind, id: `${kind}:${about}`, rules: [model.id], clauses: clausesOf(policy, [model.id]) };
}

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
