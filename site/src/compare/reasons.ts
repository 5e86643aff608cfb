import { type Comparison, touchedBy } from '@jingzhun/rules/compare';
import { say } from '../calculator/say.ts';
import { grouped } from './grouped.ts';
import type { Standings, Study } from './study.ts';
import type { Voices } from './voices.ts';

const mostRules = 6;

/** Why a comparison affects nobody; empty where it affects somebody. */
export function reasonsOf(study: Study, voices: Voices): string[] {
  const { affected, atAnyTime, comparison, impact } = study;
  if (affected.length > 0) return [];
  const { reasons } = voices.words;
  const changed = impact.rules.length > 0;
  if (changed) {
    const shown = study.standings.slice(0, mostRules).map((each) => ofRule(each, study, voices));
    const more = study.standings.length - shown.length;
    return [...shown, ...(more > 0 ? [say(reasons.more, { count: more })] : [])];
  }
  const other = [comparison, atAnyTime].find(({ differences }) => differences.length > 0);
  if (other === undefined) {
    const { before, after } = study;
    return [before.on === after.on ? reasons.same : say(reasons.sameDays, { before: before.on, after: after.on })];
  }
  const meant = atAnyTime.differences.some(({ bears }) => bears === 'meaning');
  return [meant ? whyNotYet(study, atAnyTime, voices) : reasons.texts];
}

/** Something differs in meaning, and on the days chosen nothing does. */
function whyNotYet({ before, after }: Study, atAnyTime: Comparison, voices: Voices): string {
  const { reasons } = voices.words;
  const days = atAnyTime.differences.flatMap(({ bears, from }) =>
    bears === 'meaning' && from !== undefined ? [from] : [],
  );
  const [from] = days.sort();
  if (from !== undefined && from > before.on && from > after.on) return say(reasons.later, { from, on: after.on });
  const touched = [...touchedBy(atAnyTime).keys()];
  const rules = touched.flatMap((id) => after.loaded.policy.rules.filter((rule) => rule.id === id));
  const idle = rules.every(({ force }) =>
    [before.on, after.on].every((on) => on < force.from || (force.to !== null && force.to < on)),
  );
  if (rules.length === 0 || !idle) return reasons.inert;
  const list = rules
    .slice(0, mostRules)
    .map(({ id, force }) => `${voices.rule(id)} ${voices.days({ from: force.from, to: force.to ?? undefined })}`);
  return say(reasons.notInForce, { list: list.join(voices.words.list) });
}

/** What a roster lacks. In English the name of a yes/no fact is a verb: it lacks whether that is so. */
function lacking(fact: string, about: string, { language, after }: Voices): string {
  return language === 'en' && after.isTruth(fact)
    ? `whether ${after.truth(fact, about, true)}`
    : after.within(after.fact(fact, about));
}

function ofRule({ rule, counts, missing }: Standings, { impact }: Study, voices: Voices): string {
  const { words } = voices;
  const { reasons } = words;
  const title = voices.rule(rule);
  const asks = impact.rules.find((each) => each.rule === rule)?.asks ?? [];
  if (!asks.some((entity) => entity === 'household' || entity === 'person')) {
    return say(reasons.entities, {
      title,
      entities: asks.map((entity) => voices.after.entity(entity)).join(words.list),
    });
  }
  const { unknown = 0, met = 0 } = counts;
  const asked = words.asked[asks.includes('person') ? 'person' : 'household'];
  const list = Object.entries(counts)
    .map(([status, count]) => `${words.standings[status as 'met']} ${grouped(count)}`)
    .join(words.list);
  if (list === '') return say(reasons.unheld, { title });
  if (unknown > 0) {
    const facts = missing.map((fact) => lacking(fact, voices.about(rule), voices)).join(words.list);
    // Where nothing is missing, only the day is not there.
    return say(facts === '' ? reasons.waiting : reasons.open, {
      title,
      count: say(asked, { count: grouped(unknown) }),
      facts,
    });
  }
  return met > 0
    ? say(reasons.met, { title, count: say(asked, { count: grouped(met) }), counts: list })
    : say(reasons.elsewhere, { title, counts: list });
}
