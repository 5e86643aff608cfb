import type { PolicyFiles } from '../load/load.ts';
import { both, statusGoal } from '../witness/condition.ts';
import { findAny } from '../witness/find.ts';
import { pastIn, witnessOf } from '../witness/witness.ts';
import { type Bench, report, spacesFor, stretchesOf } from './period.ts';
import { isRefuted } from './refute.ts';
import { clausesOf, shown } from './shown.ts';

/** Two rules declared exclusive that are both met for one subject on one day. Gives how many pairs were looked at. */
export function overlapsIn({ sections }: PolicyFiles, bench: Bench): number {
  const groups = Object.values(sections).flatMap(({ exclusive }) => exclusive ?? []);
  const pairs = groups.flatMap(({ rules }) =>
    rules.flatMap((a, place) => rules.slice(place + 1).map((b) => [a, b] as const)),
  );
  for (const pair of pairs) {
    for (const { period, rules, to } of stretchesOf(pair, bench)) {
      const [a, b] = rules;
      if (a === undefined || b === undefined) continue;
      const spaces = spacesFor(rules, period);
      const id = `overlap:${pair.join('+')}`;
      const search = findAny(spaces, (space) =>
        both(...rules.map((rule) => statusGoal(rule, 'met', period.regime, pastIn(space)))),
      );
      const names = pair.map((rule) => bench.words.rule(rule));
      const [first, second] = names;
      const undecided = (): void => {
        bench.undecided.push({
          id,
          zh: `没有找到同时符合${first?.zh}和${second?.zh}的案例，也不能证明没有`,
          en: `no case that meets both ${first?.en} and ${second?.en} was found, nor proven not to exist`,
        });
      };
      if (!search.found) {
        const parts = rules.flatMap(({ model: { scope, when } }) => [scope ?? [], when ?? []].flat());
        if (search.why === 'unreached' && !isRefuted(parts, period.regime)) undecided();
        continue;
      }
      const witness = witnessOf(search.chosen, search.space, {
        isWanted: (statuses) => statuses.every((status) => status === 'met'),
      });
      // A household and a person are no one subject: then no case shows both.
      if (witness === undefined) {
        undecided();
        continue;
      }
      report(bench, {
        kind: 'overlap',
        id,
        rules: pair,
        clauses: clausesOf(bench.policy, pair),
        from: period.from,
        to,
        zh: `${first?.zh}与${second?.zh}互斥，却可以同时符合。`,
        en: `${first?.en} and ${second?.en} exclude each other, and yet both can be met at once.`,
        witness: [shown(bench, witness, pair)],
        confirmed: true,
      });
    }
  }
  return pairs.length;
}
