import { cpus } from 'node:os';
import type { Peer } from './peers/peer.ts';
import { type Spread, spreadOf, type Timing } from './rounds.ts';

interface Results {
  readonly findings: number;
  readonly persons: number;
  readonly rules: number;
  readonly agreed: number;
  readonly ours: readonly Timing[];
  readonly peers: readonly { peer: Peer; timing: Timing; toDecide: Spread; toAssess: Spread; guesses: number }[];
}

/** What was measured, in Markdown. */
export function reportOf({ findings, persons, rules, agreed, ours, peers }: Results): string {
  const nanoseconds = ({ name, rounds }: Timing): string[] => {
    const { low, median, high } = spreadOf(rounds);
    return [name, whole(median), `${whole(low)} – ${whole(high)}`, whole(median / findings)];
  };
  return `# One household

\`pnpm bench --write\` on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}.

One synthetic household of ${persons} under release 1.0.0 of the Ruyuan plan, which the hand-written code follows, the ${rules} rules that are asked of a household or a person, ${findings} findings.
Contestants take turns in rounds; times are medians with their quarter points, ratios are medians of the ratios within
a round. Times drift by tens of percent between runs, ratios less.

The hand-written code is bench/hand-written: no engine, no policy files. Before anything is timed it has to give exactly
what \`decide\` and \`assess\` give, for this household, ${whole(agreed)} random ones and as many of a synthetic roster. It believes its input and adds up no
totals; \`decide\` checks every fact that it is given, and adds up.

| one household | ns | quarter points | ns a finding |
| --- | --- | --- | --- |
${table(ours.map(nanoseconds))}

The ratios and their goals stand in [the table of all benchmarks](benchmarks.md). The household above is asked again and again, so \`decide\` and \`assess\` find what they answered to a
case that gives the same: reading it and looking are in the figures, deciding is not. Households of a synthetic roster come once each: what was settled for others in the same situation is used again, answers are not. Random
households, whose every fact is drawn by itself, come once each as well: hardly anything that was worked out before can be used again.

## Other engines

All get the same conditions, loaded and warm, and plain facts: what \`decide\` derives from members or other facts was worked
out for them beforehand. They say which rules are met, without amounts, without what is missing, and know no unknown:
the last column counts the unknown findings that they take for met. Where a finding is definite they have to agree.

| engine | rules | ns | quarter points | ns a finding | × decide | × assess | guesses |
| --- | --- | --- | --- | --- | --- | --- | --- |
${table(
  peers.map(({ peer, timing, toDecide, toAssess, guesses }) => {
    const [name = '', ...figures] = nanoseconds(timing);
    const place = `${name} ${peer.version}`;
    return [place, String(peer.rules), ...figures, figure(toDecide.median), figure(toAssess.median), String(guesses)];
  }),
)}

json-rules-engine runs once a subject as its documentation shows it. Unless a ratio says otherwise it is to a single engine that is
given the objects of the case and reaches inside by paths. Two ways spare it work: facts flattened beforehand, and also one
engine with the rules of households and one with those of persons.`;
}

function table(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function figure(value: number): string {
  return value >= 10 ? whole(value) : value.toFixed(2);
}
