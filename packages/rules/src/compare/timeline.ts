import { changeDays } from '../compile/regime.ts';
import type { LoadedPolicy } from '../load/load.ts';
import { isInForce } from '../model/rules-on.ts';
import { valueOn } from '../model/value-on.ts';
import { addDays } from '../values/dates.ts';
import { compare } from './compare.ts';
import type { ComparedSide, Difference } from './comparison.ts';
import { contentsOf } from './contents.ts';

/** Between which days a policy is the same, and what differs from one such regime to the next. Plain JSON. */
export interface Timeline extends ComparedSide {
  readonly force: { readonly from: string; readonly to: string | null };
  readonly regimes: readonly TimelineRegime[];
}

/** Days on which every rule and value is the same: the first is `from` and the last `to`; `to: null`: without end. */
export interface TimelineRegime {
  readonly from: string;
  readonly to: string | null;
  /** How many rules are in force. */
  readonly inForce: number;
  /** Ids of the rules that enter force, and of those that were in force for the last time the day before. */
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  /** What else differs from the day before: parameters, and rules that read otherwise. */
  readonly changes: readonly Difference[];
}

/**
 * The days on which anything changes in a policy, and what holds between them. Before the first of them nothing does.
 *
 * @example
 * timeline(released).regimes.map(({ from }) => from); // ['2016-01-01', '2016-11-29', '2017-01-01', '2018-01-01', '2019-01-01', '2021-01-01']
 */
export function timeline(loaded: LoadedPolicy): Timeline {
  const { policy } = loaded;
  const regimes: { from: string; to: string | null; inForce: number; differences: readonly Difference[] }[] = [];
  for (const day of changeDays(policy)) {
    const dayBefore = addDays(day, -1);
    const { differences } = compare({ ...loaded, on: dayBefore }, { ...loaded, on: day });
    const told = differences.filter((each) => each.bears === 'meaning' || isOnlyAmended(each, differences));
    const all = [...told, ...derivedChanges(loaded, dayBefore, day)];
    if (all.length === 0) continue;
    const last = regimes.at(-1);
    if (last !== undefined) last.to = dayBefore;
    const inForce = policy.rules.filter((rule) => isInForce(rule, day)).length;
    regimes.push({ from: day, to: null, inForce, differences: all });
  }
  const { on: _, ...side } = compare(loaded, loaded).after;
  return { ...side, force: policy.force, regimes: regimes.map(regimeOf) };
}

function regimeOf({
  differences,
  ...regime
}: {
  from: string;
  to: string | null;
  inForce: number;
  differences: readonly Difference[];
}): TimelineRegime {
  const turned = (after: boolean): string[] =>
    differences.filter((each) => isTurn(each) && each.after === after).map(({ name }) => name);
  return {
    ...regime,
    starts: turned(true),
    ends: turned(false),
    changes: differences.filter((each) => !isTurn(each)),
  };
}

/** Said anew by a later document, though nothing else differs. That a changed value is cited otherwise goes without saying. */
const isOnlyAmended = ({ of, name, part }: Difference, all: readonly Difference[]): boolean =>
  part[0] === 'amendedBy' && !all.some((each) => each.bears === 'meaning' && each.of === of && each.name === name);

const isTurn = ({ of, part }: Difference): boolean => of === 'rule' && part[0] === 'inForce';

/** Numbers that follow from printed ones change with these, though no value of theirs is written down. */
function derivedChanges({ policy, files }: LoadedPolicy, before: string, after: string): Difference[] {
  return [...contentsOf(files, 'parameters')].flatMap(([name, { file, section, clause, path }]): Difference[] => {
    const model = policy.parameters[name];
    if (!('formula' in file) || model === undefined) return [];
    const [old, now] = [before, after].map((day) => {
      const found = valueOn(model.values, day);
      return typeof found?.value === 'number' ? found.value / model.scale : undefined;
    });
    if (old === now) return [];
    return [
      {
        of: 'parameter',
        name,
        title: file.title,
        change: old === undefined ? 'added' : now === undefined ? 'removed' : 'changed',
        bears: 'meaning',
        part: ['value'],
        ...(old === undefined ? {} : { before: old }),
        ...(now === undefined ? {} : { after: now }),
        clause,
        section,
        path,
        side: 'after',
      },
    ];
  });
}
