/**
 * Compares the engine with code written by hand and with other engines, on one household under the Ruyuan plan.
 * `--write` puts the result into docs/evidence/one-household.md, and its goals into benchmarks.md.
 */
import { writeFileSync } from 'node:fs';
import { assess, decide } from '../packages/rules/src/index.ts';
import { ruyuan2016 } from '../packages/rules/src/policies/ruyuan-2016/1.0.0.gen.ts';
import type { Case } from '../packages/schemas/src/index.ts';
import { casesFrom } from '../packages/schemas/src/table/index.ts';
import { disagreement } from './agreement.ts';
import { type Bar, recordBars } from './bars.ts';
import { handWrittenFindings } from './hand-written/findings.ts';
import { handWrittenVerdicts } from './hand-written/verdicts.ts';
import { day, household } from './household.ts';
import { plainRules } from './peers/conditions.ts';
import { jsonLogicEngine } from './peers/json-logic-engine.ts';
import { jsonRulesEngine, jsonRulesEngineWithPaths, singleJsonRulesEngine } from './peers/json-rules-engine.ts';
import type { Peer } from './peers/peer.ts';
import { publicodes } from './peers/publicodes.ts';
import { subjectsOf } from './peers/subjects.ts';
import { zenEngine } from './peers/zen-engine.ts';
import { randomHouseholds } from './random-households.ts';
import { reportOf } from './report.ts';
import { type Contestant, ratioOf, type Timing, timed } from './rounds.ts';
import { syntheticRoster } from './synthetic-roster.ts';

const agreed = 2000;
const listed = householdsOfRoster(20_000);
for (const given of [household, ...randomHouseholds(ruyuan2016, agreed, 1), ...listed.slice(0, agreed)]) {
  const difference = disagreement(ruyuan2016, given, day);
  if (difference !== undefined) throw new Error(`hand-written code and engine differ: ${difference}`);
}
const dates = { on: day };
const { findings } = decide(ruyuan2016, household, dates);

const rules = plainRules(ruyuan2016, day);
const subjects = subjectsOf(household);
const peers = [
  jsonRulesEngineWithPaths(rules),
  singleJsonRulesEngine(rules),
  jsonRulesEngine(rules),
  jsonLogicEngine(rules),
  zenEngine(rules),
  publicodes(rules),
];
const guesses = new Map<Peer, number>();
for (const peer of peers) guesses.set(peer, await guessesOf(peer));

const decideIt = (given: Case) => decide(ruyuan2016, given, dates);
const assessIt = (given: Case) => assess(ruyuan2016, given, dates);
const decided: Contestant = { name: 'decide', call: () => decideIt(household) };
const assessed: Contestant = { name: 'assess', call: () => assessIt(household) };
const findingsByHand: Contestant = {
  name: 'hand-written, with reasons',
  call: () => handWrittenFindings(household),
};
const verdictsByHand: Contestant = {
  name: 'hand-written, statuses and amounts',
  call: () => handWrittenVerdicts(household),
};

const pace = { rounds: 60, warmUp: 15 };
const [a, aByHand] = (await timed([decided, findingsByHand], pace)) as [Timing, Timing];
const [b, bByHand] = (await timed([assessed, verdictsByHand], pace)) as [Timing, Timing];
const once = { rounds: 30, warmUp: 5 };
type Pair = [Timing, Timing];
const [l, lByHand] = (await timed(unseen(listed, decideIt, handWrittenFindings), once)) as Pair;
const [m, mByHand] = (await timed(unseen(listed, assessIt, handWrittenVerdicts), once)) as Pair;
const random = [...randomHouseholds(ruyuan2016, 20_000, 2)];
const [firstSeen, firstSeenByHand] = (await timed(unseen(random, decideIt, handWrittenFindings), once)) as Pair;
const [firstAssessed, firstAssessedByHand] = (await timed(unseen(random, assessIt, handWrittenVerdicts), once)) as Pair;
const [c, d, ...others] = (await timed(
  [decided, assessed, ...peers.map((peer) => ({ name: peer.name, call: () => peer.run(subjects) }))],
  { rounds: 25, warmUp: 5 },
)) as [Timing, Timing, ...Timing[]];
const [conventional, flattened] = others as [Timing, Timing];
const unseenRatio = ratioOf(firstSeen, firstSeenByHand);

