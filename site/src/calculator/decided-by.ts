import type { RuleFinding, RuleModel } from '@jingzhun/rules';
import { isPeriod, type Places } from './asks.ts';
import { conditionsOf } from './conditions-of.ts';
import type { Describe } from './describe.ts';
import type { PageData } from './page-data.ts';
import { say } from './say.ts';
import { entitiesAsked } from './subjects.ts';

/**
 * The entities beside the page's own whose answers say why a finding is as it is: of many the one that was given, any other only
 * where no answer about the page's own bears on it. Ways that were not needed and parts that do not apply do not.
 */
export function decidedBy(
  finding: RuleFinding,
  rule: RuleModel | undefined,
  places: Places,
  { subject, within, entities }: Pick<PageData, 'subject' | 'within' | 'entities'>,
): readonly string[] {
  // What is still to be asked may be of any of them.
  if (finding.status === 'unknown' && finding.missing.length > 0) return [];
  const own = entitiesAsked(subject);
  const bearing = new Set<string>();
  for (const { reason, against = reason.fact } of conditionsOf(finding, rule).bearing) {
    // Of what is not met, what holds is not why.
    if (reason.actual === null || (finding.status === 'unmet' && reason.holds)) continue;
    for (const fact of [reason.fact, against]) {
      const place = places.behind(fact, finding.subject.index);
      // The year that is asked about decides nothing by itself.
      if (place === undefined || isPeriod(place)) continue;
      const [entity = ''] = place.split('.');
      if (own.includes(entity) || !places.isOpen(place)) bearing.add(entity);
    }
  }
  const others = own.some((entity) => bearing.has(entity)) ? within : Object.keys(entities);
  return others.filter((entity) => bearing.has(entity));
}

/** By whom it was decided, in words; nothing where that goes without saying. */
export function decidedWords(
  given: readonly string[],
  describe: Describe,
  { answer, calc }: PageData['words'],
): string {
  if (given.length === 0) return '';
  const names = given.map((entity) => describe.per(entity));
  const list = [names.slice(0, -1).join(answer.comma), ...names.slice(-1)].filter(Boolean).join(calc.givenAnd);
  return say(calc.byGiven, { list });
}
