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

function unknown(id: string, rules: readonly string[]): Wording {
  const near = rules.length === 0 ? id : closest(id, rules);
  const close = near !== id && distance(near, id) <= Math.max(3, id.length / 3);
  return close
    ? { zh: `没有规则 ${id}，是不是 ${near}？`, en: `there is no rule ${id}; is it ${near}?` }
    : { zh: `没有规则 ${id}`, en: `there is no rule ${id}` };
}