const peer = (place: number): Timing => others[place] as Timing;
const bars: Bar[] = [
  { work: 'decide / hand-written', measured: ratioOf(a, aByHand), unit: '×', atMost: 1.5 },
  { work: 'decide / hand-written, households of a roster', measured: ratioOf(l, lByHand), unit: '×', atMost: 1.5 },
  { work: 'decide / hand-written, random households', measured: unseenRatio, unit: '×', atMost: 1.5 },
  { work: 'assess / hand-written', measured: ratioOf(b, bByHand), unit: '×', atMost: 1.25 },
  { work: 'assess / hand-written, households of a roster', measured: ratioOf(m, mByHand), unit: '×', atMost: 1.25 },
  {
    work: 'assess / hand-written, random households',
    measured: ratioOf(firstAssessed, firstAssessedByHand),
    unit: '×',
  },
  { work: 'json-rules-engine / decide', measured: ratioOf(conventional, c), unit: '×', atLeast: 150 },
  { work: 'json-rules-engine / assess', measured: ratioOf(conventional, d), unit: '×', atLeast: 500 },
  { work: 'json-rules-engine with flat facts / decide', measured: ratioOf(flattened, c), unit: '×' },
  { work: 'json-rules-engine with flat facts / assess', measured: ratioOf(flattened, d), unit: '×' },
  { work: 'zen-engine / decide', measured: ratioOf(peer(4), c), unit: '×', atLeast: 50 },
  { work: 'publicodes / decide', measured: ratioOf(peer(5), c), unit: '×', atLeast: 300 },
  { work: 'json-logic-engine, compiled / assess', measured: ratioOf(peer(3), d), unit: '×', atLeast: 1 },
];
const report = reportOf({
  findings: findings.length,
  persons: household.household?.members?.length ?? 0,
  rules: rules.length,
  agreed,
  ours: [a, aByHand, b, bByHand],
  peers: peers.map((peer, place) => ({
    peer,
    timing: others[place] as Timing,
    toDecide: ratioOf(others[place] as Timing, c),
    toAssess: ratioOf(others[place] as Timing, d),
    guesses: guesses.get(peer) ?? 0,
  })),
});
console.log(report);
if (process.argv.includes('--write')) {
  writeFileSync(new URL('../docs/evidence/one-household.md', import.meta.url), `${report}\n`);
  recordBars('one household', 'pnpm bench --write', bars);
}

/** An engine has to agree wherever the finding is definite. Where it is unknown, it may take the rule for met: counted. */
async function guessesOf(peer: Peer): Promise<number> {
  const met = await peer.run(subjects);
  let guessed = 0;
  for (const { rule, subject, status } of findings) {
    const place = subjects.findIndex(({ entity, id }) => entity === subject.entity && id === subject.id);
    const isMet = met[place]?.includes(rule) ?? false;
    if (status === 'unknown') guessed += isMet ? 1 : 0;
    else if (isMet !== (status === 'met')) throw new Error(`${peer.name} differs on ${rule}, which is ${status}`);
  }
  return guessed;
}

/** Households none of which comes twice: no answer that was given before can be given again. */
function unseen(
  cases: readonly Case[],
  ours: (given: Case) => unknown,
  byHand: (given: Case) => unknown,
): Contestant[] {
  const take = (call: (given: Case) => unknown, name: string): Contestant => {
    let next = 0;
    return { name, call: () => call(cases[next++ % cases.length] as Case) };
  };
  return [take(ours, 'ours'), take(byHand, 'hand-written')];
}

/** Synthetic (合成数据) households as a county lists them: one like another, none the same. */
function householdsOfRoster(count: number): Case[] {
  return casesFrom([...syntheticRoster(count)]).households.map(({ case: given }) => given);
}
