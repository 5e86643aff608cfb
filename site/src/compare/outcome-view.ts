import { say } from '../calculator/say.ts';
import { comparisonView } from './comparison-view.ts';
import { barsOf, countsOf, moneyOf } from './impact-view.ts';
import { reasonsOf } from './reasons.ts';
import type { Study, StudySide } from './study.ts';
import type { OutcomeView } from './views.ts';
import type { Voices } from './voices.ts';

/** More rules than this, and their boundary cases take seconds: they are made when they are asked for. */
const fewRules = 12;

/** A study in words. */
export function outcomeView(study: Study, voices: Voices, draft?: string): OutcomeView {
  const { before, after, impact } = study;
  const [was, is] = [before, after].map(({ loaded }) => loaded.files.policy);
  const [title, other] = [is, was].map((policy) => policy?.document.title[voices.language] ?? '');
  // Of two states of one policy, what differs and from when; of two days or policies, what differs between the days.
  const dated = was?.id !== is?.id || before.on !== after.on;
  return {
    title: title === other ? `${title}` : say(voices.words.twoTitles, { before: `${other}`, after: `${title}` }),
    before: sideText(before, voices),
    after: sideText(after, voices),
    roster: { households: impact.households, persons: impact.persons, refused: impact.refused },
    counts: countsOf(impact),
    money: moneyOf(impact, voices),
    provisions: { changed: impact.rules.length, equal: impact.equalRules },
    reasons: reasonsOf(study, voices),
    bars: barsOf(impact, voices),
    ...comparisonView(dated ? study.comparison : study.atAnyTime, voices),
    boundariesAtOnce: impact.rules.length <= fewRules,
    ...(draft === undefined ? {} : { draft }),
  };
}

function sideText({ loaded: { policy, files }, on }: StudySide, voices: Voices): string {
  const { words } = voices;
  const drafted = /^(.*)-draft$/.exec(policy.release)?.[1];
  const base = files.policy.releases.at(-1)?.version ?? '';
  const release = drafted === undefined ? policy.release : say(words.drafted, { release: base });
  return say(words.side, { policy: policy.id, release, on });
}
