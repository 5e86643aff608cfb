import type { SectionFile } from '@jingzhun/schemas';
import { closest, distance } from 'fastest-levenshtein';
import type { Path, Wording } from './faults.ts';

/** Rules declared exclusive or successive must be among the policy's rules, each once in its group. */
export function checkTogether(
  file: SectionFile,
  rules: ReadonlySet<string>,
  report: (path: Path, code: string, wording: Wording) => void,
): void {
  for (const key of ['exclusive', 'successive'] as const) {
    file[key]?.forEach((group, place) => {
      group.rules.forEach((id, seat) => {
        const path = [key, place, 'rules', seat];
        if (!rules.has(id)) report(path, 'unknown-name', unknown(id, [...rules]));
        else if (group.rules.indexOf(id) < seat) {
          report(path, 'duplicate-id', { zh: `${id} 在同一组中重复`, en: `${id} is twice in one group` });
        }
      });
    });
  }
}

type Sections = Readonly<Record<string, SectionFile>>;

/** A rule that is taken away leaves the groups it was declared in; a group of one says nothing. */
export function withoutRemoved(before: Sections, after: Sections): Sections {
  const idsIn = (sections: Sections) =>
    new Set(Object.values(sections).flatMap((section) => Object.keys(section?.rules ?? {})));
  const still = idsIn(after);
  const removed = new Set([...idsIn(before)].filter((id) => !still.has(id)));
  // What is not well formed is for the check to tell.
  if (removed.size === 0 || !Object.values(after).every(hasGroups)) return after;
  const kept = (groups: SectionFile['exclusive']) => {
    const fewer = (groups ?? []).map((group) => ({ ...group, rules: group.rules.filter((id) => !removed.has(id)) }));
    return fewer.filter(({ rules }) => rules.length > 1);
  };
  return Object.fromEntries(
    Object.entries(after).map(([name, { exclusive, successive, ...section }]) => {
      const [exclusives, successives] = [kept(exclusive), kept(successive)];
      return [
        name,
        {
          ...section,
          ...(exclusives.length === 0 ? {} : { exclusive: exclusives }),
          ...(successives.length === 0 ? {} : { successive: successives }),
        },
      ];
    }),
  );
}

function hasGroups(section: SectionFile | null): boolean {
  const groups = [section?.exclusive ?? [], section?.successive ?? []];
  return (
    section !== null && groups.every((list) => Array.isArray(list) && list.every((each) => Array.isArray(each?.rules)))
  );
}

function unknown(id: string, rules: readonly string[]): Wording {
  const near = rules.length === 0 ? id : closest(id.slice(0, 100), rules);
  const close = near !== id && distance(near, id) <= Math.max(3, id.length / 3);
  return close
    ? { zh: `没有规则 ${id}，是不是 ${near}？`, en: `there is no rule ${id}; is it ${near}?` }
    : { zh: `没有规则 ${id}`, en: `there is no rule ${id}` };
}
